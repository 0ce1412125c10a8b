package org.crosscheck.extract.speech;

import java.util.List;
import java.util.Optional;

/**
 * Words of a text that it ascribes to somebody. The three spans are those of the literature on attribution: the source
 * ({@link Speaker}), the cue and the content (Pareti, "A Database of Attribution Relations", LREC 2012).
 *
 * @param start where the content starts: the clause without "that", or the quotation with its marks
 * @param end where the content ends, exclusive; the full stop of the sentence is not part of it
 * @param speakers who is said to say so, the outermost first: "a diplomat said that Trump had said" is the diplomat, then
 *     Trump, whose words they are; empty where the text does not tell, as in "it was announced"
 * @param certainty how firmly
 * @param denied whether the speaker denies the content
 * @param quoted whether the content is a direct quotation
 * @param cueStart where the cue starts, such as "said" or "according to"; where a quotation is carried on, the cue that it
 *     is carried from
 * @param cueEnd where the cue ends, exclusive
 * @param rule the name of the rule that found it, such as {@code speech.said}
 */
public record Claim(
        int start,
        int end,
        List<Speaker> speakers,
        Certainty certainty,
        boolean denied,
        boolean quoted,
        int cueStart,
        int cueEnd,
        String rule) {
    public Claim {
        speakers = List.copyOf(speakers);
    }

    /** Whose words they are: the innermost speaker. */
    public Optional<Speaker> claimant() {
        return speakers.isEmpty() ? Optional.empty() : Optional.of(speakers.get(speakers.size() - 1));
    }

    public boolean covers(int from, int to) {
        return start <= from && to <= end;
    }
}
