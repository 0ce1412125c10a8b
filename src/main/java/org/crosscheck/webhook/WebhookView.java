package org.crosscheck.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.crosscheck.http.Ids;
import org.crosscheck.verdict.Flag;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A webhook in JSON. */
@Schema(
        name = "Webhook",
        description = "A server that is sent every change of a verdict, by the conventions of Standard Webhooks.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
        @Schema(description = "Id; given by the server where it is left out.", examples = "newsroom-chat")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(
                description = "Where changes are posted, by http or https.",
                examples = "https://chat.example/hooks/crosscheck")
        @NotBlank(message = "Give a URL.")
        @Size(max = 2000)
        String url,

        @Schema(description = "Only changes of these stories; of all where left out.") @Size(max = 500)
        List<@Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String> stories,

        @Schema(description = "Only changes to or from one of these verdicts; all where left out.") @Size(max = 20)
        List<Flag> verdicts,

        @Schema(
                description =
                        "Whether changes are sent; true where left out. A webhook that is enabled again goes on where it stopped.")
        Boolean enabled,

        @Schema(
                readOnly = true,
                description = "What signs the messages; shown once, when the webhook is created.",
                examples = "whsec_…")
        String secret,

        @Schema(readOnly = true, description = "Everything up to this number has arrived.")
        Long position,

        @Schema(readOnly = true) Instant createdAt,

        @Schema(
                readOnly = true,
                description = "When it was disabled, by an admin, by the receiver's 410, or after long failure.")
        Instant disabledAt,

        @Schema(readOnly = true, description = "Since when nothing arrived; absent while all is well.")
        Instant failingSince,

        @Schema(readOnly = true, description = "What the receiver answered last; absent where it did not.")
        Integer lastStatus,

        @Schema(readOnly = true, description = "When something was sent last.")
        Instant lastAttemptAt,

        @Schema(readOnly = true, description = "Counts what was changed in its settings; ignored in requests.")
        Integer revision) {

    static WebhookView of(WebhookEntity webhook) {
        return new WebhookView(
                webhook.id,
                webhook.url,
                List.of(webhook.stories),
                Arrays.stream(webhook.verdicts).map(Flag::valueOf).toList(),
                webhook.enabled,
                null,
                webhook.position,
                webhook.createdAt,
                webhook.disabledAt,
                webhook.failingSince,
                webhook.lastStatus,
                webhook.lastAttemptAt,
                webhook.revision);
    }

    WebhookView withSecret(String shown) {
        return new WebhookView(
                id,
                url,
                stories,
                verdicts,
                enabled,
                shown,
                position,
                createdAt,
                disabledAt,
                failingSince,
                lastStatus,
                lastAttemptAt,
                revision);
    }
}
