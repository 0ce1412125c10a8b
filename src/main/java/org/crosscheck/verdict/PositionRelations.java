package org.crosscheck.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/** How two positions on one attribute stand to each other. A denial allows the complement of its region. */
public final class PositionRelations {
    private final Taxonomy taxonomy;
    private final Positions positions;

    public PositionRelations(Attribute attribute, Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.positions = new Positions(attribute, taxonomy, Map.of());
    }

    /** The relation of {@code left} to {@code right}. A position whose values cannot all hold is DISJOINT from any. */
    public Relation relate(Position left, Position right) {
        boolean leftAffirms = left.stance() == Stance.AFFIRMS;
        boolean rightAffirms = right.stance() == Stance.AFFIRMS;
        if (leftAffirms && rightAffirms) return affirmed(left, right);
        if (leftAffirms) return affirmedToDenied(left, right);
        if (rightAffirms) return affirmedToDenied(right, left).converse();
        return denied(left, right);
    }

    private Relation affirmed(Position left, Position right) {
        Optional<Intersection> a = region(left);
        Optional<Intersection> b = region(right);
        if (a.isEmpty() || b.isEmpty()) return Relation.DISJOINT;
        return a.get().relate(b.get(), taxonomy);
    }

    /** What is inside a denied region is excluded by it, what is apart from it is allowed. */
    private Relation affirmedToDenied(Position affirming, Position denying) {
        Optional<Intersection> affirmed = region(affirming);
        if (affirmed.isEmpty()) return Relation.DISJOINT;
        Set<Relation> toDenied = new HashSet<>();
        for (Region denied : regions(denying))
            toDenied.add(affirmed.get().relate(new Intersection(List.of(denied)), taxonomy));
        if (toDenied.stream().anyMatch(Relation::isInside)) return Relation.DISJOINT;
        if (toDenied.contains(Relation.INCOMPARABLE)) return Relation.INCOMPARABLE;
        return toDenied.equals(Set.of(Relation.DISJOINT)) ? Relation.NARROWER : Relation.OVERLAPPING;
    }

    private Relation denied(Position left, Position right) {
        List<Region> a = regions(left);
        List<Region> b = regions(right);
        if (Set.copyOf(a).equals(Set.copyOf(b))) return Relation.EQUAL;
        if (a.size() > 1 || b.size() > 1) return Relation.OVERLAPPING;
        return switch (a.get(0).relate(b.get(0), taxonomy)) {
            case EQUAL -> Relation.EQUAL;
            case NARROWER -> Relation.BROADER;
            case BROADER -> Relation.NARROWER;
            case INCOMPARABLE -> Relation.INCOMPARABLE;
            case OVERLAPPING, DISJOINT -> Relation.OVERLAPPING;
        };
    }

    private Optional<Intersection> region(Position position) {
        return Intersection.of(regions(position), taxonomy);
    }

    private List<Region> regions(Position position) {
        return position.values().stream()
                .map(reported -> positions.region(reported.value()))
                .distinct()
                .toList();
    }
}
