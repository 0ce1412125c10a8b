package org.crosscheck.webhook;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.crosscheck.change.Dispatcher;
import org.jboss.logging.Logger;

/**
 * Sends to webhooks what is due: to each in the order of the changes, to several at once, so that a slow one keeps only itself
 * waiting.
 */
@ApplicationScoped
class Sender {
    private static final Logger LOG = Logger.getLogger(Sender.class);
    /** After which others have their turn, even where there is more to send. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Transport transport;
    private final Dispatcher dispatcher;
    private final ExecutorService threads;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Clock clock;
    private volatile boolean stopping;

    Sender(Outbox outbox, Transport transport, Dispatcher dispatcher, WebhookSettings settings, Clock clock) {
        this.outbox = outbox;
        this.transport = transport;
        this.dispatcher = dispatcher;
        this.clock = clock;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(settings.senders(), work -> {
            Thread thread = new Thread(work, "webhooks-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    void lookAround(@Observes Dispatcher.Tick tick) {
        for (String webhook : outbox.due(tick.head(), clock.instant())) {
            if (!stopping && busy.add(webhook)) threads.execute(() -> serve(webhook, tick.head()));
        }
    }

    private void serve(String webhook, long head) {
        boolean more = false;
        try {
            Outbox.Turn turn = outbox.take(webhook, head, clock.instant()).orElse(null);
            if (turn != null) more = send(turn);
        } catch (RuntimeException e) {
            LOG.warnf(e, "Sending to the webhook %s failed; trying again", webhook);
        } finally {
            busy.remove(webhook);
        }
        if (more) dispatcher.wake();
    }

    /** Tells whether there may be more to send at once. */
    private boolean send(Outbox.Turn turn) {
        long start = System.nanoTime();
        boolean goingOn = true;
        boolean all = true;
        for (Message message : turn.messages()) {
            if (!goingOn || stopping || System.nanoTime() - start > TURN.toNanos()) {
                all = false;
                break;
            }
            Attempt attempt = transport.post(
                    turn.receiver().url(), message, turn.receiver().secret());
            goingOn = outbox.sent(turn, message, attempt);
            all &= attempt.isDelivered();
        }
        outbox.end(turn, all);
        return goingOn;
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        threads.shutdownNow();
    }
}
