package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored says the same as what is not, whatever the dossier and whichever way it came. */
@QuarkusTest
@Tag("drawn")
class RandomDossiersTest {
    private static final int DOSSIERS = 10;

    @TestHTTPResource
    URI address;

    private Client api;

    @BeforeEach
    void connect() {
        api = new Client(address);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_stored_report_is_the_report_on_the_dossier(long seed) {
        for (int i = 0; i < 2 * DOSSIERS; i++) {
            String story = "random-" + seed + "-" + i;
            DrawnDossier draw = new DrawnDossier(1000 * seed + i, story + "-");
            ObjectNode dossier = draw.draw(6, 10);
            JsonNode checked = api.check(dossier);
            Client.same(api.check(draw.shuffled(dossier)), checked, story + " in another order");
            api.put(path(story), dossier);
            Client.same(api.stored(story), checked, story + " stored");
            Client.same(api.live(story), checked, story + " judged anew");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9})
    void an_exported_dossier_says_all_and_importing_it_changes_nothing(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String story = "export-" + seed + "-" + i;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, story + "-").draw(6, 10);
            api.put(path(story), dossier);
            JsonNode stored = api.stored(story);
            Client.Answer exported = api.must("GET", path(story), null);
            Client.same(api.check(exported.json()), stored, story + " exported");

            Client.Answer again = api.must("PUT", path(story), exported.body(), "If-Match", exported.tag());
            Client.same(again.json(), exported.json(), story + " imported again");
            assertThat(again.tag()).isEqualTo(exported.tag());
            Client.Answer original = api.must("PUT", path(story), dossier);
            assertThat(original.tag()).as("%s stated as before", story).isEqualTo(exported.tag());

            ObjectNode elsewhere = exported.json().deepCopy();
            ((ObjectNode) elsewhere.get("story")).remove("id");
            api.put(path(story + "-copy"), elsewhere);
            Client.same(api.stored(story + "-copy"), stored, story + " imported elsewhere");
            ((ObjectNode) elsewhere.get("story")).put("id", story + "-copy");
            assertThat(api.dossier(story + "-copy")).isEqualTo(elsewhere);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void a_dossier_in_pieces_says_the_same_as_the_whole(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String story = "pieces-" + seed + "-" + i;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, story + "-").draw(4, 5);
            JsonNode checked = api.check(dossier);
            piecemeal("/v1/stories/" + story, dossier);
            Client.same(api.stored(story), checked, story + " in pieces");
            Client.same(api.live(story), checked, story + " in pieces judged anew");
        }
    }

    private void piecemeal(String story, ObjectNode dossier) {
        api.put(story, dossier.get("story"));
        dossier.get("parties")
                .forEach(party -> api.put("/v1/parties/" + party.get("id").asText(), party));
        dossier.get("concepts")
                .forEach(concept -> api.put("/v1/concepts/" + concept.get("id").asText(), concept));
        dossier.get("attributes")
                .forEach(each -> api.put(story + "/attributes/" + each.get("id").asText(), each));
        for (JsonNode source : dossier.get("sources")) {
            ObjectNode document = source.deepCopy();
            ArrayNode facts = (ArrayNode) document.remove("facts");
            if (facts.size() % 3 == 0) document.set("facts", facts);
            api.post(story + "/sources", document);
            if (facts.size() % 3 == 0) continue;
            String to = story + "/sources/" + source.get("id").asText() + "/facts";
            facts.forEach(fact -> api.post(to, fact));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void a_dossier_that_replaces_another_leaves_no_trace_of_it(long seed) {
        String[] stories = {"replaced-" + seed + "-a", "replaced-" + seed + "-b"};
        DrawnDossier draw = new DrawnDossier(seed, "replaced-" + seed + "-");
        for (int i = 0; i < DOSSIERS; i++) {
            String story = stories[i % 2];
            ObjectNode dossier = draw.draw(6, 10);
            api.put(path(story), dossier);
            // Parties and concepts that a dossier leaves out of one state stay, so only what is stored can be checked.
            api.isUpToDate(story);
            if (i > 0) api.isUpToDate(stories[(i + 1) % 2]);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void texts_that_come_change_move_and_go_in_any_order_leave_what_they_would_if_they_came_at_once(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String story = "moving-" + seed + "-" + i;
            DrawnDossier draw = new DrawnDossier(1000 * seed + i, story + "-");
            ObjectNode dossier = draw.draw(12, 4);
            // Whoever is derived from another could not come before it.
            dossier.get("sources").forEach(source -> ((ObjectNode) source).remove("derivedFrom"));
            piecemeal("/v1/stories/" + story, draw.shuffled(dossier));
            api.isUpToDate(story);
            String other = "";
            for (JsonNode source : draw.shuffled(dossier).get("sources")) {
                if (!source.has("text")) continue;
                String path =
                        "/v1/stories/" + story + "/sources/" + source.get("id").asText();
                ObjectNode changed = source.deepCopy();
                if (i % 2 == 0) changed.put("publishedAt", "2017-05-02T" + (10 + i) + ":59:00Z");
                else changed.put("text", source.get("text").asText() + "\n\n" + other);
                other = source.get("text").asText();
                if (i % 3 == 0) api.must("DELETE", path, null);
                api.put(path, changed);
                api.isUpToDate(story);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {18, 19})
    void facts_travel_as_tables_to_a_story_with_the_same_sources(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String story = "table-" + seed + "-" + i;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, story + "-").draw(6, 10);
            api.put(path(story), dossier);
            ObjectNode bare = api.dossier(story).deepCopy();
            ((ObjectNode) bare.get("story")).remove("id");
            bare.get("sources").forEach(source -> ((ObjectNode) source).putArray("facts"));
            api.put(path(story + "-copy"), bare);
            String page = "/v1/stories/" + story + "/facts?limit=7";
            while (page != null) {
                Response table = Api.get(page, "Accept", "text/csv");
                JsonNode report = Api.json(Api.with()
                        .contentType("text/csv")
                        .body(table.asByteArray())
                        .post("/v1/stories/" + story + "-copy/facts"));
                assertThat(report.path("refused").asInt())
                        .as(report.toPrettyString() + table.asString())
                        .isZero();
                String link = table.header("Link");
                page = link == null ? null : link.substring(1, link.indexOf('>'));
            }
            assertThat(facts(story + "-copy")).isEqualTo(facts(story));
            Client.same(api.stored(story + "-copy"), api.stored(story), story + " as tables");
            api.isUpToDate(story + "-copy");
        }
    }

    /** All facts, without how often they were changed. */
    private JsonNode facts(String story) {
        JsonNode facts = api.get("/v1/stories/" + story + "/facts?limit=500").get("items");
        facts.forEach(fact -> ((ObjectNode) fact).remove("revision"));
        return facts;
    }

    @ParameterizedTest
    @ValueSource(longs = {15})
    void a_large_dossier_says_the_same_stored_or_not(long seed) {
        String story = "large-" + seed;
        DrawnDossier draw = new DrawnDossier(seed, story + "-");
        ObjectNode dossier = draw.draw(60, 60);
        // More facts with one value than a report lists.
        for (int i = 0; i < 400; i++) {
            JsonNode source =
                    dossier.get("sources").get(i % dossier.get("sources").size());
            ((ArrayNode) source.get("facts"))
                    .addObject()
                    .put("attribute", dossier.get("attributes").get(0).get("id").asText())
                    .put("claimant", story + "-p1")
                    .put("stance", "OMITS")
                    .put("wording", (i % 3 == 0 ? "Ａ" : i % 3 == 1 ? "\uD83D\uDE00" : "z") + i * 7919 % 1000);
        }
        JsonNode checked = api.check(dossier);
        Client.same(api.check(draw.shuffled(dossier)), checked, "another order");
        api.put(path(story), dossier);
        Client.same(api.stored(story), checked, "stored");
        api.isUpToDate(story);
    }

    private static String path(String story) {
        return "/v1/stories/" + story + "/dossier";
    }
}
