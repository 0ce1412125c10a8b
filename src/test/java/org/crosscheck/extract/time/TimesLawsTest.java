package org.crosscheck.extract.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesLawsTest {
    private static final Times TIMES = new Times("en");
    private static final OffsetDateTime REFERENCE = OffsetDateTime.parse("2017-05-02T22:00Z");
    private static final List<String> PIECES = List.of(
            "May",
            "the",
            "day",
            "after",
            "before",
            "two",
            "weeks",
            "ago",
            "-",
            "2011",
            "'",
            "s",
            "90",
            "of",
            "last",
            "next",
            ",",
            ".",
            "3",
            "p.m.",
            "Tuesday",
            "first",
            "quarter",
            "Feb",
            "30",
            "29",
            "from",
            "to",
            "between",
            "and",
            "since",
            "99999999999",
            "\uD800",
            "\u200F",
            "\n",
            "Christmas",
            "early",
            "in",
            "its",
            "sixth",
            "year",
            "9999",
            "BC",
            ":",
            "/",
            "half",
            "a",
            "every",
            "GMT",
            "noon",
            "T",
            "until",
            "few",
            "hours",
            "0",
            "00",
            "century",
            "٥",
            "decades",
            "thousand",
            "million");

    private static List<Found> find(String text) {
        return find(text, REFERENCE);
    }

    private static List<Found> find(String text, OffsetDateTime reference) {
        return TIMES.find(Tokens.of(text), reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MMMM d, yyyy",
                "d MMMM yyyy",
                "MMM d, yyyy",
                "EEEE, MMMM d, yyyy",
                "EEEE, d MMMM yyyy",
                "yyyy-MM-dd",
                "M/d/yyyy",
                "d.M.yyyy",
                "EEE, d MMM yyyy",
                "'the' d 'of' MMMM yyyy",
                "EEEE '('MMMM d, yyyy')'",
                "yyyyMMdd"
            })
    void a_date_is_read_back_however_it_is_written(String style) {
        Random random = new Random(7);
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(style, Locale.US);
        for (int n = 0; n < 200; n++) {
            LocalDate date = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            assertThat(find("It was on " + formatter.format(date) + " that it happened."))
                    .as(formatter.format(date))
                    .extracting(found -> found.value().key())
                    .containsExactly(date.toString());
        }
    }

    @Test
    void random_words_give_spans_in_order_and_never_throw() {
        Random random = new Random(11);
        for (int n = 0; n < 5_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
                if (random.nextInt(4) > 0) text.append(' ');
            }
            assertOrdered(text.toString());
        }
    }

    @Test
    void random_characters_give_spans_in_order_and_never_throw() {
        Random random = new Random(13);
        for (int n = 0; n < 2_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(60); k >= 0; k--) text.append((char) random.nextInt(0x3000));
            assertOrdered(text.toString());
        }
    }

    private static void assertOrdered(String text) {
        int end = 0;
        for (Found found : find(text)) {
            assertThat(found.start()).as(text).isGreaterThanOrEqualTo(end);
            assertThat(found.end()).as(text).isGreaterThan(found.start()).isLessThanOrEqualTo(text.length());
            assertThat(found.rule()).startsWith(found.value().type().name().toLowerCase(Locale.ROOT) + ".");
            end = found.end();
        }
    }

    @Test
    void a_reference_some_weeks_later_moves_weekdays_as_far() {
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.US);
            for (String text :
                    List.of("He spoke on " + name, "He will speak " + name, "last " + name, "next " + name)) {
                LocalDate now = LocalDate.parse(find(text).get(0).value().key());
                for (int weeks = -60; weeks < 60; weeks += 7)
                    assertThat(find(text, REFERENCE.plusWeeks(weeks))
                                    .get(0)
                                    .value()
                                    .key())
                            .isEqualTo(now.plusWeeks(weeks).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00Z", "-0044-03-15T00:00Z", "9999-12-31T23:59Z", "+12000-01-01T00:00Z"})
    void any_reference_will_do(String reference) {
        assertThatCode(() -> find(
                        "last year, next century, two decades ago, 9,000 years ago, Easter, May 2, Tuesday, the past three months,"
                                + " in 500 years will the next millennium start, Q3, last summer, an hour ago",
                        OffsetDateTime.parse(reference)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9",
                "May ",
                "1-",
                "the day after ",
                "two days after ",
                "from May to May ",
                "early ",
                "\uD800",
                "\u200F",
                "1:1",
                "every ",
                "every May and ",
                "last ",
                "1,000,",
                "half a ",
                "one hundred ",
                "between 2011 and ",
                "2011-",
                "Monday, ",
                "Monday at 3 p.m. ",
                "'90s ",
                "since ",
                "the first ",
                "two-",
                "3 May-",
                "twenty-",
                "12:34:",
                "a year and "
            })
    void time_grows_with_the_length_only(String piece) {
        String text = piece.repeat(500_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> find(text));
    }
}
