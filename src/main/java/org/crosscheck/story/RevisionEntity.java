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
import java.util.Locale;
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
        DECISION,
        /** What a decision rested on that was deleted with its story; kept with the id of the decision. */
        DECISION_BASIS,
        /** The parties and concepts that a deleted story stated; kept with the id of the story. */
        STATED_NAMES;

        /** What an editor calls it. */
        String noun() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
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
    public String entityId;

    public int revision;

    /** Its place among its like. */
    public Integer ordinal;

    /** The edit that wrote the state; null where it is older than edits. */
    @Column(name = "began_by")
    UUID beganBy;

    /** The edit that ended it; null where it is older than edits. */
    @Column(name = "ended_by")
    UUID endedBy;

    /** The version of a story that this state's end deleted; else null. */
    Long version;

    /** Whether this state ended with a deletion. */
    public boolean deleted;

    /** The state in JSON. */
    public String body;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    static List<RevisionEntity> of(String story, Kind kind, String entity) {
        return list("storyId = ?1 and kind = ?2 and entityId = ?3 order by revision", story, kind, entity);
    }

    static List<RevisionEntity> from(String story, Kind kind, String entity, int revision, int states) {
        return find(
                        "storyId = ?1 and kind = ?2 and entityId = ?3 and revision >= ?4 order by revision",
                        story,
                        kind,
                        entity,
                        revision)
                .range(0, states - 1)
                .list();
    }

    static Optional<RevisionEntity> before(String story, Kind kind, String entity, int revision) {
        return find(
                        "storyId = ?1 and kind = ?2 and entityId = ?3 and revision < ?4 order by revision desc",
                        story,
                        kind,
                        entity,
                        revision)
                .firstResultOptional();
    }

    static Optional<RevisionEntity> deletion(String story, Kind kind, String entity) {
        return find(
                        "storyId = ?1 and kind = ?2 and entityId = ?3 and deleted order by revision desc",
                        story,
                        kind,
                        entity)
                .firstResultOptional();
    }

    static List<RevisionEntity> with(RevisionEntity deletion, Kind kind) {
        return list(
                "storyId = ?1 and endedBy = ?2 and deleted and kind = ?3 order by ordinal, entityId",
                deletion.storyId,
                deletion.endedBy,
                kind);
    }

    /** The last version that a story of that name had when it was deleted; 0 where none was. */
    static long lastVersion(String story) {
        Long last = getEntityManager()
                .createQuery(
                        "select max(version) from RevisionEntity where storyId = ?1 and kind = ?2 and entityId = ?1",
                        Long.class)
                .setParameter(1, story)
                .setParameter(2, Kind.STORY)
                .getSingleResult();
        return last == null ? 0 : last;
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
