package org.crosscheck.decision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.crosscheck.access.History;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What editors decide on findings. */
@Path("/v1/stories/{story}/findings/{attribute}/decision")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Decisions")
public class DecisionResource {
    private final DecisionService decisions;

    DecisionResource(DecisionService decisions) {
        this.decisions = decisions;
    }

    @GET
    @Operation(operationId = "getDecision", summary = "Read the decision on a finding, standing or lapsed")
    @APIResponse(
            responseCode = "200",
            description = "The decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response get(
            @PathParam("story") String story, @PathParam("attribute") String attribute, @BeanParam ETags tags) {
        DecisionView view = decisions.view(story, attribute);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Operation(
            operationId = "putDecision",
            summary = "Decide on a finding: confirm it, dismiss it or explain it; what was decided before is kept")
    @APIResponse(
            responseCode = "200",
            description = "The decision, in place of an earlier one",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The first decision",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response put(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @Valid @NotNull(message = "Send a decision.") DecisionView body,
            @BeanParam ETags tags) {
        DecisionService.Written written = decisions.put(story, attribute, body, tags);
        return Answers.written(written.decision(), written.decision().revision(), written.created());
    }

    @DELETE
    @Operation(operationId = "deleteDecision", summary = "Withdraw the decision on a finding; what it was is kept")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void delete(
            @PathParam("story") String story, @PathParam("attribute") String attribute, @BeanParam ETags tags) {
        decisions.delete(story, attribute, tags);
    }

    @GET
    @Path("/history")
    @Operation(
            operationId = "listDecisionHistory",
            summary =
                    "List what was decided on a finding and when that lapsed, the newest last, even if it is withdrawn")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        return decisions.history(story, attribute, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/history/{revision}")
    @Operation(operationId = "getDecisionRevision", summary = "Read a decision as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The decision as it was",
            content = @Content(schema = @Schema(implementation = DecisionView.class)))
    public Response revision(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @PathParam("revision") int revision) {
        return Response.ok(decisions.revision(story, attribute, revision)).build();
    }
}
