package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.crosscheck.http.Api;

/** Speaks to the running program as its clients do; for many threads, and with answers as trees that compare. */
public final class Client {
    public static final ObjectMapper JSON = new ObjectMapper();
    /** Everything is published before it, so that a report up to then has all and is judged anew. */
    private static final String FAR = "9999-12-31";

    /** Nothing hangs for so long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    public Client(URI base) {
        this.base = base;
    }

    /** What the program answered. */
    public record Answer(int status, String body, String tag, String location, String retryAfter) {
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * As the admin, unless the headers have another key.
     *
     * @param headers names and values in turn
     */
    public Answer send(String method, String path, Object body, String... headers) {
        var content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        var request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, content);
        if (body != null && !List.of(headers).contains("Content-Type"))
            request.header("Content-Type", "application/json");
        if (!List.of(headers).contains(Api.KEY_HEADER)) request.header(Api.KEY_HEADER, Api.ADMIN_KEY);
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null),
                    response.headers().firstValue("Location").orElse(null),
                    response.headers().firstValue("Retry-After").orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what must succeed. */
    public Answer must(String method, String path, Object body, String... headers) {
        return succeeded(send(method, path, body, headers), method, path, body);
    }

    private static Answer succeeded(Answer answer, String method, String path, Object body) {
        assertThat(answer.status())
                .as("%s %s %s: %s", method, path, body, answer.body())
                .isBetween(200, 299);
        return answer;
    }

    public JsonNode get(String path) {
        return must("GET", path, null).json();
    }

    public JsonNode put(String path, Object body) {
        return putAnyway(path, body).json();
    }

    /** Puts {@code body} there, whether something is there or not, even where others create and delete it meanwhile. */
    public Answer putAnyway(String path, Object body) {
        Answer answer = send("PUT", path, body);
        while (answer.status() == 428 || answer.status() == 412)
            answer = answer.status() == 428 ? send("PUT", path, body, "If-Match", "*") : send("PUT", path, body);
        return succeeded(answer, "PUT", path, body);
    }

    public JsonNode post(String path, Object body) {
        return must("POST", path, body).json();
    }

    /** The report as it is stored. */
    public JsonNode stored(String story) {
        return said(get("/v1/stories/" + story + "/report"));
    }

    /** The report judged anew from what is stored. */
    public JsonNode live(String story) {
        return said(get("/v1/stories/" + story + "/report?asOf=" + FAR));
    }

    /** The report on a dossier that is not stored. */
    public JsonNode check(JsonNode dossier) {
        return said(post("/v1/check", dossier));
    }

    public JsonNode dossier(String story) {
        return get("/v1/stories/" + story + "/dossier");
    }

    public long version(String story) {
        return get("/v1/stories/" + story + "/report").get("version").asLong();
    }

    /** Whatever is stored says the same as a judgement from scratch, and as a check of the exported dossier. */
    public void isUpToDate(String story) {
        JsonNode stored = stored(story);
        same(stored, live(story), story + " judged anew");
        same(stored, check(dossier(story)), story + " checked");
    }

    public static void same(JsonNode actual, JsonNode expected, String what) {
        assertThat(actual.toPrettyString()).as(what).isEqualTo(expected.toPrettyString());
    }

    private static JsonNode said(JsonNode report) {
        return ((ObjectNode) report).without(List.of("story", "version"));
    }
}
