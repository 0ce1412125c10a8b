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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.decision.Standing;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** A finding's row, written by {@link FindingWriter}. */
@Entity
@Table(name = "finding")
@IdClass(FindingEntity.Key.class)
class FindingEntity extends PanacheEntityBase {

    private static final String STATES = """
            SELECT attribute_id, CASE WHEN CAST(state AS json) ->> 'verdict' = verdict THEN state ELSE body END FROM finding
             WHERE story_id = :story AND attribute_id = ANY(:attributes)
            """;

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

    /** Where the decision in {@link #body} stands. */
    @Enumerated(EnumType.STRING)
    Standing decision;

    String[] voices;

    String[] concepts;

    /** The finding in JSON. */
    String body;

    /** How it stands, as a {@link VerdictState} in JSON; null where {@link #body} was written before that was kept beside it, by an older program. */
    String state;

    static void delete(String story, Collection<String> attributes) {
        if (!attributes.isEmpty()) delete("storyId = ?1 and attribute in ?2", story, attributes);
    }

    /** How the finding on each of {@code attributes} stands, in JSON that has more in it where an older program wrote it. */
    static Map<String, String> states(String story, Collection<String> attributes) {
        Map<String, String> states = new HashMap<>();
        if (attributes.isEmpty()) return states;
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(STATES, Object[].class)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .getResultList()
                .forEach(row -> states.put((String) row[0], (String) row[1]));
        return states;
    }

    /** The verdict on each attribute of the story. */
    static Map<String, Flag> verdicts(String story) {
        Map<String, Flag> verdicts = new HashMap<>();
        getEntityManager()
                .createQuery("select attribute, verdict from FindingEntity where storyId = :story", Object[].class)
                .setParameter("story", story)
                .getResultList()
                .forEach(row -> verdicts.put((String) row[0], (Flag) row[1]));
        return verdicts;
    }

    /** The finding on {@code attribute} in JSON, if there is one. */
    static Optional<String> body(String story, String attribute) {
        return getEntityManager()
                .createQuery("select body from FindingEntity where storyId = ?1 and attribute = ?2", String.class)
                .setParameter(1, story)
                .setParameter(2, attribute)
                .getResultStream()
                .findFirst();
    }

    /** Those whose decision stands in one of these ways, and whose verdict is one of these, or any where none is given. */
    static List<FindingEntity> after(
            List<Flag> verdicts, Set<Standing> decisions, String story, String attribute, int rows) {
        Map<String, Object> parameters = new HashMap<>(Map.of("story", story, "attribute", attribute));
        String query = "(storyId, attribute) > (:story, :attribute)";
        if (!verdicts.isEmpty()) {
            query += " and verdict in :verdicts";
            parameters.put("verdicts", verdicts);
        }
        if (decisions.size() < Standing.values().length) {
            query += " and decision in :decisions";
            parameters.put("decisions", decisions);
        }
        return FindingEntity.<FindingEntity>find(query + " order by storyId, attribute", parameters)
                .range(0, rows - 1)
                .list();
    }
}
