package org.crosscheck.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing in the request that must change. */
@Schema(
        name = "Violation",
        requiredProperties = {"pointer", "message"},
        description = "One thing in the request that must change.")
public record Violation(
        @Schema(
                description = "JSON pointer (RFC 6901) into the body; the name of the parameter for a query or path"
                        + " parameter.",
                examples = "/facts/0/value/min")
        String pointer,

        @Schema(description = "What to change.", examples = "min is above max; swap them.")
        String message) {}
