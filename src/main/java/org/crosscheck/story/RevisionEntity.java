package org.crosscheck.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A state that something had before it was changed or deleted. */
@Entity
@Table(name = "revision")
@IdClass(RevisionEntity.Key.class)
public class RevisionEntity extends PanacheEntityBase {

    /** What has revisions. */
    public enum Kind {
        STORY,
        ATTRIBUTE,
        SOURCE,
        FACT
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

    /** The last revision of anything of that name that was deleted or changed; 0 if there never was one. */
    static int last(String story, Kind kind, String entity) {
        Integer last = getEntityManager()
                .createQuery(
                        "select max(r.revision) from RevisionEntity r where r.storyId = ?1 and r.kind = ?2 and r.entityId = ?3",
                        Integer.class)
                .setParameter(1, story)
                .setParameter(2, kind)
                .setParameter(3, entity)
                .getSingleResult();
        return last == null ? 0 : last;
    }
}
