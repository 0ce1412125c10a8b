package org.crosscheck.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** The row of a browser that is signed in: with a key, or as a user of the issuer. */
@Entity
@Table(name = "session")
class SessionEntity extends PanacheEntityBase {
    /** Of what the cookie holds, which is nowhere. */
    @Id
    String hash;

    /** Null for a user. */
    @Column(name = "key_id")
    String keyId;

    /** When the secret of the key was made that opened it. */
    @Column(name = "key_issued_at")
    Instant keyIssuedAt;

    /** Null for a key. */
    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    /** The stories that the user may write; null where these are all. */
    String[] stories;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    static Optional<SessionEntity> byHash(String hash, Instant now) {
        return find("hash = ?1 and expiresAt > ?2", hash, now).firstResultOptional();
    }

    static void end(String hash) {
        delete("hash", hash);
    }

    static void removeExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
