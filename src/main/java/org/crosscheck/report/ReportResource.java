package org.crosscheck.report;

import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crosscheck.http.Answers;
import org.crosscheck.http.Csv;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Format;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a story's sources say of each other. */
@Path("/v1/stories/{story}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ReportResource {
    private final ReportService reports;
    private final LinkedReport linked;

    ReportResource(ReportService reports, LinkedReport linked) {
        this.reports = reports;
        this.linked = linked;
    }

    @GET
    @Path("/report")
    @Produces({MediaType.APPLICATION_JSON, JsonLd.MEDIA_TYPE})
    @Operation(operationId = "getReport", summary = "Read the consistency report of a story, as JSON or JSON-LD")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ReportView.class)),
                @Content(mediaType = JsonLd.MEDIA_TYPE, schema = @Schema(implementation = JsonLd.class))
            })
    public Response report(
            @PathParam("story") String story,
            @Parameter(description = "Only findings with one of these verdicts.") @QueryParam("verdict")
                    List<Flag> verdict,
            @Parameter(description = "Only findings on these attributes.") @QueryParam("attribute")
                    List<String> attribute,
            @Parameter(description = "Only findings that one of these parties speaks of, or is known to be silent on.")
                    @QueryParam("voice")
                    List<String> voice,
            @BeanParam DecisionFilter decisions,
            @Parameter(
                            description =
                                    "Only what is not as it was at this version of the story: findings with other verdicts"
                                            + " or flags, each with its previous ones, and what was withdrawn.")
                    @QueryParam("since")
                    Long since,
            @BeanParam ReportQuery query,
            @Parameter(
                            description = Format.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"JSON", "JSON_LD"}))
                    @QueryParam(Format.PARAMETER)
                    Format format,
            @BeanParam ETags tags,
            @Context Request request,
            @Context UriInfo uri) {
        Predicate<Snapshot.Entry> filter = entry -> (verdict.isEmpty() || verdict.contains(entry.verdict()))
                && (attribute.isEmpty() || attribute.contains(entry.attribute()))
                && decisions.passes(entry.decision())
                && (voice.isEmpty() || entry.voices().stream().anyMatch(voice::contains));
        Format chosen = Format.chosen(format, request, Format.JSON, Format.JSON_LD);
        boolean isLinked = chosen == Format.JSON_LD;
        if (since != null) {
            if (isLinked || !query.isStored())
                throw ProblemException.parameter(
                        "since", "Leave asOf and rollUp out and accept application/json, or leave since out.");
            return chosen.write(
                    tagged(story, "", tags, () -> reports.changes(story, since, filter)), format, story, "changes");
        }
        Response response = isLinked
                ? tagged(story, ".ld", tags, () -> linked.report(story, query, filter, uri.getBaseUri()))
                : snapshot(
                        story,
                        query,
                        tags,
                        () -> reports.snapshot(story, query),
                        snapshot -> reports.report(snapshot, filter));
        return chosen.write(response, format, story, "report");
    }

    @GET
    @Path("/findings/{attribute}")
    @Produces({MediaType.APPLICATION_JSON, JsonLd.MEDIA_TYPE})
    @Operation(operationId = "getFinding", summary = "Read the finding on one attribute, as JSON or JSON-LD")
    @APIResponse(
            responseCode = "200",
            description = "The finding",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FindingView.class)),
                @Content(mediaType = JsonLd.MEDIA_TYPE, schema = @Schema(implementation = JsonLd.class))
            })
    public Response finding(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @BeanParam ReportQuery query,
            @Parameter(
                            description = Format.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"JSON", "JSON_LD"}))
                    @QueryParam(Format.PARAMETER)
                    Format format,
            @BeanParam ETags tags,
            @Context Request request,
            @Context UriInfo uri) {
        Format chosen = Format.chosen(format, request, Format.JSON, Format.JSON_LD);
        Response response = chosen == Format.JSON_LD
                ? tagged(story, ".ld", tags, () -> linked.finding(story, attribute, query, uri.getBaseUri()))
                : snapshot(
                        story,
                        query,
                        tags,
                        () -> reports.finding(story, attribute, query),
                        snapshot -> snapshot.entries().get(0).json());
        return chosen.write(response, format, story, attribute);
    }

    @GET
    @Path("/comparison")
    @Operation(operationId = "compareVoices", summary = "Put two voices side by side")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    public Response comparison(
            @PathParam("story") String story,
            @Parameter(description = "A party.", example = "white-house")
                    @QueryParam("left")
                    @NotNull(message = "Name a party as left.")
                    String left,
            @Parameter(description = "Another party.", example = "kremlin")
                    @QueryParam("right")
                    @NotNull(message = "Name a party as right.")
                    String right,
            @BeanParam ReportQuery query,
            @BeanParam ETags tags) {
        return tagged(story, ".0", tags, () -> reports.comparison(story, left, right, query));
    }

    @GET
    @Path("/matrix")
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE})
    @Operation(operationId = "getMatrix", summary = "Read attributes by voices, as JSON or CSV")
    @APIResponse(
            responseCode = "200",
            description = "The matrix",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = MatrixView.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response matrix(
            @PathParam("story") String story,
            @BeanParam ReportQuery query,
            @Parameter(
                            description = Format.DESCRIPTION,
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"JSON", "CSV"}))
                    @QueryParam(Format.PARAMETER)
                    Format format,
            @BeanParam ETags tags,
            @Context Request request) {
        Format chosen = Format.chosen(format, request, Format.JSON, Format.CSV);
        boolean csv = chosen == Format.CSV;
        Response response = tagged(story, csv ? ".csv" : ".0", tags, () -> {
            MatrixView matrix = reports.matrix(story, query);
            return csv ? MatrixCsv.of(matrix) : matrix;
        });
        return chosen.write(response, format, story, "matrix");
    }

    /** What is stored carries its version; only who asks for a change is told first whether there is one. */
    private Response snapshot(
            String story, ReportQuery query, ETags tags, Supplier<Snapshot> read, Function<Snapshot, String> json) {
        if (tags.asksForChange() || !query.isStored())
            return tagged(story, query.isStored() ? "" : ".0", tags, () -> json.apply(read.get()));
        Snapshot snapshot = read.get();
        return Answers.read(json.apply(snapshot), snapshot.version(), tags);
    }

    private Response tagged(String story, String form, ETags tags, Supplier<Object> body) {
        String tag = reports.tag(story, form);
        if (tags.known(tag))
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        return Answers.read(body.get(), tag, tags);
    }
}
