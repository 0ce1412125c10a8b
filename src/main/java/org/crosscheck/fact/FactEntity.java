package org.crosscheck.fact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.story.KeptEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.StoryScopedId;
import org.crosscheck.story.Touched;
import org.crosscheck.verdict.Stance;
import org.hibernate.Session;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A fact's row. */
@Entity
@Table(name = "fact")
@IdClass(StoryScopedId.class)
public class FactEntity extends KeptEntity {
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

    /** What proposed it. */
    String rule;

    BigDecimal confidence;

    @JdbcTypeCode(SqlTypes.JSON)
    Evidence evidence;

    String reason;

    /** The source that its sentence is a copy of, or null. */
    @Column(name = "copied_from")
    String copiedFrom;

    @Override
    public Kept kept() {
        return new Kept(storyId, RevisionEntity.Kind.FACT, id, ordinal, view());
    }

    static Optional<FactEntity> byId(String story, String id) {
        return findByIdOptional(new StoryScopedId(story, id));
    }

    static List<FactEntity> byIds(String story, Collection<String> ids) {
        return ids.isEmpty() ? List.of() : list("id = ANY(:ids)", story, ids);
    }

    /** The facts of some sources, in the order in which each gives them. */
    public static List<FactEntity> ofSources(String story, Collection<String> sources) {
        return sources.isEmpty()
                ? List.of()
                : list("source_id = ANY(:ids) ORDER BY source_id, ordinal, id", story, sources);
    }

    /** An array, since there may be more ids than a statement may have parameters. */
    private static List<FactEntity> list(String condition, String story, Collection<String> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("SELECT * FROM fact WHERE story_id = :story AND " + condition, FactEntity.class)
                .setParameter("story", story)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultList();
    }

    static List<FactEntity> accepted(String story, String attribute) {
        return list(
                "storyId = ?1 and attribute = ?2 and status = ?3 order by source, id",
                story,
                attribute,
                Status.ACCEPTED);
    }

    /** How many accepted facts each source has that has any. */
    static Map<String, Long> counts(String story) {
        Map<String, Long> counts = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select f.source, count(*) from FactEntity f where f.storyId = ?1 and f.status = ?2 group by f.source",
                        Object[].class)
                .setParameter(1, story)
                .setParameter(2, Status.ACCEPTED)
                .getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** The attributes on which some sources have facts. */
    static List<String> attributesOf(String story, Collection<String> sources) {
        if (sources.isEmpty()) return List.of();
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT DISTINCT attribute_id FROM fact WHERE story_id = :story AND source_id = ANY(:ids)",
                        String.class)
                .setParameter("story", story)
                .setParameter("ids", sources.toArray(String[]::new))
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

    /** The place behind the last fact of each of the story's sources that has any. */
    static Map<String, Integer> nextOrdinals(String story) {
        Map<String, Integer> next = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select f.source, max(f.ordinal) from FactEntity f where f.storyId = ?1 group by f.source",
                        Object[].class)
                .setParameter(1, story)
                .getResultList()
                .forEach(row -> next.put((String) row[0], (Integer) row[1] + 1));
        return next;
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
        rule = fact.rule();
        confidence = fact.confidence();
        evidence = fact.evidence();
    }

    /** Adds the attribute that it is on to {@code touched}. */
    Touched touched(Touched touched) {
        return touched.fact(attribute, source, id);
    }

    /** The same of one that is new. */
    Touched added(Touched touched) {
        return touched.newFact(attribute, source, id);
    }

    /** The fact in JSON. */
    public FactView view() {
        return new FactView(
                id,
                source,
                attribute,
                claimant,
                stance,
                value,
                wording,
                certainty,
                asOf,
                status,
                origin,
                rule,
                confidence,
                evidence,
                reason,
                revision);
    }
}
