package org.crosscheck.story;

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
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/stories/{story}/attributes}. */
@Path("/v1/stories/{story}/attributes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attributes")
public class AttributeResource {

    /** A page of attributes. */
    @Schema(
            name = "AttributeList",
            requiredProperties = {"items"})
    public record AttributeList(List<AttributeView> items) {}

    private final AttributeService attributes;

    AttributeResource(AttributeService attributes) {
        this.attributes = attributes;
    }

    @GET
    @Operation(operationId = "listAttributes", summary = "List a story's attributes in its order")
    @APIResponse(
            responseCode = "200",
            description = "A page of attributes",
            content = @Content(schema = @Schema(implementation = AttributeList.class)))
    public Response list(@PathParam("story") String story, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return attributes.list(story, page).answer(AttributeList::new, uri);
    }

    @GET
    @Path("/{attribute}")
    @Operation(operationId = "getAttribute", summary = "Read an attribute")
    @APIResponse(
            responseCode = "200",
            description = "The attribute",
            content = @Content(schema = @Schema(implementation = AttributeView.class)))
    public Response get(
            @PathParam("story") String story, @PathParam("attribute") String attribute, @BeanParam ETags tags) {
        AttributeView view = attributes.view(story, attribute);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Path("/{attribute}")
    @Operation(operationId = "putAttribute", summary = "Create or replace an attribute")
    @APIResponse(
            responseCode = "200",
            description = "The attribute, replaced",
            content = @Content(schema = @Schema(implementation = AttributeView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The attribute, created",
            content = @Content(schema = @Schema(implementation = AttributeView.class)))
    public Response put(
            @PathParam("story") String story,
            @PathParam("attribute") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String attribute,
            @Valid @NotNull(message = "Send an attribute.") AttributeView body,
            @BeanParam ETags tags) {
        Ids.same(attribute, body.id());
        AttributeService.Written written = attributes.put(story, attribute, body, tags);
        return Answers.written(written.attribute(), written.attribute().revision(), written.created());
    }

    @DELETE
    @Path("/{attribute}")
    @Operation(operationId = "deleteAttribute", summary = "Delete an attribute that has no facts")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(
            @PathParam("story") String story, @PathParam("attribute") String attribute, @BeanParam ETags tags) {
        attributes.delete(story, attribute, tags);
    }
}
