package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.IT;
import static org.crosscheck.verdict.Newsroom.MONDAY;
import static org.crosscheck.verdict.Newsroom.TUESDAY;
import static org.crosscheck.verdict.Newsroom.WEDNESDAY;
import static org.crosscheck.verdict.Newsroom.atLeast;
import static org.crosscheck.verdict.Newsroom.attribute;
import static org.crosscheck.verdict.Newsroom.between;
import static org.crosscheck.verdict.Newsroom.count;
import static org.crosscheck.verdict.Newsroom.evolving;
import static org.crosscheck.verdict.Newsroom.in;
import static org.crosscheck.verdict.Newsroom.number;
import static org.crosscheck.verdict.Newsroom.position;

import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final Attribute TOLL = evolving(Value.Type.QUANTITY);

    @Test
    void a_later_value_replaces_an_earlier_one() {
        Finding finding = new Newsroom()
                .says("ap", number(2))
                .at(TUESDAY)
                .says("nyt", number(5))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.UPDATE);
        assertThat(finding.deciding()).isEqualTo(new Deciding("nyt", "ap", Relation.DISJOINT));
        assertThat(finding.reasons().get(0).code()).isEqualTo(Reason.Code.REPLACED_BY_LATER);
        assertThat(finding.reasons().get(0).operands()).containsExactly(number(5), number(2));
    }

    @Test
    void the_same_facts_contradict_each_other_where_nothing_evolves() {
        Finding finding = new Newsroom()
                .says("ap", number(2))
                .at(TUESDAY)
                .says("nyt", number(5))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
    }

    @Test
    void facts_of_the_same_time_contradict_each_other() {
        Finding finding =
                new Newsroom().says("ap", number(2)).says("nyt", number(5)).judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
    }

    @Test
    void a_contradiction_of_one_time_and_an_update_stand_side_by_side() {
        Finding finding = new Newsroom()
                .says("ap", number(2))
                .at(TUESDAY)
                .says("nyt", number(5))
                .says("afp", number(7))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION, Flag.UPDATE);
        assertThat(finding.deciding()).isEqualTo(new Deciding("nyt", "afp", Relation.DISJOINT));
    }

    @Test
    void the_position_of_a_voice_is_its_latest() {
        Finding finding = new Newsroom()
                .reports("early", "ap", number(2))
                .at(TUESDAY)
                .reports("late", "ap", number(5))
                .says("nyt", number(5))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.UPDATE, Flag.AGREEMENT);
        Position ap = position(finding, "ap", Stance.AFFIRMS);
        assertThat(ap.values()).extracting(ReportedValue::value).containsExactly(number(5));
        assertThat(ap.earlier()).extracting(ReportedValue::value).containsExactly(number(2));
        assertThat(ap.inconsistent()).isFalse();
        assertThat(ap.sources()).isEqualTo(1);
        assertThat(finding.explanation()).isEqualTo("ap says 5, and said 2 before.");
    }

    @Test
    void a_voice_that_contradicts_itself_at_one_time_is_inconsistent() {
        Finding finding = new Newsroom()
                .reports("a", "police", number(2))
                .at(TUESDAY)
                .reports("a", "police", number(5))
                .reports("b", "police", number(6))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION, Flag.UPDATE);
        assertThat(position(finding, "police", Stance.AFFIRMS).inconsistent()).isTrue();
    }

    @Test
    void a_value_that_was_wrong_and_came_back_is_still_an_update() {
        Finding finding = new Newsroom()
                .reports("a", "ap", number(2))
                .at(TUESDAY)
                .reports("b", "ap", number(5))
                .at(WEDNESDAY)
                .reports("c", "ap", number(2))
                .judged(TOLL);
        assertThat(finding.flags()).contains(Flag.UPDATE);
        assertThat(finding.reasons().get(0).operands()).containsExactly(number(5), number(2));
    }

    @Test
    void the_same_value_at_two_times_is_an_agreement() {
        Finding finding = new Newsroom()
                .reports("a", "ap", count(1, "km"))
                .at(TUESDAY)
                .reports("b", "ap", count(1000, "m"))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
    }

    @Test
    void a_value_that_only_its_latest_source_gives_is_uncorroborated() {
        Finding finding = new Newsroom()
                .reports("a", "ap", atLeast(5))
                .at(TUESDAY)
                .reports("b", "ap", number(7))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(finding.explanation()).isEqualTo("Everything that affirms it goes back to one origin, in 1 source.");
    }

    @Test
    void a_later_value_inside_an_earlier_one_is_a_refinement() {
        Finding finding = new Newsroom()
                .says("ap", atLeast(2))
                .at(TUESDAY)
                .says("nyt", between(5, 7))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT);
    }

    @Test
    void what_is_affirmed_after_it_was_denied_is_an_update() {
        Finding finding =
                new Newsroom().denies("putin", IT).at(TUESDAY).says("putin", IT).judged(evolving(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.UPDATE, Flag.UNCORROBORATED);
        assertThat(position(finding, "putin", Stance.AFFIRMS).inconsistent()).isFalse();
    }

    @Test
    void what_is_affirmed_when_it_is_denied_contradicts() {
        Finding finding = new Newsroom().denies("putin", IT).says("fbi", IT).judged(evolving(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION, Flag.UNCORROBORATED);
    }

    @Test
    void a_place_may_change() {
        Finding finding = new Newsroom()
                .says("ap", in("hamburg"))
                .at(TUESDAY)
                .says("nyt", in("berlin"))
                .judged(evolving(Value.Type.CONCEPT));
        assertThat(finding.flags()).containsExactly(Flag.UPDATE);
    }

    @Test
    void an_earlier_value_of_another_unit_is_replaced_too() {
        Finding finding = new Newsroom()
                .says("ap", count(3, "car"))
                .says("afp", count(1, "person"))
                .at(TUESDAY)
                .says("nyt", count(5, "vehicle"))
                .judged(TOLL);
        assertThat(finding.flags()).containsExactly(Flag.UNDETERMINED, Flag.UPDATE);
        assertThat(finding.reasons().get(1).operands()).containsExactly(count(5, "vehicle"), count(3, "car"));
    }

    @Test
    void the_time_of_a_fact_is_nothing_where_nothing_evolves() {
        Finding finding = new Newsroom()
                .at(TUESDAY)
                .says("ap", number(5))
                .at(MONDAY)
                .says("nyt", number(5))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.positions())
                .allSatisfy(position -> assertThat(position.values())
                        .allSatisfy(value -> assertThat(value.asOf()).isNull()));
    }
}
