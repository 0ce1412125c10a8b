package org.crosscheck.extract.fit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.crosscheck.extract.speech.Certainty;
import org.crosscheck.value.Value;

/**
 * A fact that a text seems to report, for an editor to accept, change or reject.
 *
 * @param question the attribute that it answers
 * @param isNewQuestion whether the story does not ask it yet
 * @param claimant who says it; empty where the text says it in its own voice
 * @param value null where the stance is OMITS
 * @param newPlaces places that the value names and that are no concepts yet, the broadest first
 * @param start where the words start that say so, in UTF-16 units
 * @param end where they end, exclusive
 * @param rule the rule that made it, or the language model
 * @param confidence 0 to 1, with two decimals
 */
public record Proposal(
        Question question,
        boolean isNewQuestion,
        Optional<Claimant> claimant,
        Stance stance,
        Value value,
        List<Place> newPlaces,
        int start,
        int end,
        Certainty certainty,
        String rule,
        BigDecimal confidence) {

    /** How the claimant stands to the value. */
    public enum Stance {
        AFFIRMS,
        DENIES,
        /** The text reports that the claimant did not mention it. */
        OMITS
    }

    /** What two proposals have in common that say the same. */
    record Said(String question, String claimant, Stance stance, String value) {}

    Said said() {
        return new Said(question.id(), claimant.map(Claimant::id).orElse(""), stance, value == null ? "" : value.key());
    }
}
