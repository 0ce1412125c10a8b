package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a finding stands: its verdict, and how much is behind it. Also read from the JSON of a whole finding. */
@Schema(
        name = "VerdictState",
        requiredProperties = {"verdict", "flags", "support"},
        description = "How a finding stands at one time.")
@JsonIgnoreProperties(ignoreUnknown = true)
public record VerdictState(
        @Schema(description = "The first of the flags.") Flag verdict,

        @Schema(description = "All that apply, the weightiest first.")
        List<Flag> flags,

        FindingView.SupportView support) {

    static VerdictState of(FindingView finding) {
        return new VerdictState(finding.verdict(), finding.flags(), finding.support());
    }

    /** Whether nobody would speak of a change, though more or less may be behind it. */
    public boolean says(VerdictState other) {
        return other != null && verdict == other.verdict && flags.equals(other.flags);
    }
}
