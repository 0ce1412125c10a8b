package org.crosscheck.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.crosscheck.http.Sha256;

/** Opens, knows and ends the sessions of browsers. */
@ApplicationScoped
class SessionService {

    /** What a browser is given when it is signed in. */
    record Opened(String secret, Duration lasts) {}

    private final KeyService keys;
    private final Duration longest;
    private final Clock clock;

    SessionService(KeyService keys, AccessSettings settings, Clock clock) {
        this.keys = keys;
        this.longest = settings.session();
        this.clock = clock;
    }

    /** A session of the key whose secret has this hash, which lasts no longer than it; empty where the key is not good. */
    @Transactional
    Optional<Opened> open(String keyHash) {
        return keys.known(keyHash).map(key -> {
            SessionEntity session = new SessionEntity();
            session.keyId = key.id();
            session.keyIssuedAt = key.issuedAt();
            return open(session, key.expiresAt());
        });
    }

    /** A session of a user of the issuer. */
    @Transactional
    Opened open(Holder user) {
        SessionEntity session = new SessionEntity();
        session.name = user.name();
        session.role = user.role();
        session.stories = user.stories() == null ? null : user.stories().toArray(String[]::new);
        return open(session, null);
    }

    private Opened open(SessionEntity session, Instant latest) {
        Instant now = clock.instant();
        SessionEntity.removeExpired(now);
        String secret = Secret.generate();
        session.hash = Sha256.hex(secret);
        session.createdAt = now;
        session.expiresAt = now.plus(longest);
        if (latest != null && latest.isBefore(session.expiresAt)) session.expiresAt = latest;
        session.persist();
        return new Opened(secret, Duration.between(now, session.expiresAt));
    }

    /** Who is signed in with a cookie of this hash, if that is good now: a key may what it may now, a user what the issuer said then. */
    @Transactional
    Optional<Holder> known(String hash) {
        return SessionEntity.byHash(hash, clock.instant())
                .flatMap(session -> session.keyId == null
                        ? Optional.of(user(session))
                        : keys.known(session.keyId, session.keyIssuedAt).map(Holder::of));
    }

    private static Holder user(SessionEntity session) {
        return new Holder(session.name, session.role, session.stories == null ? null : List.of(session.stories));
    }

    /** Nobody is signed in any more with a cookie of this hash. */
    @Transactional
    void end(String hash) {
        SessionEntity.end(hash);
    }
}
