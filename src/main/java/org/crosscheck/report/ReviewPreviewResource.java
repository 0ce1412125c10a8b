package org.crosscheck.report;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.crosscheck.fact.Reviews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/stories/{story}/facts/reviews/preview}. */
@Path("/v1/stories/{story}/facts/reviews/preview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class ReviewPreviewResource {
    private final ReviewPreview preview;

    ReviewPreviewResource(ReviewPreview preview) {
        this.preview = preview;
    }

    @POST
    @Operation(
            operationId = "previewReviews",
            summary = "Tell what reviewing facts so would do to the report; nothing is stored")
    public ReviewPreviewView preview(
            @PathParam("story") String story, @Valid @NotNull(message = "Send reviews.") Reviews body) {
        return preview.of(story, body);
    }
}
