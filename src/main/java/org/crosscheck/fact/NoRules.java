package org.crosscheck.fact;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.problem.Violation;

/** Refuses texts in languages that there are no rules for. */
final class NoRules {
    private static final String DEFAULT_LANGUAGE = "en";

    private NoRules() {}

    /** What {@code read} reads in {@code language}, by default English. Throws a 422 problem where it reads no such language. */
    static <T> T orThrow(String language, Function<String, Optional<T>> read) {
        String given = language == null ? DEFAULT_LANGUAGE : language;
        return read.apply(given)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.VALIDATION,
                        "There are no rules for the language \"" + given + "\" yet. Send a text in English.",
                        List.of(new Violation("/language", "There are no rules for it yet; en has some."))));
    }
}
