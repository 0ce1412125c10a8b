package org.crosscheck.fact;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.crosscheck.story.StoryScopedId;
import org.crosscheck.verdict.Stance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A fact's row. */
@Entity
@Table(name = "fact")
@IdClass(StoryScopedId.class)
public class FactEntity extends PanacheEntityBase {
    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    public String id;

    @Column(name = "source_id")
    public String source;

    /** Its place among the facts of its source. */
    int ordinal;

    @Column(name = "attribute_id")
    public String attribute;

    @Column(name = "claimant_id")
    String claimant;

    @Enumerated(EnumType.STRING)
    Stance stance;

    @JdbcTypeCode(SqlTypes.JSON)
    ValueView value;

    /** Names the value among those of its voice; see {@link org.crosscheck.value.Value#key}. */
    @Column(name = "value_key")
    String valueKey;

    @Column(name = "concept_id")
    String concept;

    String wording;

    @Enumerated(EnumType.STRING)
    Certainty certainty;

    @Column(name = "as_of")
    Instant asOf;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @JdbcTypeCode(SqlTypes.JSON)
    Evidence evidence;

    String reason;

    int revision;

    static Optional<FactEntity> byId(String story, String id) {
        return findByIdOptional(new StoryScopedId(story, id));
    }

    static List<FactEntity> byIds(String story, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("storyId = ?1 and id in ?2", story, ids);
    }

    /** The facts of some sources, in the order in which each gives them. */
    public static List<FactEntity> ofSources(String story, Collection<String> sources) {
        return sources.isEmpty()
                ? List.of()
                : list("storyId = ?1 and source in ?2 order by source, ordinal, id", story, sources);
    }

    /** The attributes on which some sources have facts. */
    static List<String> attributesOf(String story, Collection<String> sources) {
        if (sources.isEmpty()) return List.of();
        return getEntityManager()
                .createQuery(
                        "select distinct f.attribute from FactEntity f where f.storyId = ?1 and f.source in ?2",
                        String.class)
                .setParameter(1, story)
                .setParameter(2, sources)
                .getResultList();
    }

    static int nextOrdinal(String story, String source) {
        Integer last = getEntityManager()
                .createQuery(
                        "select max(f.ordinal) from FactEntity f where f.storyId = ?1 and f.source = ?2", Integer.class)
                .setParameter(1, story)
                .setParameter(2, source)
                .getSingleResult();
        return last == null ? 0 : last + 1;
    }

    /** The concept that the value is or that its unit is; else null. */
    public String concept() {
        return concept;
    }

    /** Takes over all that {@code normal} states. Review and place stay the caller's. */
    void state(NormalFact normal) {
        FactView fact = normal.fact();
        source = fact.source();
        attribute = fact.attribute();
        claimant = fact.claimant();
        stance = fact.stance();
        value = fact.value();
        valueKey = normal.value() == null ? null : normal.value().key();
        concept = normal.concept();
        wording = fact.wording();
        certainty = fact.certainty();
        asOf = fact.asOf();
        status = fact.status();
        origin = fact.origin();
        evidence = fact.evidence();
    }

    /** The fact in JSON. */
    public FactView view() {
        return new FactView(
                id, source, attribute, claimant, stance, value, wording, certainty, asOf, status, origin, evidence,
                reason, revision);
    }
}
