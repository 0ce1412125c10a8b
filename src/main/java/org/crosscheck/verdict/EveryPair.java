package org.crosscheck.verdict;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/** Compares pair by pair, in the order of voices, and stops once nothing more can be learnt. */
record EveryPair(Optional<Pair> disjoint, Optional<Pair> incomparable, Optional<Pair> refining) implements Pairs {

    /**
     * Compares each of {@code stands} with the others and with each of {@code more}.
     *
     * @param known what there is among {@code more}
     */
    static EveryPair among(List<Stand> stands, List<Stand> more, Pairs known, Taxonomy taxonomy) {
        boolean oneScheme = more.isEmpty() && areOfOneScheme(stands, taxonomy);
        Map<Relation, Pair> found = new EnumMap<>(Relation.class);
        Stream.of(known.disjoint(), known.incomparable(), known.refining())
                .flatMap(Optional::stream)
                .forEach(pair -> found.put(pair.relation(), pair));
        for (int i = 0; i < stands.size(); i++) {
            Stand left = stands.get(i);
            for (Stand right : (Iterable<Stand>) Stream.concat(stands.stream().skip(i + 1L), more.stream())::iterator) {
                if (found.containsKey(Relation.DISJOINT) && (oneScheme || found.containsKey(Relation.INCOMPARABLE)))
                    return of(found);
                Relation relation = left.region().relate(right.region(), taxonomy);
                found.putIfAbsent(relation, new Pair(left, right, relation));
            }
        }
        return of(found);
    }

    /** Concepts of one scheme are never incomparable. */
    private static boolean areOfOneScheme(List<Stand> stands, Taxonomy taxonomy) {
        List<Optional<String>> schemes = stands.stream()
                .map(stand -> stand.only() instanceof Region.Node node
                        ? taxonomy.scheme(node.concept())
                        : Optional.<String>empty())
                .distinct()
                .toList();
        return schemes.size() == 1 && schemes.get(0).isPresent();
    }

    private static EveryPair of(Map<Relation, Pair> found) {
        return new EveryPair(
                Optional.ofNullable(found.get(Relation.DISJOINT)),
                Optional.ofNullable(found.get(Relation.INCOMPARABLE)),
                Stream.of(Relation.NARROWER, Relation.BROADER, Relation.OVERLAPPING)
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .findFirst());
    }
}
