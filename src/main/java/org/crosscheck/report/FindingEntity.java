package org.crosscheck.report;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.crosscheck.verdict.Flag;

/** A finding's row. */
@Entity
@Table(name = "finding")
@IdClass(FindingEntity.Key.class)
class FindingEntity extends PanacheEntityBase {

    /** Primary key. */
    record Key(String storyId, String attribute) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    @Column(name = "attribute_id")
    String attribute;

    int ordinal;

    @Enumerated(EnumType.STRING)
    Flag verdict;

    String[] voices;

    String[] concepts;

    /** The finding in JSON. */
    String body;

    static List<FindingEntity> of(String story, Collection<String> attributes) {
        return attributes.isEmpty() ? List.of() : list("storyId = ?1 and attribute in ?2", story, attributes);
    }

    static List<FindingEntity> after(List<Flag> verdicts, String story, String attribute, int rows) {
        String position = "(storyId, attribute) > (?1, ?2)";
        String order = " order by storyId, attribute";
        return (verdicts.isEmpty()
                        ? FindingEntity.<FindingEntity>find(position + order, story, attribute)
                        : FindingEntity.<FindingEntity>find(
                                "verdict in ?3 and " + position + order, story, attribute, verdicts))
                .range(0, rows - 1)
                .list();
    }

    /** Deletes the findings on {@code attributes}, which are not asked any more. Tells whether there were any. */
    static boolean withdraw(String story, Collection<String> attributes) {
        return !attributes.isEmpty() && delete("storyId = ?1 and attribute in ?2", story, attributes) > 0;
    }

    /** Whether it already says this. */
    boolean says(FindingEntity other) {
        return ordinal == other.ordinal
                && body.equals(other.body)
                && Arrays.equals(voices, other.voices)
                && Arrays.equals(concepts, other.concepts);
    }

    void take(FindingEntity other) {
        ordinal = other.ordinal;
        verdict = other.verdict;
        voices = other.voices;
        concepts = other.concepts;
        body = other.body;
    }
}
