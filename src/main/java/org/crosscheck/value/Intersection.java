package org.crosscheck.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What several regions allow at once, as the fewest regions that say it: no part contains another. Regions that are
 * incomparable, or that overlap in a way that no single region can say, stay side by side, in an order of their own, so
 * that it does not matter in which order they came.
 */
public record Intersection(List<Region> parts) {
    private static final Comparator<Axis> BY_AXIS =
            Comparator.comparing(Axis::kind).thenComparing(Axis::name);
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    public Intersection {
        parts = List.copyOf(parts);
    }

    /** The intersection of {@code regions}; empty where two of them have no answer in common. */
    public static Optional<Intersection> of(Collection<? extends Region> regions, Taxonomy taxonomy) {
        Set<Region> distinct = new HashSet<>(regions);
        if (distinct.size() == 1) return Optional.of(new Intersection(List.copyOf(distinct)));
        List<Region.Range> ranges = new ArrayList<>();
        Set<String> phrases = new HashSet<>();
        Set<String> concepts = new HashSet<>();
        List<Region> parts = new ArrayList<>();
        for (Region region : distinct) {
            if (region instanceof Region.Range range) ranges.add(range);
            else if (region instanceof Region.Phrase phrase) phrases.add(phrase.folded());
            else if (region instanceof Region.Node node) concepts.add(node.concept());
            else parts.add(region);
        }
        if (!addRanges(ranges, parts, taxonomy) || !addConcepts(concepts, parts, taxonomy)) return Optional.empty();
        addPhrases(phrases, parts);
        return Optional.of(new Intersection(parts));
    }

    /** Adds what {@code ranges} allow at once, one interval for each axis; false where two have nothing in common. */
    private static boolean addRanges(Collection<Region.Range> ranges, List<Region> parts, Taxonomy taxonomy) {
        Map<Axis, Interval> lines = new TreeMap<>(BY_AXIS);
        for (Region.Range range : ranges) {
            Interval known = lines.putIfAbsent(range.axis(), range.interval());
            if (known == null) continue;
            Optional<Interval> both = known.meet(range.interval());
            if (both.isEmpty()) return false;
            lines.put(range.axis(), both.get());
        }
        List<Region.Range> nesting = new ArrayList<>();
        lines.forEach((axis, interval) -> {
            Region.Range range = new Region.Range(axis, interval);
            if (axis.standsAlone(taxonomy)) parts.add(range);
            else nesting.add(range);
        });
        return addNesting(nesting, parts, taxonomy);
    }

    /** Narrows each range to what those allow whose axis contains its own, and adds the innermost. */
    private static boolean addNesting(List<Region.Range> nesting, List<Region> parts, Taxonomy taxonomy) {
        List<Region> narrowed = new ArrayList<>();
        for (Region.Range range : nesting) {
            Region narrow = range;
            for (Region.Range other : nesting) {
                if (narrow.relate(other, taxonomy) == Relation.DISJOINT) return false;
                if (range.axis().isInside(other.axis(), taxonomy))
                    narrow = narrow.meet(other, taxonomy).orElseThrow();
            }
            narrowed.add(narrow);
        }
        addInnermost(narrowed, parts, taxonomy);
        return true;
    }

    private static boolean addConcepts(Collection<String> concepts, List<Region> parts, Taxonomy taxonomy) {
        List<Region> nodes = new ArrayList<>();
        for (String concept : concepts) {
            Region node = new Region.Node(concept);
            for (Region other : nodes) {
                if (node.relate(other, taxonomy) == Relation.DISJOINT) return false;
            }
            nodes.add(node);
        }
        nodes.sort(Comparator.comparing(node -> ((Region.Node) node).concept()));
        addInnermost(nodes, parts, taxonomy);
        return true;
    }

    private static void addInnermost(List<Region> regions, List<Region> parts, Taxonomy taxonomy) {
        List<Region> innermost = new ArrayList<>();
        for (Region region : regions) {
            if (innermost.stream()
                    .anyMatch(other -> other.relate(region, taxonomy).isInside())) continue;
            innermost.removeIf(other -> region.relate(other, taxonomy).isInside());
            innermost.add(region);
        }
        parts.addAll(innermost);
    }

    /** A text that contains another says that and more, so the longest ones remain. */
    private static void addPhrases(Set<String> phrases, List<Region> parts) {
        Set<String> contained = new HashSet<>();
        PhraseTable table = new PhraseTable(phrases);
        for (String phrase : phrases) {
            for (String part : table.within(phrase)) {
                if (!part.equals(phrase)) contained.add(part);
            }
        }
        phrases.stream()
                .filter(phrase -> !contained.contains(phrase))
                .sorted(LONGEST_FIRST)
                .forEach(phrase -> parts.add(new Region.Phrase(phrase)));
    }

    /** The relation of this intersection to {@code other}. */
    public Relation relate(Intersection other, Taxonomy taxonomy) {
        if (parts.size() == 1 && other.parts.size() == 1) return parts.get(0).relate(other.parts.get(0), taxonomy);
        ByAxis mine = ByAxis.of(parts, taxonomy);
        ByAxis theirs = ByAxis.of(other.parts, taxonomy);
        boolean incomparable = false;
        for (Region part : parts) {
            List<Region> comparable = theirs.comparableTo(part, taxonomy);
            incomparable |= comparable.size() < other.parts.size();
            for (Region their : comparable) {
                Relation relation = part.relate(their, taxonomy);
                if (relation == Relation.DISJOINT) return relation;
                incomparable |= relation == Relation.INCOMPARABLE;
            }
        }
        boolean inside = mine.isInside(other.parts, taxonomy);
        boolean around = theirs.isInside(parts, taxonomy);
        if (inside) return around ? Relation.EQUAL : Relation.NARROWER;
        if (around) return Relation.BROADER;
        return incomparable ? Relation.INCOMPARABLE : Relation.OVERLAPPING;
    }

    /** Parts under the axis that they alone are comparable on, so that few are looked at in vain. */
    private record ByAxis(Map<Axis, List<Region>> alone, List<Region> rest) {

        static ByAxis of(List<Region> parts, Taxonomy taxonomy) {
            ByAxis byAxis = new ByAxis(new HashMap<>(), new ArrayList<>());
            parts.forEach(part -> {
                if (isAlone(part, taxonomy)) byAxis.alone.put(((Region.Range) part).axis(), List.of(part));
                else byAxis.rest.add(part);
            });
            return byAxis;
        }

        List<Region> comparableTo(Region region, Taxonomy taxonomy) {
            return isAlone(region, taxonomy) ? alone.getOrDefault(((Region.Range) region).axis(), List.of()) : rest;
        }

        /** Whether each of {@code outer} contains one of these. */
        boolean isInside(List<Region> outer, Taxonomy taxonomy) {
            return outer.stream()
                    .allMatch(region -> comparableTo(region, taxonomy).stream()
                            .anyMatch(part -> part.relate(region, taxonomy).isInside()));
        }

        private static boolean isAlone(Region part, Taxonomy taxonomy) {
            return part instanceof Region.Range range && range.axis().standsAlone(taxonomy);
        }
    }
}
