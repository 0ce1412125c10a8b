package org.crosscheck.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A client of the API in tests, and the bodies that it sends. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hostile bodies are not to be printed: indenting them takes all memory. */
    private static final RestAssuredConfig QUIET = RestAssuredConfig.config().logConfig(LogConfig.logConfig());

    /** What the program knows the admin by in tests. */
    public static final String ADMIN_KEY = "crosscheck_the-key-of-the-admin-in-tests";

    public static final String KEY_HEADER = "X-API-Key";

    private Api() {}

    /**
     * A request with headers, given as name and value in turns: of the admin, unless they have another key. A header without a
     * value is not sent.
     */
    public static RequestSpecification with(String... headers) {
        RequestSpecification request = given().config(QUIET).urlEncodingEnabled(false);
        if (!Arrays.asList(headers).contains(KEY_HEADER)) request.header(KEY_HEADER, ADMIN_KEY);
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i + 1].isEmpty()) request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    public static Response get(String path, String... headers) {
        return with(headers).get(path);
    }

    public static Response delete(String path, String... headers) {
        return with(headers).delete(path);
    }

    public static Response put(String path, Object body, String... headers) {
        return sending(body, headers).put(path);
    }

    /** Puts in place of what is there, whatever that is. */
    public static Response replace(String path, Object body) {
        return put(path, body, "If-Match", "*");
    }

    /** Puts where another test may have put something else before. */
    public static Response putAnyway(String path, Object body) {
        Response response = put(path, body);
        return response.statusCode() == 428 ? replace(path, body) : response;
    }

    public static Response post(String path, Object body, String... headers) {
        return sending(body, headers).post(path);
    }

    private static RequestSpecification sending(Object body, String... headers) {
        return with(headers).contentType(ContentType.JSON).body(body.toString());
    }

    /** {@code text} as JSON. */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON that {@code response} carries. */
    public static JsonNode json(Response response) {
        return json(response.asString());
    }

    /** A JSON file among the test resources. */
    public static ObjectNode file(String name) {
        try (InputStream in = Api.class.getResourceAsStream(name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores {@link #dossier} and gives the path of its story. */
    public static String story(String id) {
        String story = "/v1/stories/" + id;
        assertThat(put(story + "/dossier", dossier(id)).statusCode()).isEqualTo(201);
        return story;
    }

    /** A small story, with parties and concepts of its own, and an attribute of each type. */
    public static ObjectNode dossier(String id) {
        return (ObjectNode) json("""
                {
                  "story": {"id": "ID", "title": "A crash", "language": "en", "occurredOn": "2020-05"},
                  "parties": [
                    {"id": "ID-ap", "name": "AP", "kind": "OUTLET", "aliases": ["the AP"], "partOf": "ID-group"},
                    {"id": "ID-group", "name": "Group"},
                    {"id": "ID-mayor", "name": "Mayor", "kind": "PERSON"}],
                  "concepts": [
                    {"id": "ID-car", "scheme": "kind", "label": "car", "aliases": ["cars"], "broader": ["ID-vehicle"]},
                    {"id": "ID-vehicle", "scheme": "kind", "label": "vehicle"},
                    {"id": "ID-town", "scheme": "place", "label": "Town"}],
                  "attributes": [
                    {"id": "number", "label": "How many", "question": "How many cars?", "type": "QUANTITY",
                     "unit": "ID-car", "cues": ["cars"], "tolerance": 0, "evolving": false},
                    {"id": "place", "type": "CONCEPT"}, {"id": "order", "type": "ORDINAL"}, {"id": "day", "type": "TIME"},
                    {"id": "length", "type": "DURATION"}, {"id": "words", "type": "TEXT"}, {"id": "topic", "type": "TOPIC"}],
                  "sources": [
                    {"id": "first", "publisher": "ID-ap", "title": "Crash", "url": "https://ap.example/crash",
                     "publishedAt": "2020-05-02T10:00:00Z", "language": "en", "credits": ["WIRE"], "derivedFrom": ["second"],
                     "text": "Three cars crashed, the mayor said.", "coverage": "COMPLETE", "covers": ["number", "topic"],
                     "facts": [
                       {"attribute": "number", "claimant": "ID-mayor", "stance": "AFFIRMS",
                        "value": {"type": "QUANTITY", "min": 3, "max": 3, "unit": "ID-car"}, "wording": "Three cars",
                        "certainty": "STATED", "asOf": "2020-05-02T09:00:00Z", "status": "ACCEPTED", "origin": "EDITOR",
                        "evidence": {"exact": "Three cars", "suffix": " crashed", "start": 0, "end": 10}},
                       {"attribute": "words", "value": {"type": "TEXT", "text": "crashed"}}]},
                    {"id": "second", "publisher": "ID-group", "publishedAt": "2020-05-01T10:00:00Z",
                     "facts": [{"attribute": "number", "value": {"type": "QUANTITY", "min": 4}},
                               {"attribute": "topic", "value": {"type": "TOPIC"}}]}]
                }
                """.replace("ID", id));
    }

    /** A story's dossier and its entity tag, which counts every change of the story, of parties and of concepts. */
    public static String state(String story) {
        Response dossier = get(story + "/dossier");
        return dossier.statusCode() + dossier.header("ETag") + dossier.asString();
    }

    /** {@code response} is a problem that tells the client everything, and an attacker nothing. */
    public static Response assertProblem(Response response, int... statuses) {
        String body = response.asString();
        assertThat(statuses).as(body).contains(response.statusCode());
        assertThat(response.contentType()).as(body).startsWith("application/problem+json");
        JsonNode problem = json(body);
        assertThat(problem.path("type").asText()).startsWith("urn:crosscheck:problem:");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(body).doesNotContain("org.", "java.", "Exception", "SELECT ", "hibernate", "must match");
        return response;
    }

    /** The pointers of what {@code response} says must change. */
    public static List<String> pointers(Response response) {
        return json(response).path("violations").findValuesAsText("pointer");
    }

    /** The values of {@code field} in the items of a list. */
    public static List<String> each(JsonNode items, String field) {
        List<String> values = new ArrayList<>();
        items.forEach(item -> values.add(item.path(field).asText()));
        return values;
    }

    /** The strings of an array. */
    public static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
