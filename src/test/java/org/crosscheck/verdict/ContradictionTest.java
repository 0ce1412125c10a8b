package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.IT;
import static org.crosscheck.verdict.Newsroom.atLeast;
import static org.crosscheck.verdict.Newsroom.attribute;
import static org.crosscheck.verdict.Newsroom.between;
import static org.crosscheck.verdict.Newsroom.count;
import static org.crosscheck.verdict.Newsroom.in;
import static org.crosscheck.verdict.Newsroom.number;
import static org.crosscheck.verdict.Newsroom.on;
import static org.crosscheck.verdict.Newsroom.position;
import static org.crosscheck.verdict.Newsroom.tolerant;
import static org.crosscheck.verdict.Newsroom.words;

import java.util.List;
import org.crosscheck.value.Duration;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContradictionTest {

    @Test
    void disjoint_positions_contradict_each_other() {
        Finding finding =
                new Newsroom().says("ap", number(59)).says("nyt", number(60)).judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(finding.deciding()).isEqualTo(new Deciding("ap", "nyt", Relation.DISJOINT));
        assertThat(finding.reasons().get(0).code()).isEqualTo(Reason.Code.DISJOINT_VALUES);
        assertThat(finding.reasons().get(0).operands()).containsExactly(number(59), number(60));
    }

    @Test
    void six_years_and_in_the_sixth_year_contradict_each_other() {
        Finding finding = new Newsroom()
                .says("nyt", new Duration("P6Y", false, "P7Y", true))
                .says("washington-times", new Duration("P5Y", false, "P6Y", true))
                .judged(attribute(Value.Type.DURATION));
        assertThat(finding.verdict()).isEqualTo(Flag.CONTRADICTION);
    }

    @Test
    void one_pair_among_many_that_agree_is_enough() {
        Finding finding = new Newsroom()
                .says("a", on("2017-05"))
                .says("b", on("2017-05-02"))
                .says("c", on("2017-05-02"))
                .says("d", on("2017-05-03"))
                .judged(attribute(Value.Type.TIME));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(finding.deciding()).isEqualTo(new Deciding("b", "d", Relation.DISJOINT));
    }

    @Test
    void cars_and_vehicles_of_different_numbers_contradict_each_other() {
        Finding finding = new Newsroom()
                .says("a", count(3, "car"))
                .says("b", count(5, "vehicle"))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
    }

    @Test
    void what_another_denies_contradicts() {
        Finding finding = new Newsroom().says("fbi", IT).denies("putin", IT).judged(attribute(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION, Flag.UNCORROBORATED);
        assertThat(finding.deciding()).isEqualTo(new Deciding("fbi", "putin", Relation.EQUAL));
        assertThat(finding.reasons().get(0)).isEqualTo(new Reason(Reason.Code.AFFIRMED_AND_DENIED, List.of(IT, IT)));
        assertThat(position(finding, "fbi", Stance.AFFIRMS).inconsistent()).isFalse();
        assertThat(position(finding, "putin", Stance.DENIES).inconsistent()).isFalse();
    }

    @Test
    void what_lies_inside_of_a_denied_region_contradicts() {
        Finding finding = new Newsroom()
                .says("a", in("hamburg"))
                .denies("b", in("germany"))
                .judged(attribute(Value.Type.CONCEPT));
        assertThat(finding.verdict()).isEqualTo(Flag.CONTRADICTION);
        assertThat(finding.deciding().relation()).isEqualTo(Relation.NARROWER);
    }

    @Test
    void what_reaches_out_of_a_denied_region_does_not_contradict() {
        assertThat(new Newsroom()
                        .says("a", in("germany"))
                        .denies("b", in("hamburg"))
                        .judged(attribute(Value.Type.CONCEPT))
                        .flags())
                .containsExactly(Flag.UNCORROBORATED);
        assertThat(new Newsroom()
                        .says("a", between(50, 60))
                        .denies("b", between(55, 70))
                        .judged(attribute(Value.Type.QUANTITY))
                        .flags())
                .containsExactly(Flag.UNCORROBORATED);
    }

    @Test
    void who_affirms_what_it_is_said_to_deny_is_inconsistent() {
        Finding finding = new Newsroom()
                .reports("ap", "kremlin", IT)
                .reports("nyt", "kremlin", Stance.DENIES, IT, "not so")
                .reports("ap", "white-house", IT)
                .reports("nyt", "white-house", IT)
                .judged(attribute(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(position(finding, "kremlin", Stance.AFFIRMS).inconsistent()).isTrue();
        assertThat(position(finding, "kremlin", Stance.DENIES).inconsistent()).isTrue();
        assertThat(position(finding, "white-house", Stance.AFFIRMS).inconsistent())
                .isFalse();
    }

    @Test
    void who_denies_more_than_it_affirms_is_inconsistent_though_another_denies_it_too() {
        Finding finding =
                new Newsroom().denies("a", IT).says("b", IT).denies("b", IT).judged(attribute(Value.Type.TOPIC));
        assertThat(position(finding, "b", Stance.AFFIRMS).inconsistent()).isTrue();
        assertThat(position(finding, "a", Stance.DENIES).inconsistent()).isFalse();
    }

    @Test
    void who_affirms_the_whole_and_denies_a_part_is_consistent() {
        Finding finding = new Newsroom()
                .says("a", in("germany"))
                .denies("a", in("berlin"))
                .judged(attribute(Value.Type.CONCEPT));
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(position(finding, "a", Stance.AFFIRMS).inconsistent()).isFalse();
    }

    @Test
    void several_reports_of_one_voice_are_their_intersection() {
        Newsroom newsroom = new Newsroom().reports("ap", "putin", atLeast(5)).reports("nyt", "putin", between(1, 8));
        assertThat(newsroom.judged(attribute(Value.Type.QUANTITY)).flags()).containsExactly(Flag.AGREEMENT);
        Finding against = newsroom.says("tass", between(1, 4)).judged(attribute(Value.Type.QUANTITY));
        assertThat(against.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(against.deciding()).isEqualTo(new Deciding("tass", "putin", Relation.DISJOINT));
        assertThat(position(against, "putin", Stance.AFFIRMS).inconsistent()).isFalse();
    }

    @Test
    void reports_of_one_voice_that_cannot_all_hold_make_it_inconsistent() {
        Finding finding = new Newsroom()
                .reports("ap", "putin", number(5))
                .reports("nyt", "putin", number(6))
                .says("tass", number(5))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(finding.deciding()).isEqualTo(new Deciding("putin", "putin", Relation.DISJOINT));
        assertThat(finding.reasons().get(0).code()).isEqualTo(Reason.Code.INCONSISTENT_VOICE);
        assertThat(position(finding, "putin", Stance.AFFIRMS).inconsistent()).isTrue();
        assertThat(position(finding, "tass", Stance.AFFIRMS).inconsistent()).isFalse();
    }

    @Test
    void three_vehicles_exclude_five_trucks_even_when_three_cars_are_said_too() {
        Finding finding = new Newsroom()
                .reports("a", "police", count(3, "car"))
                .reports("b", "police", count(3, "vehicle"))
                .reports("c", "police", count(5, "truck"))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(position(finding, "police", Stance.AFFIRMS).inconsistent()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "59, 61, 2, REFINEMENT",
        "59, 62, 2, CONTRADICTION",
        "59, 59, 2, AGREEMENT",
        "59, 60, 0, CONTRADICTION",
        "59, 60, 0.5, CONTRADICTION"
    })
    void numbers_within_the_tolerance_are_compatible(long a, long b, String tolerance, Flag verdict) {
        assertThat(new Newsroom()
                        .says("a", number(a))
                        .says("b", number(b))
                        .judged(tolerant(Value.Type.QUANTITY, null, tolerance))
                        .flags())
                .containsExactly(verdict);
    }

    @Test
    void a_tolerance_is_in_the_unit_of_the_attribute() {
        Newsroom newsroom = new Newsroom().says("a", count(10, "km")).says("b", count(10_400, "m"));
        assertThat(newsroom.judged(tolerant(Value.Type.QUANTITY, "km", "0.4")).flags())
                .containsExactly(Flag.REFINEMENT);
        assertThat(newsroom.judged(tolerant(Value.Type.QUANTITY, "km", "0.39")).flags())
                .containsExactly(Flag.CONTRADICTION);
        assertThat(newsroom.judged(tolerant(Value.Type.QUANTITY, "m", "399")).flags())
                .containsExactly(Flag.CONTRADICTION);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-05-03, 1, REFINEMENT",
        "2017-05-03, 0, CONTRADICTION",
        "2017-05-04, 1, CONTRADICTION",
        "2017-05-04, 2, REFINEMENT",
        "2017-05-05, 2, CONTRADICTION",
    })
    void a_tolerance_of_times_is_in_days(String day, String tolerance, Flag verdict) {
        assertThat(new Newsroom()
                        .says("a", on("2017-05-02"))
                        .says("b", on(day))
                        .judged(tolerant(Value.Type.TIME, null, tolerance))
                        .flags())
                .containsExactly(verdict);
    }

    @Test
    void words_never_contradict() {
        Finding finding = new Newsroom()
                .says("a", words("good"))
                .says("b", words("not good"))
                .judged(attribute(Value.Type.TEXT));
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT);
    }
}
