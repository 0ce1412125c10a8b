package org.crosscheck.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.KEY_HEADER;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.delete;
import static org.crosscheck.http.Api.each;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.post;
import static org.crosscheck.http.Api.put;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Who changed what in a story, when, why, and from what to what. */
@QuarkusTest
class HistoryTest {
    private static final String REASON = "Crosscheck-Reason";

    @Inject
    DataSource database;

    private static String editor(String id) {
        Response key = post("/v1/keys", "{\"id\": \"%s\", \"name\": \"%s\", \"role\": \"EDITOR\"}".formatted(id, id));
        assertThat(key.statusCode()).as(key.asString()).isEqualTo(201);
        return json(key).path("secret").asText();
    }

    private static JsonNode history(String path) {
        Response answer = get(path + "/history");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return json(answer).get("items");
    }

    private static ObjectNode read(String path) {
        return (ObjectNode) json(get(path));
    }

    private static Response edited(String path, ObjectNode body, String... headers) {
        List<String> all = new ArrayList<>(List.of("If-Match", "*"));
        all.addAll(List.of(headers));
        Response answer = put(path, body, all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    @Test
    void every_kind_tells_who_when_why_and_from_what_to_what() {
        String jane = editor("history-jane");
        String joe = editor("history-joe");
        String story = "/v1/stories/history-kinds";
        Instant start = Instant.now().minusSeconds(1);
        assertThat(put(story + "/dossier", Api.dossier("history-kinds"), KEY_HEADER, jane, REASON, "all of it")
                        .statusCode())
                .isEqualTo(201);
        put(story + "/sources/third", """
                {"publisher": "history-kinds-ap", "publishedAt": "2020-05-02T10:00:00Z",
                 "facts": [{"id": "kinds-fact", "attribute": "order", "value": {"type": "ORDINAL", "number": 3}}]}""", KEY_HEADER, jane, REASON, "all of it");

        edited(story, read(story).put("title", "Another"), KEY_HEADER, joe, REASON, "a better title");
        changedAsTold(story, "/title", "\"A crash\"", "\"Another\"", "a better title", start);

        String attribute = story + "/attributes/number";
        edited(attribute, read(attribute).put("tolerance", 1.5), KEY_HEADER, joe, REASON, "counts differ");
        changedAsTold(attribute, "/tolerance", "0", "1.5", "counts differ", start);

        String source = story + "/sources/third";
        ObjectNode document = read(source);
        document.remove(List.of("lineage", "copies"));
        edited(source + "?extract=false", document.put("title", "T"), KEY_HEADER, joe, REASON, "had none");
        changedAsTold(source, "/title", null, "\"T\"", "had none", start);

        String fact = story + "/facts/kinds-fact";
        ObjectNode said = read(fact);
        ((ObjectNode) said.get("value")).put("number", 4);
        edited(fact, said, KEY_HEADER, joe, REASON, "misread");
        changedAsTold(fact, "/value/number", "3", "4", "misread", start);

        for (String thing : List.of(fact, source, story)) {
            assertThat(delete(thing, KEY_HEADER, joe, REASON, "gone").statusCode())
                    .as(thing)
                    .isEqualTo(204);
            JsonNode last = history(thing).get(2);
            assertThat(last.get("change").asText()).isEqualTo("DELETED");
            assertThat(last.get("by").asText()).isEqualTo("key:history-joe");
            assertThat(last.get("reason").asText()).isEqualTo("gone");
            assertThat(last.has("state")).isFalse();
        }
        // What went with its source or story says so, and stays readable.
        assertThat(each(history(attribute), "change")).containsExactly("CREATED", "CHANGED", "DELETED");
        assertThat(json(get(attribute + "/history/1")).get("tolerance").asInt()).isZero();
        assertThat(each(history(story + "/sources/first"), "change")).containsExactly("CREATED", "DELETED");
    }

    private static void changedAsTold(
            String path, String pointer, String from, String to, String reason, Instant start) {
        JsonNode items = history(path);
        assertThat(each(items, "change")).as(items.toString()).containsExactly("CREATED", "CHANGED");
        assertThat(each(items, "by")).containsExactly("key:history-jane", "key:history-joe");
        assertThat(each(items, "reason")).containsExactly("all of it", reason);
        assertThat(each(items, "revision")).containsExactly("1", "2");
        assertThat(each(items, "at").stream().map(Instant::parse))
                .isSorted()
                .allMatch(at -> at.isAfter(start) && at.isBefore(Instant.now().plusSeconds(1)));
        JsonNode difference = items.get(1).get("differences");
        assertThat(difference).hasSize(1);
        assertThat(difference.at("/0/pointer").asText()).isEqualTo(pointer);
        assertThat(difference.at("/0/from").toString()).isEqualTo(from == null ? "" : from);
        assertThat(difference.at("/0/to").toString()).isEqualTo(to);
        for (int revision = 1; revision <= 2; revision++) {
            ObjectNode state = (ObjectNode) json(get(path + "/history/" + revision));
            assertThat(state.at(pointer).toString()).isEqualTo(revision == 2 ? to : from == null ? "" : from);
            assertThat(items.get(revision - 1).get("state")).isEqualTo(state);
        }
        assertProblem(get(path + "/history/3"), 404);
        assertProblem(get(path + "/history/0"), 404);
    }

    @Test
    void what_never_was_has_no_history() {
        String story = Api.story("history-none");
        for (String nothing : List.of(
                "/v1/stories/history-nothing",
                "/v1/stories/history-nothing/facts/f",
                story + "/attributes/nothing",
                story + "/sources/nothing",
                story + "/facts/nothing",
                story + "/findings/number/decision")) {
            assertProblem(get(nothing + "/history"), 404);
            assertProblem(get(nothing + "/history/1"), 404);
        }
        assertProblem(get(story + "/history?limit=0"), 400);
        assertProblem(get(story + "/history?cursor=x"), 400);
    }

    @Test
    void a_text_is_read_at_its_revision_and_cut_where_changes_are_listed() {
        String story = Api.story("history-text");
        String source = story + "/sources/second";
        String text = "x".repeat(999) + "😀 and more";
        ObjectNode document = read(source);
        document.remove(List.of("lineage", "copies"));
        edited(source + "?extract=false", document.put("text", text));
        JsonNode change = history(source).get(1);
        assertThat(change.at("/differences/0/to").asText()).isEqualTo("x".repeat(999) + "😀…");
        assertThat(change.get("state").has("text")).isFalse();
        assertThat(json(get(source + "/history/2")).get("text").asText()).isEqualTo(text);
        assertThat(json(get(source + "/history/1")).has("text")).isFalse();
    }

    @Test
    void a_review_tells_its_reason_and_is_one_change() {
        String story = Api.story("history-review");
        String source = story + "/sources/second/facts";
        for (String id : List.of("one", "two")) post(source, """
                    {"id": "%s", "attribute": "order", "value": {"type": "ORDINAL", "number": 1}, "wording": "%s"}""".formatted(id, id));
        Response reviewed = post(story + "/facts/reviews", """
                {"reviews": [{"fact": "one", "status": "REJECTED", "reason": "a joke"},
                             {"fact": "two", "status": "ACCEPTED", "reason": "second, not first",
                              "replacement": {"attribute": "order", "value": {"type": "ORDINAL", "number": 2}}}]}""", REASON, "Monday's round");
        assertThat(reviewed.statusCode()).as(reviewed.asString()).isEqualTo(200);
        assertThat(each(history(story + "/facts/one"), "reason")).containsExactly("", "a joke");
        JsonNode two = history(story + "/facts/two");
        assertThat(each(two, "reason")).containsExactly("", "second, not first");
        assertThat(each(two.get(1).get("differences"), "pointer"))
                .containsExactly("/reason", "/value/number", "/wording");
        put(story + "/facts/one/status", "{\"status\": \"ACCEPTED\"}", REASON, "on second thought", "If-Match", "*");
        assertThat(each(history(story + "/facts/one"), "reason")).containsExactly("", "a joke", "on second thought");
    }

    @Test
    void evidence_that_moves_with_its_text_is_a_change_of_the_fact() {
        String story = Api.story("history-moves");
        String source = story + "/sources/first";
        String id = json(get(story + "/facts?source=first&attribute=number"))
                .at("/items/0/id")
                .asText();
        ObjectNode document = read(source);
        document.remove(List.of("lineage", "copies"));
        edited(
                source + "?extract=false",
                document.put("text", "At noon " + document.get("text").asText()));
        JsonNode items = history(story + "/facts/" + id);
        assertThat(each(items, "change")).containsExactly("CREATED", "CHANGED");
        assertThat(items.get(1).at("/state/evidence/start").asInt()).isEqualTo(8);
        assertThat(json(get(story + "/facts/" + id + "/history/1"))
                        .at("/evidence/start")
                        .asInt())
                .isZero();
    }

    @Test
    void decisions_tell_who_took_them_and_when_they_lapsed() {
        String story = Api.story("history-decided");
        String decision = story + "/findings/number/decision";
        put(decision, "{\"outcome\": \"CONFIRMED\"}", REASON, "seen both");
        put(decision, "{\"outcome\": \"DISMISSED\"}", "If-Match", "*");
        post(story + "/sources/second/facts", """
                {"attribute": "number", "value": {"type": "QUANTITY", "min": 9, "max": 9}}""", REASON, "a new number");
        delete(decision);
        JsonNode items = history(decision);
        assertThat(each(items, "change")).containsExactly("CREATED", "CHANGED", "CHANGED", "DELETED");
        assertThat(each(items, "reason")).containsExactly("seen both", "", "a new number", "");
        assertThat(each(items.get(2).get("differences"), "pointer")).containsExactly("/lapsed");
        assertThat(json(get(decision + "/history/1")).get("outcome").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void many_editors_at_once_leave_one_line_of_states() throws Exception {
        String story = Api.story("history-many");
        String attribute = story + "/attributes/order";
        ExecutorService editors = Executors.newFixedThreadPool(4);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String label = "label " + i;
            Callable<Integer> edit = () -> put(
                            attribute,
                            "{\"type\": \"ORDINAL\", \"label\": \"%s\"}".formatted(label),
                            "If-Match",
                            "*",
                            REASON,
                            label)
                    .statusCode();
            answers.add(editors.submit(edit));
        }
        for (Future<Integer> answer : answers) assertThat(answer.get()).isEqualTo(200);
        editors.shutdown();
        JsonNode items = history(attribute);
        assertThat(items).hasSize(25);
        String label = "order";
        for (int i = 1; i < 25; i++) {
            JsonNode item = items.get(i);
            assertThat(item.get("revision").asInt()).isEqualTo(i + 1);
            assertThat(item.at("/differences/0/from").asText()).isEqualTo(label);
            label = item.at("/differences/0/to").asText();
            // Whoever made this state gave it as the reason: states and reasons are never mixed up.
            assertThat(item.get("reason").asText()).isEqualTo(label);
        }
    }

    @Test
    void histories_are_only_ever_added_to() throws SQLException {
        String story = Api.story("history-append");
        List<String> before = new ArrayList<>();
        List<Runnable> edits = List.of(
                () -> edited(story, read(story).put("title", "Another")),
                () -> edited(
                        story + "/sources/first?extract=false", stated(story).put("title", "Other")),
                () -> delete(story + "/sources/first"),
                () -> delete(story + "/sources/second"),
                () -> post(story + "/sources/second/restoration", ""),
                () -> post(story + "/sources/first/restoration", ""),
                () -> Api.replace("/v1/parties/history-append-mayor", "{\"name\": \"Lord Mayor\"}"),
                () -> delete(story),
                () -> post(story + "/restoration", ""),
                () -> delete(story),
                () -> Api.put(story + "/dossier", Api.dossier("history-append")),
                () -> delete(story),
                () -> delete("/v1/parties/history-append-mayor"));
        for (Runnable edit : edits) {
            edit.run();
            List<String> now = histories("history-append");
            assertThat(now).containsAll(before).hasSizeGreaterThan(before.size());
            before = now;
        }
    }

    private static ObjectNode stated(String story) {
        return read(story + "/sources/first").remove(List.of("lineage", "copies"));
    }

    private List<String> histories(String story) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT CAST(r AS text) FROM revision r WHERE story_id = '" + story
                        + "' UNION ALL SELECT CAST(e AS text) FROM edit e WHERE story_id = '" + story
                        + "' UNION ALL SELECT CAST(s AS text) FROM shared_revision s WHERE entity_id LIKE '" + story
                        + "%'")) {
            while (found.next()) rows.add(found.getString(1));
        }
        return rows;
    }
}
