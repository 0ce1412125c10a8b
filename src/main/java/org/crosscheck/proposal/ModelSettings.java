package org.crosscheck.proposal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The language model that reads texts in place of the rules, if there is one. */
@ConfigMapping(prefix = "crosscheck.model")
interface ModelSettings {
    /** Where its API is, up to and without {@code /chat/completions}: {@code https://api.openai.com/v1}. Absent: no model. */
    Optional<URI> baseUrl();

    /** What it is called there; required with a base URL. */
    Optional<String> name();

    /** What it asks of its callers, if anything. */
    Optional<String> key();

    /** How long it may take for one text, connecting included. */
    @WithDefault("60s")
    Duration timeout();

    /** Characters of the longest text that it is given; the rules read what is longer. */
    @WithDefault("50000")
    int longestText();
}
