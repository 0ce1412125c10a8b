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
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a fact was, and bringing it back. */
@Path("/v1/stories/{story}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class FactHistoryResource {
    private final FactService facts;
    private final FactRestoration restoration;

    FactHistoryResource(FactService facts, FactRestoration restoration) {
        this.facts = facts;
        this.restoration = restoration;
    }

    @GET
    @Path("/{fact}/history")
    @Operation(
            operationId = "listFactHistory",
            summary = "List the changes of a fact, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("story") String story,
            @PathParam("fact") String fact,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        return facts.history(story, fact, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/{fact}/history/{revision}")
    @Operation(operationId = "getFactRevision", summary = "Read a fact as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The fact as it was",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response revision(
            @PathParam("story") String story, @PathParam("fact") String fact, @PathParam("revision") int revision) {
        return Response.ok(facts.revision(story, fact, revision)).build();
    }

    @POST
    @Needs(Role.ADMIN)
    @Path("/{fact}/restoration")
    @Operation(operationId = "restoreFact", summary = "Bring back a deleted fact")
    @APIResponse(
            responseCode = "201",
            description = "The fact, as it was, at a new revision",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response restore(@PathParam("story") String story, @PathParam("fact") String fact) {
        FactView view = restoration.fact(story, fact);
        return Answers.created(view, ETags.tag(view.revision()), "/v1/stories/" + story + "/facts/" + fact);
    }
}
