package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Draw;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fast ways find among many stands is what comparing every two of them finds. */
class PairsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void pairs_of_every_type_are_found_as_by_comparing_all(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < 3 * Draw.CASES; i++) {
            BroaderGraph taxonomy = draw.taxonomy();
            List<Stand> stands = stands(draw, taxonomy);
            Pairs pairs = Pairs.among(stands, taxonomy);
            assertThat(pairs.disjoint().isPresent())
                    .as("disjoint among %s", stands)
                    .isEqualTo(exists(stands, taxonomy, Set.of(Relation.DISJOINT)));
            assertThat(pairs.incomparable().isPresent())
                    .as("incomparable among %s", stands)
                    .isEqualTo(exists(stands, taxonomy, Set.of(Relation.INCOMPARABLE)));
            Set<Relation> refining = EnumSet.of(Relation.NARROWER, Relation.BROADER, Relation.OVERLAPPING);
            if (pairs.disjoint().isEmpty()) {
                assertThat(pairs.refining().isPresent())
                        .as("refining among %s", stands)
                        .isEqualTo(exists(stands, taxonomy, refining));
                assertThat(pairs.allEqual())
                        .isEqualTo(!exists(stands, taxonomy, EnumSet.complementOf(EnumSet.of(Relation.EQUAL))));
            }
            check(pairs.disjoint(), taxonomy, Set.of(Relation.DISJOINT));
            check(pairs.incomparable(), taxonomy, Set.of(Relation.INCOMPARABLE));
            if (pairs.disjoint().isEmpty()) check(pairs.refining(), taxonomy, refining);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void the_pairs_named_do_not_depend_on_the_order_of_stands(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            BroaderGraph taxonomy = draw.taxonomy();
            List<Stand> stands = stands(draw, taxonomy);
            Pairs pairs = Pairs.among(stands, taxonomy);
            Pairs shuffled = Pairs.among(draw.shuffled(stands), taxonomy);
            assertThat(shuffled.disjoint()).as("%s", stands).isEqualTo(pairs.disjoint());
            assertThat(shuffled.incomparable()).as("%s", stands).isEqualTo(pairs.incomparable());
            assertThat(shuffled.refining()).as("%s", stands).isEqualTo(pairs.refining());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void updates_are_found_as_by_comparing_all(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < 3 * Draw.CASES; i++) {
            BroaderGraph taxonomy = draw.taxonomy();
            List<Stand> stands = new ArrayList<>();
            Value common = draw.value();
            for (int n = draw.below(7); n > 0; n--) {
                Value value = draw.chance(2) ? draw.widened(common, taxonomy) : draw.value(common.type());
                Instant time = Newsroom.MONDAY.plusSeconds(draw.below(4));
                stands.add(Stand.of("v" + draw.below(4), time, value.region(taxonomy)));
            }
            Optional<Pairs.Pair> update = Updates.among(stands, taxonomy);
            boolean expected = stands.stream()
                    .anyMatch(later -> stands.stream()
                            .filter(earlier -> earlier.asOf().isBefore(later.asOf()))
                            .anyMatch(earlier -> relate(later, earlier, taxonomy) == Relation.DISJOINT));
            assertThat(update.isPresent()).as("%s", stands).isEqualTo(expected);
            check(update, taxonomy, Set.of(Relation.DISJOINT));
            update.ifPresent(
                    pair -> assertThat(pair.left().asOf()).isAfter(pair.right().asOf()));
        }
    }

    /** Stands of one type, some equal, some with several regions side by side. */
    private static List<Stand> stands(Draw draw, BroaderGraph taxonomy) {
        Value common = draw.value();
        List<Stand> stands = new ArrayList<>();
        for (int voice = draw.below(7); voice > 0; voice--) {
            List<Region> regions = new ArrayList<>();
            for (int n = draw.chance(3) ? 3 : 1; n > 0; n--) {
                Value value = draw.chance(2) ? draw.widened(common, taxonomy) : draw.value(common.type());
                regions.add(value.region(taxonomy));
            }
            String name = "v" + voice;
            Intersection.of(regions, taxonomy).ifPresent(region -> stands.add(new Stand(name, null, region)));
        }
        return stands;
    }

    private static boolean exists(List<Stand> stands, BroaderGraph taxonomy, Set<Relation> wanted) {
        Predicate<Stand> inSome = a -> stands.stream().anyMatch(b -> a != b && wanted.contains(relate(a, b, taxonomy)));
        return stands.stream().anyMatch(inSome);
    }

    private static void check(Optional<Pairs.Pair> named, BroaderGraph taxonomy, Set<Relation> wanted) {
        named.ifPresent(pair -> {
            assertThat(pair.relation()).isIn(wanted);
            assertThat(pair.relation()).as("%s", pair).isEqualTo(relate(pair.left(), pair.right(), taxonomy));
        });
    }

    private static Relation relate(Stand a, Stand b, BroaderGraph taxonomy) {
        return a.region().relate(b.region(), taxonomy);
    }
}
