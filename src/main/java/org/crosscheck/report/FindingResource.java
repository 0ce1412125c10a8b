package org.crosscheck.report;

import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.crosscheck.http.PageRequest;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Findings of all stories. */
@Path("/v1/findings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class FindingResource {

    /** A page of findings. */
    @Schema(
            name = "FindingList",
            requiredProperties = {"items"})
    public record FindingList(List<FindingView> items) {}

    private final ReportService reports;

    FindingResource(ReportService reports) {
        this.reports = reports;
    }

    @GET
    @Operation(operationId = "listFindings", summary = "List findings of all stories, by story and attribute")
    @APIResponse(
            responseCode = "200",
            description = "A page of findings",
            content = @Content(schema = @Schema(implementation = FindingList.class)))
    public Response list(
            @Parameter(description = "Only findings with one of these verdicts.") @QueryParam("verdict")
                    List<Flag> verdict,
            @BeanParam DecisionFilter decisions,
            @BeanParam @Valid PageRequest page,
            @Context UriInfo uri) {
        return reports.across(verdict, decisions, page).answer(FindingList::new, uri);
    }
}
