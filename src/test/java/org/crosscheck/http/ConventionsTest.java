package org.crosscheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every call: states and their tags, pages, methods, media types and sizes. */
@QuarkusTest
class ConventionsTest {
    private static final int LIMIT = 10 * 1024 * 1024;

    /** A path to put to twice, and what to put. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "/v1/stories/conv-new | {'title': 'One'} | {'title': 'Two'}",
                "/v1/parties/conv-new | {'name': 'One'} | {'name': 'Two'}",
                "/v1/concepts/conv-new | {'label': 'One'} | {'label': 'Two'}",
                "/v1/stories/conv/attributes/conv-new | {'type': 'TOPIC'} | {'type': 'TOPIC', 'label': 'Two'}",
                "/v1/stories/conv/sources/conv-new | {'publisher': 'conv-ap', 'publishedAt': '2020-01-01T00:00:00Z'}"
                        + " | {'publisher': 'conv-ap', 'publishedAt': '2020-01-02T00:00:00Z'}"
            })
    void a_put_creates_and_replaces_under_the_conditions_of_the_client(String path, String first, String second) {
        if (Api.get("/v1/stories/conv").statusCode() == 404) Api.story("conv");
        String one = first.replace('\'', '"');
        String two = second.replace('\'', '"');
        Api.assertProblem(Api.get(path), 404);
        Api.assertProblem(Api.delete(path), 404);
        Api.assertProblem(Api.put(path, one, "If-Match", "*"), 412);
        Api.assertProblem(Api.put(path, one, "If-Match", "\"1\""), 412);

        Response created = Api.put(path, one, "If-None-Match", "*");
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        String tag = created.header("ETag");
        Response read = Api.get(path);
        assertThat(read.header("ETag")).isEqualTo(tag);
        assertThat(Api.with().head(path).header("ETag")).isEqualTo(tag);
        assertThat(Api.with().head(path).asByteArray()).isEmpty();
        for (String known : List.of(tag, "*", "W/" + tag, "\"other\", " + tag)) {
            Response unchanged = Api.get(path, "If-None-Match", known);
            assertThat(unchanged.statusCode()).isEqualTo(304);
            assertThat(unchanged.header("ETag")).isEqualTo(tag);
            assertThat(unchanged.asByteArray()).isEmpty();
        }
        assertThat(Api.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);

        Api.assertProblem(Api.put(path, two, "If-None-Match", "*"), 412);
        Api.assertProblem(Api.put(path, two, "If-Match", "\"other\""), 412);
        assertThat(Api.get(path).asString()).isEqualTo(read.asString());
        Response again = Api.put(path, one);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.header("ETag")).as("the same again changes nothing").isEqualTo(tag);
        Response unaware = Api.assertProblem(Api.put(path, two), 428);
        assertThat(Api.json(unaware).path("detail").asText()).contains(tag, "If-Match");
        assertThat(Api.get(path).asString()).isEqualTo(read.asString());
        Response replaced = Api.put(path, two, "If-Match", tag);
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(replaced.header("ETag")).isNotEqualTo(tag);

        Api.assertProblem(Api.delete(path, "If-Match", tag), 412);
        assertThat(Api.delete(path, "If-Match", replaced.header("ETag")).statusCode())
                .isEqualTo(204);
        Api.assertProblem(Api.get(path), 404);
        String reborn = Api.put(path, one).header("ETag");
        if (path.startsWith("/v1/stories/"))
            assertThat(reborn).as("a tag never comes back").isNotIn(tag, replaced.header("ETag"));
        Api.delete(path);
    }

    @Test
    void every_list_shows_each_item_once_over_its_pages() {
        String story = Api.story("paged");
        for (String list : List.of(
                "/v1/stories?",
                "/v1/parties?",
                "/v1/concepts?",
                "/v1/findings?",
                "/v1/findings?verdict=OMISSION&verdict=UNCORROBORATED&",
                story + "/attributes?",
                story + "/sources?",
                story + "/facts?",
                story + "/facts?attribute=number&")) {
            List<JsonNode> whole = pages(list, 500);
            assertThat(whole).as(list).isNotEmpty().doesNotHaveDuplicates();
            if (whole.size() < 20) assertThat(pages(list, 1)).as(list).isEqualTo(whole);
            assertThat(pages(list, 1 + whole.size() / 10)).as(list).isEqualTo(whole);
        }
        assertThat(pages(story + "/attributes?", 2)).hasSize(7);
        assertThat(pages(story + "/facts?", 2)).hasSize(4);
    }

    private static List<JsonNode> pages(String list, int limit) {
        List<JsonNode> items = new ArrayList<>();
        String next = list + "limit=" + limit;
        while (next != null) {
            Response page = Api.get(next);
            assertThat(page.statusCode()).as(next).isEqualTo(200);
            Api.json(page).path("items").forEach(items::add);
            assertThat(Api.json(page).path("items").size()).isLessThanOrEqualTo(limit);
            String link = page.header("Link");
            if (link != null) assertThat(link).endsWith(">; rel=\"next\"");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        return items;
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "json", "application/", "/json", "a b/c", ";", "text/plain"})
    void a_content_type_that_is_none_or_not_read_here_is_415(String type) throws IOException, InterruptedException {
        for (String path : new String[] {"/v1/check", "/v1/keys", "/v1/stories/x/facts", "/v1/dossiers"}) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + io.restassured.RestAssured.port + path))
                    .header("Content-Type", type)
                    .header(Api.KEY_HEADER, Api.ADMIN_KEY)
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(415);
            assertThat(answer.body()).contains("urn:crosscheck:problem:unsupported-media-type");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/stories, PATCH, 'GET, HEAD, OPTIONS'",
        "/v1/stories/x, POST, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/v1/stories/x/sources, PUT, 'GET, HEAD, OPTIONS, POST'",
        "/v1/stories/x/sources/y, POST, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/v1/stories/x/sources/y/facts, GET, 'OPTIONS, POST'",
        "/v1/stories/x/facts, PUT, 'GET, HEAD, OPTIONS, POST'",
        "/v1/stories/x/facts/y, POST, 'DELETE, GET, HEAD, OPTIONS, PUT'",
        "/v1/stories/x/facts/y/status, GET, 'OPTIONS, PUT'",
        "/v1/stories/x/report, DELETE, 'GET, HEAD, OPTIONS'",
        "/v1/stories/x/dossier, DELETE, 'GET, HEAD, OPTIONS, PUT'",
        "/v1/check, GET, 'OPTIONS, POST'"
    })
    void a_wrong_method_is_answered_with_the_right_ones(String path, String method, String allowed) {
        Response refused = Api.assertProblem(Api.with().request(method, path), 405);
        assertThat(refused.header("Allow")).isEqualTo(allowed);
        Response options = Api.with().options(path);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1",
                "/v1/nothing",
                "/v1/stories/x/nothing",
                "/v1/stories/x/report/y",
                "/v2/stories"
            })
    void an_unknown_path_is_a_problem_whatever_the_method(String path) {
        Api.assertProblem(Api.get(path), 404);
        Api.assertProblem(Api.put(path, "{}"), 404);
        Api.assertProblem(Api.delete(path), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/stories",
                "/v1/parties",
                "/v1/concepts",
                "/v1/findings",
                "/v1/stories/media",
                "/v1/stories/media/attributes",
                "/v1/stories/media/facts",
                "/v1/stories/media/sources/first",
                "/v1/stories/media/report",
                "/v1/stories/media/dossier",
                "/v1/stories/media/matrix"
            })
    void what_nobody_can_accept_is_refused(String path) {
        if (Api.get("/v1/stories/media").statusCode() == 404) Api.story("media");
        for (String accept : List.of("text/html", "image/png", "application/xml"))
            Api.assertProblem(Api.get(path, "Accept", accept), 406);
        for (String accept : List.of("application/json", "*/*", "text/html, application/*;q=0.5")) {
            Response found = Api.get(path, "Accept", accept);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(found.contentType()).startsWith("application/json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "a/b/c", "text/plain", "application/x-ndjson"})
    void a_type_without_a_body_matters_to_nobody(String type) throws IOException, InterruptedException {
        for (String method : List.of("GET", "HEAD", "OPTIONS")) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/stories"))
                    .header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method + ": " + answer.body()).isBetween(200, 204);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "image/png"})
    void what_nobody_reads_is_refused(String type) {
        for (String path : List.of("/v1/check", "/v1/stories/x/sources", "/v1/stories/x/sources/y/facts"))
            Api.assertProblem(
                    Api.with("Content-Type", type)
                            .body("{}".getBytes(StandardCharsets.UTF_8))
                            .post(path),
                    415);
        for (String path :
                List.of("/v1/stories/x", "/v1/parties/x", "/v1/stories/x/dossier", "/v1/stories/x/facts/y/status"))
            Api.assertProblem(
                    Api.with("Content-Type", type)
                            .body("{}".getBytes(StandardCharsets.UTF_8))
                            .put(path),
                    415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/*", "*/*"})
    void a_body_over_the_limit_is_refused_whether_it_says_its_size_or_not(String type) throws Exception {
        byte[] large = " ".repeat(LIMIT + 1).getBytes(StandardCharsets.US_ASCII);
        large[0] = '{';
        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpResponse<String> answer = send(type, body);
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(Api.json(answer.body()).path("detail").asText()).contains(String.valueOf(LIMIT));
        }
    }

    @Test
    void a_body_over_the_limit_is_refused_over_http_2_too() throws Exception {
        byte[] large = " ".repeat(LIMIT + 1).getBytes(StandardCharsets.US_ASCII);
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        // The first request asks for the upgrade.
        client.send(to("application/json", HttpRequest.BodyPublishers.ofString("{}")), discarding());
        HttpResponse<Void> answer = client.send(
                to("application/json", HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                discarding());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    /** Bodies that only begin: half of the limit each, of which six fill the room. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5000000", "Transfer-Encoding: chunked"})
    void large_bodies_are_turned_away_while_others_fill_the_room(String length) throws Exception {
        List<Socket> begun = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) begun.add(begin(length));
            HttpResponse<String> refused = answerToALargeBody(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(Api.json(refused.body()).path("detail").asText()).contains("large bodies");
            assertThat(send("application/json", HttpRequest.BodyPublishers.ofString("{}"))
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            for (Socket each : begun) each.close();
        }
        answerToALargeBody(422);
    }

    /** The first that has this status. */
    private static HttpResponse<String> answerToALargeBody(int status) throws Exception {
        byte[] large = (" ".repeat(LIMIT - 2) + "{}").getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = send("application/json", HttpRequest.BodyPublishers.ofByteArray(large));
            if (answer.statusCode() == status) return answer;
            Thread.sleep(100);
        }
        throw new AssertionError("never " + status);
    }

    /** Sends all of a body of five million bytes but its end. */
    private static Socket begin(String length) throws IOException {
        Socket socket = new Socket("localhost", io.restassured.RestAssured.port);
        String head = "POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + length
                + "\r\n\r\n";
        String begin = length.startsWith("Transfer") ? Integer.toHexString(5_000_000) + "\r\n" : "";
        socket.getOutputStream().write((head + begin + " ".repeat(4_999_999)).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void a_url_or_headers_that_nobody_needs_are_refused() throws IOException {
        Api.assertProblem(Api.get("/v1/stories?cursor=" + "a".repeat(8_000)), 414);
        Api.assertProblem(Api.get("/v1/stories/" + "a".repeat(20_000)), 414);
        Api.assertProblem(Api.get("/v1/stories", "X-Padding", "a".repeat(16_000)), 431);
        assertThat(Api.get("/v1/stories?limit=1", "X-Padding", "a".repeat(8_000))
                        .statusCode())
                .isEqualTo(200);
        // Quarkus refuses these before anybody else sees them, and says no more than that.
        for (String broken : List.of("/v1/stories/%", "/v1/stories/%zz", "/v1/stories?cursor=%a"))
            assertThat(raw(broken)).startsWith("HTTP/1.1 400");
    }

    /** What is answered to a path that no client library would send. */
    private static String raw(String path) throws IOException {
        try (Socket socket = new Socket("localhost", io.restassured.RestAssured.port)) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_body_of_the_limit_is_read() throws Exception {
        byte[] whole = (" ".repeat(LIMIT - 2) + "{}").getBytes(StandardCharsets.US_ASCII);
        assertThat(send("application/json", HttpRequest.BodyPublishers.ofByteArray(whole))
                        .statusCode())
                .isEqualTo(422);
        assertThat(send(
                                "application/json",
                                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(whole)))
                        .statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> send(String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(to(type, body), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest to(String type, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + io.restassured.RestAssured.port + "/v1/check"))
                .header("Content-Type", type)
                .header(Api.KEY_HEADER, Api.ADMIN_KEY)
                .POST(body)
                .build();
    }

    private static HttpResponse.BodyHandler<Void> discarding() {
        return HttpResponse.BodyHandlers.discarding();
    }
}
