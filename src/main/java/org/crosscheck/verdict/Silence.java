package org.crosscheck.verdict;

import java.util.List;

/**
 * That a voice has no word on an attribute.
 *
 * @param by the sources that say so, where REPORTED; else empty
 * @param source the voice's own full account, where OBSERVED; else null
 */
public record Silence(String voice, Known known, List<String> by, String source) {
    /** How the silence is known. */
    public enum Known {
        /** A source says that the voice did not mention it. */
        REPORTED,
        /** The voice's own full account of the matter has nothing on it. */
        OBSERVED
    }
}
