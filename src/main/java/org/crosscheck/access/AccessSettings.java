package org.crosscheck.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may call, and how often. */
@ConfigMapping(prefix = "crosscheck.access")
interface AccessSettings {
    /** Whether everybody may read, key or none. */
    @WithDefault("true")
    boolean publicRead();

    /** The key of the first admin; one is generated where it is absent. */
    Optional<String> adminKey();

    /** The sites whose pages may call; application.properties hands them to Quarkus. */
    Optional<List<String>> corsOrigins();

    /** How long a browser stays signed in, whatever it does. */
    @WithDefault("12h")
    Duration session();

    RequestsPerMinute requestsPerMinute();

    Oidc oidc();

    /** How often a client may call; what was not used in a minute is lost. */
    interface RequestsPerMinute {
        /** With one key. */
        @WithDefault("6000")
        int key();

        /** From one address: of IPv6, one /64. */
        @WithDefault("6000")
        int address();

        /** With a key or token that is refused, from one address. */
        @WithDefault("20")
        int refused();
    }

    /** Whose tokens are good here. */
    interface Oidc {
        /** The issuer, below which {@code /.well-known/openid-configuration} is found. Absent: tokens are not taken. */
        Optional<URI> issuer();

        /** Who Crosscheck is to the issuer, when browsers sign in there. Absent: they cannot. */
        Optional<String> clientId();

        /** Absent: the issuer does not ask for one. */
        Optional<String> clientSecret();

        /**
         * What cookies are encrypted with while a browser is on its way to the issuer and back: at least 32 characters, the same on all
         * servers. Absent: made from the secret of the client, or else at each start.
         */
        Optional<String> cookieSecret();

        /** Whom a token must be meant for. */
        @WithDefault("crosscheck")
        String audience();

        /** Where a token has its roles; names of nested claims are joined by slashes: {@code realm_access/roles}. */
        @WithDefault("roles")
        String roleClaim();

        /** What the issuer puts before {@code reader}, {@code editor} and {@code admin}. */
        @WithDefault("")
        Optional<String> rolePrefix();

        /** The claim that has the stories which an editor may write; where it is absent, these are all. */
        @WithDefault("crosscheck_stories")
        String storiesClaim();
    }
}
