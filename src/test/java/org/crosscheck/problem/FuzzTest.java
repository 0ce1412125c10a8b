package org.crosscheck.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/**
 * Spoils good bodies at random and sends them everywhere: whatever comes, the server neither fails nor falls silent. Run it with
 * {@code -Dfuzz.requests=20000 -Dfuzz.seed=7} to look further.
 */
@QuarkusTest
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 300);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final String ID = "fuzz";
    private static final String STORY = "/v1/stories/" + ID;

    /** What takes the place of something good, as it stands in JSON. */
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "1e2147483647",
            "99999999999999999999",
            "NaN",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\"",
            "\"%\"",
            "\"'\"",
            "\"{0}\"",
            "\"${1+1}\"",
            "\"\\\\\"",
            "\"../..\"",
            "\"first\"",
            "\"second\"",
            "\"number\"",
            "\"fuzz-ap\"",
            "\"fuzz-group\"",
            "\"fuzz-car\"",
            "\"fuzz-vehicle\"",
            "\"2020-05-02\"",
            "\"2020-05-02T10:00:00Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"../2020\"",
            "\"201X\"",
            "\"Y170000002\"",
            "\"P1Y\"",
            "\"P999999999Y\"",
            "\"PT0S\"",
            "\"OMITS\"",
            "\"DENIES\"",
            "\"COMPLETE\"",
            "\"TOPIC\"",
            "\"USD\"",
            "\"kg\"",
            "\"[in_i]\"",
            "\"10*\"",
            "\"m/(\"",
            "\"Cel\"",
            "\"REJECTED\"",
            "{\"type\": \"TOPIC\"}",
            "{\"type\": \"ORDINAL\", \"number\": -9223372036854775808}",
            "{\"type\": \"QUANTITY\", \"min\": 1e-40, \"unit\": \"m\"}",
            "{\"type\": \"QUANTITY\", \"max\": 1e39, \"unit\": \"Cel\"}",
            "{\"type\": \"TIME\", \"edtf\": \"../2020-05~\"}",
            "{\"type\": \"DURATION\", \"max\": \"PT1M\", \"maxExclusive\": true}",
            "{\"type\": \"CONCEPT\", \"concept\": \"fuzz-town\"}",
            "{\"type\": \"TEXT\", \"text\": \"\u0130\ufdfa\"}",
            "\"HOLE\"",
            "\"" + "a".repeat(3000) + "\"",
            "[" + "\"a\",".repeat(300) + "\"b\"]");

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void no_body_makes_the_server_fail() throws Exception {
        Api.put(STORY + "/dossier", Api.dossier(ID));
        int stored = 0;
        for (int i = 0; i < REQUESTS; i++) {
            int place = random.nextInt(PLACES.length);
            String method = PLACES[place][0];
            String body = spoilt(Api.dossier(ID).at(PLACES[place][2]));
            HttpResponse<String> answer = send(method, PLACES[place][1], body, "If-Match", "*");
            String said = "seed %d, request %d: %s %s %s: %d %s"
                    .formatted(SEED, i, method, PLACES[place][1], body, answer.statusCode(), answer.body());
            assertThat(answer.statusCode()).as(said).isLessThan(500);
            if (answer.statusCode() >= 400) refused(answer, said);
            else stored++;
            if (random.nextInt(10) == 0) readable();
        }
        assertThat(stored).as("good ones among the bad ones").isPositive();
    }

    /** Method and path, and which part of the dossier goes there. */
    private static final String[][] PLACES = {
        {"PUT", STORY + "/dossier", ""},
        {"PUT", STORY + "/dossier", ""},
        {"POST", "/v1/check", ""},
        {"PUT", STORY, "/story"},
        {"PUT", "/v1/parties/" + ID + "-ap", "/parties/0"},
        {"PUT", "/v1/concepts/" + ID + "-car", "/concepts/0"},
        {"PUT", STORY + "/attributes/number", "/attributes/0"},
        {"POST", STORY + "/sources", "/sources/1"},
        {"PUT", STORY + "/sources/first", "/sources/0"},
        {"PUT", STORY + "/sources/second", "/sources/1"},
        {"POST", STORY + "/sources/first/facts", "/sources/0/facts/0"},
        {"POST", STORY + "/sources/second/facts", "/sources/1/facts/0"}
    };

    private static void refused(HttpResponse<String> answer, String said) {
        assertThat(answer.headers().firstValue("Content-Type")).as(said).hasValue("application/problem+json");
        JsonNode problem = Api.json(answer.body());
        assertThat(problem.path("status").asInt()).as(said).isEqualTo(answer.statusCode());
        assertThat(problem.path("detail").asText()).as(said).isNotBlank();
        if (answer.statusCode() == 422)
            assertThat(problem.path("violations")).as(said).isNotEmpty();
        assertThat(answer.body())
                .as(said)
                .doesNotContain("org.crosscheck", "java.", "Exception", "SELECT ", "hibernate");
    }

    /** What was stored can be read, and imported again. */
    private void readable() throws Exception {
        for (String view :
                List.of("/report?rollUp=true", "/matrix", "/comparison?left=fuzz-ap&right=fuzz-group", "/facts"))
            assertThat(send("GET", STORY + view, null).statusCode()).as(view).isIn(200, 404);
        HttpResponse<String> dossier = send("GET", STORY + "/dossier", null);
        if (dossier.statusCode() == 404) return;
        HttpResponse<String> again = send("PUT", STORY + "/dossier", dossier.body());
        assertThat(again.statusCode())
                .as("%s: %s", dossier.body(), again.body())
                .isEqualTo(200);
        assertThat(again.headers().firstValue("ETag"))
                .as(dossier.body())
                .isEqualTo(dossier.headers().firstValue("ETag"));
        JsonNode report = Api.json(send("GET", STORY + "/report", null).body());
        JsonNode checked = Api.json(send("POST", "/v1/check", dossier.body()).body());
        assertThat(checked.path("findings")).as(dossier.body()).isEqualTo(report.path("findings"));
    }

    private HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.BodyPublisher publisher = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header(Api.KEY_HEADER, Api.ADMIN_KEY)
                .header("Content-Type", "application/json")
                .method(method, publisher);
        if (headers.length > 0) request.headers(headers);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String spoilt(JsonNode good) {
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            List<JsonNode> parents = new ArrayList<>();
            gather(good, parents);
            spoil(parents.get(random.nextInt(parents.size())), parents);
        }
        String body = good.toString();
        while (body.contains("\"HOLE\""))
            body = body.replaceFirst("\"HOLE\"", java.util.regex.Matcher.quoteReplacement(junk()));
        if (random.nextInt(50) == 0) body = body.substring(0, random.nextInt(body.length()));
        return body;
    }

    private String junk() {
        String junk = JUNK.get(random.nextInt(JUNK.size()));
        return junk.equals("\"HOLE\"") ? "\"hole\"" : junk;
    }

    private static void gather(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) parents.add(node);
        node.forEach(child -> gather(child, parents));
    }

    /** Drops, replaces, copies or adds one thing in {@code parent}. */
    private void spoil(JsonNode parent, List<JsonNode> all) {
        JsonNode other = all.get(random.nextInt(all.size())).deepCopy();
        if (parent instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name =
                    names.isEmpty() || random.nextInt(20) == 0 ? "extra" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other);
                default -> object.put(name, "HOLE");
            }
        } else if (parent instanceof ArrayNode array) {
            int at = array.isEmpty() ? 0 : random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, other);
                case 2 -> array.insert(at, "HOLE");
                default -> {
                    if (!array.isEmpty()) array.add(array.get(at).deepCopy());
                }
            }
        }
    }
}
