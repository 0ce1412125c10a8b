package org.crosscheck.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.crosscheck.change.ChangeService;
import org.crosscheck.change.Dispatcher;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.problem.Violations;

/** Reads and writes webhooks, and tries them. */
@ApplicationScoped
class WebhookService {
    private final ChangeService changes;
    private final Dispatcher dispatcher;
    private final Outbox outbox;
    private final Transport transport;
    private final WebhookSettings settings;
    private final Clock clock;

    WebhookService(
            ChangeService changes,
            Dispatcher dispatcher,
            Outbox outbox,
            Transport transport,
            WebhookSettings settings,
            Clock clock) {
        this.changes = changes;
        this.dispatcher = dispatcher;
        this.outbox = outbox;
        this.transport = transport;
        this.settings = settings;
        this.clock = clock;
    }

    /** Creates a webhook for what changes from now on. Only here its secret is shown. */
    @Transactional
    WebhookView create(WebhookView body) {
        check(body);
        String id = body.id() != null
                ? body.id()
                : "webhook-" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits());
        if (WebhookEntity.byId(id).isPresent())
            throw ProblemException.conflict(
                    "There is a webhook \"" + id + "\" already. PUT to it to change it, or choose another id.");
        WebhookEntity webhook = new WebhookEntity();
        webhook.id = id;
        webhook.revision = 1;
        webhook.secret = Message.newSecret();
        webhook.createdAt = clock.instant();
        webhook.position = changes.head();
        webhook.leasedUntil = Instant.EPOCH;
        state(webhook, body);
        webhook.persist();
        return WebhookView.of(webhook).withSecret(webhook.secret);
    }

    @Transactional
    WebhookView replace(String id, WebhookView body, ETags tags) {
        check(body);
        WebhookEntity webhook = WebhookEntity.locked(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no webhook \"" + id + "\". POST it to /v1/webhooks."));
        String current = ETags.tag(webhook.revision);
        tags.check(current);
        if (states(webhook, body)) return WebhookView.of(webhook);
        tags.checkKnown(current);
        state(webhook, body);
        webhook.revision++;
        dispatcher.wake();
        return WebhookView.of(webhook);
    }

    private static boolean states(WebhookEntity webhook, WebhookView body) {
        WebhookView now = WebhookView.of(webhook);
        return now.url().equals(body.url())
                && Set.copyOf(now.stories()).equals(body.stories() == null ? Set.of() : Set.copyOf(body.stories()))
                && Set.copyOf(now.verdicts()).equals(body.verdicts() == null ? Set.of() : Set.copyOf(body.verdicts()))
                && now.enabled() == !Boolean.FALSE.equals(body.enabled());
    }

    /** Whoever repairs a webhook need not wait for its next turn. */
    private void state(WebhookEntity webhook, WebhookView body) {
        webhook.url = body.url();
        webhook.stories = sorted(body.stories());
        webhook.verdicts = sorted(body.verdicts());
        webhook.startAfresh(clock.instant());
        boolean enabled = !Boolean.FALSE.equals(body.enabled());
        if (enabled) webhook.disabledAt = null;
        else if (webhook.disabledAt == null) webhook.disabledAt = clock.instant();
        webhook.enabled = enabled;
    }

    private static String[] sorted(List<?> names) {
        Set<String> sorted = new TreeSet<>();
        if (names != null) names.forEach(name -> sorted.add(name.toString()));
        return sorted.toArray(String[]::new);
    }

    private void check(WebhookView body) {
        Violations violations = new Violations();
        try {
            URI url = new URI(body.url());
            String scheme = String.valueOf(url.getScheme());
            if (!scheme.equals("https") && !scheme.equals("http") || url.getHost() == null)
                violations.add("/url", "Give an absolute URL that starts with https:// or http://.");
            else if (url.getRawUserInfo() != null || url.getRawFragment() != null)
                violations.add("/url", "Leave user, password and fragment out of the URL.");
            else if (!settings.allowPrivate() && isClearlyPrivate(url.getHost()))
                violations.add("/url", "Give a host on the public internet; nothing is sent to private addresses.");
        } catch (URISyntaxException e) {
            violations.add("/url", "Give an absolute URL that starts with https:// or http://.");
        }
        violations.throwIfAny();
    }

    /** What can be told without looking a name up; the rest shows when something is sent. */
    private static boolean isClearlyPrivate(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) return true;
        if (!name.startsWith("[") && !name.matches("[0-9.]+")) return false;
        try {
            return !Addresses.isPublic(InetAddress.getByName(name));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    @Transactional
    void delete(String id, ETags tags) {
        WebhookEntity webhook = WebhookEntity.locked(id).orElseThrow(() -> ProblemException.notFound("webhook", id));
        tags.check(ETags.tag(webhook.revision));
        webhook.delete();
    }

    @Transactional
    WebhookView view(String id) {
        return WebhookView.of(existing(id));
    }

    private static WebhookEntity existing(String id) {
        return WebhookEntity.byId(id).orElseThrow(() -> ProblemException.notFound("webhook", id));
    }

    @Transactional
    Page<WebhookView> list(PageRequest page) {
        return Page.of(
                WebhookEntity.after(page.after(1).get(0), page.rows()),
                page,
                WebhookView::of,
                webhook -> List.of(webhook.id));
    }

    @Transactional
    List<DeliveryView> deliveries(String id) {
        existing(id);
        return DeliveryEntity.of(id).stream().map(DeliveryEntity::view).toList();
    }

    /** Sends a message that tells of nothing, and waits for the answer: not in a transaction. */
    DeliveryView test(String id) {
        Outbox.Receiver receiver = outbox.receiver(id).orElseThrow(() -> ProblemException.notFound("webhook", id));
        Message message = outbox.ping(id, clock.instant());
        return outbox.tested(id, message, transport.post(receiver.url(), message, receiver.secret()));
    }
}
