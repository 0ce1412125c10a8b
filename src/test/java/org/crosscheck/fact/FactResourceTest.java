package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Facts: added once, filtered, reviewed, replaced and deleted, with the report that follows them. */
@QuarkusTest
class FactResourceTest {
    private static final String FIVE =
            "{\"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 50, \"max\": 50}}";

    private static int count(String story, String query) {
        return Api.json(Api.get(story + "/facts" + query)).path("items").size();
    }

    private static List<String> flags(String story, String attribute) {
        return Api.texts(Api.json(Api.get(story + "/findings/" + attribute)).path("flags"));
    }

    private static String version(String story) {
        return Api.get(story + "/report").header("ETag");
    }

    @Test
    void a_fact_that_is_sent_twice_is_there_once() {
        String story = Api.story("fact-twice");
        Response added = Api.post(story + "/sources/second/facts", FIVE);
        assertThat(added.statusCode()).isEqualTo(201);
        String version = version(story);
        Response again = Api.post(story + "/sources/second/facts", FIVE);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.asString()).isEqualTo(added.asString());
        for (String header : List.of("Location", "ETag"))
            assertThat(again.header(header)).isEqualTo(added.header(header)).isNotNull();
        assertThat(Api.get(added.header("Location").replaceAll("^https?://[^/]+", ""))
                        .asString())
                .isEqualTo(added.asString());
        assertThat(count(story, "")).isEqualTo(5);
        assertThat(version(story)).isEqualTo(version);
    }

    @Test
    void an_idempotency_key_belongs_to_one_request() {
        String story = Api.story("fact-key");
        String facts = story + "/sources/second/facts";
        Response added = Api.post(facts, FIVE, "Idempotency-Key", "k-1");
        String version = version(story);
        Response again = Api.post(facts, FIVE, "Idempotency-Key", "k-1");
        assertThat(again.statusCode()).isEqualTo(added.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(added.asString());
        for (String header : List.of("Location", "ETag", "Content-Type"))
            assertThat(again.header(header)).isEqualTo(added.header(header)).isNotNull();
        assertThat(version(story)).isEqualTo(version);
        Api.assertProblem(Api.post(facts, "{\"attribute\": \"topic\"}", "Idempotency-Key", "k-1"), 422);
        Api.assertProblem(Api.post(story + "/sources/first/facts", FIVE, "Idempotency-Key", "k-1"), 422);
        for (String bad : List.of("a b", "x".repeat(256)))
            Api.assertProblem(Api.post(facts, FIVE, "Idempotency-Key", bad), 400);
        assertThat(count(story, "")).isEqualTo(5);
    }

    @Test
    void a_request_that_failed_does_not_use_up_its_key() {
        String story = Api.story("fact-key-failed");
        String facts = story + "/sources/second/facts";
        Api.assertProblem(Api.post(facts, "{\"attribute\": \"nothing\"}", "Idempotency-Key", "k-1"), 422);
        assertThat(Api.post(facts, FIVE, "Idempotency-Key", "k-1").statusCode()).isEqualTo(201);
    }

    @Test
    void facts_are_filtered_by_attribute_voice_source_and_status() {
        String story = Api.story("fact-filter");
        assertThat(count(story, "")).isEqualTo(4);
        assertThat(count(story, "?attribute=number")).isEqualTo(2);
        assertThat(count(story, "?source=second")).isEqualTo(2);
        assertThat(count(story, "?voice=fact-filter-mayor")).isEqualTo(1);
        assertThat(count(story, "?voice=fact-filter-ap")).as("in its own voice").isEqualTo(1);
        assertThat(count(story, "?voice=fact-filter-group&attribute=number")).isEqualTo(1);
        assertThat(count(story, "?status=ACCEPTED")).isEqualTo(4);
        assertThat(count(story, "?status=REJECTED")).isZero();
        assertThat(count(story, "?voice=nobody")).isZero();
    }

    @Test
    void a_rejected_fact_leaves_the_report_until_it_is_accepted_again() {
        String story = Api.story("fact-review");
        String report = Api.get(story + "/findings/number").asString();
        assertThat(flags(story, "number")).contains("CONTRADICTION");
        JsonNode fact = Api.json(Api.get(story + "/facts?source=second&attribute=number"))
                .at("/items/0");
        String path = story + "/facts/" + fact.path("id").asText();
        String tag = Api.get(path).header("ETag");
        Response rejected =
                Api.put(path + "/status", "{\"status\": \"REJECTED\", \"reason\": \"misread\"}", "If-Match", tag);
        assertThat(rejected.statusCode()).isEqualTo(200);
        assertThat(Api.json(rejected).path("reason").asText()).isEqualTo("misread");
        assertThat(flags(story, "number")).doesNotContain("CONTRADICTION");
        assertThat(count(story, "?status=REJECTED")).isEqualTo(1);
        Api.assertProblem(Api.put(path + "/status", "{\"status\": \"ACCEPTED\"}", "If-Match", tag), 412);
        Api.assertProblem(Api.put(path + "/status", "{}"), 422);
        assertThat(Api.replace(path + "/status", "{\"status\": \"ACCEPTED\"}").statusCode())
                .isEqualTo(200);
        assertThat(Api.get(story + "/findings/number").asString()).isEqualTo(report);
    }

    @Test
    void sending_a_rejected_fact_again_does_not_accept_it() {
        String story = Api.story("fact-rejected");
        String id = Api.json(Api.post(story + "/sources/second/facts", FIVE))
                .path("id")
                .asText();
        Api.replace(story + "/facts/" + id + "/status", "{\"status\": \"REJECTED\"}");
        Response again = Api.post(story + "/sources/second/facts", FIVE);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(Api.json(again).path("status").asText()).isEqualTo("REJECTED");
    }

    @Test
    void a_fact_is_replaced_and_deleted_and_the_report_follows() {
        String story = Api.story("fact-replace");
        Response added = Api.post(
                story + "/sources/second/facts", FIVE.replace("{\"attribute\"", "{\"id\": \"mine\", \"attribute\""));
        String path = story + "/facts/mine";
        Response replaced =
                Api.put(path, "{\"attribute\": \"topic\", \"stance\": \"DENIES\"}", "If-Match", added.header("ETag"));
        assertThat(replaced.statusCode()).as(replaced.asString()).isEqualTo(200);
        assertThat(Api.json(replaced).path("value").path("type").asText()).isEqualTo("TOPIC");
        assertThat(flags(story, "topic")).contains("CONTRADICTION");
        Api.assertProblem(Api.put(path, "{\"id\": \"other\", \"attribute\": \"topic\"}"), 422);
        Api.assertProblem(Api.put(story + "/facts/nothing", "{\"attribute\": \"topic\"}"), 404);
        Api.assertProblem(Api.delete(path, "If-Match", added.header("ETag")), 412);
        assertThat(Api.delete(path).statusCode()).isEqualTo(204);
        Api.assertProblem(Api.get(path), 404);
        assertThat(flags(story, "topic")).doesNotContain("CONTRADICTION");
    }

    @Test
    void an_id_that_is_taken_is_a_conflict() {
        String story = Api.story("fact-taken");
        Api.post(story + "/sources/second/facts", "{\"id\": \"mine\", \"attribute\": \"topic\", \"wording\": \"a\"}");
        String other = "{\"id\": \"mine\", \"attribute\": \"topic\", \"wording\": \"b\"}";
        Api.assertProblem(Api.post(story + "/sources/second/facts", other), 409);
        Api.assertProblem(Api.post(story + "/sources/first/facts", other), 409);
        Api.assertProblem(
                Api.post(
                        story + "/sources",
                        "{\"publisher\": \"fact-taken-ap\", \"publishedAt\": \"2020-01-01T00:00:00Z\", \"facts\": ["
                                + other + "]}"),
                409);
        assertThat(Api.json(Api.get(story + "/sources")).path("items")).hasSize(2);
    }

    @Test
    void proposed_facts_wait_for_an_editor() {
        String story = Api.story("fact-proposed");
        String report = version(story);
        Response added = Api.post(
                story + "/sources/second/facts",
                FIVE.replace("{\"attribute\"", "{\"origin\": \"EXTRACTED\", \"attribute\""));
        assertThat(Api.json(added).path("status").asText()).isEqualTo("PROPOSED");
        assertThat(Api.get(story + "/findings/number").asString()).doesNotContain("50");
        assertThat(report).isNotNull();
    }

    @Test
    void evidence_is_found_in_the_text() {
        String story = Api.story("fact-evidence");
        Response added = Api.post(
                story + "/sources/first/facts",
                "{\"attribute\": \"words\", \"value\": {\"type\": \"TEXT\", \"text\": \"said\"}, \"evidence\": {\"exact\": \"mayor said\"}}");
        assertThat(Api.json(added).at("/evidence/start").asInt()).isEqualTo(24);
        assertThat(Api.json(added).at("/evidence/end").asInt()).isEqualTo(34);
    }

    @Test
    void numbers_without_a_unit_do_not_come_to_mean_one() {
        String story = Api.story("fact-unit");
        Api.put(story + "/attributes/count", "{\"type\": \"QUANTITY\"}");
        Api.post(story + "/sources/second/facts", FIVE.replace("number", "count"));
        Api.assertProblem(Api.put(story + "/attributes/count", "{\"type\": \"QUANTITY\", \"unit\": \"kg\"}"), 409);
    }

    @Test
    void a_unit_that_becomes_a_concept_changes_nothing_when_the_export_comes_back() {
        String story = Api.story("fact-concept");
        Api.post(story + "/sources/second/facts", FIVE.replace("\"min\"", "\"unit\": \"fact-concept-bus\", \"min\""));
        Api.put("/v1/concepts/fact-concept-bus", "{\"label\": \"bus\", \"scheme\": \"kind\"}");
        String before = Api.state(story);
        Api.put(story + "/dossier", Api.get(story + "/dossier").asString())
                .then()
                .statusCode(200);
        assertThat(Api.json(Api.get(story + "/facts?attribute=number")).findValuesAsText("revision"))
                .containsOnly("1");
        assertThat(Api.state(story)).isEqualTo(before);
    }
}
