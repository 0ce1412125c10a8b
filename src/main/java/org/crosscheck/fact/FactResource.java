package org.crosscheck.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.crosscheck.http.Ids;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.story.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/stories/{story}/facts}; they are added to their source, see {@link SubmissionResource}. */
@Path("/v1/stories/{story}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class FactResource {

    /** A page of facts. */
    @Schema(
            name = "FactList",
            requiredProperties = {"items"})
    public record FactList(List<FactView> items) {}

    private final FactService facts;
    private final ReviewService reviews;

    FactResource(FactService facts, ReviewService reviews) {
        this.facts = facts;
        this.reviews = reviews;
    }

    @GET
    @Operation(operationId = "listFacts", summary = "List a story's facts by id")
    @APIResponse(
            responseCode = "200",
            description = "A page of facts",
            content = @Content(schema = @Schema(implementation = FactList.class)))
    public Response list(
            @PathParam("story") String story,
            @BeanParam FactFilter filter,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        Page<FactView> found = facts.list(story, filter, page);
        return found.answer(new FactList(found.items()), uri).build();
    }

    @GET
    @Path("/{fact}")
    @Operation(operationId = "getFact", summary = "Read a fact")
    @APIResponse(
            responseCode = "200",
            description = "The fact",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response get(@PathParam("story") String story, @PathParam("fact") String fact, @BeanParam ETags tags) {
        FactView view = facts.view(story, fact);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Path("/{fact}")
    @Operation(operationId = "putFact", summary = "Replace a fact")
    @APIResponse(
            responseCode = "200",
            description = "The fact, replaced",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response put(
            @PathParam("story") String story,
            @PathParam("fact") String fact,
            @Valid @NotNull(message = "Send a fact.") FactView body,
            @BeanParam ETags tags) {
        Ids.same(fact, body.id());
        FactView view = facts.replace(story, fact, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @PUT
    @Path("/{fact}/status")
    @Operation(operationId = "reviewFact", summary = "Accept a fact, reject it, or propose it again")
    @APIResponse(
            responseCode = "200",
            description = "The fact, reviewed",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response review(
            @PathParam("story") String story,
            @PathParam("fact") String fact,
            @Valid @NotNull(message = "Send a status.") Review body,
            @BeanParam ETags tags) {
        FactView view = reviews.review(story, fact, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @POST
    @Path("/reviews")
    @Operation(
            operationId = "reviewFacts",
            summary = "Accept, change or reject many facts at once; all of it is taken, or none")
    @APIResponse(
            responseCode = "200",
            description = "The facts, reviewed, in the order of their reviews",
            content = @Content(schema = @Schema(implementation = FactList.class)))
    public Response review(
            @PathParam("story") String story,
            @Valid @NotNull(message = "Send reviews.") Reviews body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.KEY) String key) {
        return reviews.review(story, body, key).response();
    }

    @DELETE
    @Path("/{fact}")
    @Operation(operationId = "deleteFact", summary = "Delete a fact; what it was is kept")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("story") String story, @PathParam("fact") String fact, @BeanParam ETags tags) {
        facts.delete(story, fact, tags);
    }
}
