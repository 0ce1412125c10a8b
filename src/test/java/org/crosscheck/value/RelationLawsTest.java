package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws that every type obeys, over drawn values of all of them. */
class RelationLawsTest {

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void relating_is_the_converse_of_being_related(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value a = draw.value();
            Value b = draw.chance(5) ? draw.value() : draw.value(a.type());
            assertThat(b.relate(a, taxonomy))
                    .as("%s to %s", b, a)
                    .isEqualTo(a.relate(b, taxonomy).converse());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void a_value_equals_itself_and_whatever_has_its_key(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value a = draw.value();
            Value b = draw.value(a.type());
            assertThat(a.relate(a, taxonomy)).as("%s", a).isEqualTo(Relation.EQUAL);
            if (a.key().equals(b.key()))
                assertThat(a.relate(b, taxonomy)).as("%s to %s", a, b).isEqualTo(Relation.EQUAL);
            if (a.equals(b)) assertThat(a.key()).isEqualTo(b.key());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void values_of_different_types_are_incomparable(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value a = draw.value();
            Value b = draw.value();
            if (a.type() != b.type())
                assertThat(a.relate(b, taxonomy)).as("%s to %s", a, b).isEqualTo(Relation.INCOMPARABLE);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void widening_makes_broader(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value a = draw.value();
            Value wider = draw.widened(a, taxonomy);
            assertThat(a.relate(wider, taxonomy).isInside())
                    .as("%s in %s", a, wider)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void widening_never_makes_a_contradiction(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < 3 * Draw.CASES; i++) {
            Value a = draw.value();
            Value b = draw.value(a.type());
            if (a.relate(b, taxonomy) == Relation.DISJOINT) continue;
            Value wider = draw.widened(a, taxonomy);
            assertThat(wider.relate(b, taxonomy))
                    .as("%s widened to %s, to %s", a, wider, b)
                    .isNotEqualTo(Relation.DISJOINT);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void what_is_inside_of_an_inside_is_inside(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < 3 * Draw.CASES; i++) {
            Value a = draw.value();
            Value b = draw.chance(2) ? draw.widened(a, taxonomy) : draw.value(a.type());
            Value c = draw.chance(2) ? draw.widened(b, taxonomy) : draw.value(a.type());
            Relation ab = a.relate(b, taxonomy);
            Relation bc = b.relate(c, taxonomy);
            if (!ab.isInside() || !bc.isInside()) continue;
            Relation ac = a.relate(c, taxonomy);
            assertThat(ac.isInside()).as("%s in %s in %s: %s", a, b, c, ac).isTrue();
            if (ab == Relation.NARROWER || bc == Relation.NARROWER)
                assertThat(ac).as("%s in %s in %s", a, b, c).isEqualTo(Relation.NARROWER);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void the_meet_is_inside_both_whichever_comes_first(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < 3 * Draw.CASES; i++) {
            Region a = draw.value().region(taxonomy);
            Region b = draw.value().region(taxonomy);
            Optional<Region> both = a.meet(b, taxonomy);
            assertThat(b.meet(a, taxonomy).isPresent()).isEqualTo(both.isPresent());
            if (both.isEmpty()) continue;
            assertThat(a.relate(b, taxonomy)).isNotIn(Relation.DISJOINT, Relation.INCOMPARABLE);
            assertThat(both.get().relate(a, taxonomy).isInside())
                    .as("%s, %s", a, b)
                    .isTrue();
            assertThat(both.get().relate(b, taxonomy).isInside())
                    .as("%s, %s", a, b)
                    .isTrue();
            assertThat(both.get().relate(b.meet(a, taxonomy).get(), taxonomy)).isEqualTo(Relation.EQUAL);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void an_intersection_is_inside_all_and_free_of_order(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value first = draw.value();
            List<Region> regions = new ArrayList<>();
            for (int n = 1 + draw.below(5); n > 0; n--)
                regions.add(
                        (draw.chance(2) ? draw.widened(first, taxonomy) : draw.value(first.type())).region(taxonomy));
            Optional<Intersection> all = Intersection.of(regions, taxonomy);
            assertThat(Intersection.of(draw.shuffled(regions), taxonomy))
                    .as("%s", regions)
                    .isEqualTo(all);
            for (Region a : regions) {
                if (all.isEmpty()) break;
                Intersection single = new Intersection(List.of(a));
                assertThat(all.get().relate(single, taxonomy).isInside())
                        .as("%s of %s", all, regions)
                        .isTrue();
                for (Region b : regions)
                    assertThat(a.relate(b, taxonomy)).as("%s", regions).isNotEqualTo(Relation.DISJOINT);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void relating_intersections_is_the_converse_too(long seed) {
        Draw draw = new Draw(seed);
        BroaderGraph taxonomy = draw.taxonomy();
        for (int i = 0; i < Draw.CASES; i++) {
            Value.Type type = draw.value().type();
            Optional<Intersection> a = intersection(draw, type, taxonomy);
            Optional<Intersection> b = intersection(draw, type, taxonomy);
            if (a.isEmpty() || b.isEmpty()) continue;
            assertThat(b.get().relate(a.get(), taxonomy))
                    .as("%s to %s", b, a)
                    .isEqualTo(a.get().relate(b.get(), taxonomy).converse());
            assertThat(a.get().relate(a.get(), taxonomy)).isEqualTo(Relation.EQUAL);
        }
    }

    private static Optional<Intersection> intersection(Draw draw, Value.Type type, Taxonomy taxonomy) {
        List<Region> regions = new ArrayList<>();
        for (int n = 1 + draw.below(3); n > 0; n--) regions.add(draw.value(type).region(taxonomy));
        return Intersection.of(regions, taxonomy);
    }
}
