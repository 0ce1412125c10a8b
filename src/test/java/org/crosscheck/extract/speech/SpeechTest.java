package org.crosscheck.extract.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.crosscheck.extract.speech.Speaker.Kind;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;

class SpeechTest {
    private static final Speech SPEECH = new Speech("en");

    private static Account read(String text) {
        return SPEECH.read(Tokens.of(text));
    }

    private static Speaker speaker(String text) {
        return last(read(text).claims()).claimant().orElseThrow();
    }

    private static Certainty certainty(String text, String at) {
        int start = text.indexOf(at);
        return read(text).certaintyAt(start, start + at.length());
    }

    private static boolean denied(String text, String at) {
        int start = text.indexOf(at);
        return read(text).deniedAt(start, start + at.length());
    }

    private static List<String> boilerplate(String text) {
        return read(text).sentences().stream()
                .filter(Sentence::boilerplate)
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }

    private static List<String> sentences(String text) {
        return read(text).sentences().stream()
                .map(s -> text.substring(s.start(), s.end()))
                .toList();
    }

    // ---- who is meant

    @Test
    void a_surname_means_the_fullest_name_of_the_text() {
        String text = "Mr. Novak said it was over. Tomas R. Novak had led the union. Novak said more.";
        assertThat(speaker(text).name()).isEqualTo("Tomas R. Novak");
        assertThat(speaker(text).mentions()).contains("Tomas R. Novak", "Novak", "Mr. Novak");
    }

    @Test
    void a_spokesman_is_part_of_his_institution() {
        Speaker speaker = speaker("Kremlin spokesman Ivan Petrov said the visit was off.");
        assertThat(speaker.name()).isEqualTo("Ivan Petrov");
        assertThat(speaker.role()).isEqualTo("Kremlin spokesman");
        assertThat(speaker.partOf()).isEqualTo("Kremlin");
        assertThat(speaker.kind()).isEqualTo(Kind.PERSON);
    }

    @Test
    void the_voice_of_a_statement_is_its_institution() {
        Speaker speaker = speaker("A White House statement said the talks had been short.");
        assertThat(speaker.name()).isEqualTo("White House");
        assertThat(speaker.kind()).isEqualTo(Kind.GOVERNMENT);
    }

    @Test
    void officials_are_a_group() {
        assertThat(speaker("The bridge is safe, officials said.").kind()).isEqualTo(Kind.GROUP);
        assertThat(speaker("Two people familiar with the matter said it was true.")
                        .name())
                .isEqualTo("Two people familiar with the matter");
    }

    @Test
    void she_is_the_woman_who_spoke_last_and_not_the_man() {
        String text = "Anna Berg met Peter Olsen in May. She said the port would close.";
        assertThat(speaker(text).name()).isEqualTo("Anna Berg");
        assertThat(speaker(text.replace("She", "He")).name()).isEqualTo("Peter Olsen");
    }

    @Test
    void it_is_the_institution_that_spoke_last() {
        assertThat(speaker("The Bundesbank said prices rose. It added that wages fell.")
                        .name())
                .isEqualTo("Bundesbank");
    }

    private static List<String> silent(String text) {
        return last(read(text).silences()).speakers().stream()
                .map(Speaker::name)
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    @Test
    void it_is_the_subject_of_the_sentence_before_and_not_what_was_named_last() {
        assertThat(silent("The presidency published a readout. The two leaders spoke about the European Union. "
                        + "It made no mention of grain."))
                .containsExactly("presidency");
        assertThat(silent("The palace issued a note on Monday. The minister had gone to the European Commission. "
                        + "It made no mention of the loan."))
                .containsExactly("palace");
        assertThat(speaker("The bank sent its forecast to the Treasury Department. It said growth would slow.")
                        .name())
                .isEqualTo("bank");
    }

    @Test
    void they_are_the_several_of_the_sentence_before() {
        assertThat(speaker("The farmers blocked a road near Lyon. They said prices were too low.")
                        .name())
                .isEqualTo("farmers");
    }

    @Test
    void neither_side_is_the_two_who_spoke_last() {
        String spoken = "The White House said the call was warm. The Kremlin said it lasted an hour. ";
        for (String silence : List.of(
                "Neither side mentioned the ships.",
                "Neither government would say who had called.",
                "Neither of them mentioned the ships.",
                "Both sides declined to comment on the ships."))
            assertThat(silent(spoken + silence)).as(silence).containsExactly("White House", "Kremlin");
        assertThat(
                        silent(
                                "The army said it had won. The rebels said they held on, analysts said. Neither side mentioned ships."))
                .containsExactly("army", "rebels");
    }

    @Test
    void neither_company_is_the_two_that_and_joins() {
        assertThat(silent("Nordbank and Volvex agreed to merge. Neither company disclosed the price."))
                .containsExactly("Nordbank", "Volvex");
        assertThat(silent("France and Germany signed the accord. Neither side has disclosed the price."))
                .containsExactly("France", "Germany");
    }

    @Test
    void both_sides_are_the_two_between_whom_it_is() {
        assertThat(silent("The talks between Serbia and Kosovo ended. Neither side would say when they would resume."))
                .containsExactly("Serbia", "Kosovo");
        assertThat(silent("President Anna Berg spoke with President Peter Olsen about the trial of Omar Reza. "
                        + "Neither leader mentioned the debt."))
                .containsExactly("Anna Berg", "Peter Olsen");
        assertThat(silent("The mayor said it was over. The governor said it was not. Neither would say who had won."))
                .containsExactly("mayor", "governor");
    }

    @Test
    void an_authority_with_and_in_its_name_is_not_two_sides() {
        assertThat(
                        silent(
                                "Volvex said it had bought Nordbank. Nordbank said it was glad. "
                                        + "Norway’s Farms and Markets Authority may look at the deal. Neither side mentioned the price."))
                .containsExactly("Volvex", "Nordbank");
    }

    @Test
    void the_company_is_the_one_whose_head_spoke() {
        assertThat(speaker("Mr. Hall, the head of Volvex, said it was wrong. The company ruled out a sale.")
                        .name())
                .isEqualTo("Volvex");
    }

    @Test
    void two_sides_that_the_text_does_not_tell_are_silent_without_a_name() {
        assertThat(silent("Neither side mentioned the price.")).isEmpty();
    }

    @Test
    void what_is_passed_over_in_silence_is_not_denied() {
        assertThat(denied("Neither side mentioned the price.", "price")).isFalse();
        assertThat(denied("Neither company disclosed how much was paid.", "paid"))
                .isFalse();
        assertThat(denied("The readout made no mention of the 40 ships.", "40")).isFalse();
        assertThat(denied("The mayor did not say how many had died.", "died")).isFalse();
        assertThat(denied("The bank has not denied that it paid a fine.", "fine"))
                .isFalse();
    }

    @Test
    void the_group_is_the_last_of_its_kind_that_was_named() {
        assertThat(speaker("Nordbank announced a loss. The group pledged to cut 300 jobs.")
                        .name())
                .isEqualTo("Nordbank");
        assertThat(speaker(
                                "Volvex AG lost money. The European Commission opened a case. The company said it would pay.")
                        .name())
                .isEqualTo("Volvex AG");
        assertThat(speaker("The defense ministry said three died. The ministry pledged to help.")
                        .name())
                .isEqualTo("defense ministry");
    }

    @Test
    void two_who_speak_together_have_a_claim_each() {
        String text = "Both the Kremlin and the White House said the call was short.";
        Account account = read(text);
        assertThat(account.claims())
                .extracting(claim -> claim.claimant().orElseThrow().name())
                .containsExactlyInAnyOrder("Kremlin", "White House");
        int at = text.indexOf("short");
        assertThat(account.claimsAt(at, at + 5)).hasSize(2);
    }

    @Test
    void a_nested_claim_is_a_chain_and_its_words_are_the_innermost_speakers() {
        String text = "The dam will hold, he told the panel, a Swedish engineer said afterward.";
        int at = text.indexOf("hold");
        Claim claim = read(text).claimAt(at, at + 4).orElseThrow();
        assertThat(claim.speakers()).extracting(Speaker::name).containsExactly("Swedish engineer", "he");
    }

    // ---- whose words they are

    @Test
    void a_relative_clause_is_the_texts_own_voice() {
        String text = "The army said it had struck a camp near the border, which has seen 300 deaths this year.";
        Account account = read(text);
        int camp = text.indexOf("camp");
        int deaths = text.indexOf("300");
        assertThat(account.claimAt(camp, camp + 4)).isPresent();
        assertThat(account.claimAt(deaths, deaths + 3)).isEmpty();
    }

    @Test
    void a_role_in_apposition_is_the_texts_own_voice() {
        String text = "John Marsh, who owns 40 cows, said milk was cheap.";
        int cows = text.indexOf("40");
        assertThat(read(text).claimAt(cows, cows + 2)).isEmpty();
    }

    @Test
    void a_quotation_goes_on_where_each_paragraph_opens_it_again() {
        String text =
                "“The road was icy,” the driver said. “I saw nothing at all.\n\n“Then the lamp went out in front of me.”";
        assertThat(read(text).claims()).hasSize(3).allSatisfy(claim -> {
            assertThat(claim.quoted()).isTrue();
            assertThat(claim.claimant().orElseThrow().name()).isEqualTo("driver");
        });
    }

    @Test
    void quoted_words_without_a_speaker_are_the_texts_own() {
        assertThat(read("The so-called “smart fence” fell over.").claims()).isEmpty();
    }

    @Test
    void german_french_and_straight_marks_are_quotation_marks() {
        for (String quote :
                List.of("„It is late now,“", "«It is late now,»", "\"It is late now,\"", "'It is late now,'")) {
            Claim claim = last(read(quote + " said Anna Berg.").claims());
            assertThat(claim.quoted()).as(quote).isTrue();
            assertThat(claim.end()).as(quote).isEqualTo(quote.length());
        }
    }

    // ---- silence

    @Test
    void said_only_is_a_silence_about_all_else() {
        Silence silence =
                read("The union said only that talks would go on.").silences().get(0);
        assertThat(silence.rule()).isEqualTo("silence.said-only");
        assertThat(silence.start()).isEqualTo(silence.end());
    }

    @Test
    void a_silence_and_a_claim_stand_in_one_sentence() {
        Account account = read("The palace made no mention of the debt, and its spokesman said it was small.");
        assertThat(account.silences()).hasSize(1);
        assertThat(account.claims()).hasSize(1);
    }

    // ---- how firmly

    @Test
    void may_might_and_reportedly_hedge_and_the_month_does_not() {
        assertThat(certainty("The ship may have sunk.", "sunk")).isEqualTo(Certainty.HEDGED);
        assertThat(certainty("The ship reportedly sank.", "sank")).isEqualTo(Certainty.HEDGED);
        assertThat(certainty("The ship sank on May 2.", "sank")).isEqualTo(Certainty.STATED);
    }

    @Test
    void a_plan_is_not_yet_a_fact() {
        for (String plan : List.of("will open", "plans to open", "is to open", "is expected to open", "agreed to open"))
            assertThat(certainty("The museum " + plan + " a cafe.", "cafe"))
                    .as(plan)
                    .isEqualTo(Certainty.PLANNED);
    }

    @Test
    void a_negation_reaches_to_the_end_of_its_clause() {
        String text = "The bank did not sell the tower, but it sold the garage.";
        assertThat(denied(text, "tower")).isTrue();
        assertThat(denied(text, "garage")).isFalse();
        assertThat(denied("There is no evidence that the mayor took bribes.", "bribes"))
                .isTrue();
        assertThat(denied("Not only did he win the race, he broke the record.", "record"))
                .isFalse();
    }

    @Test
    void a_bound_is_no_denial() {
        for (String text : List.of(
                "No more than 40 people were on board.",
                "No fewer than 40 people were hurt.",
                "Not less than 40 ships sank.",
                "The sale will close no later than May 40.",
                "The mine no longer employs 40 people.",
                "There is no doubt that 40 people died.",
                "The fire left nothing but 40 walls.",
                "Not only were 40 killed, many were hurt."))
            assertThat(denied(text, "40")).as(text).isFalse();
        assertThat(denied("No more ships sank on day 40.", "40")).isTrue();
    }

    // ---- sentences and pages

    @Test
    void initials_and_abbreviations_end_no_sentence() {
        assertThat(sentences("Gen. H. R. Ford met U.S. officials at 10 a.m. Tuesday. Mr. Hall and S.A. Miller left."))
                .hasSize(2);
        assertThat(sentences("He moved to the U.S. The family stayed.")).hasSize(2);
    }

    @Test
    void a_headline_is_a_sentence_and_a_wrapped_line_is_none() {
        assertThat(
                        sentences(
                                "Port Reopens\n\nThe harbor opened on Sunday after a long strike by its\nworkers, who had asked for more pay and shorter hours.\n"))
                .hasSize(2);
    }

    @Test
    void a_speaker_may_follow_an_exclamation() {
        assertThat(sentences("“Never again!” Mr. Reed shouted. He left.")).hasSize(2);
    }

    @Test
    void forms_credits_and_other_headlines_are_boilerplate() {
        String text =
                "Dam Bursts in Valley\n\nThe dam burst on Sunday.\n\nAdvertisement\n\nNobody was hurt, police said.\n\n"
                        + "Sign up for our newsletter.\n\nPlease re-enter your email address.\n\nThe valley was empty.\n\n"
                        + "Follow Ann Lee at\n\nMost Read\n\nTwo dogs found in a boat\n\nMayor eats a hat";
        assertThat(boilerplate(text))
                .containsExactly(
                        "Advertisement",
                        "Sign up for our newsletter.",
                        "Please re-enter your email address.",
                        "Follow Ann Lee at",
                        "Most Read",
                        "Two dogs found in a boat",
                        "Mayor eats a hat");
    }

    @Test
    void a_text_that_stops_in_mid_word_keeps_its_last_sentence() {
        String text =
                "Dam Bursts\n\nThe dam burst on Sunday. Engineers had warned for years that the wall was weak, and "
                        + "the owner of the dam, a power company, had promised to repair it before the winter, but noth";
        assertThat(boilerplate(text)).isEmpty();
    }

    @Test
    void a_transcript_names_who_speaks_before_a_colon() {
        Account account = read("SMITH: I never saw the letter.\n\nJONES: Not once?\n\nSMITH: Not once.");
        assertThat(account.claims())
                .extracting(claim -> claim.claimant().orElseThrow().name())
                .containsExactly("SMITH", "JONES", "SMITH");
    }
}
