package org.crosscheck.change;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crosscheck.verdict.Flag;

/** The row of a change of a verdict. Never changed, but for the number that it gets, see {@link Numbering}. */
@Entity
@Table(name = "verdict_change")
@IdClass(ChangeEntity.Key.class)
class ChangeEntity extends PanacheEntityBase {
    /** Bounded, so that it costs little where nobody has given numbers for long. */
    private static final String WAITING = """
            SELECT count(*), CAST(extract(epoch FROM min(CAST(CAST(body AS json) ->> 'at' AS timestamptz))) AS float8)
              FROM (SELECT body FROM verdict_change WHERE number IS NULL ORDER BY version LIMIT 1000) waiting
            """;

    private static final String NUMBER = """
            UPDATE verdict_change c SET number = :last + next.place
              FROM unnest(CAST(:stories AS text[]), CAST(:ids AS uuid[])) WITH ORDINALITY AS next (story_id, id, place)
             WHERE c.story_id = next.story_id AND c.id = next.id
            """;

    /** Primary key. */
    record Key(String storyId, UUID id) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    UUID id;

    long version;

    @Column(name = "attribute_id")
    String attribute;

    /** Null until it has one. */
    Long number;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_verdict")
    Flag fromVerdict;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_verdict")
    Flag toVerdict;

    /** The event in JSON, without its number. */
    String body;

    /** The next ones to get a number: in a story, versions come in order, whatever the clocks of processes say. */
    static List<Key> unnumbered(int rows) {
        return getEntityManager()
                .createQuery(
                        "select storyId, id from ChangeEntity where number is null order by version, storyId, attribute, id",
                        Key.class)
                .setMaxResults(rows)
                .getResultList();
    }

    /** Gives these the numbers after {@code last}. */
    static void number(long last, List<Key> next) {
        getSession()
                .createNativeMutationQuery(NUMBER)
                .setParameter("last", last)
                .setParameter("stories", next.stream().map(Key::storyId).toArray(String[]::new))
                .setParameter("ids", next.stream().map(Key::id).toArray(UUID[]::new))
                .executeUpdate();
    }

    static boolean anyUnnumbered() {
        return !unnumbered(1).isEmpty();
    }

    static boolean anyUnnumbered(String story) {
        return find("storyId = ?1 and number is null", story)
                .firstResultOptional()
                .isPresent();
    }

    /** How many have no number, up to 1000, and when the oldest of those was made, in seconds since 1970, if there is one. */
    static Tuple waiting() {
        return getSession().createNativeQuery(WAITING, Tuple.class).getSingleResult();
    }

    /** The last number that was given; 0 before the first. */
    static long head() {
        return getEntityManager()
                .createQuery("select coalesce(max(c.number), 0) from ChangeEntity c", Long.class)
                .getSingleResult();
    }

    /** The last number that a change of {@code story} was given; 0 before the first. */
    static long head(String story) {
        return getEntityManager()
                .createQuery("select coalesce(max(c.number), 0) from ChangeEntity c where c.storyId = ?1", Long.class)
                .setParameter(1, story)
                .getSingleResult();
    }

    /** Changes numbered after {@code after}, in their order. */
    static List<ChangeEntity> after(long after, ChangeFilter filter, int rows) {
        return find("number > :after" + filter.condition() + " order by number", with("after", after, filter))
                .range(0, rows - 1)
                .list();
    }

    /** Changes numbered before {@code before}, the last one first. */
    static List<ChangeEntity> before(long before, ChangeFilter filter, int rows) {
        return find("number < :before" + filter.condition() + " order by number desc", with("before", before, filter))
                .range(0, rows - 1)
                .list();
    }

    private static Map<String, Object> with(String name, long number, ChangeFilter filter) {
        Map<String, Object> parameters = filter.parameters();
        parameters.put(name, number);
        return parameters;
    }

    /** A story's changes by version, after a position among them. */
    static List<ChangeEntity> ofStory(String story, long version, String attribute, UUID id, int rows) {
        return find(
                        "storyId = ?1 and (version, attribute, id) > (?2, ?3, ?4) order by version, attribute, id",
                        story,
                        version,
                        attribute,
                        id)
                .range(0, rows - 1)
                .list();
    }

    /** A story's changes between two versions, the later one included, in their order. */
    static List<ChangeEntity> between(String story, long since, long until) {
        return list("storyId = ?1 and version > ?2 and version <= ?3 order by version, attribute", story, since, until);
    }
}
