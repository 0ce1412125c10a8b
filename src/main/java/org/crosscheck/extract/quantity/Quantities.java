package org.crosscheck.extract.quantity;

import java.util.List;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tokens;

/**
 * Finds the quantities and positions that a text states. Thread-safe; takes time linear in the length of the text.
 *
 * <p>Left out are durations and dates, which {@code extract.time} reads, and numbers that are names (see {@link Names}).
 */
public final class Quantities {
    private final Grammar grammar;

    /** @param language an ISO 639 code that there are tables for */
    public Quantities(String language) {
        this.grammar = new Grammar(language);
    }

    /** What is found, in the order of the text, none overlapping. */
    public List<Found> find(Tokens tokens) {
        return new Search(grammar, tokens).found();
    }
}
