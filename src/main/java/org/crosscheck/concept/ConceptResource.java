package org.crosscheck.concept;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.List;
import org.crosscheck.access.History;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/concepts}. */
@Path("/v1/concepts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Concepts")
public class ConceptResource {

    /** A page of concepts. */
    @Schema(
            name = "ConceptList",
            requiredProperties = {"items"})
    public record ConceptList(List<ConceptView> items) {}

    private final ConceptService concepts;

    ConceptResource(ConceptService concepts) {
        this.concepts = concepts;
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "listConcepts", summary = "List concepts by id")
    @APIResponse(
            responseCode = "200",
            description = "A page of concepts",
            content = @Content(schema = @Schema(implementation = ConceptList.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return concepts.list(page).answer(ConceptList::new, uri);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{concept}")
    @Operation(operationId = "getConcept", summary = "Read a concept")
    @APIResponse(
            responseCode = "200",
            description = "The concept",
            content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response get(@PathParam("concept") String concept, @BeanParam ETags tags) {
        ConceptView view = concepts.view(concept);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Needs(value = Role.EDITOR, evenForSomeStories = true)
    @Path("/{concept}")
    @Operation(operationId = "putConcept", summary = "Create or replace a concept")
    @APIResponse(
            responseCode = "200",
            description = "The concept, replaced",
            content = @Content(schema = @Schema(implementation = ConceptView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The concept, created",
            content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response put(
            @PathParam("concept")
                    @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
                    @Parameter(description = "Id of the concept")
                    String concept,
            @Valid @NotNull(message = "Send a concept.") ConceptView body,
            @BeanParam ETags tags) {
        Ids.same(concept, body.id());
        ConceptService.Written written = concepts.put(concept, body, tags);
        return Answers.written(written.concept(), written.concept().revision(), written.created());
    }

    @DELETE
    @Path("/{concept}")
    @Operation(operationId = "deleteConcept", summary = "Delete a concept that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("concept") String concept, @BeanParam ETags tags) {
        concepts.delete(concept, tags);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{concept}/history")
    @Operation(
            operationId = "listConceptHistory",
            summary = "List the changes of a concept, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("concept") String concept, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return concepts.history(concept, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{concept}/history/{revision}")
    @Operation(operationId = "getConceptRevision", summary = "Read a concept as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The concept as it was",
            content = @Content(schema = @Schema(implementation = ConceptView.class)))
    public Response revision(@PathParam("concept") String concept, @PathParam("revision") int revision) {
        return Response.ok(concepts.revision(concept, revision)).build();
    }
}
