package org.crosscheck.verdict;

import java.util.List;
import java.util.Optional;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/** Compares pair by pair, in the order of voices, and stops once nothing more can be learnt. */
record EveryPair(Optional<Pair> disjoint, Optional<Pair> incomparable, Optional<Pair> refining) implements Pairs {

    static EveryPair among(List<Stand> distinct, Taxonomy taxonomy) {
        // Concepts are incomparable only across schemes, and then some concept is so with the first.
        boolean firstRowTellsAll = distinct.stream().allMatch(stand -> stand.only() instanceof Region.Node);
        Pair[] found = new Pair[Relation.values().length];
        for (int i = 0; i < distinct.size(); i++) {
            if (i > 0 && settled(found, firstRowTellsAll)) break;
            for (int j = i + 1; j < distinct.size(); j++) {
                if (i > 0 && settled(found, firstRowTellsAll)) break;
                Stand left = distinct.get(i);
                Stand right = distinct.get(j);
                Relation relation = left.region().relate(right.region(), taxonomy);
                if (found[relation.ordinal()] == null) found[relation.ordinal()] = new Pair(left, right, relation);
            }
        }
        return new EveryPair(
                Optional.ofNullable(found[Relation.DISJOINT.ordinal()]),
                Optional.ofNullable(found[Relation.INCOMPARABLE.ordinal()]),
                Optional.ofNullable(refining(found)));
    }

    private static boolean settled(Pair[] found, boolean incomparableIsKnown) {
        return found[Relation.DISJOINT.ordinal()] != null
                && (incomparableIsKnown || found[Relation.INCOMPARABLE.ordinal()] != null);
    }

    private static Pair refining(Pair[] found) {
        for (Relation relation : Relation.values()) {
            if (relation.refines() && found[relation.ordinal()] != null) return found[relation.ordinal()];
        }
        return null;
    }
}
