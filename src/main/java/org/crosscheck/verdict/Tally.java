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
        private final Sample wordings = new Sample(new HashSet<>());
        /** Their ids are different. */
        private final Sample facts = new Sample(new ArrayList<>());

        void add(Fact fact) {
            count++;
            if (firstFact == null || BY_CODE_POINT.compare(fact.id(), firstFact) < 0) {
                firstFact = fact.id();
                value = fact.value();
            }
            sources.add(fact.source());
            origins.add(fact.origin());
            if (fact.wording() != null) wordings.add(fact.wording());
            facts.add(fact.id());
        }
    }

    /** The first ones of what is added, as a group carries them. Sorts only when it has twice as many. */
    private static final class Sample {
        private final Collection<String> kept;
        private String last;

        /** @param kept a set where the same may come twice */
        Sample(Collection<String> kept) {
            this.kept = kept;
        }

        void add(String next) {
            if (last != null && BY_CODE_POINT.compare(next, last) >= 0) return;
            kept.add(next);
            if (kept.size() == 2 * ValueGroup.SAMPLE) {
                List<String> first = sorted();
                last = first.get(first.size() - 1);
                kept.clear();
                kept.addAll(first);
            }
        }

        List<String> sorted() {
            return kept.stream().sorted(BY_CODE_POINT).limit(ValueGroup.SAMPLE).toList();
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
        groups.forEach((key, group) -> {
            List<String> sources = sorted(group.sources);
            all.add(new ValueGroup(
                    key.voice,
                    key.stance,
                    group.value,
                    key.asOf,
                    group.count,
                    sources,
                    group.origins.equals(group.sources) ? sources : sorted(group.origins),
                    group.wordings.sorted(),
                    group.facts.sorted()));
        });
        return all;
    }

    private static List<String> sorted(Set<String> ids) {
        List<String> sorted = new ArrayList<>(ids);
        sorted.sort(BY_CODE_POINT);
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
