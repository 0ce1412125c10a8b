package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApproximationTest {

    @ParameterizedTest
    @CsvSource({"60, 54, 66", "59, 53.1, 64.9", "0, 0, 0", "-20, -22, -18", "0.5, 0.45, 0.55"})
    void about_a_number_allows_a_tenth_more_or_less(BigDecimal number, BigDecimal min, BigDecimal max) {
        assertThat(Approximation.about(number, "person")).isEqualTo(Quantity.between(min, max, "person"));
    }

    @ParameterizedTest
    @CsvSource({
        "a couple, 2, 3",
        "several, 3, 19",
        "Dozens, 24, 199",
        " hundreds , 200, 1999",
        "thousands, 2000, 19999",
        "tens of thousands, 20000, 199999",
        "hundreds of thousands, 200000, 1999999",
    })
    void a_vague_plural_starts_at_two_of_its_kind(String words, BigDecimal min, BigDecimal max) {
        assertThat(Approximation.vague(words, "person")).contains(Quantity.between(min, max, "person"));
    }

    @ParameterizedTest
    @CsvSource({"60, 54, 66", "-20, -22, -18"})
    void nearly_is_the_half_below_and_just_over_the_half_above(BigDecimal number, BigDecimal min, BigDecimal max) {
        assertThat(Approximation.nearly(number, "person")).isEqualTo(new Quantity(min, false, number, true, "person"));
        assertThat(Approximation.justOver(number, "person"))
                .isEqualTo(new Quantity(number, true, max, false, "person"));
    }

    @Test
    void nearly_nothing_is_nothing() {
        assertThat(Approximation.nearly(BigDecimal.ZERO, "%")).isEqualTo(Quantity.exactly(BigDecimal.ZERO, "%"));
        assertThat(Approximation.justOver(BigDecimal.ZERO, "%")).isEqualTo(Quantity.exactly(BigDecimal.ZERO, "%"));
    }

    @ParameterizedTest
    @CsvSource({"a few, 1000, 3000, 9999", "a couple, 100, 200, 399", "several, 1000000, 3000000, 19999999"})
    void a_vague_number_of_a_scale_ends_below_the_next(String words, BigDecimal scale, BigDecimal min, BigDecimal max) {
        assertThat(Approximation.vague(words, scale, "person")).contains(Quantity.between(min, max, "person"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sixty", "dozen", "hundreds of"})
    void other_words_are_no_vague_plural(String words) {
        assertThat(Approximation.vague(words, null)).isEmpty();
    }

    @Test
    void a_number_is_within_about_itself() {
        assertThat(Quantity.exactly(BigDecimal.valueOf(59), "person")
                        .relate(Approximation.about(BigDecimal.valueOf(60), "person"), Taxonomy.EMPTY))
                .isEqualTo(Relation.NARROWER);
    }
}
