package org.crosscheck.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.crosscheck.http.Ids;
import org.crosscheck.value.Value;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attribute in JSON. */
@Schema(name = "Attribute", description = "One question that the story asks of its sources.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AttributeView(
        @Schema(description = "Id; in a PUT it may be left out, since the path has it.", examples = "missiles-launched")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(description = "Name for people; the id where left out.", examples = "Missiles launched")
        @Size(max = 300)
        String label,

        @Schema(examples = "How many missiles did the US launch?") @Size(max = 1000)
        String question,

        @Schema(description = "The type of its values.", examples = "QUANTITY") @NotNull(message = "Give a type.")
        Value.Type type,

        @Schema(
                description =
                        "Unit of quantities that give none: a concept (a counted thing), an ISO 4217 code or a UCUM"
                                + " code.",
                examples = "missile")
        @Size(min = 1, max = 128)
        String unit,

        @Schema(description = "Words that point to it in texts.") @Size(max = 100)
        List<@NotBlank(message = "Remove the empty cue.") @Size(max = 200) String> cues,

        @Schema(
                description = "How far apart two answers may be and still be compatible: in the attribute's unit for a"
                        + " QUANTITY, in days for a TIME.")
        @DecimalMin(value = "0", message = "Give a tolerance of 0 or more.")
        @DecimalMax(value = "1000000000000", message = "Give a tolerance of at most 1000000000000.")
        BigDecimal tolerance,

        @Schema(description = "Whether the answer changes with time, as a death toll does.")
        Boolean evolving,

        @Schema(
                description =
                        "That it is only proposed, for a text speaks of it: it reaches a report once a fact on it is"
                                + " accepted.")
        Boolean proposed,

        @Schema(readOnly = true, description = "Counts changes; ignored in requests.")
        Integer revision) {

    static AttributeView of(AttributeEntity attribute) {
        return new AttributeView(
                attribute.id,
                attribute.label,
                attribute.question,
                attribute.type,
                attribute.unit,
                List.of(attribute.cues),
                attribute.tolerance,
                attribute.evolving,
                attribute.proposed ? Boolean.TRUE : null,
                attribute.revision);
    }

    /** The attribute alone, with its defaults, as a dossier states it. */
    public AttributeView stated(String path) {
        return new AttributeView(
                path,
                label == null || label.isBlank() ? path : label,
                question,
                type,
                unit,
                cues == null ? List.of() : cues,
                tolerance == null ? null : tolerance.stripTrailingZeros(),
                Boolean.TRUE.equals(evolving),
                onlyProposed() ? Boolean.TRUE : null,
                null);
    }

    AttributeView withoutProposal() {
        return new AttributeView(id, label, question, type, unit, cues, tolerance, evolving, null, null);
    }

    /** Whether it is still to be accepted. */
    public boolean onlyProposed() {
        return Boolean.TRUE.equals(proposed);
    }

    /** Whether both ask the same, whatever their revisions. */
    boolean asks(AttributeView other) {
        return stated(id).equals(other.stated(id));
    }
}
