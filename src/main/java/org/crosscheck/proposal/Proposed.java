package org.crosscheck.proposal;

import java.util.List;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.extract.speech.Sentence;

/**
 * What was read from a text.
 *
 * @param by who read it
 * @param note what the editor should know of that, such as that the model did not answer; or null
 */
public record Proposed(List<Proposal> proposals, List<Sentence> sentences, By by, String note) {

    /** The same, with a note. */
    Proposed with(String note) {
        return new Proposed(proposals, sentences, by, note);
    }

    /** Who reads a text. */
    public enum By {
        RULES,
        MODEL
    }
}
