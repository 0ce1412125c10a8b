package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[P6Y,P6Y] | [P72M,P72M] | EQUAL",
                "[P1Y,P1Y] | [P365D,P365D] | BROADER",
                "[P1Y,P1Y] | [P365D,P366D] | EQUAL",
                "[P1Y,P1Y] | [P364D,P364D] | DISJOINT",
                "[P6Y,P7Y) | [P5Y,P6Y) | DISJOINT",
                "[P6Y,P7Y) | [P6Y,P6Y] | BROADER",
                "[P6Y,P7Y) | [P7Y,P8Y) | DISJOINT",
                "[P6Y,P7Y) | [P2557D,P2557D] | DISJOINT",
                "[P6Y,P7Y) | [P2400D,P2400D] | BROADER",
                "[P2W,P2W] | [P14D,P14D] | EQUAL",
                "[P1D,P1D] | [PT24H,PT24H] | EQUAL",
                "[PT1H30M,PT1H30M] | [PT90M,PT90M] | EQUAL",
                "[PT1.5H,PT1.5H] | [PT90M,PT90M] | EQUAL",
                "[PT1,5H,PT1,5H] | [PT5400S,PT5400S] | EQUAL",
                "[P1Y6M,P1Y6M] | [P1.5Y,P1.5Y] | EQUAL",
                "[P1M,P1M] | [P28D,P31D] | EQUAL",
                "[P2M,P2M] | [P59D,P62D] | EQUAL",
                "[P4Y,P4Y] | [P1460D,P1461D] | EQUAL",
                "[P100Y,P100Y] | [P36524D,P36525D] | EQUAL",
                "[P1M3D,P1M3D] | [P31D,P34D] | EQUAL",
                "[P1M,) | [P27D,P27D] | DISJOINT",
                "[P1M,) | [P30D,P30D] | BROADER",
                "(P1Y,) | [P365D,P365D] | DISJOINT",
                "(,P1M] | [P40D,) | DISJOINT",
                "(,P6M) | [P6M,P6M] | DISJOINT",
                "[P6M,P200D] | [P6M,P6M] | BROADER",
                "[PT0S,PT0S] | [P0D,P0D] | EQUAL",
            })
    void durations_relate_as_their_lengths_do(String a, String b, Relation relation) {
        assertThat(duration(a).relate(duration(b), Taxonomy.EMPTY)).isEqualTo(relation);
        assertThat(duration(b).relate(duration(a), Taxonomy.EMPTY)).isEqualTo(relation.converse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "P",
                "P1",
                "PT",
                "P1YT",
                "T1H",
                "1Y",
                "-P1D",
                "P-1D",
                "+P1D",
                "P1S",
                "PT1D",
                "P1H",
                "p1y",
                "P1Y ",
                "P1D1Y",
                "PT1S1M",
                "P1.Y",
                "P.5Y",
                "P1..5Y",
                "P1e3D",
                "P1000000000D",
                "P0.1234567890D",
                "P٣D",
                "P1Y\n",
                "six years",
                "P1Y2M3W4D5H",
                "P2017-05-02",
                "null"
            })
    void what_is_no_duration_is_refused(String iso) {
        assertThatThrownBy(() -> new Duration(iso, false, null, false))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("min"));
        assertThatThrownBy(() -> new Duration(null, false, iso, false))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("max"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[P2Y,P1Y]", "[P1Y,P1Y)", "(P1Y,P1Y]", "[P25M,P2Y]", "[P32D,P1M]", "(P28D,PT1S]", "(,)"})
    void what_lies_between_no_bounds_is_refused(String interval) {
        assertThatThrownBy(() -> duration(interval)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_exclusion_without_its_bound_is_refused() {
        assertThatThrownBy(() -> new Duration(null, true, "P1Y", false))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("minExclusive"));
        assertThatThrownBy(() -> new Duration("P1Y", false, null, true))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("maxExclusive"));
    }

    /** "[P6Y,P7Y)" as mathematics writes it; nothing is open. */
    private static Duration duration(String interval) {
        String inner = interval.substring(1, interval.length() - 1);
        // a comma is a decimal sign too, between digits
        String[] bounds = inner.split("(?<!\\d),|,(?!\\d)", -1);
        String min = bounds[0].isEmpty() ? null : bounds[0];
        String max = bounds[1].isEmpty() ? null : bounds[1];
        return new Duration(min, min != null && interval.startsWith("("), max, max != null && interval.endsWith(")"));
    }
}
