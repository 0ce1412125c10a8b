package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.crosscheck.decision.DecisionView;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Attributes by voices, in JSON. */
@Schema(
        name = "Matrix",
        requiredProperties = {"story", "version", "voices", "rows"},
        description = "Attributes by voices, for people and spreadsheets.")
public record MatrixView(
        String story,
        long version,
        @Schema(description = "The columns, by id.") List<Voice> voices,

        @Schema(description = "One for each attribute, in the story's order.")
        List<Row> rows) {

    /** A column. */
    @Schema(
            name = "MatrixVoice",
            requiredProperties = {"id", "name"})
    public record Voice(
            @Schema(examples = "white-house") String id,
            @Schema(examples = "White House") String name) {}

    /** A row. */
    @Schema(
            name = "MatrixRow",
            requiredProperties = {"attribute", "label", "type", "verdict", "support", "cells"})
    public record Row(
            @Schema(examples = "safe-zones") String attribute,
            String label,
            Value.Type type,
            Flag verdict,
            FindingView.SupportView support,

            @Schema(description = "One for each voice, in the order of the columns.")
            List<Cell> cells,

            @Schema(description = "An editor's word on the finding, as the finding shows it.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            DecisionView decision) {}

    /** What one voice says of one attribute. */
    @Schema(
            name = "MatrixCell",
            requiredProperties = {"voice", "place"})
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cell(
            String voice,
            Place place,

            @Schema(description = "Absent where it does not speak.")
            Stance stance,

            List<FindingView.ReportedValueView> values,

            @Schema(description = "How its silence is known, wherever it is silent.")
            List<Silence.Known> silent) {}

    /** Where a voice stands among the others; the first that applies. */
    @Schema(name = "Place")
    public enum Place {
        /** Cannot hold together with another voice, or with itself. */
        CONTRADICTS,
        /** Of an evolving attribute: another voice says otherwise at another time. */
        UPDATES,
        /** No rule compares it with some other voice. */
        UNDETERMINED,
        /** Differs in precision from another voice. */
        REFINES,
        /** Says what another voice says. */
        AGREES,
        /** No other voice speaks of it. */
        ALONE,
        /** A source says that it did not mention it. */
        REPORTED_SILENT,
        /** Its own full account has nothing on it. */
        OBSERVED_SILENT,
        NOT_ADDRESSED
    }
}
