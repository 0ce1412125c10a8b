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

/** What a story was, and bringing it back. */
@Path("/v1/stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Stories")
public class StoryHistoryResource {
    private final StoryService stories;
    private final StoryRestoration restoration;

    StoryHistoryResource(StoryService stories, StoryRestoration restoration) {
        this.stories = stories;
        this.restoration = restoration;
    }

    @GET
    @Path("/{story}/history")
    @Operation(
            operationId = "listStoryHistory",
            summary = "List the changes of a story, the newest last, even if it is deleted")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(
            @PathParam("story") String story, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return stories.history(story, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/{story}/history/{revision}")
    @Operation(operationId = "getStoryRevision", summary = "Read a story as it was at a revision")
    @APIResponse(
            responseCode = "200",
            description = "The story as it was",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response revision(@PathParam("story") String story, @PathParam("revision") int revision) {
        return Response.ok(stories.revision(story, revision)).build();
    }

    @POST
    @Needs(Role.ADMIN)
    @Path("/{story}/restoration")
    @Operation(operationId = "restoreStory", summary = "Bring back a deleted story with all that was deleted with it")
    @APIResponse(
            responseCode = "201",
            description = "The story, as it was, at a new revision",
            content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response restore(@PathParam("story") String story) {
        StoryView view = restoration.story(story);
        return Answers.created(view, ETags.tag(view.revision()), "/v1/stories/" + story);
    }
}
