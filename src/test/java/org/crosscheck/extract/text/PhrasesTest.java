package org.crosscheck.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {
    private static List<String> found(String text, String... phrases) {
        Phrases.Builder<String> builder = new Phrases.Builder<>();
        for (String phrase : phrases) builder.add(phrase, phrase);
        Tokens tokens = Tokens.of(text);
        return builder.build().find(tokens).stream()
                .map(hit -> tokens.between(hit.first(), hit.last()))
                .toList();
    }

    @Test
    void hyphens_spaces_and_case_do_not_matter() {
        assertThat(found("Cease-fire talks; the ceasefire  talk", "cease fire talk"))
                .containsExactly("Cease-fire talks", "ceasefire  talk");
    }

    @Test
    void a_phrase_ends_where_a_word_ends() {
        assertThat(found("the talkative stalks", "talk")).isEmpty();
    }

    @Test
    void a_phrase_with_a_capital_finds_capitals_only() {
        assertThat(found("turkey in Turkey", "Turkey")).containsExactly("Turkey");
    }

    @Test
    void a_cue_may_start_within_a_hyphenated_word() {
        assertThat(found("a six-year civil war", "-year civil war")).containsExactly("year civil war");
    }

    @Test
    void what_overlaps_is_found_longest_first() {
        assertThat(found("the G20 summit in Germany", "Germany", "the G20 summit in Germany", "G20 summit"))
                .containsExactly("the G20 summit in Germany", "G20 summit", "Germany");
    }

    @Test
    void an_empty_phrase_is_never_found() {
        assertThat(found("a - b", " - ", "")).isEmpty();
    }
}
