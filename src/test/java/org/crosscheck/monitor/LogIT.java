package org.crosscheck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.crosscheck.http.Api;
import org.crosscheck.postgres.PackagedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes to its log, as JSON, about requests that carry what nobody should find there. */
class LogIT {
    /** Part of every name, text, key and parameter that is sent. */
    private static final String SECRET = "zanzibar";

    private static final String ADDRESS = "203.0.113.7";

    @TempDir
    private Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private URI program;

    private int send(String id, String method, String path, String body, String key) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(program.resolve(path))
                .header("X-Request-Id", id)
                .header("X-Forwarded-For", ADDRESS)
                .header("Crosscheck-Reason", "asked by " + SECRET)
                .header(Api.KEY_HEADER, key)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue(id);
        return answer.statusCode();
    }

    private int send(String id, String method, String path, String body) throws Exception {
        return send(id, method, path, body, Api.ADMIN_KEY);
    }

    @Test
    void each_line_is_an_object_with_the_id_of_its_request_and_without_keys_bodies_addresses_and_names()
            throws Exception {
        String output;
        try (PackagedProgram packaged = PackagedProgram.start(
                data,
                Map.of(
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true",
                        "CROSSCHECK_LOG_REQUESTS", "true",
                        "QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true",
                        // Nobody listens there, so each text that is read makes a line.
                        "CROSSCHECK_MODEL_BASE_URL", "http://127.0.0.1:1",
                        "CROSSCHECK_MODEL_NAME", "none",
                        "CROSSCHECK_MODEL_KEY", SECRET))) {
            program = packaged.address();
            assertThat(send("new-party", "PUT", "/v1/parties/" + SECRET, "{\"name\": \"" + SECRET + "\"}"))
                    .isEqualTo(201);
            assertThat(send("new-story", "PUT", "/v1/stories/" + SECRET, "{\"title\": \"" + SECRET + "\"}"))
                    .isEqualTo(201);
            String source = """
                    {"publisher": "zanzibar", "publishedAt": "2020-05-02T10:00:00Z", "text": "The zanzibar sank, Zanzibar said."}""";
            assertThat(send("new-source", "POST", "/v1/stories/" + SECRET + "/sources", source))
                    .isEqualTo(201);
            String key = "{\"id\": \"" + SECRET + "\", \"name\": \"" + SECRET + "\", \"role\": \"EDITOR\"}";
            assertThat(send("new-key", "POST", "/v1/keys", key)).isEqualTo(201);
            assertThat(send("bad-key", "GET", "/v1/keys", "", SECRET)).isEqualTo(401);
            assertThat(send("bad-body", "PUT", "/v1/stories/" + SECRET, "{\"title\": " + SECRET))
                    .isEqualTo(400);
            assertThat(send("bad-fields", "PUT", "/v1/parties/" + SECRET, "{\"" + SECRET + "\": 1}"))
                    .isEqualTo(422);
            assertThat(send("bad-query", "GET", "/v1/stories?limit=" + SECRET, ""))
                    .isEqualTo(400);
            assertThat(send("no-path", "GET", "/" + SECRET, "")).isEqualTo(404);
            output = packaged.output();
        }
        assertThat(output).doesNotContainIgnoringCase(SECRET).doesNotContain(ADDRESS, Api.ADMIN_KEY);
        List<JsonNode> lines = output.lines().map(Api::json).toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.path("timestamp").asText()).isNotEmpty();
            assertThat(line.path("level").asText()).isNotEmpty();
            assertThat(line.path("message").asText()).isNotEmpty();
        });
        assertThat(ofRequest(lines, "new-source"))
                .as("what a worker says of the text, and what the event loop says of the answer")
                .extracting(line -> line.path("message").asText().replaceAll("\\d+ ms", "0 ms"))
                .containsExactly(
                        "The language model could not be reached.", "POST /v1/stories/{story}/sources 201 0 ms");
        JsonNode refused = ofRequest(lines, "bad-key").get(0).path("mdc");
        assertThat(refused.path("operation").asText()).isEqualTo("GET /v1/keys");
        assertThat(refused.path("status").asText()).isEqualTo("401");
        assertThat(refused.path("millis").asText()).isNotEmpty();
        for (String id : List.of("new-party", "new-story", "new-key", "bad-body", "bad-fields", "bad-query", "no-path"))
            assertThat(ofRequest(lines, id)).as(id).hasSize(1);
    }

    private static List<JsonNode> ofRequest(List<JsonNode> lines, String id) {
        return lines.stream()
                .filter(line -> line.at("/mdc/requestId").asText().equals(id))
                .toList();
    }
}
