package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.crosscheck.dossier.Client;
import org.crosscheck.dossier.DrawnDossier;
import org.crosscheck.http.Api;
import org.crosscheck.value.Draw;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview says what the reviews then do, and does nothing itself. */
@QuarkusTest
class ReviewPreviewTest {
    private static final int DOSSIERS = 10;
    private static final List<String> STATUSES = List.of("ACCEPTED", "REJECTED", "PROPOSED");
    private static final List<String> SHOWN = List.of("label", "verdict", "flags", "support", "explanation");

    @TestHTTPResource
    URI address;

    private Client api;

    @BeforeEach
    void connect() {
        api = new Client(address);
    }

    @Tag("drawn")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_preview_says_what_saving_then_does_and_leaves_no_trace(long seed) {
        int told = 0;
        for (int i = 0; i < DOSSIERS; i++) {
            String id = "preview-" + seed + "-" + i;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, id + "-").draw(5, 8);
            String story = "/v1/stories/" + id;
            api.put(story + "/dossier", dossier);
            ObjectNode reviews = reviews(api.get(story + "/facts?limit=500").path("items"), new Draw(1000 * seed + i));
            if (reviews.path("reviews").isEmpty()) continue;

            String before = Api.state(story);
            JsonNode report = api.get(story + "/report");
            String traces = traces(story, reviews);
            Client.Answer preview = api.send("POST", story + "/facts/reviews/preview", reviews);
            assertThat(Api.state(story)).as(id).isEqualTo(before);
            assertThat(traces(story, reviews)).as(id).isEqualTo(traces);

            Client.Answer saved = api.send("POST", story + "/facts/reviews", reviews);
            assertThat(preview.status()).as(preview.body()).isEqualTo(saved.status());
            if (saved.status() != 200) {
                assertThat(preview.json().path("violations"))
                        .isEqualTo(saved.json().path("violations"));
                continue;
            }
            JsonNode after = api.get(story + "/report");
            assertThat(preview.json().path("before")).isEqualTo(report.path("summary"));
            assertThat(preview.json().path("after")).isEqualTo(after.path("summary"));
            assertThat(changes(preview.json())).as(id).isEqualTo(difference(report, after));
            assertThat(turns(preview.json().path("changes")))
                    .as(id)
                    .isEqualTo(turns(api.get(story + "/changes?limit=500&since=" + report.path("version"))
                            .path("items")));
            told += preview.json().path("changes").size();
        }
        assertThat(told).isGreaterThan(DOSSIERS);
    }

    /** A word on some of the facts; now and then the fact is to say what another one of its attribute says. */
    private static ObjectNode reviews(JsonNode facts, Draw draw) {
        ObjectNode body = Client.JSON.createObjectNode();
        ArrayNode reviews = body.putArray("reviews");
        for (JsonNode fact : facts) {
            if (draw.chance(3)) continue;
            ObjectNode review = reviews.addObject()
                    .put("fact", fact.path("id").asText())
                    .put("status", draw.of(STATUSES))
                    .put("revision", fact.path("revision").asInt());
            if (draw.chance(40)) review.put("revision", 99);
            if (draw.chance(3)) review.set("replacement", statement(facts.get(draw.below(facts.size()))));
        }
        return body;
    }

    private static JsonNode statement(JsonNode fact) {
        return ((ObjectNode) fact.deepCopy())
                .without(List.of("id", "source", "evidence", "reason", "revision", "status"));
    }

    private String traces(String story, JsonNode reviews) {
        String first = reviews.at("/reviews/0/fact").asText();
        // A change is numbered a moment later: that is nobody's trace.
        return Api.each(api.get(story + "/changes?limit=500").path("items"), "id")
                        .toString()
                + api.get(story + "/facts/" + first + "/history")
                + api.get(story + "/facts/" + first);
    }

    /** By attribute, the shown parts of the findings that a preview names. */
    private static Map<String, String> changes(JsonNode preview) {
        Map<String, String> changes = new TreeMap<>();
        for (JsonNode change : preview.path("changes")) {
            ObjectNode to = change.path("to").deepCopy();
            to.set("label", change.path("label"));
            to.set("explanation", change.path("explanation"));
            changes.put(change.path("attribute").asText(), shown(to));
        }
        return changes;
    }

    private static Map<String, String> difference(JsonNode report, JsonNode later) {
        Map<String, String> findings = findings(later);
        findings.entrySet().removeAll(findings(report).entrySet());
        return findings;
    }

    private static Map<String, String> findings(JsonNode report) {
        Map<String, String> findings = new TreeMap<>();
        report.path("findings")
                .forEach(finding -> findings.put(finding.path("attribute").asText(), shown(finding)));
        return findings;
    }

    private static String shown(JsonNode finding) {
        List<String> shown = new ArrayList<>();
        SHOWN.forEach(field -> shown.add(finding.path(field).toString()));
        return shown.toString();
    }

    /** By attribute, from what to what verdicts and flags turn, where they do. */
    private static Map<String, String> turns(JsonNode changes) {
        Map<String, String> turns = new TreeMap<>();
        for (JsonNode change : changes) {
            String from = change.at("/from/verdict") + " " + change.at("/from/flags");
            String to = change.at("/to/verdict") + " " + change.at("/to/flags");
            if (!from.equals(to)) turns.put(change.path("attribute").asText(), from + " > " + to);
        }
        return turns;
    }

    /** A ferry story to which a text proposes a party and a question. */
    private static String proposals(String id) {
        String story = "/v1/stories/" + id;
        Api.put("/v1/parties/" + id + "-post", "{\"name\": \"Post of " + id + "\"}");
        Api.put(story, "{\"title\": \"A ferry sinks\"}");
        Api.put(story + "/attributes/topic", "{\"type\": \"TOPIC\", \"cues\": [\"life jackets\"]}");
        Response submitted = Api.post(story + "/sources", """
                {"id": "post", "publisher": "%s-post", "publishedAt": "2024-05-08T10:00:00Z", "language": "en",
                 "text": "The ferry company %s said nothing of life jackets. Divers found 31 rusty anchors under the wreck."}""".formatted(id, id));
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
        return story;
    }

    private static String acceptAll(String story) {
        List<String> reviews = new ArrayList<>();
        for (String fact : Api.each(Api.json(Api.get(story + "/facts")).path("items"), "id"))
            reviews.add("{\"fact\": \"" + fact + "\", \"status\": \"ACCEPTED\"}");
        assertThat(reviews).hasSizeGreaterThan(1);
        return "{\"reviews\": " + reviews + "}";
    }

    @Test
    void what_would_be_adopted_is_shown_and_stays_proposed() {
        String story = proposals("preview-adopts");
        String reviews = acceptAll(story);
        String before = Api.state(story);
        JsonNode changes =
                Api.json(Api.post(story + "/facts/reviews/preview", reviews)).path("changes");
        assertThat(changes).anyMatch(change -> !change.has("from"));
        assertThat(Api.state(story)).isEqualTo(before);
        assertThat(Api.get(story + "/attributes").asString()).contains("\"proposed\":true");
        JsonNode saved = Api.json(Api.post(story + "/facts/reviews", reviews));
        assertThat(saved.path("items")).isNotEmpty();
        assertThat(Api.each(Api.json(Api.get(story + "/report")).path("findings"), "attribute"))
                .containsAll(Api.each(changes, "attribute"));
    }

    @Test
    void a_key_with_which_a_preview_came_is_still_free_for_the_reviews() {
        String story = proposals("preview-key");
        String reviews = acceptAll(story);
        Response preview = Api.post(story + "/facts/reviews/preview", reviews, "Idempotency-Key", "same");
        assertThat(preview.statusCode()).isEqualTo(200);
        Response saved = Api.post(story + "/facts/reviews", reviews, "Idempotency-Key", "same");
        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
    }

    @Test
    void previews_and_reviews_at_once_do_not_wait_in_a_circle() {
        String story = proposals("preview-at-once");
        String reviews = acceptAll(story);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> api.send(
                                "POST", story + "/facts/reviews" + (i % 3 == 0 ? "" : "/preview"), reviews)
                        .status()))
                .toList();
        answers.forEach(answer -> assertThat(answer.join()).isEqualTo(200));
        api.isUpToDate("preview-at-once");
        assertThat(Api.json(Api.post(story + "/facts/reviews/preview", reviews)).path("changes"))
                .as("there is nothing left to change")
                .isEmpty();
    }

    @Test
    void what_reviews_are_refused_for_previews_are_refused_for() {
        String story = proposals("preview-refused");
        JsonNode fact = Api.json(Api.get(story + "/facts")).at("/items/0");
        String body = """
                {"reviews": [{"fact": "nowhere", "status": "ACCEPTED"},
                             {"fact": "%s", "status": "ACCEPTED", "revision": 99}]}""".formatted(fact.path("id").asText());
        Response refused = Api.assertProblem(Api.post(story + "/facts/reviews/preview", body), 422);
        assertThat(Api.pointers(refused)).containsExactly("/reviews/0/fact", "/reviews/1/revision");
        Api.assertProblem(Api.post("/v1/stories/no-such-story/facts/reviews/preview", body), 404);
    }
}
