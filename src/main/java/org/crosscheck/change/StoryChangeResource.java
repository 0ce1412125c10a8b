package org.crosscheck.change;

import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed in one story. */
@Path("/v1/stories/{story}/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class StoryChangeResource {
    private final ChangeService changes;
    private final Streams streams;
    private final ChangeFeeds feeds;

    StoryChangeResource(ChangeService changes, Streams streams, ChangeFeeds feeds) {
        this.changes = changes;
        this.streams = streams;
        this.feeds = feeds;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, AtomFeed.MEDIA_TYPE})
    @Operation(
            operationId = "listStoryChanges",
            summary = "List which source changed which verdict of a story, newest last; also as a stream or a feed",
            description = "With Accept: text/event-stream the answer does not end: each change is an event of the type"
                    + " verdict-changed, and its id is the change's number. It starts with what comes from now on, with what came"
                    + " after the version since, or with what came after the Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes, a stream of them, or the latest as a feed",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangeList.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)),
                @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response list(
            @PathParam("story") String story,
            @Parameter(description = "Only changes of later versions of the story.") @QueryParam("since") Long since,
            @BeanParam @Valid PageRequest page,
            @BeanParam ETags tags,
            @Context UriInfo uri,
            @Context Request request) {
        if (ChangeFeeds.isAccepted(request)) return feeds.ofStory(story, page, tags, uri);
        String tag = changes.tag(story);
        if (tags.known(tag)) return Following.notModified(tag);
        return Following.page(changes.ofStory(story, since == null ? 0 : since, page), tag, uri);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void stream(
            @PathParam("story") String story,
            @QueryParam("since") Long since,
            @HeaderParam(Following.LAST_EVENT_ID) String last,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response) {
        changes.head(story);
        ChangeFilter filter = ChangeFilter.ofStory(story, since == null ? 0 : since);
        streams.open(sink, sse, response, filter, Following.start(last, since == null ? null : 0L));
    }
}
