package org.crosscheck.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.http.Existing;
import org.crosscheck.http.Ids;
import org.crosscheck.http.Lines;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.story.StoryService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/dossiers}: many dossiers in one stream, one a line. */
@Path("/v1/dossiers")
@Produces(Lines.MEDIA_TYPE)
@Consumes(Lines.MEDIA_TYPE)
@Tag(name = "Dossiers")
public class DossierStreamResource {
    private static final int PAGE = 100;

    private final BulkImport bulk;
    private final DossierExport export;
    private final StoryService stories;
    private final ObjectMapper json;

    @Context
    RoutingContext call;

    DossierStreamResource(BulkImport bulk, DossierExport export, StoryService stories, ObjectMapper json) {
        this.bulk = bulk;
        this.export = export;
        this.stories = stories;
        this.json = json;
    }

    @POST
    @Needs(value = Role.EDITOR, evenForSomeStories = true)
    @Operation(
            operationId = "importDossiers",
            summary = "Import many dossiers from a stream, one a line (NDJSON), each in a transaction of its own",
            description =
                    "Each line is a Dossier with the id of its story, as long as any body may be; the stream may be of any"
                            + " length. Answers a line for each as it is done: {line, story, status, outcome, version, problem}, with the"
                            + " status that a PUT of that dossier would have answered, and an outcome of CREATED, REPLACED, UNCHANGED,"
                            + " SKIPPED or REFUSED. A refused line stops nothing. The last line is {totals}, an Import; where it is missing,"
                            + " or not done, send the stream again with the same Idempotency-Key: lines that are done are answered as before"
                            + " (again: true) and not done again, whatever has been edited since. Read the answer while you send, or send"
                            + " quiet=true.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = Lines.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, description = "A Dossier a line.")))
    @APIResponse(
            responseCode = "200",
            description = "What becomes of each line, and at last the totals",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Where to read how far the import is.",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = Lines.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, description = "A JSON object a line.")))
    public Response importAll(
            InputStream body,
            @Parameter(
                            description =
                                    "What to do with a line whose story is there and is not what the line says: REFUSE the line,"
                                            + " REPLACE the story whatever was edited in it, or SKIP the line.")
                    @QueryParam("existing")
                    @DefaultValue("REFUSE")
                    Existing existing,
            @Parameter(description = "The first line to take; those before it are passed over.")
                    @QueryParam("from")
                    @DefaultValue("1")
                    int from,
            @Parameter(description = "Whether only refused lines are answered, and the totals.")
                    @QueryParam("quiet")
                    @DefaultValue("false")
                    boolean quiet,
            @Parameter(
                            description =
                                    "Names the import, for 7 days: a stream that is sent again with it goes on where it broke off."
                                            + " It has the shape of an id. One is made up where it is left out, see Location.")
                    @HeaderParam("Idempotency-Key")
                    String key) {
        String id = key == null ? UUID.randomUUID().toString() : key;
        if (!id.matches(Ids.PATTERN))
            throw new ProblemException(ProblemType.INVALID_REQUEST, "Change the Idempotency-Key: " + Ids.ADVICE);
        bulk.letIn(call);
        var order = new BulkImport.Order(id, existing, from, quiet);
        StreamingOutput answer = out -> bulk.run(order, body, out);
        return Response.ok(answer, Lines.TYPE)
                .header(HttpHeaders.LOCATION, "/v1/imports/" + id)
                .build();
    }

    @GET
    @Operation(
            operationId = "exportDossiers",
            summary = "Export many stories as a stream of dossiers, one a line (NDJSON), by id",
            description =
                    "Each line is a Dossier in one state; importDossiers takes the stream as it is. Parties and concepts that"
                            + " no story needs are left out.")
    @APIResponse(
            responseCode = "200",
            description = "The dossiers",
            content =
                    @Content(
                            mediaType = Lines.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, description = "A Dossier a line.")))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response exportAll(
            @Parameter(description = "Only these stories; all where left out.") @QueryParam("story") List<String> story,
            @Parameter(description = "Only stories whose id is after this one, to go on with an export that broke off.")
                    @QueryParam("after")
                    @DefaultValue("")
                    String after) {
        story.forEach(stories::existing);
        StreamingOutput answer = out -> {
            if (story.isEmpty()) writeAll(after, out);
            else for (String id : new TreeSet<>(story).tailSet(after, false)) write(id, out);
        };
        return Response.ok(answer, Lines.TYPE).build();
    }

    private void writeAll(String after, OutputStream out) throws IOException {
        List<String> page = stories.after(after, PAGE);
        while (!page.isEmpty()) {
            for (String id : page) write(id, out);
            page = stories.after(page.get(page.size() - 1), PAGE);
        }
    }

    /** A story that has been deleted since is left out. */
    private void write(String id, OutputStream out) throws IOException {
        DossierView dossier;
        try {
            dossier = export.read(id);
        } catch (ProblemException gone) {
            if (gone.type() == ProblemType.NOT_FOUND) return;
            throw gone;
        }
        out.write(json.writeValueAsBytes(dossier));
        out.write('\n');
    }
}
