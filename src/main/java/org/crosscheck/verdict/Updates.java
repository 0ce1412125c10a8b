package org.crosscheck.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.value.Axis;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/**
 * Finds whether some earlier stand on an evolving attribute is excluded by a later one. Of intervals, only the earlier
 * one that ends first and the one that starts last can be apart from a later one without others being so too.
 */
final class Updates {

    /** The earlier intervals of one axis that reach least far to either side. */
    private record Extremes(Stand latestStart, Stand earliestEnd) {
        Extremes with(Stand next) {
            return new Extremes(
                    interval(next).interval().compareLow(interval(latestStart).interval()) > 0 ? next : latestStart,
                    interval(next).interval().compareHigh(interval(earliestEnd).interval()) < 0 ? next : earliestEnd);
        }

        private static Region.Range interval(Stand stand) {
            return (Region.Range) stand.only();
        }
    }

    private final Taxonomy taxonomy;
    private final Map<Axis, Extremes> earlierRanges = new HashMap<>();
    private final List<Stand> earlierOthers = new ArrayList<>();

    private Updates(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The first later stand, by time, voice and the order given, that excludes an earlier one; left is the later. */
    static Optional<Pairs.Pair> among(Collection<Stand> stands, Taxonomy taxonomy) {
        List<Stand> inTime = new ArrayList<>(stands);
        inTime.sort(Comparator.comparing(Stand::asOf).thenComparing(Stand::voice));
        Set<List<Object>> seen = new HashSet<>();
        inTime.removeIf(stand -> !seen.add(List.of(stand.asOf(), stand.region())));
        return new Updates(taxonomy).first(inTime);
    }

    private Optional<Pairs.Pair> first(List<Stand> inTime) {
        int settled = 0;
        for (int i = 0; i < inTime.size(); i++) {
            Stand later = inTime.get(i);
            while (inTime.get(settled).asOf().isBefore(later.asOf())) remember(inTime.get(settled++));
            for (Stand earlier : candidates(later)) {
                if (later.region().relate(earlier.region(), taxonomy) == Relation.DISJOINT)
                    return Optional.of(new Pairs.Pair(later, earlier, Relation.DISJOINT));
            }
        }
        return Optional.empty();
    }

    private void remember(Stand stand) {
        if (stand.only() instanceof Region.Range range)
            earlierRanges.merge(range.axis(), new Extremes(stand, stand), (known, one) -> known.with(stand));
        else if (!(stand.only() instanceof Region.Phrase)) earlierOthers.add(stand);
    }

    private List<Stand> candidates(Stand later) {
        if (!(later.only() instanceof Region.Range range)) return earlierOthers;
        if (range.axis().standsAlone(taxonomy)) {
            Extremes own = earlierRanges.get(range.axis());
            return own == null ? List.of() : List.of(own.earliestEnd(), own.latestStart());
        }
        List<Stand> extremes = new ArrayList<>();
        earlierRanges.forEach((axis, ends) -> {
            if (!axis.standsAlone(taxonomy)) extremes.addAll(List.of(ends.earliestEnd(), ends.latestStart()));
        });
        extremes.sort(Comparator.comparing(Stand::asOf).thenComparing(Stand::voice));
        return extremes;
    }
}
