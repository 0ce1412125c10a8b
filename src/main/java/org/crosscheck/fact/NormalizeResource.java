package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.extract.Found;
import org.crosscheck.proposal.Proposer;
import org.crosscheck.story.StoryView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/normalize}: the typed values that a text states. Stores nothing. */
@Path("/v1/normalize")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Normalization")
public class NormalizeResource {

    /** A text whose values are asked for. */
    @Schema(name = "NormalizeRequest", description = "A text whose values are asked for.")
    public record Request(
            @Schema(examples = "At least 12 people were killed on Tuesday.")
            @NotNull(message = "Give a text.")
            @Size(max = 1_000_000)
            String text,

            @Schema(
                    description = "When the text was written, for words such as \"yesterday\"; now where left out.",
                    examples = "2017-05-02T22:00:00Z")
            OffsetDateTime referenceTime,

            @Schema(description = "BCP 47 language tag; en where left out.", examples = "en")
            @Pattern(regexp = StoryView.LANGUAGE, message = StoryView.LANGUAGE_ADVICE)
            String language) {}

    /** The values of a text. */
    @Schema(
            name = "NormalizedValues",
            requiredProperties = {"values"})
    public record Values(List<NormalizedValue> values) {}

    /** A value that a text states. */
    @Schema(name = "NormalizedValue", description = "A value that a text states.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NormalizedValue(
            @Schema(description = "Where its words start, in UTF-16 units.")
            int start,

            @Schema(description = "Where they end, exclusive.")
            int end,

            @Schema(examples = "59 Tomahawk cruise missiles")
            String text,

            ValueView value,

            @Schema(description = "The rule that read it.", examples = "quantity.counted")
            String rule,

            @Schema(
                    description = "What is counted, as far as the text says, where the unit is only its head noun.",
                    examples = "tomahawk cruise missile")
            String thing) {}

    private final Proposer proposer;

    NormalizeResource(Proposer proposer) {
        this.proposer = proposer;
    }

    @POST
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "normalize", summary = "Read the typed values that a text states")
    @APIResponse(
            responseCode = "200",
            description = "The values, in the order of the text; none overlaps another",
            content = @Content(schema = @Schema(implementation = Values.class)))
    public Values normalize(@Valid @NotNull(message = "Send a text.") Request body) {
        OffsetDateTime reference = body.referenceTime() == null ? OffsetDateTime.now() : body.referenceTime();
        List<Found> found =
                NoRules.orThrow(body.language(), language -> proposer.values(language, body.text(), reference));
        return new Values(found.stream()
                .map(value -> new NormalizedValue(
                        value.start(),
                        value.end(),
                        body.text().substring(value.start(), value.end()),
                        ValueView.of(value.value()),
                        value.rule(),
                        value.thing()))
                .toList());
    }
}
