package org.crosscheck.change;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.crosscheck.http.ETags;
import org.crosscheck.http.PageRequest;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed in all stories, under an address for feed readers, which cannot say what they accept. */
@Path("/v1/changes.atom")
@Produces(AtomFeed.MEDIA_TYPE)
@Tag(name = "Changes")
public class ChangeFeedResource {
    private final ChangeFeeds feeds;

    ChangeFeedResource(ChangeFeeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @Operation(operationId = "readChangeFeed", summary = "Read the latest changes of verdicts as an Atom feed")
    @APIResponse(
            responseCode = "200",
            description = "The feed (RFC 4287), with older changes at its link rel=\"next\" (RFC 5005)",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response feed(
            @Parameter(description = "Only changes to or from one of these verdicts.") @QueryParam("verdict")
                    List<Flag> verdict,
            @Parameter(description = "Only changes of these stories.") @QueryParam("story") List<String> story,
            @BeanParam @Valid PageRequest page,
            @BeanParam ETags tags,
            @Context UriInfo uri) {
        return feeds.all(new ChangeFilter(story, verdict, 0), page, tags, uri);
    }
}
