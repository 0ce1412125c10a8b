package org.crosscheck.change;

import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.crosscheck.http.OwnJson;

/** One client that is sent changes as they come (Server-Sent Events). */
final class Stream {
    private final SseEventSink sink;
    private final Sse sse;
    private final HttpServerResponse response;
    private final ChangeFilter filter;
    private final OwnJson json;
    private final ChangeSettings settings;
    private final Runnable taken;

    /** The client has taken all that concerns it up to this number. */
    private volatile long position;

    private volatile boolean sending;
    private volatile boolean failed;
    private volatile long lastSent;
    private boolean begun;

    Stream(
            SseEventSink sink,
            Sse sse,
            HttpServerResponse response,
            ChangeFilter filter,
            long position,
            OwnJson json,
            ChangeSettings settings,
            Runnable taken) {
        this.sink = sink;
        this.sse = sse;
        this.response = response;
        this.filter = filter;
        this.position = position;
        this.json = json;
        this.settings = settings;
        this.taken = taken;
        this.lastSent = System.nanoTime();
    }

    ChangeFilter filter() {
        return filter;
    }

    long position() {
        return position;
    }

    /** Not before the request's own thread has written the head of the answer: two who write it at once stop each other. */
    boolean isReady() {
        return response.headWritten() && !sending && !isOver();
    }

    /** Whether the client has gone, or does not take what it is sent. */
    boolean isOver() {
        boolean stuck =
                sending && System.nanoTime() - lastSent > settings.patience().toNanos();
        return failed || stuck || sink.isClosed();
    }

    /** Sends those of {@code changes} that concern the client, which then has all up to {@code until}. */
    void send(List<ChangeView> changes, long until) {
        List<ChangeView> wanted = changes.stream()
                .filter(filter::matches)
                .filter(each -> each.number() > position)
                .toList();
        if (wanted.isEmpty()) {
            position = until;
            showLife();
            return;
        }
        CompletionStage<?> sent = CompletableFuture.completedFuture(null);
        begin();
        for (ChangeView change : wanted) sent = sent.thenCompose(before -> sink.send(event(change)));
        sent.whenComplete((done, fault) -> {
            failed |= fault != null;
            position = until;
            sending = false;
            taken.run();
        });
    }

    /** Where nothing was sent for long, says so, and up to where the client is: there it resumes. */
    void showLife() {
        boolean due = System.nanoTime() - lastSent > settings.heartbeat().toNanos();
        if (begun && !due) return;
        begin();
        OutboundSseEvent life = sse.newEventBuilder()
                .id(Long.toString(position))
                .comment("nothing new")
                .build();
        sink.send(life).whenComplete((done, fault) -> {
            failed |= fault != null;
            sending = false;
        });
    }

    private void begin() {
        sending = true;
        begun = true;
        lastSent = System.nanoTime();
    }

    private OutboundSseEvent event(ChangeView change) {
        lastSent = System.nanoTime();
        return sse.newEventBuilder()
                .id(change.number().toString())
                .name("verdict-changed")
                .data(json.write(change))
                .build();
    }

    void close() {
        if (!sink.isClosed()) sink.close();
    }
}
