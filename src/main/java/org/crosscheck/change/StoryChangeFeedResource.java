package org.crosscheck.change;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed in one story, under an address for feed readers. */
@Path("/v1/stories/{story}/changes.atom")
@Produces(AtomFeed.MEDIA_TYPE)
@Tag(name = "Changes")
public class StoryChangeFeedResource {
    private final ChangeFeeds feeds;

    StoryChangeFeedResource(ChangeFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Operation(operationId = "readStoryChangeFeed", summary = "Read the latest changes in a story as an Atom feed")
    @APIResponse(
            responseCode = "200",
            description = "The feed (RFC 4287), with older changes at its link rel=\"next\" (RFC 5005)",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response feed(
            @PathParam("story") String story,
            @BeanParam @Valid PageRequest page,
            @BeanParam ETags tags,
            @Context UriInfo uri) {
        return feeds.ofStory(story, page, tags, uri);
    }
}
