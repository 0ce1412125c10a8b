package org.crosscheck.fact;

import java.util.List;
import org.crosscheck.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the rows of a table of facts, in JSON. */
@Schema(
        name = "FactImportReport",
        description = "What became of the rows of a table of facts.",
        requiredProperties = {"added", "changed", "unchanged", "refused", "rows"})
public record FactImportReport(
        @Schema(description = "How many facts are new.", examples = "12")
        int added,

        @Schema(description = "How many were there, and say something else now.", examples = "0")
        int changed,

        @Schema(description = "How many were there, and stay as they were.", examples = "3")
        int unchanged,

        @Schema(description = "How many rows were refused.", examples = "1")
        int refused,

        @Schema(description = "Every refused row.") List<RefusedRow> rows) {

    /** A row that was refused. */
    @Schema(
            name = "RefusedRow",
            requiredProperties = {"line", "violations"})
    public record RefusedRow(
            @Schema(description = "The line of the file in which it ends, from 1.", examples = "4")
            long line,

            @Schema(
                    description =
                            "What must change; a pointer names the column, such as /min, and is empty where the whole"
                                    + " row is meant.")
            List<Violation> violations) {}
}
