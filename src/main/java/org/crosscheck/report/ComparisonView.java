package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Two voices side by side, in JSON. */
@Schema(
        name = "Comparison",
        requiredProperties = {
            "story",
            "version",
            "left",
            "right",
            "agree",
            "refine",
            "contradict",
            "undetermined",
            "onlyLeft",
            "onlyRight"
        },
        description = "Two voices side by side: every attribute that at least one of them speaks of.")
public record ComparisonView(
        String story,
        long version,
        @Schema(examples = "white-house") String left,
        @Schema(examples = "kremlin") String right,
        @Schema(description = "They say the same.") List<Row> agree,

        @Schema(description = "They are compatible, and differ in precision.")
        List<Row> refine,

        @Schema(description = "They cannot both hold.") List<Row> contradict,

        @Schema(description = "No rule compares what they say.")
        List<Row> undetermined,

        @Schema(description = "Only the left one speaks of it.")
        List<Row> onlyLeft,

        @Schema(description = "Only the right one speaks of it.")
        List<Row> onlyRight) {

    /** One attribute. */
    @Schema(
            name = "ComparisonRow",
            requiredProperties = {"attribute", "label", "type", "verdict", "left", "right"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            @Schema(examples = "safe-zones") String attribute,
            String label,
            Value.Type type,

            @Schema(description = "The verdict over all voices.")
            Flag verdict,

            @Schema(
                    description =
                            "How what left says stands to what right says; absent where one of them does not speak.")
            Relation relation,

            Side left,
            Side right) {}

    /** What one of the two says, and whether it is known to be silent somewhere. */
    @Schema(name = "ComparisonSide")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Side(
            @Schema(description = "Absent where it does not speak.")
            Stance stance,

            List<FindingView.ReportedValueView> values,

            @Schema(description = "How its silence is known: REPORTED by a source, OBSERVED in its own full account.")
            List<Silence.Known> silent) {}
}
