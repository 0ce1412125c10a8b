package org.crosscheck.extract.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every text, sense or nonsense. */
class SpeechLawsTest {
    private static final Speech SPEECH = new Speech("en");

    private static final String[] PIECES = {
        "said",
        "told",
        "he",
        "she",
        "it",
        "the",
        "Mr.",
        "Berg",
        "Anna",
        "“",
        "”",
        "\"",
        "'",
        ",",
        ".",
        ";",
        ":",
        "—",
        "that",
        "which",
        "and",
        "but",
        "according",
        "to",
        "not",
        "did",
        "mention",
        "no",
        "denied",
        "claims",
        "called",
        "as",
        "(",
        ")",
        "\n",
        "\n\n",
        "\u200f",
        "\ud83d",
        "\ude00",
        "7",
        "U.S.",
        "neither",
        "nor",
        "in",
        "a",
        "statement",
        "declined",
        "comment",
        "on",
        "by",
        "was",
        "without",
        "naming",
        "SMITH",
        "'s",
        "’",
        "Related",
        "you",
        "email",
        "«",
        "»",
        "„"
    };

    @Test
    void spans_lie_inside_the_text_whatever_it_is() {
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) check(shuffled(random, random.nextInt(60)));
    }

    @Test
    void random_characters_are_read_too() {
        Random random = new Random(11);
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) text.append((char) random.nextInt(0x10000));
            check(text.toString());
        }
    }

    @Test
    void an_empty_text_says_nothing() {
        Account account = SPEECH.read(Tokens.of(""));
        assertThat(account.sentences()).isEmpty();
        assertThat(account.claimAt(0, 0)).isEmpty();
        assertThat(account.certaintyAt(0, 0)).isEqualTo(Certainty.STATED);
        assertThat(account.deniedAt(0, 0)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“a ",
                "a",
                "he said that he said ",
                "the man, said, ",
                "A. ",
                "he did not say ",
                "it said ",
                "It said. ",
                "Neither side said it. ",
                "Bonn and Rome met. Both sides said the company left. ",
                "\ud83d ",
                "Related\n\n"
            })
    void nonsense_takes_time_linear_in_its_length(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> SPEECH.read(Tokens.of(text)));
    }

    private static String shuffled(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextInt(6) > 0) text.append(' ');
        }
        return text.toString();
    }

    private static void check(String text) {
        Account account = SPEECH.read(Tokens.of(text));
        int before = 0;
        for (Sentence sentence : account.sentences()) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(before);
            inside(text, sentence.start(), sentence.end());
            before = sentence.end();
        }
        int last = 0;
        for (Claim claim : account.claims()) {
            assertThat(claim.start()).isGreaterThanOrEqualTo(last);
            last = claim.start();
            inside(text, claim.start(), claim.end());
            inside(text, claim.cueStart(), claim.cueEnd());
            claim.speakers().forEach(speaker -> inside(text, speaker.start(), speaker.end()));
            assertThat(account.claimAt(claim.start(), claim.end())).isPresent();
        }
        for (Silence silence : account.silences()) {
            inside(text, silence.cueStart(), silence.cueEnd());
            assertThat(silence.start()).isBetween(0, silence.end());
            assertThat(silence.end()).isLessThanOrEqualTo(text.length());
            assertThat(silence.sentence()).isBetween(0, account.sentences().size() - 1);
        }
        for (int i = 0; i < text.length(); i += 7) {
            account.certaintyAt(i, i + 1);
            account.deniedAt(i, i + 1);
        }
    }

    private static void inside(String text, int start, int end) {
        assertThat(start).isNotNegative().isLessThan(end);
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
