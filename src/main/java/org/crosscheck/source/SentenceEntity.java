package org.crosscheck.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.lineage.Sentence;
import org.hibernate.Session;

/** A sentence's row. */
@Entity
@Table(name = "sentence")
@IdClass(SentenceEntity.Key.class)
class SentenceEntity extends PanacheEntityBase {
    /** How many prints one look-up asks for: an index compares each row that it finds with all of them. */
    private static final int ASKED = 4096;

    /**
     * Prints of one look-up at most, the smallest: a sample that texts with common prints have in common (Broder, 1997). It is all
     * prints of some eight thousand words.
     */
    private static final int SAMPLE = 2 * ASKED;

    private static final String SHARING = """
            SELECT * FROM sentence WHERE story_id = :story AND prints && CAST(:prints AS bigint[])
            """;

    /** Primary key. */
    record Key(String storyId, String source, int start) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    @Column(name = "source_id")
    String source;

    @Id
    @Column(name = "start_at")
    int start;

    @Column(name = "end_at")
    int end;

    int words;

    int unquoted;

    @Column(name = "origin_id")
    String origin;

    long[] prints;

    static SentenceEntity of(String story, String source, Sentence sentence) {
        SentenceEntity row = new SentenceEntity();
        row.storyId = story;
        row.source = source;
        row.start = sentence.start();
        row.end = sentence.end();
        row.words = sentence.words();
        row.unquoted = sentence.unquoted();
        long salt = (long) story.hashCode() << Integer.SIZE;
        row.prints = Arrays.stream(sentence.prints()).map(print -> print ^ salt).toArray();
        return row;
    }

    /** As the finder takes it: prints of one story are mixed with one number, and compare like those that are not. */
    Sentence sentence() {
        return new Sentence(start, end, words, unquoted, prints);
    }

    /** All sentences of the story, in no order. */
    static List<SentenceEntity> of(String story) {
        return list("storyId", story);
    }

    /** The sentences of some sources, each source's in the order of its text. */
    static List<SentenceEntity> of(String story, Collection<String> sources) {
        if (sources.isEmpty()) return List.of();
        return db().createNativeQuery(
                        "SELECT * FROM sentence WHERE story_id = :story AND source_id = ANY(:ids) ORDER BY source_id, start_at",
                        SentenceEntity.class)
                .setParameter("story", story)
                .setParameter("ids", sources.toArray(String[]::new))
                .getResultList();
    }

    /** The sentences that have any of {@code prints}, which are sorted, in no order; of very many only the smallest are looked up. */
    static List<SentenceEntity> sharing(String story, long[] prints) {
        Map<Key, SentenceEntity> found = new HashMap<>();
        int asked = Math.min(prints.length, SAMPLE);
        for (int from = 0; from < asked; from += ASKED) {
            db().createNativeQuery(SHARING, SentenceEntity.class)
                    .setParameter("story", story)
                    .setParameter("prints", Arrays.copyOfRange(prints, from, Math.min(asked, from + ASKED)))
                    .getResultList()
                    .forEach(row -> found.put(new Key(story, row.source, row.start), row));
        }
        return new ArrayList<>(found.values());
    }

    /** The sources with sentences that go back to one of {@code origins}. */
    static Set<String> goingBackTo(String story, Collection<String> origins) {
        return new HashSet<>(db().createNativeQuery(
                        "SELECT DISTINCT source_id FROM sentence WHERE story_id = :story AND origin_id = ANY(:ids)",
                        String.class)
                .setParameter("story", story)
                .setParameter("ids", origins.toArray(String[]::new))
                .getResultList());
    }

    /** The copied sentences of some sources, in the order of their texts. */
    static Map<String, List<Copy>> copies(String story, Collection<String> sources) {
        Map<String, List<Copy>> copies = new HashMap<>();
        of(story, sources).stream()
                .filter(row -> row.origin != null)
                .forEach(row -> copies.computeIfAbsent(row.source, source -> new ArrayList<>())
                        .add(new Copy(row.start, row.end, row.origin)));
        return copies;
    }

    /** All prints of {@code rows}, each once. */
    static long[] prints(Collection<SentenceEntity> rows) {
        return rows.stream()
                .flatMapToLong(row -> Arrays.stream(row.prints))
                .sorted()
                .distinct()
                .toArray();
    }

    private static Session db() {
        return getEntityManager().unwrap(Session.class);
    }
}
