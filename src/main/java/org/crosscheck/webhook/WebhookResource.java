package org.crosscheck.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import java.net.URI;
import java.util.List;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.http.Answers;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Ids;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where changes are sent. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
@Needs(Role.ADMIN)
public class WebhookResource {

    /** A page of webhooks. */
    @Schema(
            name = "WebhookList",
            requiredProperties = {"items"})
    public record WebhookList(List<WebhookView> items) {}

    /** The latest attempts to deliver. */
    @Schema(
            name = "WebhookDeliveryList",
            requiredProperties = {"items"})
    public record DeliveryList(List<DeliveryView> items) {}

    private final WebhookService webhooks;

    WebhookResource(WebhookService webhooks) {
        this.webhooks = webhooks;
    }

    @POST
    @Operation(
            operationId = "createWebhook",
            summary = "Have changes of verdicts sent to a server",
            description =
                    "Each change from now on is posted to the URL as JSON {type, timestamp, data}, in the order of the"
                            + " changes, with the headers webhook-id, webhook-timestamp and webhook-signature of Standard Webhooks. It"
                            + " is sent again until the receiver answers with a status from 200 to 299; 410 disables the webhook, and so"
                            + " do days of nothing but failure.")
    @APIResponse(
            responseCode = "201",
            description = "The webhook, with its secret, which is never shown again",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response create(@Valid @NotNull(message = "Send a webhook.") WebhookView body) {
        WebhookView webhook = webhooks.create(body);
        return Response.created(URI.create("/v1/webhooks/" + webhook.id()))
                .entity(webhook)
                .header(HttpHeaders.ETAG, ETags.tag(webhook.revision()))
                .build();
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "List webhooks by id")
    @APIResponse(
            responseCode = "200",
            description = "A page of webhooks",
            content = @Content(schema = @Schema(implementation = WebhookList.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context UriInfo uri) {
        return webhooks.list(page).answer(WebhookList::new, uri);
    }

    @GET
    @Path("/{webhook}")
    @Operation(operationId = "getWebhook", summary = "Read a webhook, and how it fares")
    @APIResponse(
            responseCode = "200",
            description = "The webhook; its entity tag names its settings",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response get(@PathParam("webhook") String webhook) {
        WebhookView view = webhooks.view(webhook);
        return Response.ok(view)
                .header(HttpHeaders.ETAG, ETags.tag(view.revision()))
                .build();
    }

    @PUT
    @Path("/{webhook}")
    @Operation(
            operationId = "putWebhook",
            summary = "Change a webhook, disable it, or enable it again",
            description = "Whatever is still to be sent is sent at once; nothing is left out.")
    @APIResponse(
            responseCode = "200",
            description = "The webhook, changed",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    public Response put(
            @PathParam("webhook") String webhook,
            @Valid @NotNull(message = "Send a webhook.") WebhookView body,
            @BeanParam ETags tags) {
        Ids.same(webhook, body.id());
        WebhookView view = webhooks.replace(webhook, body, tags);
        return Answers.written(view, view.revision(), false);
    }

    @DELETE
    @Path("/{webhook}")
    @Operation(operationId = "deleteWebhook", summary = "Delete a webhook; nothing more is sent to it")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@PathParam("webhook") String webhook, @BeanParam ETags tags) {
        webhooks.delete(webhook, tags);
    }

    @POST
    @Path("/{webhook}/test")
    @Operation(operationId = "testWebhook", summary = "Send a test message, and say what became of it")
    @APIResponse(
            responseCode = "200",
            description = "The attempt. One that arrives ends the waiting after failures",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    public DeliveryView test(@PathParam("webhook") String webhook) {
        return webhooks.test(webhook);
    }

    @GET
    @Path("/{webhook}/deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "List the latest attempts to deliver, at most 100")
    @APIResponse(
            responseCode = "200",
            description = "The attempts, the latest first",
            content = @Content(schema = @Schema(implementation = DeliveryList.class)))
    public DeliveryList deliveries(@PathParam("webhook") String webhook) {
        return new DeliveryList(webhooks.deliveries(webhook));
    }
}
