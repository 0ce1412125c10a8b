package org.crosscheck.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static List<String> folded(String text) {
        return Tokens.of(text).list().stream().map(Token::folded).toList();
    }

    @Test
    void words_digits_and_symbols_stand_apart() {
        assertThat(folded("US$2.5bn, six‑year-old"))
                .containsExactly("us", "$", "2", ".", "5", "bn", ",", "six", "-", "year", "-", "old");
    }

    @Test
    void an_apostrophe_between_letters_starts_a_word() {
        assertThat(folded("Putin’s ‘zones’ don't")).containsExactly("putin", "'s", "‘", "zones", "'", "don", "'t");
    }

    @Test
    void digits_of_any_script_fold_to_ascii() {
        assertThat(folded("٥٩")).containsExactly("59");
    }

    @Test
    void offsets_give_back_the_text() {
        String text = "  Ça 12\n3 \uD83D\uDE00 \uD800 x";
        for (Token token : Tokens.of(text).list())
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
        assertThat(Tokens.of(text).list())
                .extracting(Token::newLine)
                .containsExactly(true, false, true, false, false, false);
    }

    @Test
    void a_token_is_found_by_its_offset() {
        Tokens tokens = Tokens.of("one two  three");
        assertThat(tokens.at(tokens.indexAt(5)).text()).isEqualTo("two");
        assertThat(tokens.at(tokens.indexAt(7)).text()).isEqualTo("three");
        assertThat(tokens.indexAt(99)).isEqualTo(3);
    }
}
