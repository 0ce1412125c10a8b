package org.crosscheck.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    private static final int MUCH = 10_000_000;

    @Test
    void a_sentence_knows_its_place_without_the_space_around_it() {
        String text =
                "  The harbour of the old town was closed on Friday. \n\n\"Nobody could tell us when it might open again,\" a"
                        + " captain said.\n";
        assertThat(texts(text))
                .containsExactly(
                        "The harbour of the old town was closed on Friday.",
                        "\"Nobody could tell us when it might open again,\" a captain said.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The envoy met Mr. Harrow and Dr. Lindqvist in the port before the ferry left.",
                "The report names John F. Harrow and A. B. Lindqvist as owners of the ferry.",
                "The ferry left on Jan. 5 under the flag of the U.S. Navy with nobody aboard.",
                "The ferry, said to be 1.5 times as long as planned, left at 5 p.m. sharp on Monday.",
                "The ferry left the port a day\nlater than the owners of the line had promised."
            })
    void stops_and_line_breaks_inside_a_sentence_do_not_end_it(String sentence) {
        assertThat(texts(sentence)).containsExactly(sentence);
    }

    @Test
    void a_heading_and_the_line_below_it_are_two() {
        assertThat(texts(
                        "Ferry leaves the old port of Lund a day late\nLUND - The ferry of the northern line left its port"
                                + " late on Monday."))
                .hasSize(2);
    }

    @Test
    void what_is_too_short_to_be_recognised_is_left_out() {
        assertThat(Sentences.of("He declined to comment on that. Ferry leaves. No. Yes! The end, then?"))
                .isEmpty();
    }

    @Test
    void the_furniture_of_a_page_is_left_out() {
        assertThat(Sentences.of("Advertisement Continue reading the main story\n"
                        + "Sign up for our weekly newsletter and never miss a story about the ferries of the north.\n"
                        + "The owners may be reached by mail; this material may not be published, broadcast or sung.\n"
                        + "All rights reserved by the owners of this page and of all the others that they have."))
                .isEmpty();
    }

    @Test
    void words_in_quotation_marks_are_told_from_the_rest() {
        Sentence sentence = Sentences.of(
                        "The owner called it “a very long and sad affair for all of us” in a letter to the town.")
                .get(0);
        assertThat(sentence.words()).isEqualTo(20);
        assertThat(sentence.unquoted()).isEqualTo(10);
    }

    @Test
    void a_quotation_mark_that_is_left_open_ends_with_its_line() {
        List<Sentence> sentences =
                Sentences.of("“The ferry line of the north has seen better days than these\n\nThe owner of"
                        + " the ferry line wrote this to the mayor of the town.");
        assertThat(sentences).extracting(Sentence::unquoted).containsExactly(0, 14);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the cease-fire of the two towns holds | the ceasefire of the two towns holds",
                "Mr. Harrow and President Lund met in the old port | Harrow and Lund met in the old port",
                "they organised a programme of defence in the centre | they organized a program of defense in the center",
                "the U.S. envoy travelled by ferry to the port | the US envoy traveled by ferry to the port",
                "it is the owner's “very own” ferry, they said | It is the owner’s 'very own' ferry - they said",
                "the café of Zoë | the cafe\u0301 of Zoe\u0308",
                "1,500 people of the port | 1500 people of the port",
                "John F. Harrow of the port | John Harrow of the port",
                "ＦＥＲＲＹ of the ﬁrst port | ferry of the first port"
            })
    void light_edits_do_not_show(String one, String other) {
        String rest = " while the ferry of the northern line stayed out at sea all night";
        assertThat(prints(one + rest)).isEqualTo(prints(other + rest));
    }

    @Test
    void four_is_not_read_as_for() {
        String rest = " ferries stayed out at sea all night in the storm";
        assertThat(prints("four" + rest)).isNotEqualTo(prints("for" + rest));
    }

    @Test
    void scripts_without_spaces_are_printed_by_characters() {
        assertThat(Sentences.of("北部航线的渡轮星期一晚些时候离开了港口。镇长说这是一件非常悲伤的事情。")).hasSize(2);
    }

    static Stream<String> nonsense() {
        Random random = new Random(1);
        return Stream.of(
                "1".repeat(MUCH),
                "\"".repeat(MUCH),
                "“ ".repeat(MUCH / 2),
                "word ".repeat(MUCH / 5),
                "a. ".repeat(MUCH / 3),
                "A. ".repeat(MUCH / 3),
                "Mr. ".repeat(MUCH / 4),
                ".".repeat(MUCH),
                "\n".repeat(MUCH),
                "a\n".repeat(MUCH / 2),
                "a.\n\n" + " ".repeat(MUCH) + "b",
                "\uD83D".repeat(MUCH),
                "\uDE00 \uD83D".repeat(MUCH / 3),
                "a" + "\u0301\u0323".repeat(MUCH / 2),
                "北京".repeat(MUCH / 2),
                "a-".repeat(MUCH / 2),
                "\0".repeat(MUCH),
                "",
                " ",
                random.ints(MUCH / 4, 0, 26)
                        .mapToObj(i -> (char) ('a' + i) + " ")
                        .collect(Collectors.joining()),
                random.ints(MUCH, 0, 0x10000)
                        .collect(StringBuilder::new, (text, c) -> text.append((char) c), StringBuilder::append)
                        .toString());
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsense_takes_no_longer_than_its_length(String text) {
        assertTimeout(Duration.ofSeconds(30), () -> {
            for (Sentence sentence : Sentences.of(text)) {
                assertThat(sentence.start()).isBetween(0, sentence.end() - 1);
                assertThat(sentence.end()).isLessThanOrEqualTo(text.length());
                assertThat(sentence.prints()).hasSizeGreaterThanOrEqualTo(Sentence.FEWEST);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sentences_follow_each_other_and_lose_nothing_that_is_long_enough(long seed) {
        Random random = new Random(seed);
        for (int n = 0; n < 200; n++) {
            String text = IntStream.range(0, 10)
                    .mapToObj(i -> DrawnProse.sentence(random, 8 + random.nextInt(20)))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : "\n\n"));
            List<Sentence> sentences = Sentences.of(text);
            assertThat(sentences).hasSize(10);
            for (int i = 1; i < 10; i++)
                assertThat(sentences.get(i).start())
                        .isGreaterThan(sentences.get(i - 1).end());
        }
    }

    private static List<String> texts(String text) {
        return Sentences.of(text).stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .toList();
    }

    private static List<Long> prints(String text) {
        return Sentences.of(text).stream()
                .flatMap(sentence -> Arrays.stream(sentence.prints()).boxed())
                .toList();
    }
}
