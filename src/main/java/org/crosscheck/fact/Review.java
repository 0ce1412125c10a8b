package org.crosscheck.fact;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An editor's word on a fact. */
@Schema(name = "Review", description = "An editor's word on a fact.")
public record Review(
        @NotNull(message = "Give a status.") Status status,

        @Schema(description = "Why.", examples = "not in the text") @Size(max = 1000)
        String reason) {}
