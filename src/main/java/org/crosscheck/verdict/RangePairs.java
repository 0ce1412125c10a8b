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
 * the line), so one pass finds them. Axes are compared with each other only where one may contain another.
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

        boolean standsAlone(Taxonomy taxonomy) {
            return range(stands.get(0)).axis().standsAlone(taxonomy);
        }
    }

    static RangePairs among(List<Stand> distinct, Taxonomy taxonomy) {
        Map<Axis, List<Stand>> byAxis =
                new TreeMap<>(Comparator.comparing(Axis::kind).thenComparing(Axis::name));
        distinct.forEach(stand -> byAxis.computeIfAbsent(range(stand).axis(), axis -> new ArrayList<>())
                .add(stand));
        List<Line> lines = byAxis.values().stream().map(Line::of).toList();
        List<Line> nesting =
                lines.stream().filter(line -> !line.standsAlone(taxonomy)).toList();
        Optional<Pair> disjoint = lines.stream()
                .map(line -> apart(line, line, taxonomy))
                .flatMap(Optional::stream)
                .findFirst();
        Optional<Pair> incomparable = lines.stream()
                .filter(line -> lines.size() > 1 && line.standsAlone(taxonomy))
                .findFirst()
                .flatMap(line -> unlike(line, lines.get(lines.get(0) == line ? 1 : 0), taxonomy));
        Optional<Pair> refining = lines.stream()
                .filter(line -> line.stands.size() > 1)
                .map(line -> Pairs.pair(line.stands.get(0), line.stands.get(1), taxonomy, REFINING))
                .flatMap(Optional::stream)
                .findFirst();
        for (int i = 0; i < nesting.size(); i++) {
            Line line = nesting.get(i);
            for (Line other : nesting.subList(i + 1, nesting.size())) {
                if (disjoint.isPresent() && incomparable.isPresent()) break;
                disjoint = disjoint.or(() -> apart(line, other, taxonomy)).or(() -> apart(other, line, taxonomy));
                incomparable = incomparable.or(() -> unlike(line, other, taxonomy));
                refining = refining.or(() -> Pairs.pair(line.stands.get(0), other.stands.get(0), taxonomy, REFINING));
            }
        }
        return new RangePairs(disjoint, incomparable, refining);
    }

    private static Optional<Pair> unlike(Line line, Line other, Taxonomy taxonomy) {
        return Pairs.pair(line.stands.get(0), other.stands.get(0), taxonomy, INCOMPARABLE);
    }

    private static Optional<Pair> apart(Line line, Line other, Taxonomy taxonomy) {
        return Pairs.pair(line.earliestEnd, other.latestStart, taxonomy, DISJOINT);
    }

    private static Region.Range range(Stand stand) {
        return (Region.Range) stand.only();
    }
}
