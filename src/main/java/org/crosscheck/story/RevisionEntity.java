package org.crosscheck.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** A state that something had before it was changed or deleted. */
@Entity
@Table(name = "revision")
@IdClass(RevisionEntity.Key.class)
public class RevisionEntity extends PanacheEntityBase {

    private static final String LAST = """
            SELECT entity_id, max(revision) FROM revision
             WHERE story_id = :story AND kind = :kind AND entity_id = ANY(:entities) GROUP BY entity_id
            """;

    /** What has revisions. */
    public enum Kind {
        STORY,
        ATTRIBUTE,
        SOURCE,
        FACT,
        DECISION
    }

    /** Primary key. */
    public record Key(String storyId, UUID id) implements java.io.Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    Kind kind;

    @Column(name = "entity_id")
    String entityId;

    public int revision;

    /** Whether this state ended with a deletion. */
    public boolean deleted;

    /** The state in JSON. */
    public String body;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    static List<RevisionEntity> of(String story, Kind kind, String entity) {
        return list("storyId = ?1 and kind = ?2 and entityId = ?3 order by revision", story, kind, entity);
    }

    static Optional<RevisionEntity> of(String story, Kind kind, String entity, int revision) {
        return find(
                        "storyId = ?1 and kind = ?2 and entityId = ?3 and revision = ?4 order by recordedAt desc",
                        story,
                        kind,
                        entity,
                        revision)
                .firstResultOptional();
    }

    /** The last revisions of anything of those names that was deleted or changed. */
    static Map<String, Integer> last(String story, Kind kind, Collection<String> entities) {
        if (entities.isEmpty()) return Map.of();
        Map<String, Integer> last = new HashMap<>();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LAST, Tuple.class)
                .setParameter("story", story)
                .setParameter("kind", kind.name())
                .setParameter("entities", entities.toArray(String[]::new))
                .getResultList()
                .forEach(row -> last.put(row.get(0, String.class), row.get(1, Integer.class)));
        return last;
    }
}
