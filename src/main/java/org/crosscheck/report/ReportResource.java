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
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
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
    private final KeptReports kept;
    private final LinkedReport linked;

    ReportResource(ReportService reports, KeptReports kept, LinkedReport linked) {
        this.reports = reports;
        this.kept = kept;
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
    public CompletionStage<Response> report(
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
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Format chosen = Format.chosen(format, request, headers, Format.JSON, Format.JSON_LD);
        Predicate<Snapshot.Entry> filter = entry -> (verdict.isEmpty() || verdict.contains(entry.verdict()))
                && (attribute.isEmpty() || attribute.contains(entry.attribute()))
                && decisions.passes(entry.decision())
                && (voice.isEmpty() || entry.voices().stream().anyMatch(voice::contains));
        CompletionStage<Response> response;
        if (since != null) {
            if (chosen == Format.JSON_LD || !query.isStored())
                throw ProblemException.parameter(
                        "since", "Leave asOf and rollUp out and accept application/json, or leave since out.");
            response = tagged(story, "", tags, () -> reports.changes(story, since, filter));
        } else if (chosen == Format.JSON_LD) {
            URI api = uri.getBaseUri();
            response = tagged(story, ".ld", tags, () -> linked.report(story, query, filter, api));
        } else if (!query.isStored()) {
            response = tagged(story, ".0", tags, () -> reports.live(story, query, filter));
        } else {
            boolean whole = verdict.isEmpty() && attribute.isEmpty() && voice.isEmpty() && decisions.passAll();
            response = current(
                    story,
                    tags,
                    version -> kept.report(story, version)
                            .thenApply(report -> Answers.read(
                                    () -> whole ? report.json() : kept.filtered(report, filter),
                                    ETags.tag(report.version()),
                                    tags)));
        }
        return response.thenApply(answer -> chosen.write(answer, format, story, since == null ? "report" : "changes"));
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
    public CompletionStage<Response> finding(
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
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        Format chosen = Format.chosen(format, request, headers, Format.JSON, Format.JSON_LD);
        CompletionStage<Response> response;
        if (chosen == Format.JSON_LD) {
            URI api = uri.getBaseUri();
            response = tagged(story, ".ld", tags, () -> linked.finding(story, attribute, query, api));
        } else if (!query.isStored()) {
            response = tagged(story, ".0", tags, () -> only(reports.finding(story, attribute, query)));
        } else {
            response = current(
                    story,
                    tags,
                    version -> kept.finding(story, attribute, version)
                            .thenApply(found -> Answers.read(() -> only(found), ETags.tag(found.version()), tags)));
        }
        return response.thenApply(answer -> chosen.write(answer, format, story, attribute));
    }

    /** What is stored, at the version that the story has now; who has that already is told so without reading it. */
    private CompletionStage<Response> current(String story, ETags tags, LongFunction<CompletionStage<Response>> read) {
        return kept.version(story).thenCompose(version -> {
            String tag = ETags.tag(version);
            return tags.known(tag)
                    ? CompletableFuture.completedFuture(Answers.read(() -> null, tag, tags))
                    : read.apply(version);
        });
    }

    private static byte[] only(Snapshot finding) {
        return finding.entries().get(0).json().bytes();
    }

    @GET
    @Path("/comparison")
    @Operation(operationId = "compareVoices", summary = "Put two voices side by side")
    @APIResponse(
            responseCode = "200",
            description = "The comparison",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    public CompletionStage<Response> comparison(
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
    public CompletionStage<Response> matrix(
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
            @Context Request request,
            @Context HttpHeaders headers) {
        Format chosen = Format.chosen(format, request, headers, Format.JSON, Format.CSV);
        boolean csv = chosen == Format.CSV;
        CompletionStage<Response> response = tagged(story, csv ? ".csv" : ".0", tags, () -> {
            MatrixView matrix = reports.matrix(story, query);
            return csv ? MatrixCsv.of(matrix) : matrix;
        });
        return response.thenApply(answer -> chosen.write(answer, format, story, "matrix"));
    }

    /** Who has that state already is told so without reading it. */
    private CompletionStage<Response> tagged(String story, String form, ETags tags, Supplier<Object> body) {
        return KeptReports.onWorker(() -> Answers.read(body, reports.tag(story, form), tags));
    }
}
