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
import java.util.List;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.extract.speech.Account;
import org.crosscheck.extract.speech.Claim;
import org.crosscheck.extract.speech.Silence;
import org.crosscheck.extract.speech.Speaker;
import org.crosscheck.proposal.Proposer;
import org.crosscheck.story.StoryView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/attributions}: who says what in a text. Stores nothing. */
@Path("/v1/attributions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Normalization")
public class AttributionResource {

    /** A text whose speakers are asked for. */
    @Schema(name = "AttributionRequest", description = "A text whose speakers are asked for.")
    public record Request(
            @Schema(examples = "The ferry was late, the harbour master said.")
            @NotNull(message = "Give a text.")
            @Size(max = 1_000_000)
            String text,

            @Schema(description = "BCP 47 language tag; en where left out.", examples = "en")
            @Pattern(regexp = StoryView.LANGUAGE, message = StoryView.LANGUAGE_ADVICE)
            String language) {}

    /** Who says what in a text. */
    @Schema(
            name = "Attributions",
            requiredProperties = {"claims", "silences"})
    public record Attributions(List<Attribution> claims, List<ReportedSilence> silences) {}

    /** Some words of a text. */
    @Schema(name = "TextSpan", description = "Some words of the text; offsets are UTF-16 units, the end is exclusive.")
    public record TextSpan(int start, int end, String text) {
        static TextSpan of(String text, int start, int end) {
            return new TextSpan(start, end, text.substring(start, end));
        }
    }

    /** Somebody who is said to say something, or nothing. */
    @Schema(name = "QuotedSpeaker", description = "Somebody whom the text quotes, as it names them.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record QuotedSpeaker(
            TextSpan span,

            @Schema(description = "The fullest form of the name in the text.")
            String name,

            Speaker.Kind kind,
            String role,

            @Schema(description = "The institution that they speak for, as the text names it.")
            String partOf) {
        static QuotedSpeaker of(String text, Speaker speaker) {
            return new QuotedSpeaker(
                    TextSpan.of(text, speaker.start(), speaker.end()),
                    speaker.name(),
                    speaker.kind(),
                    speaker.role(),
                    speaker.partOf());
        }
    }

    /** Words that the text ascribes to somebody. */
    @Schema(name = "Attribution", description = "Words that the text ascribes to somebody.")
    public record Attribution(
            TextSpan content,

            @Schema(description = "Who says so, the outermost first: the last one's words they are.")
            List<QuotedSpeaker> speakers,

            TextSpan cue,
            org.crosscheck.extract.speech.Certainty certainty,
            boolean denied,
            boolean quoted,
            String rule) {
        static Attribution of(String text, Claim claim) {
            return new Attribution(
                    TextSpan.of(text, claim.start(), claim.end()),
                    claim.speakers().stream()
                            .map(speaker -> QuotedSpeaker.of(text, speaker))
                            .toList(),
                    TextSpan.of(text, claim.cueStart(), claim.cueEnd()),
                    claim.certainty(),
                    claim.denied(),
                    claim.quoted(),
                    claim.rule());
        }
    }

    /** A silence that the text reports. */
    @Schema(
            name = "ReportedSilence",
            description = "A silence that the text reports; its matter is empty where not named.")
    public record ReportedSilence(List<QuotedSpeaker> speakers, TextSpan matter, TextSpan cue, String rule) {
        static ReportedSilence of(String text, Silence silence) {
            return new ReportedSilence(
                    silence.speakers().stream()
                            .map(speaker -> QuotedSpeaker.of(text, speaker))
                            .toList(),
                    TextSpan.of(text, silence.start(), silence.end()),
                    TextSpan.of(text, silence.cueStart(), silence.cueEnd()),
                    silence.rule());
        }
    }

    private final Proposer proposer;

    AttributionResource(Proposer proposer) {
        this.proposer = proposer;
    }

    @POST
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "readAttributions", summary = "Read who says what in a text, and who is said to be silent")
    @APIResponse(
            responseCode = "200",
            description = "What the text ascribes to others; the rest it says in its own voice",
            content = @Content(schema = @Schema(implementation = Attributions.class)))
    public Attributions readAttributions(@Valid @NotNull(message = "Send a text.") Request body) {
        String text = body.text();
        Account account = NoRules.orThrow(body.language(), language -> proposer.account(language, text));
        return new Attributions(
                account.claims().stream()
                        .map(claim -> Attribution.of(text, claim))
                        .toList(),
                account.silences().stream()
                        .map(silence -> ReportedSilence.of(text, silence))
                        .toList());
    }
}
