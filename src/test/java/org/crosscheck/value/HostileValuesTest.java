package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent becomes a value that has a region, or an InvalidValueException, and soon. */
@Timeout(60)
class HostileValuesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E999999999",
                "-1E999999999",
                "1E-999999999",
                "0E-999999999",
                "0E999999999",
                "1E41",
                "1E-41",
                "9.99999999999999999999999999999999999999999E2147483000",
                "123456789012345678901234567890123456789012"
            })
    void a_number_of_too_many_digits_is_refused(String number) {
        BigDecimal parsed = new BigDecimal(number);
        assertThatThrownBy(() -> Quantity.exactly(parsed, "km")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Quantity.between(null, parsed, null)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m999999999",
                "m-999999999",
                "km1000000",
                "Ym99.Ym99.Ym99.Ym99.Ym99.Ym99.Ym99",
                "((m9)9)9",
                "10*999999999",
                "10^-99999999",
                "99999999999999999999999999.m",
                "m/0",
                "0",
                "/",
                "//m",
                ".",
                "m..m",
                "()",
                "(m",
                "m)",
                "{",
                "}",
                "{}",
                "{person}",
                "[",
                "]",
                "[]",
                "[x]",
                "'",
                "''",
                "\"",
                "m\"",
                "m s",
                " m",
                "é",
                "\uD83D\uDE00",
                "\u200F",
                "null",
                "NaN",
                "Infinity",
                "%n%s%d",
                "$1",
                "\\",
                "dB",
                "[pH]",
                "Np",
                "B[SPL]",
                "Cel2",
                "/Cel",
                "mCel.m",
                "XXX",
                "usd",
                "USD/EUR",
                "bit_s",
                "[degRe]",
                "%[slope]"
            })
    void an_odd_unit_counts_things_or_converts_and_never_fails(String unit) {
        for (String number : List.of(
                "0",
                "1",
                "-1",
                "0.1",
                "-459.67",
                "1E39",
                "1E-39",
                "1234567890123456789012345678901234567.12345678901234567890"))
            assertThat(regionOrRefusal(() -> someQuantity(new BigDecimal(number), unit)))
                    .as(number)
                    .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"m10", "m-99", "m100", "m999999999", "Ym99.Ym99", "(m)10"})
    void what_is_raised_to_a_high_power_is_no_unit_of_measure(String unit) {
        assertThat(region(unit)).isEqualTo(counted(unit));
    }

    @Test
    void deep_parentheses_and_every_printable_pair_of_characters_are_units_or_things() {
        regionOrRefusal(() -> Quantity.exactly(BigDecimal.ONE, "(".repeat(60) + "m" + ")".repeat(60)));
        regionOrRefusal(() -> Quantity.exactly(BigDecimal.ONE, "(".repeat(128)));
        for (char a = 0; a < 128; a++) {
            for (char b = 0; b < 128; b++) {
                String unit = "" + a + b;
                regionOrRefusal(() -> Quantity.exactly(BigDecimal.TEN, unit));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void garbage_is_refused_or_has_a_region(long seed) {
        Draw draw = new Draw(seed);
        List<String> pieces = List.of(
                "m", "k", "(", ")", "/", ".", "9", "-", "[ft_i]", "{", "}", "'", "*", "^", "%", "P", "T", "Y", "D", "1",
                "2017", "X", "~", "..", "\u0000", "\uD800", "\uDC00", "\u200F", "\u202E", "ﷺ", "\u0301", " ", "\n", "é",
                "\uFFFF");
        for (int i = 0; i < Draw.CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = draw.below(12); n > 0; n--) text.append(draw.of(pieces));
            String garbage = text.toString();
            regionOrRefusal(() -> Quantity.exactly(BigDecimal.ONE, garbage));
            regionOrRefusal(() -> new Time(garbage));
            regionOrRefusal(() -> new Duration(garbage, draw.chance(2), garbage, draw.chance(2)));
            regionOrRefusal(() -> new Text(garbage));
            regionOrRefusal(() -> new Concept(garbage));
        }
    }

    @Test
    void nulls_are_refused() {
        List<Supplier<Value>> nulls = List.of(
                () -> new Time(null),
                () -> new Text(null),
                () -> new Concept(null),
                () -> new Duration(null, false, null, false),
                () -> new Quantity(null, false, null, false, null));
        nulls.forEach(value -> assertThatThrownBy(value::get).isInstanceOf(InvalidValueException.class));
        assertThatThrownBy(() -> new Ordinal(0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void the_ends_of_the_number_range_are_places() {
        assertThat(new Ordinal(Long.MAX_VALUE).relate(new Ordinal(Long.MAX_VALUE - 1), Taxonomy.EMPTY))
                .isEqualTo(Relation.DISJOINT);
        assertThat(new Ordinal(Long.MIN_VALUE).describe()).isNotEmpty();
        assertThat(new Ordinal(-1).relate(new Ordinal(1), Taxonomy.EMPTY)).isEqualTo(Relation.INCOMPARABLE);
    }

    @Test
    void long_strings_are_refused_at_once() {
        String endless = "P1Y2M".repeat(2_000_000);
        assertThatThrownBy(() -> new Time(endless)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Duration(endless, false, null, false)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Text(endless)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Quantity.exactly(BigDecimal.ONE, endless)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void units_are_read_alike_by_many_threads_and_after_a_flood_of_odd_ones() throws Exception {
        List<String> units = List.of("km", "[mi_i]", "kW.h", "Cel", "person", "USD", "m/s", "[lb_av]");
        List<Region> alone = units.stream().map(HostileValuesTest::region).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<Region>>> readers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                int reader = i;
                readers.add(() -> {
                    IntStream.range(0, 50).forEach(n -> region("odd-" + reader + "-" + n));
                    return units.stream().map(HostileValuesTest::region).toList();
                });
            }
            for (Future<List<Region>> read : threads.invokeAll(readers))
                assertThat(read.get()).isEqualTo(alone);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Region region(String unit) {
        return Quantity.exactly(BigDecimal.TEN, unit).region(Taxonomy.EMPTY);
    }

    private static Region counted(String thing) {
        return new Region.Range(new Axis(Axis.Kind.COUNTED, thing), Interval.point(BigDecimal.TEN));
    }

    private static Quantity someQuantity(BigDecimal number, String unit) {
        return new Quantity(number, true, number.add(new BigDecimal("0.00000001")), true, unit);
    }

    /** The region of a value, which equals itself; or the refusal. */
    private static Object regionOrRefusal(Supplier<Value> value) {
        Value made;
        try {
            made = value.get();
        } catch (InvalidValueException refused) {
            assertThat(refused.field()).isNotBlank();
            assertThat(refused).hasMessageEndingWith(".");
            return refused;
        }
        assertThat(made.describe()).isNotEmpty();
        assertThat(made.key()).isNotEmpty();
        assertThat(made.relate(made, Taxonomy.EMPTY)).isEqualTo(Relation.EQUAL);
        return made.region(Taxonomy.EMPTY);
    }
}
