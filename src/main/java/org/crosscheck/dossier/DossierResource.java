package org.crosscheck.dossier;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/stories/{story}/dossier}. */
@Path("/v1/stories/{story}/dossier")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Dossiers")
public class DossierResource {
    private final DossierService dossiers;
    private final DossierExport export;

    DossierResource(DossierService dossiers, DossierExport export) {
        this.dossiers = dossiers;
        this.export = export;
    }

    @GET
    @Operation(operationId = "exportDossier", summary = "Export a story with all that it has")
    @APIResponse(
            responseCode = "200",
            description = "The dossier",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Response get(@PathParam("story") String story, @BeanParam ETags tags) {
        String tag = export.tag(story);
        if (tags.known(tag))
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        return Answers.read(export.read(story), tag, tags);
    }

    @PUT
    @Operation(
            operationId = "importDossier",
            summary = "Create a story from a dossier, or make it what the dossier says, in one transaction")
    @APIResponse(
            responseCode = "200",
            description = "The dossier as stored; the story was there",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The dossier as stored; the story is new",
            content = @Content(schema = @Schema(implementation = DossierView.class)))
    public Response put(
            @PathParam("story") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String story,
            @Valid @NotNull(message = "Send a dossier.") DossierView body,
            @BeanParam ETags tags) {
        Ids.same(story, body.story().id(), "/story/id");
        DossierService.Written written = dossiers.put(story, body.named(story), tags);
        return Response.status(written.created() ? 201 : 200)
                .entity(written.dossier())
                .header(HttpHeaders.ETAG, written.tag())
                .build();
    }
}
