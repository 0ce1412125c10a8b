package org.crosscheck.extract.speech;

import java.util.List;

/**
 * Somebody's silence that a text reports: "the statement made no mention of the strike".
 *
 * @param speakers who is silent, each of them: not a chain, as it is in a {@link Claim}
 * @param start where the matter starts on which they are silent
 * @param end where it ends, exclusive; equal to {@code start} where the text does not name it
 * @param sentence the sentence, as an index into {@link Account#sentences()}
 * @param cueStart where the cue starts
 * @param cueEnd where it ends, exclusive
 * @param rule the name of the rule, such as {@code silence.no-mention}
 */
public record Silence(List<Speaker> speakers, int start, int end, int sentence, int cueStart, int cueEnd, String rule) {
    public Silence {
        speakers = List.copyOf(speakers);
    }
}
