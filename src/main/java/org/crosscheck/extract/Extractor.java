package org.crosscheck.extract;

import java.time.OffsetDateTime;
import java.util.List;
import org.crosscheck.extract.fit.Cast;
import org.crosscheck.extract.fit.Fitter;
import org.crosscheck.extract.fit.Places;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.extract.fit.Vocabulary;
import org.crosscheck.extract.speech.Account;
import org.crosscheck.extract.speech.Speech;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;

/** Reads texts of one language by rules. Made once, since its tables and models take a while to load; safe for many threads. */
public final class Extractor {
    private final String language;
    private final Values values;
    private final Speech speech;
    private final Places places;

    /** @param language an ISO 639 code for which there are tables, see {@link #speaks} */
    public Extractor(String language) {
        this.language = language;
        this.values = new Values(language);
        this.speech = new Speech(language);
        this.places = new Places(language);
    }

    /** A text as it was read. */
    public record Reading(Account account, List<Proposal> proposals) {}

    /** Whether there are rules for {@code language}, an ISO 639 code. */
    public static boolean speaks(String language) {
        return Tables.speak(language);
    }

    public String language() {
        return language;
    }

    /** The places that everybody knows. */
    public Places places() {
        return places;
    }

    /** The values that a text states; see {@link Values#find}. */
    public List<Found> values(String text, OffsetDateTime reference) {
        return values.find(Tokens.of(text), reference);
    }

    /** Who says what in a text. */
    public Account account(String text) {
        return speech.read(Tokens.of(text));
    }

    /**
     * The facts that a text seems to report.
     *
     * @param published when
     * @param publisher the party that speaks where nobody else does
     */
    public Reading propose(
            String text,
            OffsetDateTime published,
            String publisher,
            Vocabulary vocabulary,
            Cast cast,
            List<Question> questions) {
        Tokens tokens = Tokens.of(text);
        Account account = speech.read(tokens);
        return new Reading(
                account,
                new Fitter(language, vocabulary, cast, questions, publisher)
                        .propose(tokens, account, values.find(tokens, published)));
    }
}
