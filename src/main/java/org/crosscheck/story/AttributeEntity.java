package org.crosscheck.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.crosscheck.value.Value;
import org.hibernate.Session;

/** An attribute's row. */
@Entity
@Table(name = "attribute")
@IdClass(StoryScopedId.class)
public class AttributeEntity extends KeptEntity {
    @Id
    @Column(name = "story_id")
    public String storyId;

    @Id
    public String id;

    /** Its place among the attributes of the story. */
    public int ordinal;

    public String label;

    String question;

    @Enumerated(EnumType.STRING)
    public Value.Type type;

    public String unit;

    String[] cues = {};

    public BigDecimal tolerance;

    public boolean evolving;

    /** Whether no fact on it has been accepted yet, so that no report shows it. */
    public boolean proposed;

    @Override
    public Kept kept() {
        return new Kept(
                storyId,
                RevisionEntity.Kind.ATTRIBUTE,
                id,
                ordinal,
                AttributeView.of(this).stated(id));
    }

    static Optional<AttributeEntity> byId(String story, String id) {
        return findByIdOptional(new StoryScopedId(story, id));
    }

    /** All attributes of the story, in its order. */
    public static List<AttributeEntity> of(String story) {
        return list("storyId = ?1 order by ordinal, id", story);
    }

    /** Those that reports show, in the story's order. */
    public static List<AttributeEntity> accepted(String story) {
        return list("storyId = ?1 and not proposed order by ordinal, id", story);
    }

    public static List<AttributeEntity> of(String story, Collection<String> ids) {
        if (ids.isEmpty()) return List.of();
        // An array: with a list each number of ids would be a statement of its own.
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT * FROM attribute WHERE story_id = :story AND id = ANY(:ids) ORDER BY ordinal, id",
                        AttributeEntity.class)
                .setParameter("story", story)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    static List<AttributeEntity> after(String story, int ordinal, String id, int rows) {
        return find(
                        "storyId = ?1 and (ordinal > ?2 or (ordinal = ?2 and id > ?3)) order by ordinal, id",
                        story,
                        ordinal,
                        id)
                .range(0, rows - 1)
                .list();
    }

    static int nextOrdinal(String story) {
        return of(story).stream()
                .mapToInt(attribute -> attribute.ordinal + 1)
                .max()
                .orElse(0);
    }
}
