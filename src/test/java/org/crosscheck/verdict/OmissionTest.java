package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.verdict.Newsroom.IT;
import static org.crosscheck.verdict.Newsroom.attribute;

import java.util.List;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

class OmissionTest {
    private static final Attribute TOPIC = attribute(Value.Type.TOPIC);

    @Test
    void a_silence_that_a_source_reports_is_an_omission() {
        Finding finding = new Newsroom()
                .reports("ap", "white-house", IT)
                .reports("nyt", "white-house", IT)
                .reportsSilence("nyt", "kremlin")
                .reportsSilence("ap", "kremlin")
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.OMISSION);
        assertThat(finding.silences())
                .containsExactly(new Silence("kremlin", Silence.Known.REPORTED, List.of("ap", "nyt"), null));
        assertThat(finding.deciding()).isEqualTo(new Deciding("white-house", "kremlin", null));
        assertThat(finding.reasons().get(0)).isEqualTo(new Reason(Reason.Code.SILENT_WHILE_AFFIRMED, List.of()));
    }

    @Test
    void an_omission_is_never_an_agreement() {
        Finding finding = new Newsroom()
                .says("white-house", IT)
                .says("nyt", IT)
                .reportsSilence("ap", "kremlin")
                .judged(TOPIC);
        assertThat(finding.flags()).doesNotContain(Flag.AGREEMENT);
    }

    @Test
    void a_silence_of_the_only_one_who_affirms_is_none() {
        Finding finding = new Newsroom()
                .reports("ap", "kremlin", IT)
                .reports("nyt", "kremlin", IT)
                .reportsSilence("afp", "kremlin")
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.silences()).hasSize(1);
    }

    @Test
    void a_silence_on_what_nobody_affirms_is_no_omission() {
        Finding finding = new Newsroom()
                .reportsSilence("nyt", "kremlin")
                .reportsSilence("nyt", "white-house")
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
        assertThat(finding.silences()).extracting(Silence::voice).containsExactly("kremlin", "white-house");
    }

    @Test
    void a_silence_on_what_others_only_deny_is_no_omission() {
        Finding finding = new Newsroom()
                .denies("putin", IT)
                .reportsSilence("nyt", "kremlin")
                .fullAccount("readout", "kremlin")
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
    }

    @Test
    void a_full_account_without_a_word_on_it_is_an_omission() {
        Finding finding = new Newsroom()
                .fullAccount("readout", "kremlin", "something-else", "it")
                .says("ap", IT)
                .says("nyt", IT)
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.OMISSION);
        assertThat(finding.silences())
                .containsExactly(new Silence("kremlin", Silence.Known.OBSERVED, List.of(), "readout"));
        assertThat(finding.deciding()).isEqualTo(new Deciding("ap", "kremlin", null));
    }

    @Test
    void a_full_account_that_names_nothing_covers_everything() {
        assertThat(new Newsroom()
                        .fullAccount("readout", "kremlin")
                        .says("ap", IT)
                        .judged(TOPIC)
                        .verdict())
                .isEqualTo(Flag.OMISSION);
    }

    @Test
    void a_full_account_of_other_matters_may_be_silent() {
        Finding finding = new Newsroom()
                .fullAccount("readout", "kremlin", "something-else")
                .says("ap", IT)
                .says("nyt", IT)
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.silences()).isEmpty();
    }

    @Test
    void the_silence_of_a_selective_source_is_never_flagged() {
        Finding finding = new Newsroom()
                .article("tass", "kremlin")
                .says("ap", IT)
                .says("nyt", IT)
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.AGREEMENT);
        assertThat(finding.silences()).isEmpty();
    }

    @Test
    void a_full_account_that_denies_it_or_reports_a_silence_is_not_silent() {
        Newsroom denying = new Newsroom()
                .fullAccount("readout", "kremlin")
                .reports("readout", "kremlin", Stance.DENIES, IT, "not discussed")
                .says("ap", IT);
        assertThat(denying.judged(TOPIC).flags()).containsExactly(Flag.CONTRADICTION, Flag.UNCORROBORATED);
        Newsroom reporting = new Newsroom()
                .fullAccount("readout", "kremlin")
                .reportsSilence("readout", "white-house")
                .says("ap", IT);
        assertThat(reporting.judged(TOPIC).silences())
                .extracting(Silence::known)
                .containsExactly(Silence.Known.REPORTED);
    }

    @Test
    void a_voice_may_be_silent_in_its_readout_and_affirm_elsewhere() {
        Finding finding = new Newsroom()
                .fullAccount("readout", "kremlin")
                .reports("ap", "kremlin", IT)
                .reports("nyt", "kremlin", IT)
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.OMISSION);
        assertThat(finding.deciding()).isEqualTo(new Deciding("kremlin", "kremlin", null));
        assertThat(finding.explanation())
                .isEqualTo("kremlin speaks of it elsewhere, while kremlin does not mention it, as its own full account"
                        + " readout shows.");
    }

    @Test
    void the_only_full_account_that_affirms_is_not_silent() {
        Finding finding = new Newsroom()
                .fullAccount("readout", "kremlin")
                .reports("readout", "kremlin", IT)
                .judged(TOPIC);
        assertThat(finding.flags()).containsExactly(Flag.UNCORROBORATED);
    }

    @Test
    void a_silence_may_be_both_reported_and_observed() {
        Finding finding = new Newsroom()
                .fullAccount("readout", "kremlin")
                .fullAccount("transcript", "kremlin")
                .says("white-house", IT)
                .reportsSilence("nyt", "kremlin")
                .reportsSilence("ap", "duma")
                .judged(TOPIC);
        assertThat(finding.silences())
                .containsExactly(
                        new Silence("duma", Silence.Known.REPORTED, List.of("ap"), null),
                        new Silence("kremlin", Silence.Known.REPORTED, List.of("nyt"), null),
                        new Silence("kremlin", Silence.Known.OBSERVED, List.of(), "readout"),
                        new Silence("kremlin", Silence.Known.OBSERVED, List.of(), "transcript"));
        assertThat(finding.flags()).containsExactly(Flag.OMISSION, Flag.UNCORROBORATED);
    }
}
