package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Texts become proposals, and proposals become facts by an editor's word. */
@QuarkusTest
class ProposalsTest {
    private static final String TEXT = """
            A ferry sank off Port Avel on Monday, killing at least 12 people, the coast guard said.

            Harbour master Lena Ost said the boat carried 240 passengers. The ferry company made no mention of life jackets.

            Divers found 31 rusty anchors under the wreck.
            """;

    private static String story(String id, String settings) {
        String story = "/v1/stories/" + id;
        assertThat(Api.put("/v1/parties/" + id + "-post", "{\"name\": \"Post of " + id + "\", \"kind\": \"OUTLET\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(Api.put(
                                "/v1/concepts/person",
                                "{\"label\": \"person\", \"scheme\": \"kind\", \"aliases\": [\"people\", \"persons\"]}")
                        .statusCode())
                .isIn(200, 201);
        assertThat(Api.put(story, "{\"title\": \"A ferry sinks\"" + settings + "}")
                        .statusCode())
                .isEqualTo(201);
        ask(story, "deaths", "\"type\": \"QUANTITY\", \"unit\": \"person\", \"cues\": [\"killing\", \"dead\"]");
        ask(
                story,
                "passengers",
                "\"type\": \"QUANTITY\", \"unit\": \"passenger\", \"cues\": [\"carried\", \"on board\"]");
        ask(story, "life-jackets", "\"type\": \"TOPIC\", \"cues\": [\"life jackets\"]");
        ask(story, "day", "\"type\": \"TIME\", \"cues\": [\"sank\"]");
        return story;
    }

    private static void ask(String story, String id, String body) {
        assertThat(Api.put(story + "/attributes/" + id, "{" + body + "}").statusCode())
                .isEqualTo(201);
    }

    private static String body(String story, String text) {
        return new ObjectMapper()
                .createObjectNode()
                .put("id", "post-1")
                .put("publisher", story.substring(story.lastIndexOf('/') + 1) + "-post")
                .put("publishedAt", "2024-05-08T10:00:00Z")
                .put("language", "en")
                .put("text", text)
                .toString();
    }

    private static JsonNode submit(String story) {
        Response submitted = Api.post(story + "/sources", body(story, TEXT));
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
        return Api.json(submitted);
    }

    private static List<JsonNode> facts(String story, String query) {
        List<JsonNode> facts = new ArrayList<>();
        Api.json(Api.get(story + "/facts" + query)).path("items").forEach(facts::add);
        return facts;
    }

    private static JsonNode fact(String story, String attribute) {
        List<JsonNode> facts = facts(story, "?attribute=" + attribute);
        assertThat(facts).as(attribute).hasSize(1);
        return facts.get(0);
    }

    private static JsonNode finding(String story, String attribute) {
        return Api.json(Api.get(story + "/findings/" + attribute));
    }

    private static Response accept(String story, String... ids) {
        List<String> reviews = new ArrayList<>();
        for (String id : ids)
            reviews.add("{\"fact\": \"" + id + "\", \"status\": \"ACCEPTED\", \"reason\": \"read it\"}");
        return Api.post(story + "/facts/reviews", "{\"reviews\": " + reviews + "}");
    }

    @Test
    void a_text_is_read_into_proposals_with_evidence_claimant_and_rule() {
        String story = story("ferry-read", "");
        JsonNode submitted = submit(story);
        assertThat(submitted.at("/extraction/by").asText()).isEqualTo("RULES");
        assertThat(submitted.path("extraction").has("note")).isFalse();
        JsonNode deaths = fact(story, "deaths");
        assertThat(deaths.path("status").asText()).isEqualTo("PROPOSED");
        assertThat(deaths.path("origin").asText()).isEqualTo("EXTRACTED");
        assertThat(deaths.at("/value/min").asInt()).isEqualTo(12);
        assertThat(deaths.at("/value/max").isMissingNode()).isTrue();
        assertThat(deaths.at("/value/unit").asText()).isEqualTo("person");
        assertThat(deaths.path("rule").asText()).startsWith("quantity.");
        assertThat(deaths.path("confidence").asDouble()).isBetween(0.3, 1.0);
        int start = deaths.at("/evidence/start").asInt();
        assertThat(TEXT.substring(start, deaths.at("/evidence/end").asInt()))
                .isEqualTo(deaths.at("/evidence/exact").asText())
                .contains("12 people");
        assertThat(deaths.path("claimant").asText()).contains("coast-guard");
        assertThat(fact(story, "passengers").path("claimant").asText()).contains("lena-ost");
        assertThat(fact(story, "day").at("/value/edtf").asText()).isEqualTo("2024-05-06");
        JsonNode silence = fact(story, "life-jackets");
        assertThat(silence.path("stance").asText()).isEqualTo("OMITS");
        assertThat(silence.path("claimant").asText()).contains("ferry-company");
    }

    @Test
    void a_proposal_reaches_no_report_until_it_is_accepted() {
        String story = story("ferry-accept", "");
        submit(story);
        assertThat(finding(story, "deaths").path("positions")).isEmpty();
        String id = fact(story, "deaths").path("id").asText();
        String party = fact(story, "deaths").path("claimant").asText();
        assertThat(Api.json(Api.get("/v1/parties/" + party)).path("proposed").asBoolean())
                .isTrue();
        JsonNode accepted = Api.json(accept(story, id)).at("/items/0");
        assertThat(accepted.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("reason").asText()).isEqualTo("read it");
        assertThat(finding(story, "deaths").at("/positions/0/voice").asText()).isEqualTo(party);
        assertThat(Api.json(Api.get("/v1/parties/" + party)).has("proposed")).isFalse();
    }

    @Test
    void what_the_story_does_not_ask_is_proposed_as_an_attribute_that_reports_show_once_it_is_accepted() {
        String story = story("ferry-new", "");
        submit(story);
        JsonNode anchors = facts(story, "").stream()
                .filter(fact -> fact.at("/value/min").asInt() == 31)
                .findFirst()
                .orElseThrow();
        String attribute = anchors.path("attribute").asText();
        assertThat(Api.json(Api.get(story + "/attributes/" + attribute))
                        .path("proposed")
                        .asBoolean())
                .isTrue();
        assertThat(Api.get(story + "/findings/" + attribute).statusCode()).isEqualTo(404);
        assertThat(Api.get(story + "/report").asString()).doesNotContain(attribute);
        assertThat(Api.get(story + "/report?rollUp=true").asString()).doesNotContain(attribute);
        assertThat(Api.replace(
                                story + "/facts/" + anchors.path("id").asText() + "/status",
                                "{\"status\": \"ACCEPTED\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Api.json(Api.get(story + "/attributes/" + attribute)).has("proposed"))
                .isFalse();
        assertThat(finding(story, attribute).path("verdict").asText()).isEqualTo("UNCORROBORATED");
    }

    @Test
    void a_second_source_lands_on_what_the_first_proposed() {
        String story = story("ferry-second", "");
        submit(story);
        JsonNode anchors = facts(story, "").stream()
                .filter(fact -> fact.at("/value/min").asInt() == 31)
                .findFirst()
                .orElseThrow();
        String second = body(
                        story, "Rusty anchors, 28 of them, lay under the wreck: divers found 28 rusty anchors there.")
                .replace("post-1", "post-2");
        JsonNode other = Api.json(Api.post(story + "/sources", second));
        Set<String> attributes = new HashSet<>();
        other.path("facts")
                .forEach(fact -> attributes.add(fact.path("attribute").asText()));
        assertThat(attributes).contains(anchors.path("attribute").asText());
    }

    @Test
    void reviews_are_all_taken_or_none() {
        String story = story("ferry-all", "");
        submit(story);
        String deaths = fact(story, "deaths").path("id").asText();
        String before = Api.state(story);
        Response refused = accept(story, deaths, "nowhere", deaths);
        JsonNode problem = Api.json(Api.assertProblem(refused, 422));
        assertThat(Api.each(problem.path("violations"), "pointer"))
                .containsExactly("/reviews/1/fact", "/reviews/2/fact");
        assertThat(Api.state(story)).isEqualTo(before);
        String stale = "{\"reviews\": [{\"fact\": \"" + deaths + "\", \"status\": \"REJECTED\", \"revision\": 7}]}";
        Api.assertProblem(Api.post(story + "/facts/reviews", stale), 422);
        assertThat(Api.state(story)).isEqualTo(before);
    }

    @Test
    void a_review_can_change_what_the_fact_says() {
        String story = story("ferry-change", "");
        submit(story);
        String id = fact(story, "passengers").path("id").asText();
        Response changed = Api.post(
                story + "/facts/reviews",
                "{\"reviews\": [{\"fact\": \"" + id + "\", \"status\": \"ACCEPTED\","
                        + " \"reason\": \"crew counted too\", \"replacement\": {\"attribute\": \"passengers\","
                        + " \"value\": {\"type\": \"QUANTITY\", \"min\": 236, \"max\": 236}}}]}");
        JsonNode fact = Api.json(changed).at("/items/0");
        assertThat(fact.path("id").asText()).isEqualTo(id);
        assertThat(fact.at("/value/min").asInt()).isEqualTo(236);
        assertThat(fact.path("reason").asText()).isEqualTo("crew counted too");
        assertThat(fact.path("status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void a_story_may_accept_proposals_by_itself_from_a_confidence_on() {
        String story = story("ferry-auto", ", \"autoAccept\": {\"minimumConfidence\": 0.5}");
        submit(story);
        assertThat(facts(story, ""))
                .allSatisfy(fact -> assertThat(fact.path("status").asText())
                        .isEqualTo(fact.path("confidence").asDouble() >= 0.5 ? "ACCEPTED" : "PROPOSED"));
        assertThat(finding(story, "deaths").path("positions")).hasSize(1);
        String party = fact(story, "deaths").path("claimant").asText();
        assertThat(Api.json(Api.get("/v1/parties/" + party)).has("proposed")).isFalse();
        Api.assertProblem(
                Api.put(story, "{\"title\": \"A ferry sinks\", \"autoAccept\": {\"minimumConfidence\": 1.5}}"), 422);
    }

    @Test
    void a_correction_keeps_decisions_on_unchanged_sentences_and_tells_what_changed() {
        String story = story("ferry-again", "");
        submit(story);
        String deaths = fact(story, "deaths").path("id").asText();
        String day = fact(story, "day").path("id").asText();
        String passengers = fact(story, "passengers").path("id").asText();
        accept(story, deaths);
        Api.replace(story + "/facts/" + day + "/status", "{\"status\": \"REJECTED\", \"reason\": \"a Sunday\"}");
        String corrected = TEXT.replace("240 passengers", "250 passengers");
        Response again = Api.replace(story + "/sources/post-1", body(story, corrected));
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        JsonNode extraction = Api.json(again).path("extraction");
        assertThat(Api.texts(extraction.path("kept"))).contains(deaths, day).doesNotContain(passengers);
        assertThat(Api.texts(extraction.path("withdrawn"))).containsExactly(passengers);
        assertThat(Api.texts(extraction.path("proposed"))).hasSize(1);
        assertThat(fact(story, "deaths").path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(fact(story, "deaths").path("reason").asText()).isEqualTo("read it");
        assertThat(fact(story, "day").path("status").asText()).isEqualTo("REJECTED");
        assertThat(fact(story, "passengers").at("/value/min").asInt()).isEqualTo(250);
        String state = Api.state(story);
        assertThat(Api.put(story + "/sources/post-1", body(story, corrected)).statusCode())
                .isEqualTo(200);
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void evidence_never_cuts_a_character_in_two() {
        String story = story("ferry-emoji", "");
        for (int i = 0; i < 4; i++) {
            String text = "\uD83D\uDE80".repeat(40) + " " + "x".repeat(i) + " and 12 people dead " + "x".repeat(i)
                    + "\uD83D\uDE80".repeat(40);
            assertThat(Api.post(story + "/sources", body(story, text).replace("post-1", "post-" + i))
                            .statusCode())
                    .isEqualTo(201);
        }
        assertThat(facts(story, "?attribute=deaths")).hasSize(4);
    }

    @Test
    void nothing_is_read_where_nobody_asks_or_no_rules_are() {
        String story = story("ferry-none", "");
        assertThat(Api.json(Api.post(story + "/sources?extract=false", body(story, TEXT)))
                        .has("extraction"))
                .isFalse();
        String german =
                body(story, TEXT).replace("post-1", "post-2").replace("\"language\":\"en\"", "\"language\":\"de\"");
        assertThat(Api.json(Api.post(story + "/sources", german)).has("extraction"))
                .isFalse();
        assertThat(facts(story, "")).isEmpty();
    }

    @Test
    void a_dossier_with_proposals_comes_back_as_it_was() {
        String story = story("ferry-dossier", "");
        submit(story);
        String dossier = Api.get(story + "/dossier").asString();
        String state = Api.state(story);
        assertThat(Api.put(story + "/dossier", dossier).statusCode()).isEqualTo(200);
        assertThat(Api.state(story)).isEqualTo(state);
        assertThat(Api.json(Api.post("/v1/check", dossier)).path("summary"))
                .isEqualTo(Api.json(Api.get(story + "/report")).path("summary"));
    }
}
