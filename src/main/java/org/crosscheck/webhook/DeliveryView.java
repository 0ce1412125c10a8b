package org.crosscheck.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attempt to deliver, in JSON. */
@Schema(
        name = "WebhookDelivery",
        requiredProperties = {"message", "at", "millis", "delivered"},
        description = "One attempt to deliver a message.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
        @Schema(description = "The webhook-id of the message; the same in every attempt.")
        String message,

        @Schema(description = "The number of the change; absent for a test.")
        Long number,

        Instant at,
        @Schema(description = "How long it took.") int millis,

        @Schema(description = "Whether the receiver answered with a status from 200 to 299.")
        boolean delivered,

        @Schema(description = "What the receiver answered; absent where it did not.")
        Integer status,

        @Schema(description = "Why there was no answer.") String error) {}
