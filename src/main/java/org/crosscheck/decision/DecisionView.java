package org.crosscheck.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.crosscheck.problem.Violations;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A decision in JSON. */
@Schema(
        name = "Decision",
        description = "An editor's word on a finding. It lapses when the facts under the finding change.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DecisionView(
        @Schema(
                description =
                        "CONFIRMED: the sources do stand to each other so. DISMISSED: it is of no interest, or rests on an"
                                + " error. EXPLAINED: it is right, and cause says why.",
                examples = "EXPLAINED")
        @NotNull(message = "Give an outcome: CONFIRMED, DISMISSED or EXPLAINED.")
        Outcome outcome,

        @Schema(
                description = "Why the sources differ: given where the outcome is EXPLAINED, and only there.",
                examples = "DIFFERENT_SCOPE")
        Cause cause,

        @Schema(description = "The editor's reasons, for people.", examples = "One counts launches, the other hits.")
        @Size(max = 10_000)
        String note,

        @Schema(readOnly = true, description = "Who decided; ignored in requests.", examples = "user:jane")
        String by,

        @Schema(readOnly = true, description = "When; ignored in requests.")
        Instant at,

        @Schema(readOnly = true, description = "The verdict that was decided upon; ignored in requests.")
        Flag verdict,

        @Schema(
                readOnly = true,
                description =
                        "Whether the facts under the finding have changed since, so that it waits for another decision;"
                                + " ignored in requests.")
        Boolean lapsed,

        @Schema(readOnly = true, description = "Counts decisions and lapses; ignored in requests.")
        Integer revision) {

    static DecisionView of(DecisionEntity decision) {
        return new DecisionView(
                decision.outcome,
                decision.cause,
                decision.note,
                decision.by,
                decision.at,
                decision.verdict,
                decision.lapsed,
                decision.revision);
    }

    /** Looks for what Bean Validation cannot see. */
    void check(Violations violations) {
        if (outcome == Outcome.EXPLAINED && cause == null)
            violations.add("/cause", "Give a cause: WRONG_VALUE, DIFFERENT_SCOPE, OUTDATED, AMBIGUOUS or PRECISION.");
        if (outcome != Outcome.EXPLAINED && cause != null)
            violations.add("/cause", "Leave it out; only EXPLAINED has a cause.");
    }

    /** Whether {@code decision} stands, and says the same already. */
    boolean isSaidBy(DecisionEntity decision) {
        return !decision.lapsed
                && outcome == decision.outcome
                && cause == decision.cause
                && Objects.equals(note, decision.note);
    }
}
