package org.crosscheck.change;

import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed in all stories. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes")
public class ChangeResource {
    private final ChangeService changes;
    private final Streams streams;
    private final ChangeFeeds feeds;

    ChangeResource(ChangeService changes, Streams streams, ChangeFeeds feeds) {
        this.changes = changes;
        this.streams = streams;
        this.feeds = feeds;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, AtomFeed.MEDIA_TYPE})
    @Operation(
            operationId = "listChanges",
            summary = "List changes of verdicts in all stories, newest last; also as a stream or a feed",
            description = "With Accept: text/event-stream the answer does not end: each change is an event of the type"
                    + " verdict-changed, and its id is the change's number. It starts with what comes from now on, with what came"
                    + " after since, or with what came after the Last-Event-ID.")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes, a stream of them, or the latest as a feed",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ChangeList.class)),
                @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)),
                @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response list(
            @Parameter(description = "Only changes with a higher number.") @QueryParam("since") Long since,
            @Parameter(description = "Only changes to or from one of these verdicts.") @QueryParam("verdict")
                    List<Flag> verdict,
            @Parameter(description = "Only changes of these stories.") @QueryParam("story") List<String> story,
            @BeanParam @Valid PageRequest page,
            @BeanParam ETags tags,
            @Context UriInfo uri,
            @Context Request request) {
        if (ChangeFeeds.isAccepted(request)) return feeds.all(new ChangeFilter(story, verdict, 0), page, tags, uri);
        String tag = ETags.tag(changes.head());
        if (tags.known(tag)) return Following.notModified(tag);
        Page<ChangeView> found = changes.after(since == null ? 0 : since, new ChangeFilter(story, verdict, 0), page);
        return Following.page(found, tag, uri);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(hidden = true)
    public void stream(
            @QueryParam("since") Long since,
            @QueryParam("verdict") List<Flag> verdict,
            @QueryParam("story") List<String> story,
            @HeaderParam(Following.LAST_EVENT_ID) String last,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServerResponse response) {
        streams.open(sink, sse, response, new ChangeFilter(story, verdict, 0), Following.start(last, since));
    }
}
