package org.crosscheck.story;

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

/** What an attribute was, and bringing it back. */
@Path("/v1/stories/{story}/attributes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attributes")
public class AttributeHistoryResource {
    private final AttributeService attributes;
    private final StoryRestoration restoration;

    AttributeHistoryResource(AttributeService attributes, StoryRestoration restoration) {
        this.attributes = attributes;
        this.restoration = restoration;
    }

    @GET
    @Path("/{attribute}/history")
    @Operation(
            operationId = "listAttributeHistory",
            summary = "List the changes of an attribute, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        return attributes.history(story, attribute, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/{attribute}/history/{revision}")
    @Operation(operationId = "getAttributeRevision", summary = "Read an attribute as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The attribute as it was",
            content = @Content(schema = @Schema(implementation = AttributeView.class)))
    public Response revision(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @PathParam("revision") int revision) {
        return Response.ok(attributes.revision(story, attribute, revision)).build();
    }

    @POST
    @Needs(Role.ADMIN)
    @Path("/{attribute}/restoration")
    @Operation(operationId = "restoreAttribute", summary = "Bring back a deleted attribute")
    @APIResponse(
            responseCode = "201",
            description = "The attribute, as it was, at a new revision",
            content = @Content(schema = @Schema(implementation = AttributeView.class)))
    public Response restore(@PathParam("story") String story, @PathParam("attribute") String attribute) {
        AttributeView view = restoration.attribute(story, attribute);
        return Answers.created(view, ETags.tag(view.revision()), "/v1/stories/" + story + "/attributes/" + attribute);
    }
}
