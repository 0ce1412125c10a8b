package org.crosscheck.extract.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crosscheck.extract.text.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentences of made-up news and who says what in them, from {@code extract/speech.txt}. */
class NewsTest {
    private static final Speech SPEECH = new Speech("en");

    /** A text, and the claims and silences in it as lines. */
    record News(String text, List<String> expected) {
        @Override
        public String toString() {
            return text.replace("\n", " ");
        }
    }

    static Stream<News> news() throws IOException {
        String file = System.getProperty("extract.speech", "/extract/speech.txt");
        List<News> news = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(NewsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                if (line.startsWith("> "))
                    news.add(new News(line.substring(2).replace(" | ", "\n\n"), new ArrayList<>()));
                else if (line.startsWith("\t"))
                    news.get(news.size() - 1).expected().add(line.strip());
            }
        }
        return news.stream();
    }

    @ParameterizedTest
    @MethodSource("news")
    void each_source_cue_and_content_is_found_to_the_word(News news) {
        assertThat(lines(news.text())).containsExactlyInAnyOrderElementsOf(news.expected());
    }

    private static List<String> lines(String text) {
        Account account = SPEECH.read(Tokens.of(text));
        List<String> lines = new ArrayList<>();
        for (Claim claim : account.claims()) {
            String source = claim.claimant()
                    .map(speaker -> text.substring(speaker.start(), speaker.end()))
                    .orElse("-");
            lines.add(String.join(
                    "\t",
                    source,
                    text.substring(claim.cueStart(), claim.cueEnd()),
                    text.substring(claim.start(), claim.end()),
                    claim.certainty() + (claim.denied() ? " DENIED" : "") + (claim.quoted() ? " QUOTED" : "")));
        }
        for (Silence silence : account.silences()) {
            List<String> sources = silence.speakers().stream()
                    .map(speaker -> text.substring(speaker.start(), speaker.end()))
                    .toList();
            for (String source : sources.isEmpty() ? List.of("-") : sources)
                lines.add(String.join(
                                "\t",
                                "silence",
                                source,
                                text.substring(silence.cueStart(), silence.cueEnd()),
                                text.substring(silence.start(), silence.end()))
                        .strip());
        }
        return lines;
    }
}
