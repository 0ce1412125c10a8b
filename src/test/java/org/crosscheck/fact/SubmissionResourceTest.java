package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Sources: submitted once, revised without losing what was, and withdrawn when nothing depends on them. */
@QuarkusTest
class SubmissionResourceTest {

    private static String source(String story, String more) {
        return "{\"publisher\": \"" + story.substring("/v1/stories/".length())
                + "-ap\", \"publishedAt\": \"2020-05-03T10:00:00Z\"" + more + "}";
    }

    @Test
    void a_source_without_an_id_gets_one_of_publisher_and_day() {
        String story = Api.story("sub-id");
        Response first = Api.post(story + "/sources", source(story, ""));
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Location")).endsWith(story + "/sources/sub-id-ap-2020-05-03");
        assertThat(Api.post(story + "/sources", source(story, "")).header("Location"))
                .endsWith("-2020-05-03-2");
        assertThat(Api.json(first).path("lineage")).hasSize(1);
    }

    @Test
    void a_submission_that_is_repeated_with_its_key_is_answered_again_and_done_once() {
        String story = Api.story("sub-key");
        String body = source(story, ", \"credits\": \"WIRE\", \"facts\": [{\"attribute\": \"topic\"}]");
        Response first = Api.post(story + "/sources", body, "Idempotency-Key", "key");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(Api.texts(Api.json(first).path("lineage"))).contains("first");
        String state = Api.state(story);
        Response again = Api.post(story + "/sources", body, "Idempotency-Key", "key");
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type"))
            assertThat(again.header(header)).isEqualTo(first.header(header)).isNotNull();
        assertThat(Api.state(story)).isEqualTo(state);
        Api.assertProblem(Api.post(story + "/sources", source(story, ""), "Idempotency-Key", "key"), 422);
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void a_source_that_is_there_is_not_submitted_again() {
        String story = Api.story("sub-there");
        String state = Api.state(story);
        Api.assertProblem(Api.post(story + "/sources", source(story, ", \"id\": \"first\"")), 409);
        Api.assertProblem(Api.post("/v1/stories/sub-nowhere/sources", source(story, "")), 404);
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void a_put_keeps_the_facts_that_it_leaves_out_and_the_revision_that_it_replaces() {
        String story = Api.story("sub-revise");
        JsonNode before = Api.json(Api.get(story + "/sources/second"));
        Response revised = Api.replace(story + "/sources/second", source(story, ", \"title\": \"Corrected\""));
        assertThat(revised.statusCode()).isEqualTo(200);
        assertThat(Api.json(revised).path("facts")).hasSize(2);
        JsonNode revisions =
                Api.json(Api.get(story + "/sources/second/revisions")).path("items");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.path(0).path("publisher")).isEqualTo(before.path("publisher"));
        assertThat(revisions.path(1).path("title").asText()).isEqualTo("Corrected");
        assertThat(Api.each(revisions, "revision")).containsExactly("1", "2");

        Response emptied =
                Api.replace(story + "/sources/second", source(story, ", \"title\": \"Corrected\", \"facts\": []"));
        assertThat(Api.json(emptied).path("facts")).isEmpty();
        assertThat(Api.json(Api.get(story + "/facts?source=second")).path("items"))
                .isEmpty();
    }

    @Test
    void a_text_that_loses_a_quote_is_refused() {
        String story = Api.story("sub-quote");
        Response refused = Api.put(story + "/sources/first", source(story, ", \"text\": \"Nothing of the kind.\""));
        Api.assertProblem(refused, 422);
        assertThat(Api.pointers(refused)).contains("/text");
    }

    @Test
    void a_source_from_which_another_is_derived_stays_until_that_one_goes() {
        String story = Api.story("sub-delete");
        Api.assertProblem(Api.delete(story + "/sources/second"), 409);
        assertThat(Api.delete(story + "/sources/first").statusCode()).isEqualTo(204);
        assertThat(Api.delete(story + "/sources/second").statusCode()).isEqualTo(204);
        Api.assertProblem(Api.delete(story + "/sources/second"), 404);
        assertThat(Api.json(Api.get(story + "/report")).path("sources").asInt()).isZero();
        assertThat(Api.json(Api.get(story + "/facts")).path("items")).isEmpty();
        assertThat(Api.json(Api.get(story + "/sources/first/revisions")).path("items"))
                .hasSize(1);
        Api.assertProblem(Api.get(story + "/sources/nothing/revisions"), 404);
    }

    @Test
    void what_facts_and_sources_refer_to_cannot_be_deleted() {
        String story = Api.story("sub-refers");
        String state = Api.state(story);
        Api.assertProblem(Api.delete(story + "/attributes/number"), 409);
        for (String party : List.of("ap", "group", "mayor"))
            Api.assertProblem(Api.delete("/v1/parties/sub-refers-" + party), 409);
        for (String concept : List.of("car", "vehicle"))
            Api.assertProblem(Api.delete("/v1/concepts/sub-refers-" + concept), 409);
        Api.assertProblem(Api.put(story + "/attributes/number", "{\"type\": \"TEXT\"}"), 409);
        assertThat(Api.state(story)).isEqualTo(state);
        assertThat(Api.delete(story + "/attributes/day").statusCode()).isEqualTo(204);
    }

    @Test
    void an_attribute_that_a_source_covers_cannot_be_deleted() {
        String story = Api.story("sub-covered");
        Api.json(Api.get(story + "/facts?attribute=topic"))
                .path("items")
                .forEach(fact -> Api.delete(story + "/facts/" + fact.path("id").asText()));
        Api.assertProblem(Api.delete(story + "/attributes/topic"), 409);
    }
}
