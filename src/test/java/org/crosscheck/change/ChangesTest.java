package org.crosscheck.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.delete;
import static org.crosscheck.http.Api.each;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.post;
import static org.crosscheck.http.Api.put;
import static org.crosscheck.http.Api.replace;
import static org.crosscheck.http.Api.texts;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is told when verdicts change, and that nothing of it is lost. */
@QuarkusTest
class ChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    /** A story with one question, asked of two outlets. */
    private static String story(String id) {
        put("/v1/parties/" + id + "-a", "{\"name\": \"A\"}");
        put("/v1/parties/" + id + "-b", "{\"name\": \"B\"}");
        String story = "/v1/stories/" + id;
        put(story, "{\"title\": \"Story\"}");
        put(story + "/attributes/call", "{\"type\": \"ORDINAL\", \"label\": \"Which call\"}");
        return story;
    }

    private static void says(String story, String outlet, int number) {
        Response response =
                post(story + "/sources", """
                {"id": "s-%1$s", "publisher": "%2$s-%1$s", "publishedAt": "2020-05-02T00:00:00Z",
                 "facts": [{"id": "f-%1$s", "attribute": "call", "value": {"type": "ORDINAL", "number": %3$d}}]}""".formatted(outlet, story.substring("/v1/stories/".length()), number));
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }

    private static JsonNode changes(String story, long since) {
        return json(get(story + "/changes?since=" + since)).path("items");
    }

    private static long version(String story) {
        return json(get(story + "/report")).path("version").asLong();
    }

    /** The only change since {@code since}. */
    private static JsonNode change(String story, long since) {
        JsonNode changes = changes(story, since);
        assertThat(changes).as(changes.toString()).hasSize(1);
        assertThat(changes.get(0).path("version").asLong()).isEqualTo(version(story));
        return changes.get(0);
    }

    private static String turn(JsonNode change) {
        return change.at("/from/verdict").asText("-") + " "
                + change.at("/to/verdict").asText("-");
    }

    @Test
    void a_source_that_disagrees_is_named_with_its_fact_in_the_change_that_it_causes() {
        String story = story("change-source");
        says(story, "a", 3);
        long before = version(story);
        says(story, "b", 4);

        JsonNode change = change(story, before);
        assertThat(turn(change)).isEqualTo("UNCORROBORATED CONTRADICTION");
        assertThat(change.at("/cause/kind").asText()).isEqualTo("SOURCES");
        assertThat(texts(change.at("/cause/sources"))).containsExactly("s-b");
        assertThat(texts(change.at("/cause/facts"))).containsExactly("f-b");
        assertThat(change.path("attribute").asText()).isEqualTo("call");
        assertThat(change.path("label").asText()).isEqualTo("Which call");
        assertThat(change.at("/from/support/sources").asInt()).isEqualTo(1);
        assertThat(change.path("explanation").asText()).contains("both cannot hold");
        assertThat(change.path("by").asText()).isNotBlank();
        assertThat(Instant.parse(change.path("at").asText()))
                .isBefore(Instant.now().plusSeconds(5));
    }

    /** Programs from before version 21 of the schema write the body and the verdict, and leave the state beside them as it was. */
    @Test
    void a_finding_that_an_older_program_wrote_changes_from_what_it_says() throws SQLException {
        String story = story("change-older");
        says(story, "a", 3);
        says(story, "b", 4);
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("""
                    UPDATE finding SET state = '{"verdict":"AGREEMENT","flags":["AGREEMENT"],"support":{"facts":9,"sources":9,"lineages":9}}'
                     WHERE story_id = 'change-older'""");
        }
        long before = version(story);
        put(story + "/attributes/call", "{\"type\": \"ORDINAL\", \"label\": \"Which call it was\"}", "If-Match", "*");
        assertThat(version(story)).isEqualTo(before + 1);
        assertThat(changes(story, before)).isEmpty();

        assertThat(delete(story + "/sources/s-b", "If-Match", "*").statusCode()).isEqualTo(204);
        JsonNode change = change(story, before);
        assertThat(turn(change)).isEqualTo("CONTRADICTION UNCORROBORATED");
        assertThat(change.at("/from/support/sources").asInt()).isEqualTo(2);
    }

    @Test
    void a_new_question_is_a_change_and_so_is_one_that_is_not_asked_any_more() {
        String story = story("change-question");
        JsonNode asked = change(story, version(story) - 1);
        assertThat(turn(asked)).isEqualTo("- UNCORROBORATED");
        assertThat(asked.at("/cause/kind").asText()).isEqualTo("ATTRIBUTE");

        long before = version(story);
        assertThat(delete(story + "/attributes/call").statusCode()).isEqualTo(204);
        JsonNode withdrawn = change(story, before);
        assertThat(turn(withdrawn)).isEqualTo("UNCORROBORATED -");
        assertThat(withdrawn.at("/cause/kind").asText()).isEqualTo("ATTRIBUTE");
    }

    @Test
    void a_question_that_tolerates_more_names_itself_as_the_cause() {
        String story = story("change-tolerance");
        put(story + "/attributes/dead", "{\"type\": \"QUANTITY\", \"tolerance\": 0}");
        post(story + "/sources", """
                {"publisher": "change-tolerance-a", "publishedAt": "2020-05-02T00:00:00Z",
                 "facts": [{"attribute": "dead", "value": {"type": "QUANTITY", "min": 10, "max": 10}}]}""");
        post(story + "/sources", """
                {"publisher": "change-tolerance-b", "publishedAt": "2020-05-02T00:00:00Z",
                 "facts": [{"attribute": "dead", "value": {"type": "QUANTITY", "min": 11, "max": 11}}]}""");
        long before = version(story);
        replace(story + "/attributes/dead", "{\"type\": \"QUANTITY\", \"tolerance\": 1}");
        JsonNode change = change(story, before);
        assertThat(turn(change)).startsWith("CONTRADICTION ");
        assertThat(change.at("/cause/kind").asText()).isEqualTo("ATTRIBUTE");
        assertThat(change.at("/cause").has("sources")).isFalse();
    }

    @Test
    void a_concept_that_becomes_part_of_another_is_named_as_the_cause() {
        String story = story("change-concept");
        put("/v1/concepts/change-town", "{\"label\": \"Town\", \"scheme\": \"change\"}");
        put("/v1/concepts/change-land", "{\"label\": \"Land\", \"scheme\": \"change\"}");
        put(story + "/attributes/place", "{\"type\": \"CONCEPT\"}");
        post(story + "/sources", """
                {"publisher": "change-concept-a", "publishedAt": "2020-05-02T00:00:00Z",
                 "facts": [{"attribute": "place", "value": {"type": "CONCEPT", "concept": "change-town"}}]}""");
        post(story + "/sources", """
                {"publisher": "change-concept-b", "publishedAt": "2020-05-02T00:00:00Z",
                 "facts": [{"attribute": "place", "value": {"type": "CONCEPT", "concept": "change-land"}}]}""");
        long before = version(story);
        replace("/v1/concepts/change-town", """
                {"label": "Town", "scheme": "change", "broader": ["change-land"]}""");
        JsonNode change = change(story, before);
        assertThat(turn(change)).isEqualTo("CONTRADICTION REFINEMENT");
        assertThat(change.at("/cause/kind").asText()).isEqualTo("AUTHORITY");
        assertThat(texts(change.at("/cause/concepts"))).contains("change-town");
    }

    @Test
    void a_review_that_changes_no_verdict_is_no_change() {
        String story = story("change-none");
        says(story, "a", 3);
        says(story, "b", 3);
        long before = version(story);
        post(story + "/sources/s-a/facts", """
                {"id": "again", "attribute": "call", "value": {"type": "ORDINAL", "number": 3}, "wording": "the third"}""");
        assertThat(version(story)).isGreaterThan(before);
        assertThat(changes(story, before)).isEmpty();
    }

    @Test
    void an_import_of_many_facts_is_one_change_for_each_attribute_with_a_bounded_cause() {
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < 300; i++) facts.append(i == 0 ? "" : ",").append("""
                    {"attribute": "call", "value": {"type": "ORDINAL", "number": 3}, "wording": "third %d"}""".formatted(i));
        String story = "/v1/stories/change-import";
        Response put = put(story + "/dossier", """
                {"story": {"title": "Many"}, "parties": [{"id": "change-import", "name": "P"}],
                 "attributes": [{"id": "call", "type": "ORDINAL"}],
                 "sources": [{"id": "s", "publisher": "change-import", "publishedAt": "2020-05-02T00:00:00Z",
                              "facts": [%s]}]}""".formatted(facts));
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(201);
        JsonNode change = change(story, 0);
        assertThat(texts(change.at("/cause/sources"))).containsExactly("s");
        assertThat(change.at("/cause/facts")).hasSize(20);
    }

    @Test
    void the_changes_of_a_deleted_story_stay_among_those_of_all_stories() {
        String story = story("change-deleted");
        says(story, "a", 3);
        assertThat(delete(story).statusCode()).isEqualTo(204);
        assertProblem(get(story + "/changes"), 404);
        List<JsonNode> all = all("story=change-deleted", 2);
        assertThat(turn(all.get(1))).isEqualTo("UNCORROBORATED -");
        assertThat(all.get(1).at("/cause/kind").asText()).isEqualTo("STORY");
    }

    @Test
    void the_changes_of_all_stories_are_filtered_by_verdict_both_ways() {
        String story = story("change-filter");
        says(story, "a", 3);
        says(story, "b", 4);
        replace(story + "/facts/f-b/status", "{\"status\": \"REJECTED\"}");
        List<JsonNode> changes = all("story=change-filter&verdict=CONTRADICTION", 2);
        assertThat(changes.stream().map(ChangesTest::turn))
                .containsExactly("UNCORROBORATED CONTRADICTION", "CONTRADICTION UNCORROBORATED");
    }

    @Test
    void what_a_client_has_already_is_304() {
        String story = story("change-tags");
        says(story, "a", 3);
        all("story=change-tags", 1);
        for (String path : List.of(story + "/changes", story + "/changes.atom")) {
            String tag = get(path).header("ETag");
            Response again = get(path, "If-None-Match", tag);
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(again.header("Vary")).contains("Accept");
            if (path.endsWith("atom")) replace(story + "/facts/f-b/status", "{\"status\": \"REJECTED\"}");
            else says(story, "b", 4);
            all("story=change-tags", path.endsWith("atom") ? 3 : 2);
            assertThat(get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void what_is_no_number_no_cursor_and_no_verdict_is_refused() {
        String story = story("change-refused");
        for (String path : List.of(
                story + "/changes?since=x",
                story + "/changes?since=-1",
                story + "/changes?cursor=x",
                story + "/changes?cursor=MQpiCmM",
                story + "/report?since=" + (version(story) + 1),
                story + "/report?since=1&rollUp=true",
                "/v1/changes?since=1e3",
                "/v1/changes?verdict=LIE",
                "/v1/changes?cursor=eA",
                "/v1/changes.atom?limit=0")) assertProblem(get(path), 400);
        assertProblem(get("/v1/changes", "Accept", "text/event-stream", "Last-Event-ID", "yesterday"), 400);
        assertProblem(get("/v1/changes", "Accept", "image/png"), 406);
        assertProblem(get("/v1/stories/nowhere/changes", "Accept", "text/event-stream"), 404);
        assertProblem(get("/v1/stories/nowhere/changes.atom"), 404);
    }

    @Test
    void pages_that_are_read_while_many_write_give_each_change_once_and_numbers_have_no_gaps() throws Exception {
        int stories = 4;
        int turns = 12;
        List<String> paths = IntStream.range(0, stories)
                .mapToObj(i -> story("change-race-" + i))
                .toList();
        paths.forEach(story -> says(story, "a", 3));
        paths.forEach(story -> says(story, "b", 3));
        paths.forEach(story -> all("story=" + story.substring("/v1/stories/".length()), 2));
        long start = head();
        ExecutorService threads = Executors.newFixedThreadPool(stories);
        List<Future<?>> writers = new ArrayList<>();
        for (String story : paths)
            writers.add(threads.submit(() -> {
                for (int i = 0; i < turns; i++)
                    replace(
                            story + "/facts/f-b/status",
                            "{\"status\":\"" + (i % 2 == 0 ? "REJECTED" : "ACCEPTED") + "\"}");
            }));
        List<JsonNode> seen = new ArrayList<>();
        Instant end = Instant.now().plus(PATIENCE);
        long since = start;
        while (seen.size() < stories * turns && Instant.now().isBefore(end)) {
            for (JsonNode change :
                    json(get("/v1/changes?limit=3&since=" + since)).path("items")) {
                since = change.path("number").asLong();
                seen.add(change);
            }
        }
        for (Future<?> writer : writers) writer.get();
        threads.shutdown();
        assertThat(seen).hasSize(stories * turns);
        assertThat(seen.stream().map(change -> change.path("number").asLong()))
                .as("each once, without gaps")
                .containsExactlyElementsOf(IntStream.range(1, seen.size() + 1)
                        .mapToObj(i -> start + i)
                        .toList());
        Map<String, Long> versions = new HashMap<>();
        for (JsonNode change : seen) {
            long version = change.path("version").asLong();
            Long before = versions.put(change.path("story").asText(), version);
            assertThat(before == null || before < version).isTrue();
        }
    }

    @Test
    void pages_of_a_story_give_each_change_once() {
        String story = story("change-pages");
        for (int i = 0; i < 5; i++) put(story + "/attributes/more-" + i, "{\"type\": \"TOPIC\"}");
        Set<String> ids = new HashSet<>();
        List<String> attributes = new ArrayList<>();
        String next = story + "/changes?since=0&limit=2";
        while (next != null) {
            Response page = get(next);
            JsonNode items = json(page).path("items");
            ids.addAll(each(items, "id"));
            attributes.addAll(each(items, "attribute"));
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(ids).hasSize(6);
        assertThat(attributes).containsExactly("call", "more-0", "more-1", "more-2", "more-3", "more-4");
    }

    @Test
    void a_report_since_a_version_has_what_is_not_as_it_was_and_nothing_that_came_back() {
        String story = story("change-diff");
        put(story + "/attributes/gone", "{\"type\": \"TOPIC\"}");
        says(story, "a", 3);
        long early = version(story);
        says(story, "b", 4);
        long disputed = version(story);
        put(story + "/attributes/late", "{\"type\": \"TOPIC\"}");
        delete(story + "/attributes/gone");

        JsonNode report = json(get(story + "/report?since=" + early));
        assertThat(report.path("since").asLong()).isEqualTo(early);
        assertThat(each(report.path("findings"), "attribute")).containsExactly("call", "late");
        assertThat(report.at("/findings/0/verdict").asText()).isEqualTo("CONTRADICTION");
        assertThat(report.at("/findings/0/previous/verdict").asText()).isEqualTo("UNCORROBORATED");
        assertThat(report.at("/findings/1").has("previous")).isFalse();
        assertThat(each(report.path("withdrawn"), "attribute")).containsExactly("gone");
        assertThat(report.at("/withdrawn/0/previous/verdict").asText()).isEqualTo("UNCORROBORATED");
        assertThat(report.path("summary"))
                .isEqualTo(json(get(story + "/report")).path("summary"));
        assertThat(each(
                        json(get(story + "/report?verdict=AGREEMENT&since=" + early))
                                .path("findings"),
                        "attribute"))
                .isEmpty();

        replace(story + "/facts/f-b/status", "{\"status\": \"REJECTED\"}");
        JsonNode back = json(get(story + "/report?since=" + early));
        assertThat(each(back.path("findings"), "attribute")).containsExactly("late");
        assertThat(each(json(get(story + "/report?since=" + disputed)).path("findings"), "attribute"))
                .containsExactly("call", "late");
        assertThat(json(get(story + "/report?since=" + version(story))).path("findings"))
                .isEmpty();
    }

    /** The changes of all stories that a filter lets pass, once there are so many, as there are in a moment. */
    private static List<JsonNode> all(String filter, int atLeast) {
        Instant end = Instant.now().plus(PATIENCE);
        List<JsonNode> found = new ArrayList<>();
        while (found.size() < atLeast && Instant.now().isBefore(end)) {
            found.clear();
            json(get("/v1/changes?limit=500&" + filter)).path("items").forEach(found::add);
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(atLeast);
        return found;
    }

    private static long head() {
        long head = 0;
        while (true) {
            JsonNode items = json(get("/v1/changes?limit=500&since=" + head)).path("items");
            if (items.isEmpty()) return head;
            head = items.get(items.size() - 1).path("number").asLong();
        }
    }
}
