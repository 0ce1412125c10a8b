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

/** {@code /v1/stories}. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Stories")
public class StoryResource {

    /** A page of stories. */
    @Schema(
            name = "StoryList",
            requiredProperties = {"items"})
    public record StoryList(List<StoryView> items) {}

    private final StoryService stories;

    StoryResource(StoryService stories) {
        this.stories = stories;
    }

    @GET
    @Operation(operationId = "listStories", summary = "List stories by id, or the newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of stories",
            content = @Content(schema = @Schema(implementation = StoryList.class)))
    public Response list(@BeanParam @Valid StoryQuery query, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return stories.list(query, page).answer(StoryList::new, uri);
    }

    @GET
    @Path("/{story}")
    @Operation(operationId = "getStory", summary = "Read a story")
    @APIResponse(
            responseCode = "200",
            description = "The story",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response get(@PathParam("story") String story, @BeanParam ETags tags) {
        StoryView view = stories.view(story);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Path("/{story}")
    @Operation(operationId = "putStory", summary = "Create a story, or replace its description")
    @APIResponse(
            responseCode = "200",
            description = "The story, replaced",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The story, created",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response put(
            @PathParam("story") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String story,
            @Valid @NotNull(message = "Send a story.") StoryView body,
            @BeanParam ETags tags) {
        Ids.same(story, body.id());
        StoryService.Written written = stories.put(story, body, tags);
        return Answers.written(written.story(), written.story().revision(), written.created());
    }

    @DELETE
    @Path("/{story}")
    @Operation(operationId = "deleteStory", summary = "Delete a story with all that it has")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("story") String story, @BeanParam ETags tags) {
        stories.delete(story, tags);
    }
}
