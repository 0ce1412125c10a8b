package org.crosscheck.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/caller}. */
@Path("/v1/caller")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class CallerResource {

    /** Who calls. */
    @Schema(
            name = "Caller",
            requiredProperties = {"name"},
            description = "Who the server takes you for.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CallerView(
            @Schema(description = "As history shows it.", examples = "key:kremlin-desk")
            String name,

            @Schema(description = "Absent without a key or token.")
            Role role,

            @Schema(description = "The only stories that you may write; absent where these are all, or none.")
            List<String> stories) {}

    private final Caller caller;

    CallerResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Needs(value = Role.READER, evenForSomeStories = true)
    @Operation(operationId = "getCaller", summary = "Read who you are here, and what you may do")
    @APIResponse(
            responseCode = "200",
            description = "Who calls",
            content = @Content(schema = @Schema(implementation = CallerView.class)))
    public CallerView get() {
        return caller.view();
    }
}
