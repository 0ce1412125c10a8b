package org.crosscheck.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.crosscheck.http.OwnJson;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/**
 * The open streams of changes. Only the dispatcher's thread reads for them, and never waits for a client: each stream is sent its
 * next page when it has taken the one before.
 */
@ApplicationScoped
class Streams {
    /** How many changes at once; what a client has not taken yet is never more than that. */
    static final int PAGE = 100;

    private final ChangeService changes;
    private final Dispatcher dispatcher;
    private final ChangeSettings settings;
    private final OwnJson json;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    /** The last number that was looked at: those who are that far are all served with one look. */
    private long seen = -1;

    Streams(ChangeService changes, Dispatcher dispatcher, ChangeSettings settings, OwnJson json, MeterRegistry meters) {
        this.changes = changes;
        this.dispatcher = dispatcher;
        this.settings = settings;
        this.json = json;
        Gauge.builder("crosscheck.streams.open", count, AtomicInteger::get)
                .description("Clients that follow changes as a stream")
                .register(meters);
        Gauge.builder("crosscheck.streams.open.max", settings, ChangeSettings::maxStreams)
                .description("How many may follow at once")
                .register(meters);
    }

    /** @param after the number after which it starts; null for what comes from now on */
    void open(SseEventSink sink, Sse sse, HttpServerResponse response, ChangeFilter filter, Long after) {
        if (count.incrementAndGet() > settings.maxStreams()) {
            count.decrementAndGet();
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "Too many streams are open. Try again later, or ask for pages.");
        }
        try {
            long start = after == null ? changes.head() : after;
            open.add(new Stream(sink, sse, response, filter, start, json, settings, dispatcher::wake));
        } catch (RuntimeException e) {
            count.decrementAndGet();
            throw e;
        }
        dispatcher.wake();
    }

    void serve(@Observes Dispatcher.Tick tick) {
        open.stream().filter(Stream::isOver).forEach(this::forget);
        List<Stream> waiting = open.stream().filter(Stream::isReady).toList();
        List<ChangeView> fresh = List.of();
        boolean live = waiting.stream().anyMatch(stream -> stream.position() == seen);
        if (live && seen < tick.head()) fresh = changes.next(seen, new ChangeFilter(List.of(), List.of(), 0), PAGE);
        long until = until(fresh, tick.head());
        for (Stream stream : waiting) {
            if (stream.position() >= tick.head()) stream.showLife();
            else if (stream.position() == seen) stream.send(fresh, until);
            else catchUp(stream, tick.head());
        }
        seen = live && seen < tick.head() ? until : tick.head();
        if (seen < tick.head()) dispatcher.wake();
    }

    private void catchUp(Stream stream, long head) {
        List<ChangeView> next = changes.next(stream.position(), stream.filter(), PAGE);
        stream.send(next, until(next, head));
    }

    /** Up to where somebody is who has these: another process may have numbered more since the head was read. */
    private static long until(List<ChangeView> changes, long head) {
        long last = changes.isEmpty() ? 0 : changes.get(changes.size() - 1).number();
        return changes.size() == PAGE ? last : Math.max(head, last);
    }

    private void forget(Stream stream) {
        if (!open.remove(stream)) return;
        count.decrementAndGet();
        stream.close();
    }

    void stop(@Observes ShutdownEvent stop) {
        open.forEach(this::forget);
    }
}
