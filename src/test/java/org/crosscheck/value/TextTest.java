package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "businesslike | business-like | EQUAL",
                "businesslike | Businesslike, | EQUAL",
                "business‐like | business‑like | EQUAL",
                "busi\u00ADness-like | businesslike | EQUAL",
                "business-\u200Flike | businesslike | EQUAL",
                "\u202Ebusinesslike\u202C | businesslike | EQUAL",
                "a very good one | very good | NARROWER",
                "very good | a very good one | BROADER",
                "very good | good very | INCOMPARABLE",
                "very good | verygood | INCOMPARABLE",
                "good | goods | INCOMPARABLE",
                "a good, a very good | very good | NARROWER",
                "goods and good | good | NARROWER",
                "oﬃce | office | EQUAL",
                "ﬁne | fine | EQUAL",
                "Ｆｕｌｌ　ｗｉｄｔｈ | full width | EQUAL",
                "Straße | STRASSE | EQUAL",
                "café | cafe\u0301 | EQUAL",
                "café | cafe | INCOMPARABLE",
                "don't | don’t | EQUAL",
                "don't | donʼt | EQUAL",
                "“quoted” | quoted | EQUAL",
                "one\ttwo\u00A0three | one two three | EQUAL",
                "3.5 | 35 | INCOMPARABLE",
                "3.5 | 3.5. | EQUAL",
                ".5 | 5 | INCOMPARABLE",
                "1,000 | 1000 | EQUAL",
                "1, 000 | 1000 | INCOMPARABLE",
                "-5 | 5 | INCOMPARABLE",
                "-5 | −5 | EQUAL",
                "-5 | –5 | EQUAL",
                "3-4 | 3 4 | EQUAL",
                "3-4 | 34 | INCOMPARABLE",
                "5% | 5 | INCOMPARABLE",
                "5‰ | 5 | INCOMPARABLE",
                "$5 | 5 | INCOMPARABLE",
                "long—too long | long too long | EQUAL",
                "long—too | longtoo | INCOMPARABLE",
                "long - too | long too | EQUAL",
                "U.S. | U S | EQUAL",
                "end.Start | end start | EQUAL",
            })
    void texts_relate_as_their_words_do(String a, String b, Relation relation) {
        assertThat(new Text(a).relate(new Text(b), Taxonomy.EMPTY)).isEqualTo(relation);
        assertThat(new Text(b).relate(new Text(a), Taxonomy.EMPTY)).isEqualTo(relation.converse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "...", "—", "-", "\u00AD", "\u200B\u200F", "\uFEFF", "'", "“”"})
    void what_has_no_word_is_refused(String text) {
        assertThatThrownBy(() -> new Text(text)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "bell\u0007", "half \uD83D", "\uDE00 half", "a\u0085b", "del\u007F"})
    void what_cannot_be_stored_is_refused(String text) {
        assertThatThrownBy(() -> new Text(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_text_may_have_a_thousand_characters() {
        assertThat(new Text("x".repeat(1000)).key()).hasSize(1000);
        assertThatThrownBy(() -> new Text("x".repeat(1001))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Text("x ".repeat(5_000_000))).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void folding_twice_is_folding_once(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < 10 * Draw.CASES; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = draw.below(8); n > 0; n--)
                text.append(draw.of(
                        List.of("a", "ﬁ", "-", "—", "’", ".", ",", " ", "5", "1", "%", "−", "Ｘ", "é", "ß", "\u200D")));
            String folded = Words.fold(text.toString());
            assertThat(Words.fold(folded)).as("%s", text).isEqualTo(folded);
            assertThat(folded).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("org.crosscheck.value.Draw#seeds")
    void a_phrase_table_finds_what_trying_each_phrase_finds(long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Set<String> phrases = new HashSet<>();
            for (int n = draw.below(6); n > 0; n--) phrases.add(phrase(draw, 1 + draw.below(4)));
            String text = phrase(draw, 1 + draw.below(7));
            assertThat(new PhraseTable(phrases).within(text))
                    .as("%s within %s", phrases, text)
                    .containsExactlyInAnyOrderElementsOf(phrases.stream()
                            .filter(phrase -> Words.relate(text, phrase).isInside())
                            .toList());
        }
    }

    /** Words of which some share their hash. */
    private static String phrase(Draw draw, int words) {
        StringBuilder phrase = new StringBuilder();
        for (; words > 0; words--)
            phrase.append(draw.of(List.of("Aa", "BB", "a", "b"))).append(' ');
        return phrase.toString().strip();
    }
}
