package org.crosscheck.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Region;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Value;

/** Groups the value groups of one attribute into positions, and tells the region of each. */
final class Positions {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    /** What one voice says with one stance: the groups that count, those that they replaced, and their region. */
    record Held(
            String voice,
            Stance stance,
            Instant asOf,
            List<ValueGroup> groups,
            List<ValueGroup> earlier,
            Optional<Intersection> region) {}

    private final Attribute attribute;
    private final Taxonomy taxonomy;
    private final Map<String, String> lineageOf;
    private final BigDecimal margin;
    /** Of values that were met: many voices say the same. */
    private final Map<Value, Region> regions = new HashMap<>();

    Positions(Attribute attribute, Taxonomy taxonomy, Map<String, String> lineageOf) {
        this.attribute = attribute;
        this.taxonomy = taxonomy;
        this.lineageOf = lineageOf;
        this.margin = margin(attribute, taxonomy);
    }

    /** What is held, in the order of {@code sorted}, which is that of {@link ValueGroup#ORDER}. OMITS groups are left out. */
    List<Held> of(List<ValueGroup> sorted) {
        Map<String, List<ValueGroup>> byVoice = new LinkedHashMap<>();
        for (ValueGroup group : sorted) {
            if (group.stance() == Stance.OMITS) continue;
            byVoice.computeIfAbsent(group.voice() + ' ' + group.stance(), key -> new ArrayList<>())
                    .add(group);
        }
        return byVoice.values().stream().map(this::held).toList();
    }

    private Held held(List<ValueGroup> groups) {
        ValueGroup last = groups.get(groups.size() - 1);
        List<ValueGroup> latest = groups.stream()
                .filter(group -> group.asOf() == null || group.asOf().equals(last.asOf()))
                .toList();
        List<ValueGroup> earlier = groups.subList(0, groups.size() - latest.size());
        List<Region> regions =
                latest.stream().map(group -> region(group.value())).toList();
        return new Held(last.voice(), last.stance(), last.asOf(), latest, earlier, Intersection.of(regions, taxonomy));
    }

    /** The region of {@code value}, widened by half of the attribute's tolerance at each end. */
    Region region(Value value) {
        return regions.computeIfAbsent(value, this::widened);
    }

    private Region widened(Value value) {
        Region region = value.region(taxonomy);
        return margin != null && region instanceof Region.Range range ? range.widen(margin) : region;
    }

    private static BigDecimal margin(Attribute attribute, Taxonomy taxonomy) {
        if (attribute.tolerance() == null) return null;
        BigDecimal half = attribute.tolerance().multiply(HALF);
        return switch (attribute.type()) {
            case QUANTITY -> Quantity.differenceOnAxis(half, attribute.unit(), taxonomy);
            case TIME -> half.multiply(SECONDS_A_DAY);
            default -> null;
        };
    }

    Position view(Held held, boolean inconsistent) {
        return new Position(
                held.voice,
                held.stance,
                inconsistent,
                sources(held.groups),
                lineages(held.groups),
                held.groups.stream().map(Positions::reported).toList(),
                held.earlier.stream().map(Positions::reported).toList());
    }

    private static ReportedValue reported(ValueGroup group) {
        return new ReportedValue(
                group.value(), group.asOf(), group.count(), group.wordings(), group.sources(), group.facts());
    }

    /** How many independent origins the facts of {@code groups} have. */
    int lineages(Collection<ValueGroup> groups) {
        Set<String> lineages = room(groups);
        for (ValueGroup group : groups)
            group.origins().forEach(origin -> lineages.add(lineageOf.getOrDefault(origin, origin)));
        return lineages.size();
    }

    /** How many sources report {@code groups}. */
    static int sources(Collection<ValueGroup> groups) {
        // Most positions are of one value.
        if (groups.size() == 1) return groups.iterator().next().sources().size();
        Set<String> sources = room(groups);
        groups.forEach(group -> sources.addAll(group.sources()));
        return sources.size();
    }

    /** An empty set that need not grow. */
    private static Set<String> room(Collection<ValueGroup> groups) {
        return new HashSet<>(
                2 * groups.stream().mapToInt(group -> group.sources().size()).sum());
    }
}
