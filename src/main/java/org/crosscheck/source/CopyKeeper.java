package org.crosscheck.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.lineage.CopyFinder;
import org.crosscheck.lineage.Sentence;
import org.crosscheck.lineage.Sentences;

/**
 * Keeps what stored sources copy from each other. Looks only at sources that share text with those that changed; what it stores is
 * what {@link Copies#among} finds in all of them. The caller has locked the story.
 */
@ApplicationScoped
public class CopyKeeper {

    /**
     * Those of the story's sources with texts that were not read, or by other rules than ours, as if they had moved; each with its
     * publication.
     */
    public Map<String, Instant> unread(String story) {
        Map<String, Instant> unread = new HashMap<>();
        SourceEntity.toRead(story).forEach(source -> unread.put(source.id, source.publishedAt));
        return unread;
    }

    /**
     * Sources whose text, time or credits change, or which come or go.
     *
     * @param since the earliest publication of any of them, before or after
     * @param prints what they had before
     */
    public record Moved(Set<String> sources, Instant since, long[] prints) {}

    /** What {@code sources}, given with their earliest publication, have before they change or go. */
    public Moved moving(String story, Map<String, Instant> sources) {
        Instant since = sources.values().stream().min(Instant::compareTo).orElse(Instant.MAX);
        return new Moved(sources.keySet(), since, SentenceEntity.prints(SentenceEntity.of(story, sources.keySet())));
    }

    /** Follows what has moved. Returns the sources of which sentences, or all, now go back to others. */
    public Set<String> follow(String story, Moved moved) {
        if (moved.sources.isEmpty()) return Set.of();
        long[] read = read(story, moved.sources);
        List<Outline> order = Outline.inTime(story);
        Set<String> due = order.stream()
                .map(Outline::id)
                .filter(moved.sources::contains)
                .collect(Collectors.toCollection(HashSet::new));
        // A dossier moves all: then nobody needs to be looked for.
        if (due.size() < order.size()) {
            due.addAll(SentenceEntity.goingBackTo(story, moved.sources));
            due.addAll(sharing(story, moved.prints, order, moved.since));
            due.addAll(sharing(story, read, order, moved.since));
        }
        return settle(story, order, due, moved.sources);
    }

    /** Finds what the {@code due} copy, and then what those copy who share prints with them and for whom that matters. */
    private static Set<String> settle(String story, List<Outline> order, Set<String> due, Set<String> looked) {
        Set<String> changed = new HashSet<>();
        Set<String> next = due;
        do {
            due.addAll(next);
            Set<String> now = find(story, order, due);
            now.removeAll(changed);
            changed.addAll(now);
            now.removeAll(looked);
            Instant since = order.stream()
                    .filter(source -> now.contains(source.id()))
                    .map(Outline::publishedAt)
                    .findFirst()
                    .orElse(Instant.MAX);
            next = sharing(story, SentenceEntity.prints(SentenceEntity.of(story, now)), order, since);
        } while (!due.containsAll(next));
        return changed;
    }

    /** Reads the texts of {@code sources} into sentences anew. Returns their prints. */
    private static long[] read(String story, Collection<String> sources) {
        SentenceEntity.of(story, sources).forEach(SentenceEntity::delete);
        SentenceEntity.flush();
        List<SentenceEntity> rows = new ArrayList<>();
        for (SourceEntity source : SourceEntity.of(story, sources)) {
            boolean readable = source.text != null;
            source.readBy = readable ? Sentences.RULES : null;
            if (!readable) {
                source.copiedFrom = null;
                continue;
            }
            for (Sentence sentence : Sentences.of(source.text)) rows.add(SentenceEntity.of(story, source.id, sentence));
        }
        SentenceEntity.persist(rows);
        SentenceEntity.flush();
        return SentenceEntity.prints(rows);
    }

    /** The sources that share {@code prints} and are not earlier than {@code since}. */
    private static Set<String> sharing(String story, long[] prints, List<Outline> order, Instant since) {
        Set<String> sharing = SentenceEntity.sharing(story, prints).stream()
                .map(row -> row.source)
                .collect(Collectors.toSet());
        return order.stream()
                .filter(source ->
                        sharing.contains(source.id()) && !source.publishedAt().isBefore(since))
                .map(Outline::id)
                .collect(Collectors.toSet());
    }

    /** Finds what the {@code due} copy, and stores it. Returns those for which it is not what was stored. */
    private static Set<String> find(String story, List<Outline> order, Set<String> due) {
        Map<String, List<SentenceEntity>> rows = rows(story, order, due);
        CopyFinder finder = new CopyFinder(order.stream().map(Outline::id).toList());
        Map<String, String> wholes = new HashMap<>();
        Set<String> changed = new HashSet<>();
        for (Outline source : order) {
            List<SentenceEntity> own = rows.getOrDefault(source.id(), List.of());
            List<Sentence> sentences =
                    own.stream().map(SentenceEntity::sentence).toList();
            if (due.contains(source.id())) {
                CopyFinder.Found found = finder.find(sentences, source.credits());
                if (!Objects.equals(found.whole(), source.copiedFrom())) wholes.put(source.id(), found.whole());
                for (int i = 0; i < own.size(); i++) {
                    SentenceEntity row = own.get(i);
                    if (Objects.equals(row.origin, found.origins().get(i))) continue;
                    row.origin = found.origins().get(i);
                    changed.add(source.id());
                }
            }
            List<String> origins = new ArrayList<>();
            own.forEach(row -> origins.add(row.origin));
            finder.add(source.id(), sentences, origins);
        }
        SourceEntity.of(story, wholes.keySet()).forEach(source -> source.copiedFrom = wholes.get(source.id));
        changed.addAll(wholes.keySet());
        SourceEntity.flush();
        return changed;
    }

    /** The sentences that share prints with those of the {@code due}, by source, in the order of their texts. */
    private static Map<String, List<SentenceEntity>> rows(String story, List<Outline> order, Set<String> due) {
        List<SentenceEntity> rows = new ArrayList<>();
        if (due.size() == order.size()) {
            rows.addAll(SentenceEntity.of(story));
        } else {
            rows.addAll(SentenceEntity.of(story, due));
            SentenceEntity.sharing(story, SentenceEntity.prints(rows)).stream()
                    .filter(row -> !due.contains(row.source))
                    .forEach(rows::add);
        }
        rows.sort(Comparator.comparing(row -> row.start));
        Map<String, List<SentenceEntity>> bySource = new LinkedHashMap<>();
        rows.forEach(row -> bySource.computeIfAbsent(row.source, source -> new ArrayList<>())
                .add(row));
        return bySource;
    }
}
