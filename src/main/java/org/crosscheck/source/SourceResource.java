package org.crosscheck.source;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reading {@code /v1/stories/{story}/sources}; they are submitted together with facts, see the package fact. */
@Path("/v1/stories/{story}/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
public class SourceResource {

    /** A page of sources. */
    @Schema(
            name = "SourceList",
            requiredProperties = {"items"})
    public record SourceList(List<SourceView> items) {}

    private final SourceService sources;

    SourceResource(SourceService sources) {
        this.sources = sources;
    }

    @GET
    @Operation(operationId = "listSources", summary = "List a story's sources by id, without their texts")
    @APIResponse(
            responseCode = "200",
            description = "A page of sources",
            content = @Content(schema = @Schema(implementation = SourceList.class)))
    public Response list(@PathParam("story") String story, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return sources.list(story, page).answer(SourceList::new, uri);
    }

    @GET
    @Path("/{source}")
    @Operation(operationId = "getSource", summary = "Read a source")
    @APIResponse(
            responseCode = "200",
            description = "The source",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response get(@PathParam("story") String story, @PathParam("source") String source, @BeanParam ETags tags) {
        SourceView view = sources.view(story, source);
        return Answers.read(view, view.tag(), tags);
    }

    @GET
    @Path("/{source}/revisions")
    @Operation(operationId = "listSourceRevisions", summary = "Read every revision of a source, the newest last")
    @APIResponse(
            responseCode = "200",
            description = "The revisions",
            content = @Content(schema = @Schema(implementation = SourceList.class)))
    public SourceList revisions(@PathParam("story") String story, @PathParam("source") String source) {
        return new SourceList(sources.revisions(story, source));
    }
}
