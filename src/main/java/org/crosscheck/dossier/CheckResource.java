package org.crosscheck.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.report.ReportView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/check}. */
@Path("/v1/check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
public class CheckResource {
    private final DossierService dossiers;

    CheckResource(DossierService dossiers) {
        this.dossiers = dossiers;
    }

    @POST
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "checkDossier", summary = "Report on a dossier without storing it")
    @APIResponse(
            responseCode = "200",
            description = "The report that the story would have; its version is 0",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public Response check(@Valid @NotNull(message = "Send a dossier.") DossierView body) {
        DossierView dossier = body.story().id() == null ? body.named("unnamed") : body;
        return Response.ok(dossiers.report(dossier), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
