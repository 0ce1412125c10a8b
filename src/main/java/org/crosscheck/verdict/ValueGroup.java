package org.crosscheck.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosscheck.value.Value;

/**
 * All facts in which one voice takes one stance with one value (and, for an evolving attribute, at one time).
 *
 * @param value null where the stance is OMITS
 * @param asOf null unless the attribute is evolving
 * @param count how many facts
 * @param sources the ids of all sources that report it, sorted, each once
 * @param origins the ids of all sources that the facts' sentences go back to, sorted, each once; they may be fewer
 * @param wordings their words, sorted, at most {@link #SAMPLE} of them
 * @param facts the facts' ids, sorted, at most {@link #SAMPLE} of them
 */
public record ValueGroup(
        String voice,
        Stance stance,
        Value value,
        Instant asOf,
        long count,
        List<String> sources,
        List<String> origins,
        List<String> wordings,
        List<String> facts) {
    /** How many wordings and fact ids a group carries, so that a report does not grow with the number of facts. */
    public static final int SAMPLE = 100;

    /** By voice, stance, time and value. */
    static final Comparator<ValueGroup> ORDER = Comparator.comparing(ValueGroup::voice)
            .thenComparing(ValueGroup::stance)
            .thenComparing(ValueGroup::asOf, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(group -> group.value() == null ? "" : group.value().key());

    ValueGroup spokenBy(String other) {
        return new ValueGroup(other, stance, value, asOf, count, sources, origins, wordings, facts);
    }

    /** This group and {@code other}, which differs from it in its facts only, of which they share none. */
    public ValueGroup and(ValueGroup other) {
        boolean first = Tally.BY_CODE_POINT.compare(facts.get(0), other.facts.get(0)) <= 0;
        return new ValueGroup(
                voice,
                stance,
                first ? value : other.value,
                asOf,
                count + other.count,
                union(sources, other.sources),
                union(origins, other.origins),
                sample(wordings, other.wordings),
                sample(facts, other.facts));
    }

    private static List<String> sample(List<String> some, List<String> more) {
        List<String> all = union(some, more);
        return all.size() <= SAMPLE ? all : List.copyOf(all.subList(0, SAMPLE));
    }

    /** What is in one of two sorted lists, sorted, each once. */
    private static List<String> union(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some.size() + more.size());
        int i = 0;
        int j = 0;
        while (i < some.size() && j < more.size()) {
            int order = Tally.BY_CODE_POINT.compare(some.get(i), more.get(j));
            all.add(order <= 0 ? some.get(i) : more.get(j));
            if (order <= 0) i++;
            if (order >= 0) j++;
        }
        all.addAll(some.subList(i, some.size()));
        all.addAll(more.subList(j, more.size()));
        return all;
    }
}
