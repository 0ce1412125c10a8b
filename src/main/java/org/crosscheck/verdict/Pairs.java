package org.crosscheck.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/**
 * Whether some two of many stands are disjoint, incomparable, or refine each other, and which. Stands with equal regions
 * count once. Ranges and phrases are decided without comparing every two of them; concepts, and voices with several ranges
 * side by side, are compared pair by pair until nothing more can be learnt.
 *
 * <p>Which pair is named does not depend on the order in which stands are given.
 */
interface Pairs {

    /** Two stands and the relation of left to right. */
    record Pair(Stand left, Stand right, Relation relation) {}

    /** Two stands with no answer in common. */
    Optional<Pair> disjoint();

    /** Two stands that no rule compares. */
    Optional<Pair> incomparable();

    /** Two stands of different precision. Reliable where {@link #disjoint} is empty. */
    Optional<Pair> refining();

    /** Whether all regions are equal. */
    default boolean allEqual() {
        return disjoint().isEmpty() && incomparable().isEmpty() && refining().isEmpty();
    }

    static Pairs among(List<Stand> stands, Taxonomy taxonomy) {
        List<Stand> distinct = distinct(stands);
        if (!distinct.isEmpty() && distinct.stream().allMatch(Stand::isText)) return PhrasePairs.among(distinct);
        List<Stand> ranges = new ArrayList<>(distinct);
        ranges.removeIf(stand -> !(stand.only() instanceof Region.Range));
        Pairs known = RangePairs.among(ranges, taxonomy);
        if (ranges.size() == distinct.size()) return known;
        List<Stand> rest = new ArrayList<>(distinct);
        rest.removeIf(stand -> stand.only() instanceof Region.Range);
        return EveryPair.among(rest, ranges, known, taxonomy);
    }

    /** One stand, the first by voice, for each region. */
    private static List<Stand> distinct(List<Stand> stands) {
        List<Stand> sorted = new ArrayList<>(stands);
        sorted.sort(Comparator.comparing(Stand::voice)
                .thenComparing(Stand::asOf, Comparator.nullsFirst(Comparator.naturalOrder())));
        Set<Intersection> seen = new HashSet<>();
        sorted.removeIf(stand -> !seen.add(stand.region()));
        return sorted;
    }

    /** The pair of {@code left} and {@code right}, if they stand in a relation that {@code wanted} has. */
    static Optional<Pair> pair(Stand left, Stand right, Taxonomy taxonomy, Set<Relation> wanted) {
        Relation relation = left.region().relate(right.region(), taxonomy);
        return wanted.contains(relation) ? Optional.of(new Pair(left, right, relation)) : Optional.empty();
    }
}
