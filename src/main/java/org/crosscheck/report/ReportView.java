package org.crosscheck.report;

import java.util.List;
import java.util.Map;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A report in JSON. */
@Schema(
        name = "Report",
        requiredProperties = {"story", "version", "sources", "lineages", "summary", "findings"},
        description = "All findings of a story.")
public record ReportView(
        @Schema(examples = "trump-putin-call-2017-05-02") String story,

        @Schema(description = "Counts the changes that a report of this story can show.")
        long version,

        @Schema(description = "How many sources count.") int sources,

        @Schema(description = "How many independent origins those have.")
        int lineages,

        @Schema(
                description =
                        "How many findings have each verdict, over the whole story whatever the filters and the decisions.")
        Map<Flag, Integer> summary,

        @Schema(description = "The findings that pass the filters, in the story's order of attributes.")
        List<FindingView> findings,

        @Schema(
                description =
                        "The version that this compares with, where that was asked for. Then findings only has those with"
                                + " other verdicts or flags than at that version, each with the previous ones.")
        Long since,

        @Schema(description = "What had a finding at that version, and has none any more.")
        List<WithdrawnView> withdrawn) {

    /** A finding that is not there any more. */
    @Schema(
            name = "WithdrawnFinding",
            requiredProperties = {"attribute", "previous"},
            description = "An attribute on which there is no finding any more.")
    public record WithdrawnView(String attribute, VerdictState previous) {}
}
