package org.crosscheck.fact;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.crosscheck.http.Answers;
import org.crosscheck.http.Csv;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Existing;
import org.crosscheck.http.Format;
import org.crosscheck.http.Ids;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.story.Idempotency;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/stories/{story}/facts}; one is added to its source, see {@link SubmissionResource}. */
@Path("/v1/stories/{story}/facts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class FactResource {

    /** A page of facts. */
    @Schema(
            name = "FactList",
            requiredProperties = {"items"})
    public record FactList(List<FactView> items) {}

    private final FactService facts;
    private final ReviewService reviews;
    private final FactImport imports;

    FactResource(FactService facts, ReviewService reviews, FactImport imports) {
        this.facts = facts;
        this.reviews = reviews;
        this.imports = imports;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(operationId = "listFacts", summary = "List a story's facts by id, as JSON or CSV")
    @APIResponse(
            responseCode = "200",
            description = "A page of facts",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FactList.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response list(
            @PathParam("story") String story,
            @BeanParam FactFilter filter,
            @BeanParam @Valid PageRequest page,
            @Parameter(
                            description = Format.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"JSON", "CSV"}))
                    @QueryParam(Format.PARAMETER)
                    Format format,
            @Context UriInfo uri,
            @Context Request request,
            @Context HttpHeaders headers) {
        Format chosen = Format.chosen(format, request, headers, Format.JSON, Format.CSV);
        Page<FactView> found = facts.list(story, filter, page);
        Object body = chosen == Format.CSV ? FactTable.write(found.items()) : new FactList(found.items());
        return chosen.write(found.linked(body, uri).build(), format, story, "facts");
    }

    @POST
    @Consumes(Csv.MEDIA_TYPE)
    @Operation(
            operationId = "importFacts",
            summary =
                    "Add facts to sources of the story as CSV, one a row; right rows are stored, refused ones are told",
            description =
                    "The columns are those that listFacts gives, in any order; source and attribute are needed. The type"
                            + " of a value is that of its attribute where the column type is empty or left out; a single number or"
                            + " duration may stand in the column value instead of min and max. UTF-8, with or without a byte order"
                            + " mark; semicolons or tabs may stand for the commas, and 1,5 is a number where semicolons do. An"
                            + " apostrophe before =, +, - or @ at the start of a cell is taken off. At most 100,000 rows.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Csv.MEDIA_TYPE,
                            schema = @Schema(implementation = String.class, description = "A table of facts.")))
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = FactImportReport.class)))
    public Response importAll(
            @PathParam("story") String story,
            InputStream body,
            @Parameter(
                            description =
                                    "What to do with a row whose fact is there and says something else: REFUSE the row, REPLACE"
                                            + " the fact (if it is at the row's revision, where it has one), or SKIP the row.")
                    @QueryParam("existing")
                    @DefaultValue("REFUSE")
                    Existing existing,
            @Parameter(description = "Whether nothing is stored where any row is refused: then the answer is 422.")
                    @QueryParam("atomic")
                    @DefaultValue("false")
                    boolean atomic,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.KEY) String key)
            throws IOException {
        return imports.take(story, FactTable.read(body), existing, atomic, key).response();
    }

    /** JSON facts go to their source. */
    @POST
    @Operation(hidden = true)
    public void misplaced() {
        throw new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                "Send facts of many sources as text/csv here; a fact in JSON is POSTed to the facts of its source.");
    }

    @GET
    @Path("/{fact}")
    @Operation(operationId = "getFact", summary = "Read a fact")
    @APIResponse(
            responseCode = "200",
            description = "The fact",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response get(@PathParam("story") String story, @PathParam("fact") String fact, @BeanParam ETags tags) {
        FactView view = facts.view(story, fact);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Path("/{fact}")
    @Operation(operationId = "putFact", summary = "Replace a fact")
    @APIResponse(
            responseCode = "200",
            description = "The fact, replaced",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response put(
            @PathParam("story") String story,
            @PathParam("fact") String fact,
            @Valid @NotNull(message = "Send a fact.") FactView body,
            @BeanParam ETags tags) {
        Ids.same(fact, body.id());
        FactView view = facts.replace(story, fact, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @PUT
    @Path("/{fact}/status")
    @Operation(operationId = "reviewFact", summary = "Accept a fact, reject it, or propose it again")
    @APIResponse(
            responseCode = "200",
            description = "The fact, reviewed",
            content = @Content(schema = @Schema(implementation = FactView.class)))
    public Response review(
            @PathParam("story") String story,
            @PathParam("fact") String fact,
            @Valid @NotNull(message = "Send a status.") Review body,
            @BeanParam ETags tags) {
        FactView view = reviews.review(story, fact, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @POST
    @Path("/reviews")
    @Operation(
            operationId = "reviewFacts",
            summary = "Accept, change or reject many facts at once; all of it is taken, or none")
    @APIResponse(
            responseCode = "200",
            description = "The facts, reviewed, in the order of their reviews",
            content = @Content(schema = @Schema(implementation = FactList.class)))
    public Response review(
            @PathParam("story") String story,
            @Valid @NotNull(message = "Send reviews.") Reviews body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.KEY) String key) {
        return reviews.review(story, body, key).response();
    }

    @DELETE
    @Path("/{fact}")
    @Operation(operationId = "deleteFact", summary = "Delete a fact; what it was is kept")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("story") String story, @PathParam("fact") String fact, @BeanParam ETags tags) {
        facts.delete(story, fact, tags);
    }
}
