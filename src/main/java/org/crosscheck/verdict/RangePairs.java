package org.crosscheck.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.crosscheck.value.Axis;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/**
 * Intervals have two without a common point exactly where the latest start lies after the earliest end (Helly's theorem on
 * the line), so one pass finds them. Only the few axes are compared with each other.
 */
record RangePairs(Optional<Pair> disjoint, Optional<Pair> incomparable, Optional<Pair> refining) implements Pairs {
    private static final Set<Relation> DISJOINT = EnumSet.of(Relation.DISJOINT);
    private static final Set<Relation> INCOMPARABLE = EnumSet.of(Relation.INCOMPARABLE);
    private static final Set<Relation> REFINING = EnumSet.of(Relation.NARROWER, Relation.BROADER, Relation.OVERLAPPING);

    /** The stands of one axis, in the order of their voices. */
    private record Line(List<Stand> stands, Stand latestStart, Stand earliestEnd) {
        static Line of(List<Stand> stands) {
            Stand latestStart = stands.get(0);
            Stand earliestEnd = stands.get(0);
            for (Stand stand : stands) {
                if (range(stand).interval().compareLow(range(latestStart).interval()) > 0) latestStart = stand;
                if (range(stand).interval().compareHigh(range(earliestEnd).interval()) < 0) earliestEnd = stand;
            }
            return new Line(stands, latestStart, earliestEnd);
        }
    }

    static RangePairs among(List<Stand> distinct, Taxonomy taxonomy) {
        Map<Axis, List<Stand>> byAxis =
                new TreeMap<>(Comparator.comparing(Axis::kind).thenComparing(Axis::name));
        distinct.forEach(stand -> byAxis.computeIfAbsent(range(stand).axis(), axis -> new ArrayList<>())
                .add(stand));
        List<Line> lines = byAxis.values().stream().map(Line::of).toList();
        Optional<Pair> disjoint = Optional.empty();
        Optional<Pair> incomparable = Optional.empty();
        Optional<Pair> refining = Optional.empty();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            disjoint = disjoint.or(() -> apart(line, line, taxonomy));
            if (line.stands.size() > 1)
                refining = refining.or(() -> Pairs.pair(line.stands.get(0), line.stands.get(1), taxonomy, REFINING));
            for (Line other : lines.subList(i + 1, lines.size())) {
                if (disjoint.isPresent() && incomparable.isPresent()) break;
                Stand left = line.stands.get(0);
                Stand right = other.stands.get(0);
                disjoint = disjoint.or(() -> apart(line, other, taxonomy)).or(() -> apart(other, line, taxonomy));
                incomparable = incomparable.or(() -> Pairs.pair(left, right, taxonomy, INCOMPARABLE));
                refining = refining.or(() -> Pairs.pair(left, right, taxonomy, REFINING));
            }
        }
        return new RangePairs(disjoint, incomparable, refining);
    }

    private static Optional<Pair> apart(Line line, Line other, Taxonomy taxonomy) {
        return Pairs.pair(line.earliestEnd, other.latestStart, taxonomy, DISJOINT);
    }

    private static Region.Range range(Stand stand) {
        return (Region.Range) stand.only();
    }
}
