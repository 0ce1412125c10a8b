package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Linked data (JSON-LD 1.1) in the words of schema.org.
 *
 * @param graph nodes, each with its {@code @id} and {@code @type}
 */
@Schema(
        name = "JsonLd",
        requiredProperties = {"@context", "@graph"},
        description =
                "Linked data in the words of schema.org: each finding as a Question about Claims, each claim with its author"
                        + " and the works in which it appears, each decision as a ClaimReview.")
public record JsonLd(
        @Schema(examples = JsonLd.SCHEMA_ORG) @JsonProperty("@context")
        String context,

        @Schema(description = "Nodes, each with its @id, which is a URL of this API, and its @type.")
        @JsonProperty("@graph")
        List<Map<String, Object>> graph) {
    static final String SCHEMA_ORG = "https://schema.org";
    static final String MEDIA_TYPE = "application/ld+json";
}
