package org.crosscheck.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/** A state that something shared came to have, or its deletion. */
@Entity
@Table(name = "shared_revision")
@IdClass(SharedRevisionEntity.Key.class)
class SharedRevisionEntity extends PanacheEntityBase {

    private static final String LAST = """
            SELECT entity_id, max(revision) FROM shared_revision
             WHERE kind = :kind AND entity_id = ANY(:entities) GROUP BY entity_id
            """;

    /** Primary key. */
    record Key(SharedRevisions.Kind kind, String entityId, int revision, boolean deleted) implements Serializable {}

    @Id
    @Enumerated(EnumType.STRING)
    SharedRevisions.Kind kind;

    @Id
    @Column(name = "entity_id")
    String entityId;

    @Id
    int revision;

    /** Whether this is the deletion of the revision. */
    @Id
    boolean deleted;

    /** The state in JSON; null for a deletion. */
    String body;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    String reason;

    Act act() {
        return new Act(madeBy, madeAt, reason);
    }

    static List<SharedRevisionEntity> from(SharedRevisions.Kind kind, String entity, int revision, int states) {
        return find("kind = ?1 and entityId = ?2 and revision >= ?3 order by revision, deleted", kind, entity, revision)
                // Each may have been deleted.
                .range(0, 2 * states - 1)
                .list();
    }

    static List<SharedRevisionEntity> before(SharedRevisions.Kind kind, String entity, int revision) {
        return list(
                "kind = ?1 and entityId = ?2 and revision = (select max(r.revision) from SharedRevisionEntity r"
                        + " where r.kind = ?1 and r.entityId = ?2 and r.revision < ?3) order by deleted",
                kind,
                entity,
                revision);
    }

    static List<SharedRevisionEntity> of(SharedRevisions.Kind kind, String entity, int revision) {
        return list("kind = ?1 and entityId = ?2 and revision = ?3 order by deleted", kind, entity, revision);
    }

    static Map<String, Integer> last(SharedRevisions.Kind kind, Collection<String> entities) {
        Map<String, Integer> last = new HashMap<>();
        if (entities.isEmpty()) return last;
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("kind", kind.name())
                .setParameter("entities", entities.toArray(String[]::new))
                .getResultList()
                .forEach(row -> last.put(row.get(0, String.class), row.get(1, Integer.class)));
        return last;
    }
}
