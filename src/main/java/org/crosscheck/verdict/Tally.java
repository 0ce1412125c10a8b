package org.crosscheck.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crosscheck.value.Value;

/**
 * Gathers the facts of one attribute into value groups, one pass and no fact kept. PostgreSQL does the same with GROUP BY
 * for stored facts; both give the same groups.
 */
public final class Tally {
    /** Sorts as PostgreSQL does under COLLATE "C": by code point. */
    public static final Comparator<String> BY_CODE_POINT = Tally::compareCodePoints;

    private record Key(String voice, Stance stance, String value, Instant asOf) {}

    private static final class Group {
        private Value value;
        private String firstFact;
        private long count;
        private final Set<String> sources = new HashSet<>();
        private final Set<String> origins = new HashSet<>();
        private final SortedSet<String> wordings = new TreeSet<>(BY_CODE_POINT);
        private final SortedSet<String> facts = new TreeSet<>(BY_CODE_POINT);

        void add(Fact fact) {
            count++;
            if (firstFact == null || BY_CODE_POINT.compare(fact.id(), firstFact) < 0) {
                firstFact = fact.id();
                value = fact.value();
            }
            sources.add(fact.source());
            origins.add(fact.origin());
            if (fact.wording() != null) sample(wordings, fact.wording());
            sample(facts, fact.id());
        }

        private static void sample(SortedSet<String> kept, String next) {
            boolean full = kept.size() == ValueGroup.SAMPLE;
            if (full && BY_CODE_POINT.compare(next, kept.last()) >= 0) return;
            if (kept.add(next) && full) kept.remove(kept.last());
        }
    }

    private final boolean evolving;
    private final Map<Key, Group> groups = new HashMap<>();
    /** The key of each notation met, since making one takes longer than looking it up. */
    private final Map<Value, String> keys = new HashMap<>();

    /** @param evolving whether facts of different times are kept apart */
    public Tally(boolean evolving) {
        this.evolving = evolving;
    }

    public void add(Fact fact) {
        String value = fact.value() == null ? null : keys.computeIfAbsent(fact.value(), Value::key);
        groups.computeIfAbsent(
                        new Key(fact.voice(), fact.stance(), value, evolving ? fact.asOf() : null), key -> new Group())
                .add(fact);
    }

    /** The groups of the facts added so far. */
    public Collection<ValueGroup> groups() {
        List<ValueGroup> all = new ArrayList<>(groups.size());
        groups.forEach((key, group) -> all.add(new ValueGroup(
                key.voice,
                key.stance,
                group.value,
                key.asOf,
                group.count,
                sorted(group.sources),
                sorted(group.origins),
                List.copyOf(group.wordings),
                List.copyOf(group.facts))));
        return all;
    }

    private static Set<String> sorted(Set<String> ids) {
        SortedSet<String> sorted = new TreeSet<>(BY_CODE_POINT);
        sorted.addAll(ids);
        return sorted;
    }

    private static int compareCodePoints(String a, String b) {
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x == y) continue;
            boolean xPair = Character.isSurrogate(x);
            boolean yPair = Character.isSurrogate(y);
            return xPair == yPair ? Character.compare(x, y) : xPair ? 1 : -1;
        }
        return Integer.compare(a.length(), b.length());
    }
}
