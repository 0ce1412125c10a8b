package org.crosscheck.webhook;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crosscheck.change.ChangeService;
import org.crosscheck.change.ChangeView;
import org.crosscheck.http.OwnJson;
import org.crosscheck.monitor.Tally;

/**
 * What is still to be sent to each webhook, and what became of it: short transactions around the sending. Who sends to a webhook
 * holds a lease on it, which ends by itself where the process dies.
 */
@ApplicationScoped
class Outbox {
    /** How many messages are sent in one turn, before others have theirs. */
    private static final int TURN = 20;

    private static final String ATTEMPTS = "crosscheck.webhooks.attempts";
    private static final String DELIVERED = "DELIVERED";
    private static final String FAILED = "FAILED";

    private final ChangeService changes;
    private final WebhookSettings settings;
    private final OwnJson json;
    private final Tally tally;

    Outbox(ChangeService changes, WebhookSettings settings, OwnJson json, Tally tally) {
        this.changes = changes;
        this.settings = settings;
        this.json = json;
        this.tally = tally;
    }

    /** Where to send, and how to sign. */
    record Receiver(String url, String secret) {}

    /**
     * The right to send to a webhook for a while.
     *
     * @param messages the next ones, in their order
     * @param until everything up to this number is among them, or does not concern the webhook
     */
    record Turn(String webhook, UUID lease, Receiver receiver, List<Message> messages, long until) {}

    void expect(@Observes StartupEvent start) {
        for (String outcome : List.of(DELIVERED, FAILED))
            tally.expect(ATTEMPTS, "Messages sent to webhooks", "outcome", outcome);
    }

    @Transactional
    List<String> due(long head, Instant now) {
        return WebhookEntity.due(head, now);
    }

    /** The turn of a webhook; empty where it is not due any more, or somebody else has it. */
    @Transactional
    Optional<Turn> take(String id, long head, Instant now) {
        WebhookEntity webhook = WebhookEntity.locked(id).orElse(null);
        if (webhook == null || !webhook.isDue(head, now)) return Optional.empty();
        List<ChangeView> next = changes.next(webhook.position, webhook.filter(), TURN);
        long until = next.size() == TURN ? next.get(TURN - 1).number() : head;
        webhook.lease = UUID.randomUUID();
        webhook.leasedUntil = now.plus(lease());
        return Optional.of(new Turn(
                id,
                webhook.lease,
                new Receiver(webhook.url, webhook.secret),
                next.stream().map(this::message).toList(),
                until));
    }

    /** Twice as long as an attempt can take; every attempt begins a new one. */
    private Duration lease() {
        return settings.timeout().multipliedBy(2).plusSeconds(5);
    }

    /** Notes how an attempt went. Tells whether to go on with the turn. */
    @Transactional
    boolean sent(Turn turn, Message message, Attempt attempt) {
        WebhookEntity webhook = WebhookEntity.locked(turn.webhook).orElse(null);
        if (webhook == null || !turn.lease.equals(webhook.lease)) return false;
        DeliveryEntity.keep(webhook.id, message, attempt);
        DeliveryEntity.forgetOld(webhook.id);
        webhook.tried(attempt, settings);
        tally.add(1, ATTEMPTS, "outcome", attempt.isDelivered() ? DELIVERED : FAILED);
        if (attempt.isDelivered()) webhook.position = message.number();
        webhook.leasedUntil = attempt.at().plusMillis(attempt.millis()).plus(lease());
        return attempt.isDelivered() && webhook.enabled;
    }

    /** Ends a turn. */
    @Transactional
    void end(Turn turn, boolean allArrived) {
        WebhookEntity webhook = WebhookEntity.locked(turn.webhook).orElse(null);
        if (webhook == null || !turn.lease.equals(webhook.lease)) return;
        if (allArrived) webhook.position = Math.max(webhook.position, turn.until);
        webhook.lease = null;
        webhook.leasedUntil = Instant.EPOCH;
    }

    @Transactional
    Optional<Receiver> receiver(String id) {
        return WebhookEntity.byId(id).map(webhook -> new Receiver(webhook.url, webhook.secret));
    }

    /** Notes how a test went. One that arrives shows that the receiver is back. */
    @Transactional
    DeliveryView tested(String id, Message message, Attempt attempt) {
        WebhookEntity.locked(id).ifPresent(webhook -> {
            webhook.lastStatus = attempt.status();
            webhook.lastAttemptAt = attempt.at();
            if (attempt.isDelivered()) webhook.startAfresh(attempt.at());
        });
        DeliveryEntity delivery = DeliveryEntity.keep(id, message, attempt);
        DeliveryEntity.flush();
        DeliveryEntity.forgetOld(id);
        return delivery.view();
    }

    private Message message(ChangeView change) {
        return new Message("msg_" + change.id(), change.number(), body("finding.verdict-changed", change.at(), change));
    }

    Message ping(String webhook, Instant now) {
        return new Message("msg_" + UUID.randomUUID(), null, body("webhook.ping", now, Map.of("webhook", webhook)));
    }

    private byte[] body(String type, Instant at, Object data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at);
        body.put("data", data);
        return json.write(body).getBytes(StandardCharsets.UTF_8);
    }
}
