package org.crosscheck.access;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/keys}, for admins. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
@Needs(Role.ADMIN)
public class KeyResource {

    /** A page of keys. */
    @Schema(
            name = "ApiKeyList",
            requiredProperties = {"items"})
    public record KeyList(List<KeyView> items) {}

    private final KeyService keys;

    KeyResource(KeyService keys) {
        this.keys = keys;
    }

    @GET
    @Operation(operationId = "listKeys", summary = "List API keys by id, revoked ones too")
    @APIResponse(
            responseCode = "200",
            description = "A page of keys",
            content = @Content(schema = @Schema(implementation = KeyList.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return keys.list(page).answer(KeyList::new, uri);
    }

    @POST
    @Operation(operationId = "createKey", summary = "Make an API key; only this answer has its secret")
    @APIResponse(
            responseCode = "201",
            description = "The key with its secret",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    public Response create(@Valid @NotNull(message = "Send a key.") KeyView body) {
        IssuedKey issued = keys.create(body);
        return Response.status(Response.Status.CREATED)
                .entity(issued)
                .header(HttpHeaders.LOCATION, "/v1/keys/" + issued.key().id())
                .header(HttpHeaders.ETAG, ETags.tag(issued.key().revision()))
                .build();
    }

    @GET
    @Path("/{key}")
    @Operation(operationId = "getKey", summary = "Read an API key, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response get(@PathParam("key") String key, @BeanParam ETags tags) {
        KeyView view = keys.view(key);
        return Answers.read(view, view.revision(), tags);
    }

    @PUT
    @Path("/{key}")
    @Operation(operationId = "putKey", summary = "Change what an API key is called, may do, and until when")
    @APIResponse(
            responseCode = "200",
            description = "The key, changed",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response put(
            @PathParam("key") String key,
            @Valid @NotNull(message = "Send a key.") KeyView body,
            @BeanParam ETags tags) {
        Ids.same(key, body.id());
        KeyView view = keys.replace(key, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @POST
    @Path("/{key}/secret")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "rotateKey", summary = "Give an API key a new secret; the old one is refused at once")
    @APIResponse(
            responseCode = "200",
            description = "The key with its new secret",
            content = @Content(schema = @Schema(implementation = IssuedKey.class)))
    public Response rotate(@PathParam("key") String key, @BeanParam ETags tags) {
        IssuedKey issued = keys.rotate(key, tags);
        return Response.ok(issued)
                .header(HttpHeaders.LOCATION, "/v1/keys/" + key)
                .header(HttpHeaders.ETAG, ETags.tag(issued.key().revision()))
                .build();
    }

    @DELETE
    @Path("/{key}")
    @Operation(operationId = "revokeKey", summary = "Revoke an API key for good; it stays listed")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@PathParam("key") String key, @BeanParam ETags tags) {
        keys.revoke(key, tags);
    }

    @GET
    @Path("/{key}/history")
    @Operation(operationId = "listKeyHistory", summary = "List the changes of an API key, the newest last")
    @APIResponse(
            responseCode = "200",
            description = "A page of changes",
            content = @Content(schema = @Schema(implementation = History.HistoryList.class)))
    public Response history(@PathParam("key") String key, @BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return keys.history(key, page).answer(History.HistoryList::new, uri);
    }

    @GET
    @Path("/{key}/history/{revision}")
    @Operation(operationId = "getKeyRevision", summary = "Read an API key as it was at a revision, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "The key as it was",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Response revision(@PathParam("key") String key, @PathParam("revision") int revision) {
        return Response.ok(keys.revision(key, revision)).build();
    }
}
