package org.crosscheck.extract.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static final Numbers NUMBERS = new Numbers("en");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "59|59",
                "1,234|1234",
                "1,234,567.89|1234567.89",
                "1\u00A0234\u00A0567|1234567",
                "1\u2009234|1234",
                "1'000'000|1000000",
                "1,00,000|100000",
                "12,34,567|1234567",
                "3.14|3.14",
                ".5|0.5",
                "1e6|1000000",
                "1.5e-3|0.0015",
                "3.2 x 10^5|320000",
                "3.2 × 10⁵|320000",
                "2.5 million|2500000",
                "2.5-million|2500000",
                "2.5bn|2500000000",
                "5k|5000",
                "3 lakh crore|3000000000000",
                "2 million 300 thousand|2300000",
                "10 hundred thousand|1000000",
                "five|5",
                "twenty-one|21",
                "twenty one|21",
                "two hundred and five|205",
                "two hundred five|205",
                "a hundred|100",
                "a hundred and one|101",
                "twelve hundred|1200",
                "one thousand, two hundred and thirty-four|1234",
                "two million three hundred thousand|2300000",
                "a dozen|12",
                "two dozen|24",
                "half a dozen|6",
                "half-a-dozen|6",
                "half|0.5",
                "half a million|500000",
                "half-million|500000",
                "three quarters of a million|750000",
                "a quarter of a million|250000",
                "two thirds|0.6666666666666667",
                "three-quarters|0.75",
                "one fifth|0.2",
                "a third|0.3333333333333333",
                "3/4|0.75",
                "1 1/2|1.5",
                "1-1/2|1.5",
                "½|0.5",
                "1½|1.5",
                "5 ½|5.5",
                "2½ million|2500000",
                "five and a half|5.5",
                "two-and-a-half|2.5",
                "one and three quarters|1.75",
                "one and a half million|1500000",
                "a million and a half|1500000",
                "three point one four|3.14",
                "three point five million|3500000",
                "-5|-5",
                "−5.2|-5.2",
                "minus five|-5",
                "negative 3|-3",
                "+4|4",
                "zero|0",
                "12,34|12.34",
                "4 dozens|48",
                "fourscore|80",
                "nine hundred and ninety-nine thousand|999000",
                "two hundred thousand and five|200005",
            })
    void a_number_is_read_to_its_end(String text, BigDecimal value) {
        Tokens tokens = Tokens.of(text);
        Numeral number = NUMBERS.at(tokens, 0).orElseThrow();
        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.end()).isEqualTo(tokens.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "59 people|59",
                "one two|1",
                "twenty, five|20",
                "five six|5",
                "one million two|1000002",
                "two hundred and three hundred|200",
                "one thousand and five thousand|1000",
                "two and half of them|2",
                "5 million 2017|5000000",
                "five thousand 300|5000",
                "10 - 5|10",
                "half of them|0.5",
                "one thousand, two of them|1000",
            })
    void what_does_not_belong_is_left(String text, BigDecimal value) {
        assertThat(NUMBERS.at(Tokens.of(text), 0).orElseThrow().value()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people",
                "a third man",
                "192.168.0.1",
                "a man",
                "- 5",
                "1,2,3",
                "1,234,56",
                "3,5000",
                "and five",
                "1,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000",
                "123456789012345678901234567890123456789012345"
            })
    void other_words_are_no_number(String text) {
        assertThat(NUMBERS.at(Tokens.of(text), 0)).isEmpty();
    }

    @Test
    void any_number_that_is_spelled_out_reads_back() {
        RuleBasedNumberFormat spell = new RuleBasedNumberFormat(Locale.ENGLISH, RuleBasedNumberFormat.SPELLOUT);
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long number =
                    i < 2_000 ? i : Math.abs(random.nextLong() >> (random.nextInt(50) + 14)) % 1_000_000_000_000_000L;
            for (String rules : new String[] {"%spellout-cardinal", "%spellout-cardinal-verbose"})
                assertReads(spell.format(number, rules), number);
        }
    }

    private static void assertReads(String text, long number) {
        Tokens tokens = Tokens.of(text);
        Numeral read = NUMBERS.at(tokens, 0).orElseThrow();
        assertThat(read.value()).as(text).isEqualByComparingTo(BigDecimal.valueOf(number));
        assertThat(read.end()).as(text).isEqualTo(tokens.size());
    }
}
