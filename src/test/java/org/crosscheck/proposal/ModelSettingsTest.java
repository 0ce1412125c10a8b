package org.crosscheck.proposal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is configured wrongly is told at the start; what is not there is told to whoever asks it. */
class ModelSettingsTest {

    private record Settings(
            Optional<URI> baseUrl, Optional<String> name, Optional<String> key, Duration timeout, int longestText)
            implements ModelSettings {
        static Settings of(String url, String name) {
            return new Settings(
                    Optional.of(URI.create(url)),
                    Optional.ofNullable(name),
                    Optional.empty(),
                    Duration.ofSeconds(5),
                    50_000);
        }
    }

    @Test
    void a_model_is_reached_by_http_or_https_only() {
        assertThatThrownBy(() -> new LanguageModel(
                        Settings.of("ftp://models.example/v1", "parrot-1"), new SimpleMeterRegistry()))
                .hasMessageContaining("crosscheck.model.base-url");
        assertThatThrownBy(() ->
                        new LanguageModel(Settings.of("models.example/v1", "parrot-1"), new SimpleMeterRegistry()))
                .hasMessageContaining("crosscheck.model.base-url");
    }

    @Test
    void a_model_has_a_name() {
        assertThatThrownBy(() ->
                        new LanguageModel(Settings.of("https://models.example/v1", null), new SimpleMeterRegistry()))
                .hasMessageContaining("crosscheck.model.name");
    }

    @Test
    void a_model_that_is_not_there_is_told() {
        LanguageModel nobody =
                new LanguageModel(Settings.of("http://127.0.0.1:1/v1", "parrot-1"), new SimpleMeterRegistry());
        assertThatThrownBy(() -> nobody.ask(new Proposer.Text("A ferry sank.", Instant.EPOCH, "post"), List.of()))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("could not be reached");
        LanguageModel nowhere =
                new LanguageModel(Settings.of("http://nowhere.invalid/v1", "parrot-1"), new SimpleMeterRegistry());
        assertThatThrownBy(() -> nowhere.ask(new Proposer.Text("A ferry sank.", Instant.EPOCH, "post"), List.of()))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("could not be reached");
    }
}
