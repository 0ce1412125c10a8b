package org.crosscheck.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deleted comes back as it was. */
@QuarkusTest
@Tag("drawn")
class RestorationTest {
    private static final int DOSSIERS = 6;

    @TestHTTPResource
    URI address;

    private Client api;

    @BeforeEach
    void connect() {
        api = new Client(address);
    }

    private String story(String id) {
        ObjectNode dossier = Api.dossier(id);
        // A source from which another is derived cannot be deleted.
        dossier.get("sources").forEach(source -> ((ObjectNode) source).remove("derivedFrom"));
        api.put("/v1/stories/" + id + "/dossier", dossier);
        return "/v1/stories/" + id;
    }

    private Client.Answer restored(String path) {
        Client.Answer answer = api.send("POST", path + "/restoration", null);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(201);
        assertThat(answer.location()).endsWith(path);
        Client.Answer read = api.must("GET", path, null);
        assertThat(read.tag()).isEqualTo(answer.tag());
        Client.same(read.json(), answer.json(), path);
        return answer;
    }

    private List<String> changes(String path) {
        return Api.each(api.get(path + "/history").get("items"), "change");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void a_story_comes_back_with_all_that_it_had(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String id = "restored-" + seed + "-" + i;
            String story = "/v1/stories/" + id;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, id + "-").draw(6, 10);
            // Stated, and used by nothing.
            ((ArrayNode) dossier.get("parties"))
                    .insertObject(0)
                    .put("id", id + "-unused")
                    .put("name", "U");
            api.put(story + "/dossier", dossier);
            JsonNode before = api.dossier(id);
            JsonNode report = api.stored(id);
            long version = api.version(id);
            api.must("DELETE", story, null);
            restored(story);
            Client.same(api.dossier(id), before, id);
            Client.same(api.stored(id), report, id);
            assertThat(api.version(id)).isGreaterThan(version);
            api.isUpToDate(id);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {23, 24})
    void a_source_comes_back_with_its_facts_and_so_does_a_fact(long seed) {
        for (int i = 0; i < DOSSIERS; i++) {
            String id = "returned-" + seed + "-" + i;
            String story = "/v1/stories/" + id;
            ObjectNode dossier = new DrawnDossier(1000 * seed + i, id + "-").draw(6, 10);
            dossier.get("sources").forEach(source -> ((ObjectNode) source).remove("derivedFrom"));
            api.put(story + "/dossier", dossier);
            JsonNode before = api.dossier(id);
            JsonNode report = api.stored(id);
            for (JsonNode source : before.get("sources")) {
                comesBack(id, story + "/sources/" + source.get("id").asText(), before, report);
                for (JsonNode fact : source.path("facts"))
                    if (fact.get("id").asText().hashCode() % 3 == 0)
                        comesBack(id, story + "/facts/" + fact.get("id").asText(), before, report);
            }
        }
    }

    private void comesBack(String id, String thing, JsonNode before, JsonNode report) {
        api.must("DELETE", thing, null);
        api.isUpToDate(id);
        restored(thing);
        Client.same(api.dossier(id), before, thing);
        Client.same(api.stored(id), report, thing);
        Client.same(api.live(id), report, thing);
    }

    @Test
    void revisions_go_on_and_history_says_what_happened() {
        String story = story("restored-history");
        String fact = story + "/facts/"
                + api.get(story + "/facts?source=second&attribute=topic")
                        .at("/items/0/id")
                        .asText();
        api.must("PUT", fact + "/status", "{\"status\": \"REJECTED\", \"reason\": \"no\"}", "If-Match", "\"1\"");
        JsonNode reviewed = api.get(fact);
        api.must("DELETE", fact, null, "If-Match", "\"2\"");
        Client.Answer back = restored(fact);
        assertThat(back.tag()).isEqualTo("\"3\"");
        assertThat(back.json()).isEqualTo(((ObjectNode) reviewed).put("revision", 3));
        api.must("DELETE", story + "/sources/second", null, "Crosscheck-Reason", "a mistake");
        api.must("POST", story + "/sources/second/restoration", null, "Crosscheck-Reason", "no mistake");
        assertThat(changes(fact)).containsExactly("CREATED", "CHANGED", "DELETED", "RESTORED", "DELETED", "RESTORED");
        JsonNode items = api.get(fact + "/history").get("items");
        assertThat(Api.each(items, "revision")).containsExactly("1", "2", "2", "3", "3", "4");
        assertThat(Api.each(items, "reason")).containsExactly("", "no", "", "", "a mistake", "no mistake");
        assertThat(items.get(5).has("differences")).isFalse();
        assertThat(api.get(fact + "/history/3").get("status").asText()).isEqualTo("REJECTED");
        api.must("DELETE", story, null);
        assertThat(changes(story)).containsExactly("CREATED", "DELETED");
        restored(story);
        assertThat(changes(story)).containsExactly("CREATED", "DELETED", "RESTORED");
        assertThat(changes(fact)).endsWith("DELETED", "RESTORED");
        assertThat(changes(story + "/attributes/number")).containsExactly("CREATED", "DELETED", "RESTORED");
        assertThat(api.get(fact).get("revision").asInt()).isEqualTo(5);
    }

    @Test
    void only_what_went_together_comes_back_together() {
        String story = story("restored-together");
        String gone = api.get(story + "/facts?source=second&attribute=topic")
                .at("/items/0/id")
                .asText();
        api.must("DELETE", story + "/facts/" + gone, null);
        api.must("DELETE", story + "/sources/second", null);
        refused(story + "/facts/" + gone, "source");
        restored(story + "/sources/second");
        assertThat(api.send("GET", story + "/facts/" + gone, null).status()).isEqualTo(404);
        restored(story + "/facts/" + gone);

        ObjectNode without = (ObjectNode) api.dossier("restored-together");
        ((ArrayNode) without.get("sources")).removeAll();
        api.must("PUT", story + "/dossier", without, "If-Match", "*");
        restored(story + "/sources/second");
        assertThat(api.send("GET", story + "/sources/first", null).status()).isEqualTo(404);
        restored(story + "/sources/first");
        api.isUpToDate("restored-together");
    }

    @Test
    void a_decision_comes_back_with_its_story_and_stands_or_lapses_as_it_did() {
        String story = story("restored-decided");
        api.put(story + "/findings/number/decision", "{\"outcome\": \"DISMISSED\", \"note\": \"known\"}");
        api.put(story + "/findings/topic/decision", "{\"outcome\": \"CONFIRMED\"}");
        api.post(story + "/sources/first/facts", "{\"attribute\": \"topic\", \"value\": {\"type\": \"TOPIC\"}}");
        JsonNode before = api.get(story + "/report").get("findings");
        api.must("DELETE", story, null);
        restored(story);
        Client.same(withoutRevisions(api.get(story + "/report").get("findings")), withoutRevisions(before), story);
        assertThat(api.get(story + "/findings/topic/decision").get("lapsed").asBoolean())
                .isTrue();
        assertThat(changes(story + "/findings/topic/decision"))
                .containsExactly("CREATED", "CHANGED", "DELETED", "RESTORED");
    }

    private static JsonNode withoutRevisions(JsonNode findings) {
        findings.forEach(finding -> {
            if (finding.has("decision")) ((ObjectNode) finding.get("decision")).remove("revision");
        });
        return findings;
    }

    @Test
    void what_is_there_again_is_not_overwritten() {
        String story = story("restored-again");
        for (String there : List.of("", "/attributes/number", "/sources/first")) refused(story + there, "There is");
        api.must("DELETE", story + "/attributes/day", null);
        api.put(story + "/attributes/day", "{\"type\": \"TEXT\"}");
        refused(story + "/attributes/day", "There is");
        api.must("DELETE", story, null);
        api.put(story, "{\"title\": \"Another\"}");
        refused(story, "There is");
        assertThat(api.get(story).get("title").asText()).isEqualTo("Another");
        // A source of the story that is gone lacks its questions.
        refused(story + "/sources/first", "bring that back first");
    }

    @Test
    void what_it_needs_must_be_there() {
        String story = story("restored-needs");
        api.must("DELETE", story, null);
        api.must("DELETE", "/v1/parties/restored-needs-mayor", null);
        refused(story, "restored-needs-mayor");
        assertThat(api.send("GET", story, null).status()).isEqualTo(404);
        api.put("/v1/parties/restored-needs-mayor", "{\"name\": \"Mayor\", \"kind\": \"PERSON\"}");
        restored(story);
        api.isUpToDate("restored-needs");

        api.put(story + "/attributes/extra", "{\"type\": \"TOPIC\"}");
        String fact = story + "/facts/"
                + api.post(
                                story + "/sources/second/facts",
                                "{\"attribute\": \"extra\", \"value\": {\"type\": \"TOPIC\"}}")
                        .get("id")
                        .asText();
        api.must("DELETE", fact, null);
        api.must("DELETE", story + "/attributes/extra", null);
        refused(fact, "extra");
        restored(story + "/attributes/extra");
        restored(fact);
    }

    @Test
    void what_never_was_cannot_come_back() {
        String story = story("restored-nothing");
        for (String nothing : List.of(
                "/v1/stories/restored-never",
                "/v1/stories/restored-never/facts/f",
                story + "/attributes/nothing",
                story + "/sources/nothing",
                story + "/facts/nothing"))
            assertThat(api.send("POST", nothing + "/restoration", null).status())
                    .as(nothing)
                    .isEqualTo(404);
        assertThat(api.send("GET", "/v1/stories/restored-never", null).status()).isEqualTo(404);
    }

    @Test
    void of_many_who_bring_back_the_same_one_does() throws Exception {
        String story = story("restored-race");
        for (String thing : List.of(story, story + "/sources/second")) {
            api.must("DELETE", thing, null);
            ExecutorService admins = Executors.newFixedThreadPool(4);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 4; i++)
                answers.add(admins.submit(
                        () -> api.send("POST", thing + "/restoration", null).status()));
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) statuses.add(answer.get());
            admins.shutdown();
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
            api.isUpToDate("restored-race");
        }
    }

    private void refused(String path, String advice) {
        Client.Answer answer = api.send("POST", path + "/restoration", null);
        assertThat(answer.status()).as(path + ": " + answer.body()).isEqualTo(409);
        assertThat(answer.json().get("detail").asText()).contains(advice);
    }
}
