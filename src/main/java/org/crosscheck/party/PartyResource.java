package org.crosscheck.party;

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

/** {@code /v1/parties}. */
@Path("/v1/parties")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Parties")
public class PartyResource {

    /** A page of parties. */
    @Schema(
            name = "PartyList",
            requiredProperties = {"items"})
    public record PartyList(List<PartyView> items) {}

    private final PartyService parties;

    PartyResource(PartyService parties) {
        this.parties = parties;
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "listParties", summary = "List parties by id")
    @APIResponse(
            responseCode = "200",
            description = "A page of parties",
            content = @Content(schema = @Schema(implementation = PartyList.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return parties.list(page).answer(PartyList::new, uri);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{party}")
    @Operation(operationId = "getParty", summary = "Read a party")
    @APIResponse(
            responseCode = "200",
            description = "The party",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    public Response get(@PathParam("party") String party, @BeanParam ETags tags) {
        PartyView view = parties.view(party);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Needs(value = Role.EDITOR, evenForSomeStories = true)
    @Path("/{party}")
    @Operation(operationId = "putParty", summary = "Create or replace a party")
    @APIResponse(
            responseCode = "200",
            description = "The party, replaced",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The party, created",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    public Response put(
            @PathParam("party")
                    @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
                    @Parameter(description = "Id of the party")
                    String party,
            @Valid @NotNull(message = "Send a party.") PartyView body,
            @BeanParam ETags tags) {
        Ids.same(party, body.id());
        PartyService.Written written = parties.put(party, body, tags);
        return Answers.written(written.party(), written.party().revision(), written.created());
    }

    @DELETE
    @Path("/{party}")
    @Operation(operationId = "deleteParty", summary = "Delete a party that nothing refers to")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("party") String party, @BeanParam ETags tags) {
        parties.delete(party, tags);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{party}/history")
    @Operation(
            operationId = "listPartyHistory",
            summary = "List the changes of a party, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("party") String party, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return parties.history(party, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Path("/{party}/history/{revision}")
    @Operation(operationId = "getPartyRevision", summary = "Read a party as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The party as it was",
            content = @Content(schema = @Schema(implementation = PartyView.class)))
    public Response revision(@PathParam("party") String party, @PathParam("revision") int revision) {
        return Response.ok(parties.revision(party, revision)).build();
    }
}
