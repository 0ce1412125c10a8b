package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.IT;
import static org.crosscheck.verdict.Newsroom.attribute;
import static org.crosscheck.verdict.Newsroom.in;
import static org.crosscheck.verdict.Newsroom.number;
import static org.crosscheck.verdict.Newsroom.words;

import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

/** Each explanation is one sentence that names the parties and says what they say, and never who is right. */
class ExplanationTest {

    @Test
    void a_contradiction_names_both_parties_and_their_words() {
        assertThat(named().reports("s1", "ap", Stance.AFFIRMS, number(59), "59 missiles")
                        .says("nyt", number(60))
                        .judged(attribute(Value.Type.QUANTITY))
                        .explanation())
                .isEqualTo("Associated Press says “59 missiles”, while The New York Times says 60; both cannot hold.");
    }

    @Test
    void a_denial_is_shown_as_one() {
        assertThat(named().says("ap", IT)
                        .denies("nyt", IT)
                        .judged(attribute(Value.Type.TOPIC))
                        .explanation())
                .isEqualTo("Associated Press says that it is so, which The New York Times denies.");
        assertThat(named().says("ap", in("hamburg"))
                        .denies("nyt", in("germany"))
                        .judged(attribute(Value.Type.CONCEPT))
                        .explanation())
                .isEqualTo("Associated Press says hamburg, which The New York Times denies (germany).");
        assertThat(named().says("ap", number(1))
                        .denies("ap", number(1))
                        .judged(attribute(Value.Type.QUANTITY))
                        .explanation())
                .isEqualTo("Associated Press is reported both to say 1 and to deny 1.");
    }

    @Test
    void an_inconsistent_voice_is_named_with_all_it_says() {
        assertThat(named().reports("s1", "ap", number(1))
                        .reports("s2", "ap", number(2))
                        .reports("s3", "ap", number(3))
                        .reports("s4", "ap", number(4))
                        .reports("s5", "ap", number(5))
                        .judged(attribute(Value.Type.QUANTITY))
                        .explanation())
                .isEqualTo("Associated Press is reported to say 1, 2, 3 and 2 more; these cannot all hold.");
    }

    @Test
    void a_silence_says_how_it_is_known() {
        assertThat(named().fullAccount("readout", "nyt")
                        .says("ap", IT)
                        .reportsSilence("s1", "nyt")
                        .reportsSilence("s2", "nyt")
                        .judged(attribute(Value.Type.TOPIC))
                        .explanation())
                .isEqualTo("Associated Press speaks of it, while The New York Times does not mention it, as s1 and s2"
                        + " report and as its own full account readout shows.");
    }

    @Test
    void what_is_undetermined_is_handed_to_an_editor() {
        assertThat(named().says("ap", words("good"))
                        .says("nyt", words("long"))
                        .judged(attribute(Value.Type.TEXT))
                        .explanation())
                .isEqualTo(
                        "Associated Press says “good”, while The New York Times says “long”; no rule compares the two,"
                                + " so an editor must judge.");
    }

    @Test
    void a_refinement_says_which_is_more_precise() {
        String expected =
                "The New York Times says hamburg, which is more precise than what Associated Press says: germany.";
        assertThat(named().says("ap", in("germany"))
                        .says("nyt", in("hamburg"))
                        .judged(attribute(Value.Type.CONCEPT))
                        .explanation())
                .isEqualTo(expected);
    }

    @Test
    void an_agreement_gives_the_value_of_those_who_affirm_though_one_who_denies_comes_first() {
        assertThat(named().denies("a-denier", in("berlin"))
                        .says("ap", in("germany"))
                        .says("nyt", in("germany"))
                        .judged(attribute(Value.Type.CONCEPT))
                        .explanation())
                .isEqualTo(
                        "Associated Press and The New York Times speak with one value: germany (2 sources, 2 lineages).");
    }

    @Test
    void what_is_uncorroborated_says_why() {
        assertThat(named().says("ap", IT).judged(attribute(Value.Type.TOPIC)).explanation())
                .isEqualTo("Everything that affirms it goes back to one origin, in 1 source.");
        assertThat(named().denies("ap", IT).judged(attribute(Value.Type.TOPIC)).explanation())
                .isEqualTo("Nobody affirms it, and Associated Press denies it.");
        assertThat(named().reportsSilence("s", "ap")
                        .reportsSilence("s", "nyt")
                        .judged(attribute(Value.Type.TOPIC))
                        .explanation())
                .isEqualTo(
                        "Nobody affirms it, and Associated Press and The New York Times are reported not to mention it.");
        assertThat(named().judged(attribute(Value.Type.TOPIC)).explanation()).isEqualTo("No source has a word on it.");
    }

    private static Newsroom named() {
        return new Newsroom().named("ap", "Associated Press").named("nyt", "The New York Times");
    }
}
