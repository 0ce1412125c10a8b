package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    private static final Taxonomy THINGS = BroaderGraph.of(List.of(
            new BroaderGraph.Node("vehicle", "kind", List.of()),
            new BroaderGraph.Node("car", "kind", List.of("vehicle")),
            new BroaderGraph.Node("truck", "kind", List.of("vehicle")),
            new BroaderGraph.Node("amphibian", "kind", List.of("car", "boat")),
            new BroaderGraph.Node("boat", "kind", List.of())));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[59,59] | [59,59] | EQUAL",
                "[59,59] | [59.0,59.00] | EQUAL",
                "[59,59] | [60,60] | DISJOINT",
                "[12,) | [12,12] | BROADER",
                "(12,) | [12,12] | DISJOINT",
                "(12,) | [12,) | NARROWER",
                "(12,) | (,12) | DISJOINT",
                "[12,) | (,12] | OVERLAPPING",
                "[12,) | (,20] | OVERLAPPING",
                "[1,5] | [5,9] | OVERLAPPING",
                "[1,5) | [5,9] | DISJOINT",
                "[1,5) | [1,5] | NARROWER",
                "[54,66] | [59,59] | BROADER",
                "[50,50] % | [0.5,0.5] | EQUAL",
                "[50,50] % | [0.5,0.5] 1 | EQUAL",
                "[1,1] km | [1000,1000] m | EQUAL",
                "[1,1] km | [1,1] [mi_i] | DISJOINT",
                "[1,2] km | [1500,1500] m | BROADER",
                "[1,1] km | [1,1] kg | INCOMPARABLE",
                "[20,20] Cel | [293.15,293.15] K | EQUAL",
                "[20,20] Cel | [68,68] [degF] | EQUAL",
                "[1,1] N | [1,1] kg.m/s2 | EQUAL",
                "[1,1] N | [1,1] m.kg/s2 | EQUAL",
                "[1,1] kW.h | [3.6,3.6] MJ | EQUAL",
                "[1,1] L | [1,1] dm3 | EQUAL",
                "[180,180] deg | [3.141592654,3.141592654] rad | EQUAL",
                "[1,1] rad | [1,1] | INCOMPARABLE",
                "[1,1] By | [8,8] bit | EQUAL",
                "[5,5] USD | [5,5] USD | EQUAL",
                "[5,5] USD | [6,6] USD | DISJOINT",
                "[5,5] USD | [5,5] EUR | INCOMPARABLE",
                "[5,5] USD | [6,6] EUR | INCOMPARABLE",
                "[5,5] USD | [5,5] | INCOMPARABLE",
                "[3,3] car | [3,3] vehicle | NARROWER",
                "[3,3] car | [5,5] vehicle | DISJOINT",
                "[3,5] car | [3,3] vehicle | OVERLAPPING",
                "[3,3] car | [5,5] truck | INCOMPARABLE",
                "[3,3] car | [3,3] truck | INCOMPARABLE",
                "[3,3] car | [3,3] boat | INCOMPARABLE",
                "[3,3] amphibian | [3,3] vehicle | NARROWER",
                "[3,3] person | [3,3] person | EQUAL",
                "[3,3] person | [4,4] person | DISJOINT",
                "[3,3] person | [3,3] vehicle | INCOMPARABLE",
                "[3,3] person | [3,3] | INCOMPARABLE",
            })
    void quantities_relate_as_interval_and_unit_do(String a, String b, Relation relation) {
        assertThat(quantity(a).relate(quantity(b), THINGS)).isEqualTo(relation);
        assertThat(quantity(b).relate(quantity(a), THINGS)).isEqualTo(relation.converse());
    }

    @Test
    void a_word_that_is_a_unit_code_counts_things_once_it_is_a_concept() {
        assertThat(quantity("[3,3] car").relate(quantity("[3,3] m2"), Taxonomy.EMPTY))
                .isEqualTo(Relation.EQUAL);
        assertThat(quantity("[3,3] car").relate(quantity("[3,3] m2"), THINGS)).isEqualTo(Relation.INCOMPARABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "USD, MONEY",
        "EUR, MONEY",
        "XAU, MONEY",
        "usd, COUNTED",
        "car, COUNTED",
        "person, COUNTED",
        "km, PHYSICAL"
    })
    void a_unit_is_a_concept_money_a_measure_or_a_thing_in_this_order(String unit, Axis.Kind kind) {
        Region.Range range =
                (Region.Range) Quantity.exactly(BigDecimal.ONE, unit).region(THINGS);
        assertThat(range.axis().kind()).isEqualTo(kind);
    }

    /** From one unit to another by an exact factor and offset. */
    record Conversion(String from, String factor, String offset, String to) {
        Quantity apply(Quantity q) {
            return new Quantity(apply(q.min()), q.minExclusive(), apply(q.max()), q.maxExclusive(), to);
        }

        private BigDecimal apply(BigDecimal number) {
            return number == null
                    ? null
                    : number.multiply(new BigDecimal(factor)).add(new BigDecimal(offset));
        }
    }

    static List<Conversion> conversions() {
        return List.of(
                new Conversion("km", "1000", "0", "m"),
                new Conversion("m", "0.001", "0", "km"),
                new Conversion("[mi_i]", "1.609344", "0", "km"),
                new Conversion("[mi_i]", "5280", "0", "[ft_i]"),
                new Conversion("[ft_i]", "30.48", "0", "cm"),
                new Conversion("[nmi_i]", "1852", "0", "m"),
                new Conversion("kg", "1000", "0", "g"),
                new Conversion("t", "1000", "0", "kg"),
                new Conversion("[lb_av]", "453.59237", "0", "g"),
                new Conversion("[lb_av]", "16", "0", "[oz_av]"),
                new Conversion("h", "60", "0", "min"),
                new Conversion("d", "86400", "0", "s"),
                new Conversion("wk", "7", "0", "d"),
                new Conversion("Cel", "1", "273.15", "K"),
                new Conversion("Cel", "1.8", "32", "[degF]"),
                new Conversion("%", "0.01", "0", "1"),
                new Conversion("[ppth]", "0.1", "0", "%"),
                new Conversion("L", "0.001", "0", "m3"),
                new Conversion("m3", "1000", "0", "dm3"),
                new Conversion("[gal_us]", "3.785411784", "0", "L"),
                new Conversion("har", "10000", "0", "m2"),
                new Conversion("km/h", "1000", "0", "m/h"),
                new Conversion("m/s", "3.6", "0", "km/h"),
                new Conversion("kW.h", "3600000", "0", "J"),
                new Conversion("J", "1", "0", "N.m"),
                new Conversion("kPa", "1000", "0", "N/m2"),
                new Conversion("MW", "1000", "0", "kW"),
                new Conversion("kBy", "8", "0", "kbit"),
                new Conversion("deg", "60", "0", "'"));
    }

    @ParameterizedTest
    @MethodSource("conversions")
    void converting_units_changes_nothing(Conversion conversion) {
        Draw draw = new Draw(conversion.hashCode());
        for (int i = 0; i < Draw.CASES; i++) {
            Quantity a = draw.quantity(conversion.from());
            Quantity converted = conversion.apply(a);
            assertThat(converted.relate(a, Taxonomy.EMPTY))
                    .as("%s as %s", a, converted)
                    .isEqualTo(Relation.EQUAL);
            Quantity b = draw.quantity(conversion.from());
            Relation relation = a.relate(b, Taxonomy.EMPTY);
            assertThat(converted.relate(b, Taxonomy.EMPTY))
                    .as("%s as %s to %s", a, converted, b)
                    .isEqualTo(relation);
            assertThat(a.relate(conversion.apply(b), Taxonomy.EMPTY))
                    .as("%s to %s converted", a, b)
                    .isEqualTo(relation);
            Quantity c = draw.quantity(conversion.to());
            assertThat(converted.relate(c, Taxonomy.EMPTY))
                    .as("%s as %s to %s", a, converted, c)
                    .isEqualTo(a.relate(c, Taxonomy.EMPTY));
        }
    }

    @Test
    void a_tolerance_in_a_unit_is_a_difference_whatever_the_units_zero() {
        assertThat(Quantity.differenceOnAxis(new BigDecimal("2"), "Cel", Taxonomy.EMPTY))
                .isEqualByComparingTo("2");
        assertThat(Quantity.differenceOnAxis(new BigDecimal("2"), "km", Taxonomy.EMPTY))
                .isEqualByComparingTo("2000");
        assertThat(Quantity.differenceOnAxis(new BigDecimal("2"), "person", Taxonomy.EMPTY))
                .isEqualByComparingTo("2");
        assertThat(Quantity.differenceOnAxis(new BigDecimal("2"), null, Taxonomy.EMPTY))
                .isEqualByComparingTo("2");
    }

    @ParameterizedTest
    @CsvSource({"3, 2, min", ", , min"})
    void bounds_that_allow_nothing_or_everything_are_refused(BigDecimal min, BigDecimal max, String field) {
        assertThatThrownBy(() -> Quantity.between(min, max, null))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, 1, false, max",
        "1, false, 1, true, max",
        ", true, 1, false, minExclusive",
        "1, false, , true, maxExclusive"
    })
    void an_exclusion_that_leaves_nothing_or_excludes_nothing_is_refused(
            BigDecimal min, boolean minExclusive, BigDecimal max, boolean maxExclusive, String field) {
        assertThatThrownBy(() -> new Quantity(min, minExclusive, max, maxExclusive, null))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\u0000b", "\uD800"})
    void a_unit_that_cannot_be_read_is_refused(String unit) {
        assertThatThrownBy(() -> Quantity.exactly(BigDecimal.ONE, unit))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("unit"));
    }

    @Test
    void a_unit_may_have_128_characters() {
        assertThat(Quantity.exactly(BigDecimal.ONE, "x".repeat(128)).region(Taxonomy.EMPTY))
                .isNotNull();
        assertThatThrownBy(() -> Quantity.exactly(BigDecimal.ONE, "x".repeat(129)))
                .isInstanceOf(InvalidValueException.class);
    }

    /** "[1,2) km", as mathematics writes it. */
    private static Quantity quantity(String text) {
        String[] parts = text.split(" ");
        String interval = parts[0];
        String[] bounds = interval.substring(1, interval.length() - 1).split(",", -1);
        BigDecimal min = bounds[0].isEmpty() ? null : new BigDecimal(bounds[0]);
        BigDecimal max = bounds[1].isEmpty() ? null : new BigDecimal(bounds[1]);
        return new Quantity(
                min,
                min != null && interval.startsWith("("),
                max,
                max != null && interval.endsWith(")"),
                parts.length > 1 ? parts[1] : null);
    }

    @Test
    void a_hundred_basis_points_are_one_percentage_point() {
        Quantity points = Quantity.exactly(new BigDecimal("0.25"), "percentage-point");
        Quantity basisPoints = Quantity.exactly(new BigDecimal("25"), "basis-point");
        assertThat(points.relate(basisPoints, Taxonomy.EMPTY)).isEqualTo(Relation.EQUAL);
        assertThat(Quantity.differenceOnAxis(BigDecimal.valueOf(50), "basis-point", Taxonomy.EMPTY))
                .isEqualByComparingTo("0.5");
    }

    @Test
    void percentage_points_are_no_percentages() {
        assertThat(Quantity.exactly(BigDecimal.ONE, "percentage-point")
                        .relate(Quantity.exactly(BigDecimal.ONE, "%"), Taxonomy.EMPTY))
                .isEqualTo(Relation.INCOMPARABLE);
    }
}
