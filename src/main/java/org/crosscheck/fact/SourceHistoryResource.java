package org.crosscheck.fact;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.crosscheck.access.History;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.http.Answers;
import org.crosscheck.http.PageRequest;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a source was, and bringing it back. */
@Path("/v1/stories/{story}/sources")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
public class SourceHistoryResource {
    private final SourceService sources;
    private final FactRestoration restoration;

    SourceHistoryResource(SourceService sources, FactRestoration restoration) {
        this.sources = sources;
        this.restoration = restoration;
    }

    @GET
    @Path("/{source}/history")
    @Operation(
            operationId = "listSourceHistory",
            summary = "List the changes of a source, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("story") String story,
            @PathParam("source") String source,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        return sources.history(story, source, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/{source}/history/{revision}")
    @Operation(operationId = "getSourceRevision", summary = "Read a source as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The source as it was",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response revision(
            @PathParam("story") String story, @PathParam("source") String source, @PathParam("revision") int revision) {
        return Response.ok(sources.revision(story, source, revision)).build();
    }

    @POST
    @Needs(Role.ADMIN)
    @Path("/{source}/restoration")
    @Operation(
            operationId = "restoreSource",
            summary = "Bring back a deleted source with the facts that were deleted with it")
    @APIResponse(
            responseCode = "201",
            description = "The source, as it was, at a new revision",
            content = @Content(schema = @Schema(implementation = SourceView.class)))
    public Response restore(@PathParam("story") String story, @PathParam("source") String source) {
        SourceView view = restoration.source(story, source);
        return Answers.created(view, view.tag(), "/v1/stories/" + story + "/sources/" + source);
    }
}
