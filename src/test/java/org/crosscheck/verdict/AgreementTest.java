package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.IT;
import static org.crosscheck.verdict.Newsroom.attribute;
import static org.crosscheck.verdict.Newsroom.count;
import static org.crosscheck.verdict.Newsroom.in;
import static org.crosscheck.verdict.Newsroom.number;
import static org.crosscheck.verdict.Newsroom.on;
import static org.crosscheck.verdict.Newsroom.position;
import static org.crosscheck.verdict.Newsroom.words;

import java.util.stream.IntStream;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

/** Agreement, refinement, what is undetermined and what is uncorroborated. */
class AgreementTest {

    @Test
    void equal_values_of_two_lineages_agree() {
        Finding finding = new Newsroom()
                .says("ap", count(1, "km"))
                .says("nyt", count(1000, "m"))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.deciding()).isEqualTo(new Deciding("ap", "nyt", Relation.EQUAL));
        assertThat(finding.support()).isEqualTo(new Support(2, 2, 2));
    }

    @Test
    void one_voice_in_two_lineages_agrees_with_itself() {
        Finding finding = new Newsroom()
                .reports("ap", "putin", IT)
                .reports("nyt", "putin", IT)
                .judged(attribute(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.deciding()).isNull();
    }

    @Test
    void voices_of_one_lineage_do_not_corroborate_each_other() {
        Finding finding = new Newsroom()
                .copying("nyt", "wire")
                .copying("straits-times", "wire")
                .says("nyt", number(3))
                .says("straits-times", number(3))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(finding.support()).isEqualTo(new Support(2, 2, 1));
        assertThat(finding.reasons().get(0).code()).isEqualTo(Reason.Code.ONE_LINEAGE);
    }

    @Test
    void four_sources_of_two_lineages_are_two_lineages() {
        Finding finding = new Newsroom()
                .copying("nyt", "wire")
                .copying("nyt-web", "wire")
                .copying("straits-times", "wire")
                .says("nyt", number(3))
                .says("nyt-web", number(3))
                .says("straits-times", number(3))
                .says("ap", number(3))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.support()).isEqualTo(new Support(4, 4, 2));
    }

    @Test
    void a_refinement_of_one_lineage_is_uncorroborated_too() {
        Finding finding = new Newsroom()
                .copying("nyt", "wire")
                .copying("ap", "wire")
                .says("nyt", in("germany"))
                .says("ap", in("hamburg"))
                .judged(attribute(Value.Type.CONCEPT));
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT, Flag.UNCORROBORATED);
        assertThat(finding.deciding()).isEqualTo(new Deciding("ap", "nyt", Relation.NARROWER));
    }

    @Test
    void overlapping_values_are_a_refinement() {
        Finding finding = new Newsroom()
                .says("a", on("2017-05-03/2017-05-05"))
                .says("b", on("2017-05-04/2017-05-06"))
                .judged(attribute(Value.Type.TIME));
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT);
        assertThat(finding.deciding().relation()).isEqualTo(Relation.OVERLAPPING);
    }

    @Test
    void words_that_differ_are_left_to_an_editor() {
        Finding finding = new Newsroom()
                .says("white-house", words("a very good one"))
                .reports("kremlin-readout", "kremlin", words("businesslike and constructive"))
                .reports("ap", "kremlin", words("Business-like"))
                .judged(attribute(Value.Type.TEXT));
        assertThat(finding.flags()).containsExactly(Flag.UNDETERMINED);
        assertThat(finding.deciding()).isEqualTo(new Deciding("kremlin", "white-house", Relation.INCOMPARABLE));
        assertThat(position(finding, "kremlin", Stance.AFFIRMS).inconsistent()).isFalse();
    }

    @Test
    void two_spellings_are_one_value() {
        Finding finding = new Newsroom()
                .reports("kremlin-readout", "kremlin", words("businesslike"))
                .reports("ap", "kremlin", words("Business-like,"))
                .judged(attribute(Value.Type.TEXT));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(position(finding, "kremlin", Stance.AFFIRMS).values()).hasSize(1);
    }

    @Test
    void undetermined_and_refined_stand_side_by_side() {
        Finding finding = new Newsroom()
                .says("a", words("good"))
                .says("b", words("very good"))
                .says("c", words("long"))
                .judged(attribute(Value.Type.TEXT));
        assertThat(finding.flags()).containsExactly(Flag.UNDETERMINED, Flag.REFINEMENT);
    }

    @Test
    void a_contradiction_elsewhere_leaves_no_refinement_but_what_is_undetermined() {
        Finding finding = new Newsroom()
                .says("a", in("germany"))
                .says("b", in("hamburg"))
                .says("c", in("france"))
                .says("d", in("minister"))
                .judged(attribute(Value.Type.CONCEPT));
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION, Flag.UNDETERMINED);
    }

    @Test
    void money_of_two_currencies_is_left_to_an_editor() {
        Finding finding = new Newsroom()
                .says("a", count(5, "USD"))
                .says("b", count(5, "EUR"))
                .judged(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.UNDETERMINED);
    }

    @Test
    void who_says_two_things_is_narrower_than_who_says_one_of_them() {
        Finding finding = new Newsroom()
                .reports("x", "a", words("long"))
                .reports("y", "a", words("constructive"))
                .says("b", words("long"))
                .judged(attribute(Value.Type.TEXT));
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT);
        assertThat(finding.deciding()).isEqualTo(new Deciding("a", "b", Relation.NARROWER));
    }

    @Test
    void what_nobody_mentions_is_uncorroborated() {
        Finding finding = new Newsroom().judged(attribute(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(finding.positions()).isEmpty();
        assertThat(finding.support()).isEqualTo(new Support(0, 0, 0));
        assertThat(finding.reasons().get(0).code()).isEqualTo(Reason.Code.NOBODY_AFFIRMS);
    }

    @Test
    void what_is_only_denied_is_uncorroborated() {
        Finding finding = new Newsroom().denies("a", IT).denies("b", IT).judged(attribute(Value.Type.TOPIC));
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(finding.positions()).extracting(Position::stance).containsExactly(Stance.DENIES, Stance.DENIES);
        assertThat(finding.support().facts()).isZero();
    }

    @Test
    void parties_that_are_part_of_another_speak_for_it_when_rolled_up() {
        Newsroom newsroom = new Newsroom()
                .partOf("peskov", "press-office")
                .partOf("press-office", "kremlin")
                .reports("ap", "peskov", number(3))
                .reports("nyt", "kremlin", number(4));
        assertThat(newsroom.judged(attribute(Value.Type.QUANTITY)).deciding())
                .isEqualTo(new Deciding("peskov", "kremlin", Relation.DISJOINT));
        Finding rolledUp = newsroom.rolledUp(attribute(Value.Type.QUANTITY));
        assertThat(rolledUp.positions()).extracting(Position::voice).containsExactly("kremlin");
        assertThat(position(rolledUp, "kremlin", Stance.AFFIRMS).inconsistent()).isTrue();
        assertThat(rolledUp.flags()).containsExactly(Flag.CONTRADICTION);
    }

    @Test
    void rolled_up_reports_of_one_value_are_counted_together() {
        Finding finding = new Newsroom()
                .partOf("peskov", "kremlin")
                .reports("ap", "peskov", Stance.AFFIRMS, number(3), "three")
                .reports("nyt", "kremlin", Stance.AFFIRMS, number(3), "3")
                .rolledUp(attribute(Value.Type.QUANTITY));
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        ReportedValue value =
                position(finding, "kremlin", Stance.AFFIRMS).values().get(0);
        assertThat(value.count()).isEqualTo(2);
        assertThat(value.wordings()).containsExactly("3", "three");
        assertThat(value.sources()).containsExactly("ap", "nyt");
        assertThat(value.facts()).containsExactly("f0", "f1");
    }

    @Test
    void of_two_spellings_the_one_of_the_first_fact_is_shown() {
        Newsroom newsroom = new Newsroom()
                .partOf("z", "kremlin")
                .reports("a", "z", words("business-like"))
                .reports("b", "kremlin", words("businesslike"))
                .reports("c", "kremlin", words("Businesslike"));
        assertThat(position(newsroom.judged(attribute(Value.Type.TEXT)), "kremlin", Stance.AFFIRMS)
                        .values())
                .extracting(ReportedValue::value)
                .containsExactly(words("businesslike"));
        assertThat(position(newsroom.rolledUp(attribute(Value.Type.TEXT)), "kremlin", Stance.AFFIRMS)
                        .values())
                .extracting(ReportedValue::value)
                .containsExactly(words("business-like"));
    }

    @Test
    void groups_joined_in_either_order_are_one_group() {
        ValueGroup one = group(new Newsroom().reports("a", "kremlin", words("business-like")));
        ValueGroup two = group(new Newsroom().says("x", words("x")).reports("b", "kremlin", words("businesslike")));
        assertThat(one.and(two)).isEqualTo(two.and(one));
        assertThat(one.and(two).value()).isEqualTo(words("business-like"));
    }

    private static ValueGroup group(Newsroom newsroom) {
        Tally tally = new Tally(false);
        newsroom.facts().stream().filter(fact -> fact.voice().equals("kremlin")).forEach(tally::add);
        return tally.groups().iterator().next();
    }

    @Test
    void the_silence_of_a_part_is_broken_by_its_whole_when_rolled_up() {
        Newsroom newsroom = new Newsroom()
                .partOf("peskov", "kremlin")
                .reports("ap", "kremlin", IT)
                .reports("nyt", "kremlin", IT)
                .reportsSilence("ap", "peskov");
        assertThat(newsroom.judged(attribute(Value.Type.TOPIC)).flags()).containsExactly(Flag.OMISSION);
        assertThat(newsroom.rolledUp(attribute(Value.Type.TOPIC)).flags()).containsExactly(Flag.AGREEMENT);
    }

    @Test
    void the_readout_of_a_part_is_that_of_its_whole_when_rolled_up() {
        Finding finding = new Newsroom()
                .partOf("press-office", "kremlin")
                .fullAccount("readout", "press-office")
                .says("ap", IT)
                .rolledUp(attribute(Value.Type.TOPIC));
        assertThat(finding.silences()).extracting(Silence::voice).containsExactly("kremlin");
    }

    @Test
    void a_position_shows_the_first_hundred_wordings_and_facts_and_counts_all() {
        Newsroom newsroom = new Newsroom();
        IntStream.range(0, 1000)
                .forEach(i ->
                        newsroom.reports("s" + i % 150, "ap", Stance.AFFIRMS, number(3), "w%04d".formatted(999 - i)));
        Finding finding = newsroom.judged(attribute(Value.Type.QUANTITY));
        ReportedValue value = position(finding, "ap", Stance.AFFIRMS).values().get(0);
        assertThat(value.count()).isEqualTo(1000);
        assertThat(value.wordings())
                .hasSize(ValueGroup.SAMPLE)
                .isSorted()
                .startsWith("w0000")
                .endsWith("w0099");
        assertThat(value.facts()).hasSize(ValueGroup.SAMPLE).startsWith("f0", "f1", "f10");
        assertThat(value.sources()).hasSize(150);
        assertThat(finding.support()).isEqualTo(new Support(1000, 150, 150));
    }
}
