package org.crosscheck.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A source in JSON, as it is read. */
@Schema(name = "Source", description = "One document: article, official readout, transcript.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SourceView(
        @Schema(examples = "ap-2017-05-02") String id,

        @Schema(description = "The party that publishes it.", examples = "ap")
        String publisher,

        String title,
        String url,
        Instant publishedAt,
        String language,

        @Schema(description = "Wire services that it credits.")
        List<String> credits,

        @Schema(description = "Sources that it is a version of.")
        List<String> derivedFrom,

        String text,

        @Schema(
                description =
                        "COMPLETE where it means to be a full account of what it covers, so that its silence counts.")
        Coverage coverage,

        @Schema(description = "The attributes that a COMPLETE source accounts for; all of the story's where empty.")
        List<String> covers,

        @Schema(description = "Names the origin that it shares with other sources: the first of them by id.")
        String lineage,

        @Schema(
                readOnly = true,
                description = "Its sentences that are copies of earlier ones; left out without its text.")
        List<Copy> copies,

        @Schema(description = "Counts changes of the document.")
        Integer revision) {

    /** The document of {@code source}, without what it shares with others. */
    public static SourceView of(SourceEntity source) {
        return of(source, null, List.of());
    }

    /** The document of {@code source}, as it stands in its story. */
    public static SourceView of(SourceEntity source, Lineages lineages) {
        Copies copies = Copies.stored(source.storyId, List.of(source.id));
        return of(source, lineages.of(source.id), copies.of(source.id));
    }

    private static SourceView of(SourceEntity source, String lineage, List<Copy> copies) {
        return new SourceView(
                source.id,
                source.publisher,
                source.title,
                source.url,
                source.publishedAt,
                source.language,
                List.of(source.credits),
                List.of(source.derivedFrom),
                source.text,
                source.coverage,
                List.of(source.covers),
                lineage,
                copies,
                source.revision);
    }

    /** The document alone, as a dossier states it. */
    public SourceView stated() {
        return new SourceView(
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
                null,
                null,
                null);
    }

    /** The document without its text, as lists show it. */
    static SourceView listed(SourceEntity source, String lineage) {
        return of(source, null, List.of()).outlined(lineage);
    }

    /** The document without its text, in that lineage. */
    SourceView outlined(String origin) {
        return new SourceView(
                id,
                publisher,
                title,
                url,
                publishedAt,
                language,
                credits,
                derivedFrom,
                null,
                coverage,
                covers,
                origin,
                null,
                revision);
    }

    /** The entity tag of this state: it also changes with what the source shares with others. */
    public String tag() {
        String copied = copies.isEmpty() ? "" : "-" + Integer.toHexString(copies.hashCode());
        return "\"" + revision + "-" + lineage + copied + "\"";
    }

    /** Whether the silence of this document may depend on {@code attribute}. */
    public boolean accountsFor(String attribute) {
        return coverage == Coverage.COMPLETE && (covers.isEmpty() || covers.contains(attribute));
    }
}
