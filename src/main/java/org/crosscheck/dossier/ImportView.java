package org.crosscheck.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an import of many dossiers is, in JSON. */
@Schema(
        name = "Import",
        description = "How far an import of many dossiers is.",
        requiredProperties = {
            "id",
            "lines",
            "created",
            "replaced",
            "unchanged",
            "skipped",
            "refused",
            "startedAt",
            "done"
        })
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        @Schema(
                description = "The Idempotency-Key that it came with, or one that it was given.",
                examples = "archive-2026-11")
        String id,

        @Schema(description = "How many lines have been read, blank ones too.", examples = "500")
        long lines,

        @Schema(description = "How many stories are new.", examples = "498")
        long created,

        @Schema(description = "How many were there, and were made what their line says.", examples = "0")
        long replaced,

        @Schema(description = "How many were there, and were what their line says.", examples = "0")
        long unchanged,

        @Schema(description = "How many were there, and were left alone.", examples = "0")
        long skipped,

        @Schema(description = "How many lines were refused.", examples = "2")
        long refused,

        @Schema(description = "When it was last started.") Instant startedAt,

        @Schema(description = "When this was last written down: about once a second while lines come.")
        Instant updatedAt,

        @Schema(description = "Whether the stream came to its end.")
        boolean done) {}
