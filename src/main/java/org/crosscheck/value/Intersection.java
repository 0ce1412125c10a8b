package org.crosscheck.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What several regions allow at once, as the fewest regions that say it: no part contains another. Regions that are
 * incomparable, or that overlap in a way that no single region can say, stay side by side.
 */
public record Intersection(List<Region> parts) {

    public Intersection {
        parts = List.copyOf(parts);
    }

    /** The intersection of {@code regions}; empty where two of them have no answer in common. */
    public static Optional<Intersection> of(Iterable<Region> regions, Taxonomy taxonomy) {
        Optional<Intersection> all = Optional.of(new Intersection(List.of()));
        for (Region region : regions) {
            all = all.flatMap(sofar -> sofar.and(region, taxonomy));
        }
        return all;
    }

    private Optional<Intersection> and(Region region, Taxonomy taxonomy) {
        List<Region> kept = new ArrayList<>();
        Region added = region;
        for (Region part : parts) {
            if (part.relate(added, taxonomy) == Relation.DISJOINT) return Optional.empty();
            Optional<Region> both = part.meet(added, taxonomy);
            if (both.isPresent()) added = both.get();
            else kept.add(part);
        }
        kept.add(added);
        return Optional.of(new Intersection(kept));
    }

    /** The relation of this intersection to {@code other}. */
    public Relation relate(Intersection other, Taxonomy taxonomy) {
        if (parts.size() == 1 && other.parts.size() == 1) return parts.get(0).relate(other.parts.get(0), taxonomy);
        boolean incomparable = false;
        for (Region mine : parts) {
            for (Region theirs : other.parts) {
                Relation relation = mine.relate(theirs, taxonomy);
                if (relation == Relation.DISJOINT) return relation;
                incomparable |= relation == Relation.INCOMPARABLE;
            }
        }
        boolean inside = isInside(other, taxonomy);
        boolean around = other.isInside(this, taxonomy);
        if (inside) return around ? Relation.EQUAL : Relation.NARROWER;
        if (around) return Relation.BROADER;
        return incomparable ? Relation.INCOMPARABLE : Relation.OVERLAPPING;
    }

    /** Whether all that this allows is allowed by {@code other}: each of its parts contains a part of this. */
    public boolean isInside(Intersection other, Taxonomy taxonomy) {
        return other.parts.stream()
                .allMatch(outer -> parts.stream()
                        .anyMatch(part -> part.relate(outer, taxonomy).isInside()));
    }
}
