package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What reviews would do to a report, in JSON. */
@Schema(
        name = "ReviewPreview",
        requiredProperties = {"story", "version", "before", "after", "changes"},
        description = "What reviews would do to the report of a story.")
public record ReviewPreviewView(
        @Schema(examples = "trump-putin-call-2017-05-02") String story,

        @Schema(description = "The version of the story that the reviews would change.")
        long version,

        @Schema(description = "How many findings have each verdict.")
        Map<Flag, Integer> before,

        @Schema(description = "How many findings would have each verdict.")
        Map<Flag, Integer> after,

        @Schema(description = "The findings that would not say what they say now, in the story's order of attributes.")
        List<Change> changes) {

    /** What one finding would say. */
    @Schema(
            name = "PreviewedChange",
            requiredProperties = {"attribute", "label", "to", "explanation"},
            description =
                    "That a finding would have another verdict, other flags, other support or another explanation.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            @Schema(examples = "call-number") String attribute,
            @Schema(examples = "Which call it was") String label,

            @Schema(description = "How the finding stands; absent where there is none yet.")
            VerdictState from,

            @Schema(description = "How it would stand.") VerdictState to,

            @Schema(description = "What it would say, in one plain sentence.")
            String explanation) {

        static Change of(FindingView from, FindingView to) {
            return new Change(
                    to.attribute(),
                    to.label(),
                    from == null ? null : VerdictState.of(from),
                    VerdictState.of(to),
                    to.explanation());
        }
    }
}
