package org.crosscheck.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.post;
import static org.crosscheck.http.Api.put;
import static org.crosscheck.http.Api.replace;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Changes as they come: Server-Sent Events, as a browser's EventSource would read them. */
@QuarkusTest
class StreamsTest {
    private static final long PATIENCE_SECONDS = 20;

    @TestHTTPResource
    URI address;

    private final HttpClient http = HttpClient.newHttpClient();

    /** An event, as it came. */
    private record Received(String id, String type, String data) {}

    /** A connection that reads events until it is closed. */
    private final class Reader implements AutoCloseable {
        private final BlockingQueue<Received> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> lastIds = new LinkedBlockingQueue<>();
        private final Stream<String> lines;
        private final Thread thread;

        Reader(String path, String... headers) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Accept", "text/event-stream")
                    .header(Api.KEY_HEADER, Api.ADMIN_KEY);
            if (headers.length > 0) request.headers(headers);
            HttpResponse<Stream<String>> response = http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
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
                    else if (line.startsWith("data:"))
                        data.append(line.substring(5).strip());
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
        String begun() throws InterruptedException {
            String id = lastIds.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(id).matches("\\d+");
            return id;
        }

        List<Received> take(int count) throws InterruptedException {
            List<Received> taken = new ArrayList<>();
            while (taken.size() < count) {
                Received next = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(next).as("event %d of %d", taken.size() + 1, count).isNotNull();
                taken.add(next);
            }
            return taken;
        }

        boolean isQuiet() {
            return events.isEmpty();
        }

        @Override
        public void close() {
            lines.close();
            thread.interrupt();
        }
    }

    /** A story whose one verdict is CONTRADICTION. */
    private static String story(String id) {
        put("/v1/parties/" + id, "{\"name\": \"A\"}");
        put("/v1/parties/" + id + "-b", "{\"name\": \"B\"}");
        String story = "/v1/stories/" + id;
        put(story, "{\"title\": \"Story\"}");
        put(story + "/attributes/call", "{\"type\": \"ORDINAL\"}");
        for (String party : List.of(id, id + "-b"))
            post(story + "/sources", """
                    {"publisher": "%1$s", "publishedAt": "2020-05-02T00:00:00Z",
                     "facts": [{"id": "f-%1$s", "attribute": "call",
                                "value": {"type": "ORDINAL", "number": %2$d}}]}""".formatted(party, party.endsWith("-b") ? 4 : 3));
        return story;
    }

    /** Changes the verdict, and changes it back. */
    private static void turn(String story, int times) {
        String fact = story + "/facts/f-" + story.substring("/v1/stories/".length()) + "-b/status";
        for (int i = 0; i < times; i++)
            replace(fact, "{\"status\": \"" + (i % 2 == 0 ? "REJECTED" : "ACCEPTED") + "\"}");
    }

    @Test
    void who_follows_is_told_and_who_comes_back_goes_on_where_it_was() throws Exception {
        String story = story("stream-resume");
        String last;
        long version = json(Api.get(story + "/report")).path("version").asLong();
        try (Reader reader = new Reader(story + "/changes?since=" + version)) {
            reader.begun();
            turn(story, 4);
            List<Received> events = reader.take(4);
            assertThat(events).allSatisfy(event -> {
                assertThat(event.type()).isEqualTo("verdict-changed");
                assertThat(json(event.data()).path("number").asText()).isEqualTo(event.id());
                assertThat(json(event.data()).path("story").asText()).isEqualTo("stream-resume");
            });
            assertThat(json(events.get(0).data()).at("/to/verdict").asText()).isEqualTo("UNCORROBORATED");
            last = events.get(1).id();
        }
        turn(story, 2);
        try (Reader reader = new Reader(story + "/changes", "Last-Event-ID", last)) {
            List<Received> missed = reader.take(4);
            turn(story, 1);
            missed.addAll(reader.take(1));
            assertThat(missed.stream()
                            .map(event -> json(event.data()).path("version").asLong()))
                    .doesNotHaveDuplicates()
                    .isSorted()
                    .hasSize(5);
            assertThat(missed.stream().map(event -> Long.valueOf(event.id())))
                    .allMatch(id -> id > Long.parseLong(last));
            assertThat(reader.isQuiet()).isTrue();
        }
    }

    @Test
    void a_stream_since_a_version_begins_with_what_came_after_it() throws Exception {
        String story = story("stream-since");
        long version = json(Api.get(story + "/report")).path("version").asLong();
        turn(story, 1);
        try (Reader reader = new Reader(story + "/changes?since=" + version)) {
            assertThat(json(reader.take(1).get(0).data()).at("/from/verdict").asText())
                    .isEqualTo("CONTRADICTION");
        }
        try (Reader reader = new Reader("/v1/changes?since=0&verdict=CONTRADICTION&story=stream-since")) {
            assertThat(reader.take(2).stream()
                            .map(event -> json(event.data()).at("/to/verdict").asText()))
                    .containsExactly("CONTRADICTION", "UNCORROBORATED");
        }
    }

    @Test
    void a_long_past_comes_whole_and_in_order() throws Exception {
        int count = Streams.PAGE + 20;
        String questions = IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"q" + i + "\", \"type\": \"TOPIC\"}")
                .collect(Collectors.joining(","));
        String dossier = "{\"story\": {\"title\": \"Past\"}, \"attributes\": [" + questions + "]}";
        assertThat(put("/v1/stories/stream-past/dossier", dossier).statusCode()).isEqualTo(201);
        try (Reader reader = new Reader("/v1/changes?since=0&story=stream-past")) {
            List<Received> events = reader.take(count);
            assertThat(events.stream().map(event -> Long.valueOf(event.id())))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void clients_that_read_nothing_keep_nobody_waiting() throws Exception {
        String story = story("stream-slow");
        List<Socket> lazy = new ArrayList<>();
        try (Reader reader = new Reader(story + "/changes")) {
            reader.begun();
            for (int i = 0; i < 5; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                socket.getOutputStream()
                        .write(("GET /v1/changes?since=0 HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                                        + Api.KEY_HEADER + ": " + Api.ADMIN_KEY + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertThat(in.read()).isEqualTo('H');
                lazy.add(socket);
            }
            turn(story, 4);
            List<Long> ids = reader.take(4).stream()
                    .map(event -> Long.valueOf(event.id()))
                    .toList();
            assertThat(ids).isSorted().doesNotHaveDuplicates();
        } finally {
            for (Socket socket : lazy) socket.close();
        }
    }
}
