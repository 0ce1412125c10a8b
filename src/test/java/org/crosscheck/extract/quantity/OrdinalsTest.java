package org.crosscheck.extract.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.util.Locale;
import java.util.Random;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrdinalsTest {
    private static final Ordinals ORDINALS = new Ordinals(new Numbers("en"));

    @ParameterizedTest
    @CsvSource({
        "third, 3",
        "21st, 21",
        "11th, 11",
        "twenty-first, 21",
        "twenty first, 21",
        "one hundred and fifth, 105",
        "two hundred twenty-third, 223",
        "hundredth, 100",
        "two thousandth, 2000",
        "'1,000th', 1000",
        "second-to-last, -2",
        "second to last, -2",
        "third from last, -3",
        "third from the last, -3",
        "second last, -2",
        "next-to-last, -2",
        "last but one, -2",
        "last-but-two, -3",
        "penultimate, -2",
    })
    void a_position_is_read_to_its_end(String text, long position) {
        Tokens tokens = Tokens.of(text);
        Numeral ordinal = ORDINALS.at(tokens, 0).orElseThrow();
        assertThat(ordinal.value().longValueExact()).isEqualTo(position);
        assertThat(ordinal.end()).isEqualTo(tokens.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "last week", "11st", "two thirds", "21", "next week", "0th"})
    void other_words_are_no_position(String text) {
        assertThat(ORDINALS.at(Tokens.of(text), 0)).isEmpty();
    }

    @Test
    void any_position_that_is_spelled_out_reads_back() {
        RuleBasedNumberFormat spell = new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        Random random = new Random(7);
        for (int i = 1; i < 10_000; i++) {
            long number = i < 2_000 ? i : random.nextInt(100_000_000) + 1;
            Tokens tokens = Tokens.of(spell.format(number, "%spellout-ordinal"));
            Numeral read = ORDINALS.at(tokens, 0).orElseThrow(() -> new AssertionError(tokens.text()));
            assertThat(read.value().longValueExact()).as(tokens.text()).isEqualTo(number);
            assertThat(read.end()).as(tokens.text()).isEqualTo(tokens.size());
        }
    }
}
