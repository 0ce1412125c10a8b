package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import org.crosscheck.http.Ids;
import org.crosscheck.verdict.Stance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A fact in JSON. */
@Schema(
        name = "Fact",
        description =
                "In this source, this claimant takes this stance on this attribute, with this value, at this evidence.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FactView(
        @Schema(
                description = "Where left out, derived from source, attribute, claimant, stance, value and wording, so"
                        + " that sending a fact twice is sending it once.")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(
                readOnly = true,
                description = "The source that reports it; ignored in requests, where the path or the"
                        + " source around it tells.")
        String source,

        @Schema(description = "The attribute that it answers.", examples = "missiles-launched")
        @NotNull(message = "Name the attribute.")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String attribute,

        @Schema(
                description =
                        "The party that the source reports as saying it; left out where the source speaks itself.")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String claimant,

        @Schema(description = "AFFIRMS where left out.") Stance stance,

        @Schema(description = "Left out where the stance is OMITS; may be left out for a TOPIC.")
        ValueView value,

        @Schema(description = "The source's words.", examples = "59 Tomahawk missiles") @Size(min = 1, max = 1000)
        String wording,

        @Schema(description = "STATED where left out.") Certainty certainty,

        @Schema(description = "When it held; when the source was published where left out.")
        Instant asOf,

        @Schema(
                description =
                        "Only ACCEPTED facts reach a report. Where left out: ACCEPTED from an EDITOR, else PROPOSED.")
        Status status,

        @Schema(description = "EDITOR where left out.") Origin origin,

        @Schema(description = "The rule that proposed it, or the language model.", examples = "quantity.counted")
        @Size(max = 200)
        String rule,

        @Schema(description = "How sure the rule is that an editor would accept it, 0 to 1.", examples = "0.85")
        @DecimalMin(value = "0", message = "Give a confidence of 0 to 1.")
        @DecimalMax(value = "1", message = "Give a confidence of 0 to 1.")
        BigDecimal confidence,

        @Valid Evidence evidence,

        @Schema(readOnly = true, description = "Why the status is what it is; ignored in requests.")
        String reason,

        @Schema(readOnly = true, description = "Counts changes; ignored in requests.")
        Integer revision) {

    /** The fact alone, as a dossier states it. */
    public FactView stated() {
        return with(id, null, status);
    }

    /** The same statement with its evidence there. */
    FactView at(Evidence place) {
        return new FactView(
                id,
                source,
                attribute,
                claimant,
                stance,
                value,
                wording,
                certainty,
                asOf,
                status,
                origin,
                rule,
                confidence,
                place,
                reason,
                revision);
    }

    /** The same statement under this id, in this source and with this status. */
    FactView with(String otherId, String otherSource, Status otherStatus) {
        return new FactView(
                otherId,
                otherSource,
                attribute,
                claimant,
                stance,
                value,
                wording,
                certainty,
                asOf,
                otherStatus,
                origin,
                rule,
                confidence,
                evidence,
                null,
                null);
    }
}
