package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.MONDAY;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Duration;
import org.crosscheck.value.Ordinal;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Text;
import org.crosscheck.value.Time;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work grows with the number of distinct values, and not with its square: a hundred thousand take seconds. */
@Timeout(60)
class ManyValuesTest {
    private static final int MANY = 100_000;
    private static final int FEWER = 20_000;

    /** Values of which many distinct ones are drawn, and the flags of the finding on them. */
    static List<Arguments> kinds() {
        return List.of(
                kind("ordinals", i -> new Ordinal(i + 1L), Flag.CONTRADICTION),
                kind("ranges that nest", i -> between(MANY - i, MANY + i, null), Flag.REFINEMENT),
                kind("numbers", i -> between(i, i, "km"), Flag.CONTRADICTION),
                kind("money and a half", i -> between(i, i, i % 2 == 0 ? "USD" : "EUR"), Flag.CONTRADICTION),
                kind("things of their own", i -> between(3, 3, "thing-" + i), Flag.UNDETERMINED),
                kind("lengths of months and of days", i -> length(i), Flag.CONTRADICTION),
                kind(
                        "times",
                        i -> new Time("%04d-%02d-%02d".formatted(i % 9000, i % 12 + 1, i % 28 + 1)),
                        Flag.CONTRADICTION),
                kind("phrases", i -> new Text("he said " + i + " words"), Flag.UNDETERMINED),
                kind("phrases that nest", i -> new Text("a ".repeat(i % 199 + 1)), Flag.REFINEMENT),
                kind("concepts", i -> new Concept("c" + (i + 1)), Flag.CONTRADICTION));
    }

    /** Voices that hold several units side by side are compared pair by pair, so they are to be few. */
    static List<Arguments> kindsOfOneUnit() {
        List<Arguments> kinds = new ArrayList<>(kinds());
        kinds.subList(3, 6).clear();
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void as_many_voices_with_a_value_each(IntFunction<Value> value, Flag verdict) {
        assertThat(judged(MANY, value, i -> "v" + i, Stance.AFFIRMS, false).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void ten_voices_with_a_tenth_of_them_each(IntFunction<Value> value, Flag verdict) {
        assertThat(judged(FEWER, value, i -> "v" + i % 10, Stance.AFFIRMS, false)
                        .flags())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kindsOfOneUnit")
    void half_as_many_voices_with_two_values_each(IntFunction<Value> value, Flag verdict) {
        assertThat(judged(FEWER, value, i -> "v" + i / 2, Stance.AFFIRMS, false).flags())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void as_many_denials_and_one_who_affirms(IntFunction<Value> value, Flag verdict) {
        assertThat(judged(FEWER, value, i -> "v" + i, Stance.DENIES, false).flags())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void as_many_times(IntFunction<Value> value, Flag verdict) {
        assertThat(judged(FEWER, value, i -> "v" + i, Stance.AFFIRMS, true).flags())
                .isNotEmpty();
    }

    private static Finding judged(
            int many, IntFunction<Value> value, IntFunction<String> voice, Stance stance, boolean evolving) {
        Tally tally = new Tally(evolving);
        for (int i = 0; i < many; i++) {
            Stance taken = i == 0 ? Stance.AFFIRMS : stance;
            tally.add(new Fact(
                    "f" + i, "s" + i % 100, "it", voice.apply(i), taken, value.apply(i), null, MONDAY.plusSeconds(i)));
        }
        Attribute attribute = new Attribute("it", "It", value.apply(0).type(), null, null, evolving);
        return new Judge(taxonomy(attribute), new Parties(Map.of(), Map.of()), List.of(), false)
                .judge(attribute, tally.groups());
    }

    private static Taxonomy taxonomy(Attribute attribute) {
        if (attribute.type() != Value.Type.CONCEPT) return Taxonomy.EMPTY;
        List<BroaderGraph.Node> nodes = new ArrayList<>();
        IntStream.rangeClosed(1, MANY)
                .forEach(i ->
                        nodes.add(new BroaderGraph.Node("c" + i, "kind", i < 2 ? List.of() : List.of("c" + i / 2))));
        return BroaderGraph.of(nodes);
    }

    private static Arguments kind(String name, IntFunction<Value> value, Flag verdict) {
        return Arguments.of(Named.of(name, value), verdict);
    }

    private static Quantity between(int low, int high, String unit) {
        return Quantity.between(BigDecimal.valueOf(low), BigDecimal.valueOf(high), unit);
    }

    private static Duration length(int i) {
        String iso = (i % 2 == 0 ? "P%dM" : "P%dD").formatted(i);
        return new Duration(iso, false, iso, false);
    }
}
