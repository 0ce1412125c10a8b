package org.crosscheck.access;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What an API key is made of. With 256 random bits nobody can guess it, or find it from its hash; so a plain SHA-256 will do,
 * where passwords would need a slow hash.
 */
final class Secret {
    /** Tells people and secret scanners what it is. */
    static final String PREFIX = "crosscheck_";

    /** The fewest characters of a key that an operator chooses. */
    static final int SHORTEST = 32;

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    static String generate() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
