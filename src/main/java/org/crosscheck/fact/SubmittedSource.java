package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.crosscheck.http.Ids;
import org.crosscheck.source.Copy;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.StoryView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source in JSON, with the facts that it reports: as it is submitted, and as a dossier states it. */
@Schema(name = "SubmittedSource", description = "One document, with the facts that it reports.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SubmittedSource(
        @Schema(description = "Id; made from publisher and date where left out.", examples = "ap-2017-05-02")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(description = "The party that publishes it.", examples = "ap")
        @NotNull(message = "Name the party that publishes it.")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String publisher,

        @Size(max = 500) String title,

        @Schema(examples = "https://news.example/trump-putin")
        @Size(max = 2000)
        @Pattern(regexp = "^https?://[^\\s<>\"]+$", message = "Give an http or https URL.")
        String url,

        @Schema(examples = "2017-05-02T22:00:00Z")
        @NotNull(message = "Say when it was published, as 2017-05-02T22:00:00Z.")
        Instant publishedAt,

        @Pattern(regexp = StoryView.LANGUAGE, message = StoryView.LANGUAGE_ADVICE)
        String language,

        @Schema(
                description = "Wire services that it credits: sources with a common credit share a lineage.",
                examples = "[\"REUTERS\"]")
        @Size(max = 50)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotBlank(message = "Remove the empty credit.") @Size(max = 100) String> credits,

        @Schema(description = "Sources of the story that it is a version of: they share a lineage.")
        @Size(max = 50)
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<@NotNull(message = "Remove the empty link.") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String>
                derivedFrom,

        @Schema(description = "The text of the document.") @Size(max = 1_000_000)
        String text,

        @Schema(
                description = "COMPLETE where it means to be a full account of what it covers, as an official readout"
                        + " does: then its silence counts. SELECTIVE where left out.")
        Coverage coverage,

        @Schema(description = "The attributes that a COMPLETE source accounts for; all of the story's where left out.")
        @Size(max = 2000)
        List<@NotNull(message = "Remove the empty link.") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String>
                covers,

        @Schema(
                description =
                        "What it reports. In a PUT of a source that is there already, facts that are left out stay"
                                + " as they are; an empty array removes all.")
        @Size(max = 20_000)
        List<@Valid @NotNull(message = "Remove the empty fact.") FactView> facts,

        @Schema(readOnly = true, description = "The sources that go back to the same origin; ignored in requests.")
        List<String> lineage,

        @Schema(
                readOnly = true,
                description = "Its sentences that are copies of earlier ones in the story; ignored in requests.")
        List<Copy> copies,

        @Schema(readOnly = true, description = "What was read from the text; ignored in requests.")
        Extraction extraction,

        @Schema(readOnly = true, description = "Counts changes of the document; ignored in requests.")
        Integer revision) {

    /** The document alone, with nothing left to default. */
    SourceView document(String path) {
        return new SourceView(
                path,
                publisher,
                title,
                url,
                publishedAt,
                language,
                orNone(credits),
                orNone(derivedFrom),
                text,
                coverage == null ? Coverage.SELECTIVE : coverage,
                orNone(covers),
                null,
                null,
                null);
    }

    /** {@code document} with {@code facts}; {@code lineage} is null in a dossier. */
    public static SubmittedSource of(SourceView document, List<FactView> facts, List<String> lineage) {
        return new SubmittedSource(
                document.id(),
                document.publisher(),
                document.title(),
                document.url(),
                document.publishedAt(),
                document.language(),
                document.credits(),
                document.derivedFrom(),
                document.text(),
                document.coverage(),
                document.covers(),
                facts,
                lineage,
                document.copies(),
                null,
                document.revision());
    }

    /** The same document with other facts. */
    public SubmittedSource withFacts(List<FactView> other) {
        return with(other, extraction);
    }

    /** The same, telling what was read from the text. */
    SubmittedSource with(Extraction read) {
        return with(facts, read);
    }

    private SubmittedSource with(List<FactView> otherFacts, Extraction read) {
        return new SubmittedSource(
                id,
                publisher,
                title,
                url,
                publishedAt,
                language,
                credits,
                derivedFrom,
                text,
                coverage,
                covers,
                otherFacts,
                lineage,
                copies,
                read,
                revision);
    }

    /** Short: Bean Validation puts what it refuses into a message, and that may have a long text and thousands of facts. */
    @Override
    public String toString() {
        return "source " + id;
    }

    private static List<String> orNone(List<String> list) {
        return list == null ? List.of() : list;
    }
}
