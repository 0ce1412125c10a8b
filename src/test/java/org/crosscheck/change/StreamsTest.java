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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Changes as they come: Server-Sent Events, as a browser's EventSource would read them. */
@QuarkusTest
class StreamsTest {
    @TestHTTPResource
    URI address;

    private EventReader reader(String path, String... headers) throws IOException, InterruptedException {
        return new EventReader(address.resolve(path), headers);
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
        try (EventReader reader = reader(story + "/changes?since=" + version)) {
            reader.begun();
            turn(story, 4);
            List<EventReader.Received> events = reader.take(4);
            assertThat(events).allSatisfy(event -> {
                assertThat(event.type()).isEqualTo("verdict-changed");
                assertThat(json(event.data()).path("number").asText()).isEqualTo(event.id());
                assertThat(json(event.data()).path("story").asText()).isEqualTo("stream-resume");
            });
            assertThat(json(events.get(0).data()).at("/to/verdict").asText()).isEqualTo("UNCORROBORATED");
            last = events.get(1).id();
        }
        turn(story, 2);
        try (EventReader reader = reader(story + "/changes", "Last-Event-ID", last)) {
            List<EventReader.Received> missed = reader.take(4);
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
        try (EventReader reader = reader(story + "/changes?since=" + version)) {
            assertThat(json(reader.take(1).get(0).data()).at("/from/verdict").asText())
                    .isEqualTo("CONTRADICTION");
        }
        try (EventReader reader = reader("/v1/changes?since=0&verdict=CONTRADICTION&story=stream-since")) {
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
        try (EventReader reader = reader("/v1/changes?since=0&story=stream-past")) {
            List<EventReader.Received> events = reader.take(count);
            assertThat(events.stream().map(event -> Long.valueOf(event.id())))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void clients_that_read_nothing_keep_nobody_waiting() throws Exception {
        String story = story("stream-slow");
        List<Socket> lazy = new ArrayList<>();
        try (EventReader reader = reader(story + "/changes")) {
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
