package org.crosscheck.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.crosscheck.story.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Writing {@code /v1/stories/{story}/sources}, and the facts of one. */
@Path("/v1/stories/{story}/sources")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
public class SubmissionResource {
    private static final String EXTRACT = "Whether facts are proposed from the text.";

    private final SubmissionService submissions;
    private final ReadingService readings;
    private final FactService facts;
    private final Idempotency idempotency;

    SubmissionResource(
            SubmissionService submissions, ReadingService readings, FactService facts, Idempotency idempotency) {
        this.readings = readings;
        this.submissions = submissions;
        this.facts = facts;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(operationId = "submitSource", summary = "Submit a source, with the facts that it reports")
    @APIResponse(
            responseCode = "201",
            description = "The source as stored, its facts, and the sources of its lineage",
            content = @Content(schema = @Schema(implementation = SubmittedSource.class)))
    public Response submit(
            @PathParam("story") String story,
            @Valid @NotNull(message = "Send a source.") SubmittedSource body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.KEY) String key,
            @Parameter(description = EXTRACT) @QueryParam("extract") @DefaultValue("true") boolean extract) {
        boolean read = extract && !idempotency.isAnswered(story, key);
        return submissions
                .submit(story, body, read ? readings.read(story, body.id(), body) : Optional.empty(), key)
                .response();
    }

    @PUT
    @Path("/{source}")
    @Operation(operationId = "putSource", summary = "Create a source, or store a new revision of it")
    @APIResponse(
            responseCode = "200",
            description = "The source, revised",
            content = @Content(schema = @Schema(implementation = SubmittedSource.class)))
    @APIResponse(
            responseCode = "201",
            description = "The source, created",
            content = @Content(schema = @Schema(implementation = SubmittedSource.class)))
    public Response put(
            @PathParam("story") String story,
            @PathParam("source") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String source,
            @Valid @NotNull(message = "Send a source.") SubmittedSource body,
            @Parameter(description = EXTRACT) @QueryParam("extract") @DefaultValue("true") boolean extract,
            @BeanParam ETags tags) {
        Ids.same(source, body.id());
        SubmissionService.Written written = submissions.replace(
                story, source, body, extract ? readings.read(story, source, body) : Optional.empty(), tags);
        return Response.status(written.created() ? 201 : 200)
                .entity(written.source())
                .header(HttpHeaders.ETAG, written.tag())
                .build();
    }

    @DELETE
    @Path("/{source}")
    @Operation(operationId = "deleteSource", summary = "Withdraw a source with its facts; its revisions stay readable")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public void delete(@PathParam("story") String story, @PathParam("source") String source, @BeanParam ETags tags) {
        submissions.withdraw(story, source, tags);
    }

    @POST
    @Path("/{source}/facts")
    @Tag(name = "Facts")
    @Operation(operationId = "addFact", summary = "Add a fact to a source; sending it twice is sending it once")
    @APIResponse(
            responseCode = "201",
            description = "The fact, added",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The fact, which was there already",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response add(
            @PathParam("story") String story,
            @PathParam("source") String source,
            @Valid @NotNull(message = "Send a fact.") FactView body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.KEY) String key) {
        return facts.add(story, source, body, key).response();
    }
}
