package org.crosscheck.source;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A sentence that is a copy, in JSON. */
@Schema(
        name = "Copy",
        requiredProperties = {"start", "end", "source"},
        description = "A sentence that is a copy of one in an earlier source.")
public record Copy(
        @Schema(description = "Where it starts in the text, in UTF-16 units.")
        int start,

        @Schema(description = "Where it ends, exclusive.") int end,

        @Schema(description = "The earliest source that has it.", examples = "ap-2017-05-02")
        String source) {}
