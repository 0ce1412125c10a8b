package org.crosscheck.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.crosscheck.http.Api;

/** A connection that reads Server-Sent Events until it is closed, as a browser's EventSource would. */
public final class EventReader implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lastIds = new LinkedBlockingQueue<>();
    private final Stream<String> lines;
    private final Thread thread;

    /** An event, as it came. */
    public record Received(String id, String type, String data) {}

    /** @param headers names and values in turn */
    public EventReader(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "text/event-stream")
                .header(Api.KEY_HEADER, Api.ADMIN_KEY);
        if (headers.length > 0) request.headers(headers);
        HttpResponse<Stream<String>> response =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofLines());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        lines = response.body();
        thread = new Thread(this::read);
        thread.start();
    }

    private void read() {
        String id = "";
        String type = "message";
        StringBuilder data = new StringBuilder();
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) id = line.substring(3).strip();
                else if (line.startsWith("event:")) type = line.substring(6).strip();
                else if (line.startsWith("data:")) data.append(line.substring(5).strip());
                else if (line.isEmpty()) {
                    lastIds.add(id);
                    if (data.length() > 0) events.add(new Received(id, type, data.toString()));
                    data.setLength(0);
                    type = "message";
                }
            }
        } catch (RuntimeException closed) {
            // what came is in the queue
        }
    }

    /** Waits until the stream says where it is. */
    public String begun() throws InterruptedException {
        String id = lastIds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(id).matches("\\d+");
        return id;
    }

    /** Waits for the next events. */
    public List<Received> take(int count) throws InterruptedException {
        List<Received> taken = new ArrayList<>();
        while (taken.size() < count) {
            Received next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next).as("event %d of %d", taken.size() + 1, count).isNotNull();
            taken.add(next);
        }
        return taken;
    }

    /** All that comes before the other side ends the connection. */
    public List<Received> rest() throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertThat(thread.isAlive()).isFalse();
        List<Received> rest = new ArrayList<>();
        events.drainTo(rest);
        return rest;
    }

    /** Whether nothing has come that was not taken. */
    public boolean isQuiet() {
        return events.isEmpty();
    }

    @Override
    public void close() {
        lines.close();
        thread.interrupt();
    }
}
