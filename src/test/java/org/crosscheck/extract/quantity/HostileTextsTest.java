package org.crosscheck.extract.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextsTest {
    private static final Quantities QUANTITIES = new Quantities("en");
    /** Characters of a hostile text: at these, anything quadratic takes minutes. */
    private static final int LONG = 200_000;

    private static final String[] PIECES = {
        "one",
        "two",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "third",
        "-",
        "–",
        ",",
        ".",
        " ",
        " ",
        " ",
        "\n",
        "5",
        "12",
        "1,000",
        "$",
        "€",
        "%",
        "km",
        "per",
        "hour",
        "people",
        "killed",
        "years",
        "old",
        "between",
        "from",
        "to",
        "or",
        "more",
        "than",
        "at least",
        "about",
        "'",
        "\"",
        "(",
        ")",
        "/",
        "×",
        "^",
        "e",
        "½",
        "\uD83D",
        "\uDE00",
        "\u200F",
        "٣",
        "of",
        "the",
        "in",
        "few",
        "dozens",
        "last",
        "but",
        "USD",
        "°",
        "C",
        "st",
        "²",
        "\u00A0",
        "𝟙",
        "s",
        ":",
        "minus",
        "point",
        "zero",
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "one ",
                "and ",
                "1-",
                "1,",
                "1.",
                "1/",
                "\"",
                "'",
                "-",
                "a ",
                "one hundred and ",
                "million ",
                "thousand thousand ",
                "\uD800",
                "\u200F",
                "1 ",
                "1\u00A0",
                "(",
                "$",
                "at least ",
                "1:",
                "5 to ",
                "two or ",
                "half ",
                "x10^",
                "point one ",
                "1,000,",
                "five-",
                "Article 5 ",
                "1e",
                "minus ",
                "people ",
                "5 people ",
                "of the ",
                "$5-",
                "12 of the ",
                "a",
                "5 ft ",
                "between 5 and ",
                "½",
                "1 1/2 ",
                "5'",
                "second-to-",
                "last but ",
                "more than ",
                "5km/",
                "one in ",
                "\n",
                "word",
                "٣",
                ")"
            })
    void any_text_takes_time_linear_in_its_length(String piece) {
        Tokens tokens = Tokens.of(piece.repeat(LONG / piece.length()));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertOrderly(tokens));
    }

    @Test
    void random_texts_never_fail() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n >= 0; n--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
                if (random.nextBoolean()) text.append(' ');
            }
            assertOrderly(Tokens.of(text.toString()));
        }
    }

    @Test
    void random_characters_never_fail() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(40); n >= 0; n--)
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x20 + random.nextInt(0x60)));
            assertOrderly(Tokens.of(text.toString()));
        }
    }

    @Test
    void numbers_too_large_for_a_quantity_are_passed_over() {
        String text = "9".repeat(41)
                + " people, 999,999,999,999,999,999,999,999,999,999,999,999,999,999 and 1e99 and 12 people";
        assertThat(QUANTITIES.find(Tokens.of(text))).extracting(Found::end).contains(text.length());
    }

    @Test
    void threads_share_one_instance() {
        String text = "At least 12 people were killed and 30 wounded. ".repeat(50);
        List<Found> expected = QUANTITIES.find(Tokens.of(text));
        assertThat(java.util.stream.IntStream.range(0, 64).parallel().mapToObj(i -> QUANTITIES.find(Tokens.of(text))))
                .allMatch(expected::equals);
    }

    private static void assertOrderly(Tokens tokens) {
        int last = 0;
        for (Found found : QUANTITIES.find(tokens)) {
            if (found.start() < last
                    || found.end() <= found.start()
                    || found.end() > tokens.text().length())
                throw new AssertionError(found + " in "
                        + tokens.text().substring(0, Math.min(200, tokens.text().length())));
            last = found.end();
        }
    }
}
