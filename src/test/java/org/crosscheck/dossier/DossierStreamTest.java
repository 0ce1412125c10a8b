package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many dossiers in one stream: answered as they are done, resumed where they broke off. */
@QuarkusTest
@Timeout(60)
class DossierStreamTest {
    private static final String TYPE = "application/x-ndjson";

    @TestHTTPResource
    URI address;

    private static Response send(String query, byte[] stream, String... headers) {
        return Api.with(headers).contentType(TYPE).body(stream).post("/v1/dossiers" + query);
    }

    /** The answer to all lines, the totals last. */
    private static List<JsonNode> answers(String query, String stream, String... headers) {
        Response response = send(query, stream.getBytes(StandardCharsets.UTF_8), headers);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(TYPE);
        return lines(response.asString());
    }

    private static List<JsonNode> lines(String text) {
        return text.lines().map(Api::json).toList();
    }

    private static List<String> each(List<JsonNode> answers, String field) {
        return answers.stream()
                .filter(answer -> !answer.has("totals"))
                .map(answer -> answer.path(field).asText())
                .toList();
    }

    private static JsonNode totals(List<JsonNode> answers) {
        return answers.get(answers.size() - 1).path("totals");
    }

    private static String line(String story) {
        return Api.dossier(story) + "\n";
    }

    private static String lines(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> line(prefix + i)).collect(Collectors.joining());
    }

    /** Sends a stream piece by piece, as curl does; the client of the JDK reads nothing before all is sent. */
    private final class Sending implements AutoCloseable {
        private final Socket socket = new Socket(address.getHost(), address.getPort());
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Sending(String key) throws IOException {
            write("POST /v1/dossiers HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + TYPE + "\r\n" + Api.KEY_HEADER
                    + ": " + Api.ADMIN_KEY + "\r\nIdempotency-Key: " + key + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        /** An empty piece is the end. */
        void send(String piece) throws IOException {
            int length = piece.getBytes(StandardCharsets.UTF_8).length;
            write(Integer.toHexString(length) + "\r\n" + piece + "\r\n");
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The next line of the answer. */
        JsonNode answer() throws IOException {
            String line = in.readLine();
            while (!line.startsWith("{")) line = in.readLine();
            return Api.json(line);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void every_dossier_is_answered_before_the_next_one_is_sent() throws IOException {
        try (Sending sending = new Sending("duplex")) {
            for (int i = 0; i < 3; i++) {
                sending.send(line("stream-duplex-" + i));
                assertThat(sending.answer().path("story").asText()).isEqualTo("stream-duplex-" + i);
                assertThat(Api.get("/v1/stories/stream-duplex-" + i).statusCode())
                        .isEqualTo(200);
            }
            sending.send("");
            assertThat(sending.answer().path("totals").path("created").asInt()).isEqualTo(3);
        }
    }

    @Test
    void a_stream_more_than_there_may_be_is_turned_away_until_another_ends() throws Exception {
        List<Sending> open = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                open.add(new Sending("many-" + i));
                open.get(i).send(line("stream-many-" + i));
                open.get(i).answer();
            }
            Response refused = send("", line("stream-many-more").getBytes(StandardCharsets.UTF_8));
            Api.assertProblem(refused, 503);
            assertThat(refused.header("Retry-After")).isNotBlank();
            open.get(0).send("");
            assertThat(open.get(0).answer().path("totals").path("created").asInt())
                    .isEqualTo(1);
        } finally {
            for (Sending each : open) each.close();
        }
        for (int i = 0; i < 100; i++) {
            if (send("", line("stream-many-more").getBytes(StandardCharsets.UTF_8))
                            .statusCode()
                    == 200) return;
            Thread.sleep(100);
        }
        throw new AssertionError("never let in again");
    }

    @Test
    void a_line_at_fault_is_told_and_stops_nothing() {
        String stream = line("stream-fault-a") // 1
                + "\n" // 2
                + "  \r\n" // 3
                + "not json\n" // 4
                + "{\"story\": {\"id\": \"stream-fault-b\"}}\n" // 5
                + "{\"story\": {\"title\": \"No id\"}}\n" // 6
                + "{\"story\": {\"id\": \"stream-fault-c\", \"title\": \"C\"}, \"sauces\": []}\n" // 7
                + "[]\nnull\n7\n" // 8 to 10
                + Api.dossier("stream-fault-d").toString().replace("\"place\"", "\"Place\"")
                + "\r\n" // 11
                + line("stream-fault-e").replace("\n", "\r\n") // 12
                + Api.dossier("stream-fault-f"); // 13, without an end
        List<JsonNode> answers = answers("", stream);
        assertThat(each(answers, "line")).containsExactly("1", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13");
        assertThat(each(answers, "status"))
                .containsExactly("201", "400", "422", "422", "422", "422", "422", "422", "422", "201", "201");
        assertThat(each(answers, "story"))
                .containsExactly(
                        "stream-fault-a",
                        "",
                        "stream-fault-b",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "stream-fault-d",
                        "stream-fault-e",
                        "stream-fault-f");
        assertThat(answers.get(2)
                        .path("problem")
                        .path("violations")
                        .get(0)
                        .path("pointer")
                        .asText())
                .isEqualTo("/story/title");
        assertThat(totals(answers).path("created").asInt()).isEqualTo(3);
        assertThat(totals(answers).path("refused").asInt()).isEqualTo(8);
        assertThat(totals(answers).path("done").asBoolean()).isTrue();
        for (String refused : List.of("b", "c", "d"))
            assertThat(Api.get("/v1/stories/stream-fault-" + refused).statusCode())
                    .isEqualTo(404);
        assertThat(each(answers("?quiet=true", stream), "status"))
                .as("quiet: only what was refused")
                .containsOnly("400", "422");
    }

    @Test
    void a_line_is_as_long_as_a_body_may_be_and_the_stream_longer() throws IOException {
        String longest = "{\"story\": {\"id\": \"stream-long\", \"title\": \"L\"" + " ".repeat(6_000_000) + "}}\n";
        String tooLong = "a".repeat(11_000_000) + "\n";
        byte[] invalid = {'"', (byte) 0xff, (byte) 0xfe, '"', '\n'};
        byte[] stream = (longest + tooLong + longest).getBytes(StandardCharsets.US_ASCII);
        var whole = new java.io.ByteArrayOutputStream();
        whole.write(stream);
        whole.write(invalid);
        whole.write(line("stream-after-long").getBytes(StandardCharsets.UTF_8));
        Response response = send("", whole.toByteArray());
        assertThat(each(lines(response.asString()), "status")).containsExactly("201", "413", "200", "400", "201");
    }

    @Test
    void what_is_there_is_refused_replaced_or_skipped_as_the_client_says() {
        String story = Api.story("stream-existing");
        assertThat(each(answers("", line("stream-existing")), "outcome"))
                .as("what changes nothing is refused by nobody")
                .containsExactly("UNCHANGED");
        String state = Api.state(story);
        ObjectNode other = Api.dossier("stream-existing");
        ((ObjectNode) other.path("story")).put("title", "Another crash");
        List<JsonNode> refused = answers("", other + "\n");
        assertThat(each(refused, "status")).containsExactly("409");
        assertThat(refused.toString()).contains("existing=REPLACE");
        assertThat(each(answers("?existing=SKIP", other + "\n"), "outcome")).containsExactly("SKIPPED");
        assertThat(Api.state(story)).isEqualTo(state);
        List<JsonNode> replaced = answers("?existing=REPLACE", other + "\n");
        assertThat(each(replaced, "outcome")).containsExactly("REPLACED");
        assertThat(each(replaced, "version"))
                .containsExactly(
                        Api.json(Api.get(story + "/report")).path("version").asText());
        assertThat(Api.get(story).asString()).contains("Another crash");
        new Client(address).isUpToDate("stream-existing");
    }

    @Test
    void a_stream_that_is_sent_again_undoes_no_edit_and_no_deletion() {
        String stream = lines("stream-again-", 3);
        List<JsonNode> first = answers("?existing=REPLACE", stream, "Idempotency-Key", "again");
        assertThat(each(first, "status")).containsExactly("201", "201", "201");
        Api.replace("/v1/stories/stream-again-0", "{\"title\": \"Edited\"}");
        Api.delete("/v1/stories/stream-again-1");
        List<JsonNode> again =
                answers("?existing=REPLACE", stream + line("stream-again-3"), "Idempotency-Key", "again");
        assertThat(each(again, "status")).containsExactly("200", "200", "200", "201");
        assertThat(each(again, "again")).containsExactly("true", "true", "true", "");
        assertThat(each(again, "version").subList(0, 3)).isEqualTo(each(first, "version"));
        assertThat(totals(again).path("created").asInt()).isEqualTo(4);
        assertThat(Api.get("/v1/stories/stream-again-0").asString()).contains("Edited");
        assertThat(Api.get("/v1/stories/stream-again-1").statusCode()).isEqualTo(404);
        assertThat(Api.json(Api.get("/v1/imports/again"))).isEqualTo(totals(again));

        List<JsonNode> from = answers("?existing=REPLACE&from=3", stream, "Idempotency-Key", "from");
        assertThat(each(from, "line")).containsExactly("3");
        Api.assertProblem(send("", new byte[0], "Idempotency-Key", "No Id"), 400);
        Api.assertProblem(Api.get("/v1/imports/no-such-import"), 404);
    }

    @Test
    void a_stream_that_breaks_off_stores_no_half_line_and_goes_on_where_it_broke() throws Exception {
        String stream = lines("stream-broken-", 6);
        int cut = stream.indexOf("stream-broken-3") + 900;
        try (Sending sending = new Sending("broken")) {
            sending.send(stream.substring(0, cut));
            while (sending.answer().path("line").asInt() < 3) continue;
        }
        JsonNode progress = Api.json(Api.get("/v1/imports/broken"));
        while (progress.path("lines").asInt() < 3) {
            Thread.sleep(20);
            progress = Api.json(Api.get("/v1/imports/broken"));
        }
        assertThat(progress.path("done").asBoolean()).isFalse();
        assertThat(progress.path("created").asInt()).isEqualTo(3);
        assertThat(Api.get("/v1/stories/stream-broken-3").statusCode()).isEqualTo(404);

        List<JsonNode> resumed = answers("", stream, "Idempotency-Key", "broken");
        assertThat(each(resumed, "again")).containsExactly("true", "true", "true", "", "", "");
        assertThat(each(resumed, "status")).containsExactly("200", "200", "200", "201", "201", "201");
    }

    @Test
    void lines_in_work_at_once_have_the_effects_of_one_after_the_other() {
        int count = 24;
        StringBuilder stream = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // Some lines name one party anew, some write one story, and those between have nothing to do with any
            // other.
            boolean renames = i % 4 == 0;
            String story = "stream-order-" + (i % 2 == 0 ? "one" : i);
            stream.append(
                    "{\"story\": {\"id\": \"%s\", \"title\": \"Title %d\"}, \"parties\": [{\"id\": \"stream-order-%s\", \"name\": \"Name %d\"}]}\n"
                            .formatted(story, i, renames ? "herald" : i, i));
        }
        List<JsonNode> answers = answers("?existing=REPLACE", stream.toString());
        assertThat(each(answers, "line"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, count)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(totals(answers).path("created").asInt()).isEqualTo(count / 2 + 1);
        assertThat(totals(answers).path("replaced").asInt()).isEqualTo(count / 2 - 1);
        for (int revision = 1; revision <= count / 4; revision++)
            assertThat(Api.json(Api.get("/v1/parties/stream-order-herald/history/" + revision))
                            .path("name")
                            .asText())
                    .isEqualTo("Name " + 4 * (revision - 1));
        for (int revision = 1; revision <= count / 2; revision++)
            assertThat(Api.json(Api.get("/v1/stories/stream-order-one/history/" + revision))
                            .path("title")
                            .asText())
                    .isEqualTo("Title " + 2 * (revision - 1));
    }

    @Test
    void two_streams_at_once_with_one_key_do_each_line_once() {
        String stream = lines("stream-race-", 8);
        List<CompletableFuture<List<JsonNode>>> racing = new ArrayList<>();
        for (int i = 0; i < 3; i++)
            racing.add(CompletableFuture.supplyAsync(() -> answers("", stream, "Idempotency-Key", "race")));
        List<List<JsonNode>> answers =
                racing.stream().map(CompletableFuture::join).toList();
        for (int line = 0; line < 8; line++) {
            int at = line;
            assertThat(answers.stream().map(each -> each(each, "status").get(at)))
                    .containsOnlyOnce("201")
                    .containsOnly("200", "201");
            assertThat(answers.stream()
                            .map(each -> each(each, "version").get(at))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void a_key_for_some_stories_imports_no_others() {
        String body =
                "{\"id\": \"stream-desk\", \"name\": \"Desk\", \"role\": \"EDITOR\", \"stories\": [\"stream-mine\"]}";
        String key = Api.json(Api.post("/v1/keys", body)).path("secret").asText();
        List<JsonNode> answers = answers("", line("stream-mine") + line("stream-yours"), Api.KEY_HEADER, key);
        assertThat(each(answers, "status")).containsExactly("201", "403");
        assertThat(Api.get("/v1/stories/stream-yours").statusCode()).isEqualTo(404);
    }

    @Test
    void an_export_is_an_import() {
        List<String> stories = new ArrayList<>();
        Client api = new Client(address);
        for (int i = 0; i < 6; i++) {
            String story = "stream-export-" + i;
            stories.add(story);
            ObjectNode drawn = new DrawnDossier(7000 + i, "stream-export-").draw(4, 6);
            if (i > 0) drawn.remove(List.of("parties", "concepts"));
            api.put("/v1/stories/" + story + "/dossier", drawn);
        }
        String query = "?story=" + String.join("&story=", stories);
        String exported = export(query);
        assertThat(lines(exported))
                .extracting(line -> line.path("story").path("id").asText())
                .isEqualTo(stories);
        assertThat(each(answers("", exported), "outcome")).containsOnly("UNCHANGED");
        for (String story : stories) api.must("DELETE", "/v1/stories/" + story, null, "If-Match", "*");
        assertThat(Api.get("/v1/dossiers" + query).statusCode()).isEqualTo(404);
        assertThat(each(answers("", exported), "outcome")).containsOnly("CREATED");
        assertThat(export(query)).isEqualTo(exported);
        stories.forEach(api::isUpToDate);

        assertThat(export(query + "&after=stream-export-3").lines()).hasSize(2);
        assertThat(export("?after=stream-export-4").lines().findFirst().orElseThrow())
                .contains("stream-export-5");
        Api.assertProblem(Api.get("/v1/dossiers", "Accept", "application/json"), 406);
        Api.assertProblem(Api.post("/v1/dossiers", "{}"), 415);
    }

    private static String export(String query) {
        Response response = Api.get("/v1/dossiers" + query);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.asString();
    }
}
