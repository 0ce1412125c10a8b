package org.crosscheck.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An error, as RFC 9457 problem details. */
@Schema(
        name = "Problem",
        requiredProperties = {"type", "title", "status", "detail"},
        description = "An error, as RFC 9457 problem details.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(description = "Names the kind of error; stable.", examples = "urn:crosscheck:problem:validation")
        String type,

        @Schema(description = "The kind of error in a few words.", examples = "The body is at fault")
        String title,

        @Schema(description = "The HTTP status.", examples = "422")
        int status,

        @Schema(description = "What happened, and what to do.")
        String detail,

        @Schema(description = "What in the request must change.")
        List<Violation> violations) {

    /** The media type of problems in JSON. */
    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(ProblemType type, int status, String detail, List<Violation> violations) {
        return new Problem(type.uri(), type.title(), status, detail, violations);
    }
}
