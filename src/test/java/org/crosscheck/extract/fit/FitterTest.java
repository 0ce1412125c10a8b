package org.crosscheck.extract.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.crosscheck.extract.Extractor;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

/** Sentences of many kinds, fitted to the questions of one story. */
class FitterTest {
    private static final Extractor ENGLISH = new Extractor("en");
    private static final OffsetDateTime PUBLISHED = OffsetDateTime.parse("2024-05-08T10:00:00Z");

    private static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(
                    new Term("person", "kind", List.of("person", "people"), List.of()),
                    new Term("boat", "kind", List.of("boat", "boats"), List.of()),
                    new Term("ferry", "kind", List.of("ferry", "passenger ferry"), List.of("boat"))),
            ENGLISH.places());

    private static final List<Question> QUESTIONS = List.of(
            question(
                    "killed",
                    Value.Type.QUANTITY,
                    "person",
                    "How many people were killed?",
                    "killed",
                    "dead",
                    "death toll"),
            question("injured", Value.Type.QUANTITY, "person", "How many were injured?", "injured", "wounded", "hurt"),
            question("boats", Value.Type.QUANTITY, "boat", "How many boats were sunk?", "sunk"),
            question(
                    "talks-start",
                    Value.Type.TIME,
                    null,
                    "When do the talks begin?",
                    "talks that begin",
                    "talks begin"),
            question("venue", Value.Type.CONCEPT, null, "Where do they meet?", "met", "meeting"),
            question("life-jackets", Value.Type.TOPIC, null, "Were there life jackets?", "life jackets"));

    private static Question question(String id, Value.Type type, String unit, String question, String... cues) {
        return new Question(id, type, unit, id, question, List.of(cues), List.of(), Set.of(), false);
    }

    private static List<Proposal> read(String text) {
        Cast cast = new Cast("en", List.of(), Set.of(), ENGLISH.places());
        return ENGLISH.propose(text, PUBLISHED, "post", VOCABULARY, cast, QUESTIONS)
                .proposals();
    }

    private static List<String> answers(String text, String question) {
        return read(text).stream()
                .filter(proposal -> proposal.question().id().equals(question))
                .map(proposal -> proposal.claimant().map(Claimant::id).orElse("-") + " " + proposal.stance() + " "
                        + (proposal.value() == null ? "" : proposal.value().describe()))
                .toList();
    }

    @Test
    void each_number_goes_to_the_question_whose_cue_is_nearest() {
        String text = "The blast left 15 dead and 40 injured.";
        assertThat(answers(text, "killed")).containsExactly("- AFFIRMS 15 person");
        assertThat(answers(text, "injured")).containsExactly("- AFFIRMS 40 person");
    }

    @Test
    void whoever_is_counted_is_a_person() {
        String text = "A bomber killed 12 policemen and wounded three market traders and 30 others.";
        assertThat(answers(text, "killed")).containsExactly("- AFFIRMS 12 person");
    }

    @Test
    void a_part_of_a_whole_is_not_the_answer() {
        assertThat(answers("At least 24 people, including six children, were killed.", "killed"))
                .containsExactly("- AFFIRMS at least 24 person");
    }

    @Test
    void a_plain_number_beside_its_cue_counts_what_the_cue_asks_for() {
        assertThat(answers("The death toll rose to 37 on Tuesday.", "killed")).containsExactly("- AFFIRMS 37 person");
    }

    @Test
    void forms_of_a_verb_are_one_cue() {
        assertThat(answers("Two fires have killed nine people; the flood is killing more.", "killed"))
                .containsExactly("- AFFIRMS 9 person");
    }

    @Test
    void a_counted_thing_is_as_narrow_a_concept_as_its_words() {
        assertThat(answers("The storm has sunk two passenger ferries.", "boats"))
                .containsExactly("- AFFIRMS 2 ferry");
        assertThat(answers("The storm has sunk two lorries.", "boats")).isEmpty();
    }

    @Test
    void a_relative_clause_that_is_not_shifted_is_the_texts_own() {
        assertThat(answers(
                        "The ministry said it would send an envoy to talks that begin on Friday in Vienna.",
                        "talks-start"))
                .containsExactly("- AFFIRMS 2024-05-10");
    }

    @Test
    void a_place_is_led_to_by_a_preposition() {
        assertThat(answers("Chancellor Anna Berg of Germany met the king in Oslo.", "venue"))
                .containsExactly("- AFFIRMS oslo");
    }

    @Test
    void a_new_place_comes_with_what_contains_it() {
        Proposal oslo = read("They met in Oslo.").stream()
                .filter(proposal -> proposal.question().id().equals("venue"))
                .findFirst()
                .orElseThrow();
        assertThat(oslo.newPlaces())
                .extracting(Place::id)
                .containsExactly("europe", "northern-europe", "norway", "oslo");
    }

    @Test
    void a_silence_is_on_the_topic_that_it_names_and_affirms_nothing() {
        assertThat(answers("The shipping company made no mention of life jackets.", "life-jackets"))
                .hasSize(1)
                .allSatisfy(answer -> assertThat(answer).contains("company OMITS"));
    }

    @Test
    void what_no_question_asks_is_asked_anew() {
        assertThat(read("Divers found 31 rusty anchors under the wreck."))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.isNewQuestion()).isTrue();
                    assertThat(proposal.question().unit()).isEqualTo("anchor");
                    assertThat(proposal.question().label().toLowerCase()).contains("anchors", "wreck");
                });
    }

    @Test
    void reading_twice_gives_the_same() {
        String text = "The coast guard said 12 people were killed. Lena Ost denied that life jackets were missing.";
        assertThat(read(text)).isEqualTo(read(text)).isNotEmpty();
    }
}
