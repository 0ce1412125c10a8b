package org.crosscheck.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An API key's row. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity extends PanacheEntityBase {
    @Id
    String id;

    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    /** The stories that it may write; null where it may write all. */
    String[] stories;

    /** Of the key itself, which is nowhere. */
    String hash;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    /** When its secret was made. */
    @Column(name = "issued_at")
    Instant issuedAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    /** To the minute. */
    @Column(name = "last_used_at")
    Instant lastUsedAt;

    int revision;

    static Optional<ApiKeyEntity> byId(String id) {
        return findByIdOptional(id);
    }

    static Optional<ApiKeyEntity> byHash(String hash) {
        return find("hash", hash).firstResultOptional();
    }

    static List<ApiKeyEntity> after(String id, int rows) {
        return find("id > ?1 order by id", id).range(0, rows - 1).list();
    }

    /** Locks the keys of admins, so that two who revoke each other's wait. */
    static List<ApiKeyEntity> lockAdmins() {
        return ApiKeyEntity.<ApiKeyEntity>find("role = ?1 and revokedAt is null order by id", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    static void used(String id, Instant now) {
        update("lastUsedAt = ?1 where id = ?2", now, id);
    }

    boolean opens(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }
}
