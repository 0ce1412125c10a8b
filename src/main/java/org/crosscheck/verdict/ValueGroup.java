package org.crosscheck.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crosscheck.value.Value;

/**
 * All facts in which one voice takes one stance with one value (and, for an evolving attribute, at one time).
 *
 * @param value null where the stance is OMITS
 * @param asOf null unless the attribute is evolving
 * @param count how many facts
 * @param sources the ids of all sources that report it, sorted
 * @param origins the ids of all sources that the facts' sentences go back to, sorted; they may be fewer
 * @param wordings their words, sorted, at most {@link #SAMPLE} of them
 * @param facts the facts' ids, sorted, at most {@link #SAMPLE} of them
 */
public record ValueGroup(
        String voice,
        Stance stance,
        Value value,
        Instant asOf,
        long count,
        Set<String> sources,
        Set<String> origins,
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
        return union(some, more).stream().limit(SAMPLE).toList();
    }

    private static Set<String> union(Collection<String> some, Collection<String> more) {
        Set<String> all = new TreeSet<>(Tally.BY_CODE_POINT);
        all.addAll(some);
        all.addAll(more);
        return all;
    }
}
