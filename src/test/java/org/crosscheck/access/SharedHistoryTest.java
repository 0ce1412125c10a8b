package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.delete;
import static org.crosscheck.http.Api.each;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.put;
import static org.crosscheck.http.Api.replace;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories of what belongs to no story, and the header that says why. */
@QuarkusTest
class SharedHistoryTest {

    @ParameterizedTest
    @CsvSource({"/v1/parties/history-ap, name", "/v1/concepts/history-car, label"})
    void every_change_tells_who_when_why_and_from_what_to_what(String path, String member) {
        Instant start = Instant.now().minusSeconds(1);
        put(path, "{\"%s\": \"One\"}".formatted(member), "Crosscheck-Reason", "first of all");
        replace(path, "{\"%s\": \"Two\", \"aliases\": [\"2\"]}".formatted(member));
        put(path, "{\"%s\": \"Two\", \"aliases\": [\"2\"]}".formatted(member), "Crosscheck-Reason", "nothing changes");
        assertThat(delete(path, "Crosscheck-Reason", "not%20needed: %E2%82%AC 5, 100%25")
                        .statusCode())
                .isEqualTo(204);

        JsonNode items = json(get(path + "/history")).get("items");
        assertThat(each(items, "change")).containsExactly("CREATED", "CHANGED", "DELETED");
        assertThat(each(items, "revision")).containsExactly("1", "2", "2");
        assertThat(each(items, "by")).allMatch(by -> by.matches("anonymous|key:.*"));
        assertThat(each(items, "reason")).containsExactly("first of all", "", "not needed: € 5, 100%");
        assertThat(each(items, "at").stream().map(Instant::parse))
                .isSorted()
                .allMatch(at -> at.isAfter(start) && at.isBefore(Instant.now().plusSeconds(1)));
        assertThat(items.get(1).at("/state/" + member).asText()).isEqualTo("Two");
        assertThat(items.get(1).get("differences").toString())
                .isEqualTo(
                        "[{\"pointer\":\"/aliases\",\"to\":[\"2\"]},{\"pointer\":\"/%s\",\"from\":\"One\",\"to\":\"Two\"}]"
                                .formatted(member));
        assertThat(items.get(0).has("differences")).isFalse();
        assertThat(items.get(2).has("state")).isFalse();

        assertThat(json(get(path + "/history/1")).get(member).asText()).isEqualTo("One");
        assertThat(json(get(path + "/history/2")).get("revision").asInt()).isEqualTo(2);
        assertProblem(get(path + "/history/3"), 404);
        assertProblem(get(path + "x/history"), 404);
        assertProblem(get(path + "/history/first"), 400, 404);
    }

    @ParameterizedTest
    @CsvSource({"/v1/parties/history-again, name", "/v1/concepts/history-again, label"})
    void what_comes_again_goes_on_from_where_it_was(String path, String member) {
        String body = "{\"%s\": \"One\"}".formatted(member);
        assertThat(put(path, body).header("ETag")).isEqualTo("\"1\"");
        delete(path, "If-Match", "\"1\"");
        var again = put(path, body);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        assertThat(each(json(get(path + "/history")).get("items"), "change"))
                .containsExactly("CREATED", "DELETED", "CREATED");
    }

    @Test
    void a_history_has_pages() {
        String path = "/v1/parties/history-pages";
        for (int i = 0; i < 3; i++) {
            put(path, "{\"name\": \"a%d\"}".formatted(i));
            replace(path, "{\"name\": \"b%d\"}".formatted(i));
            delete(path);
        }
        JsonNode all = json(get(path + "/history")).get("items");
        assertThat(all).hasSize(9);
        for (int limit : new int[] {1, 2, 4, 8, 9}) {
            List<JsonNode> found = new ArrayList<>();
            String next = path + "/history?limit=" + limit;
            while (next != null) {
                var page = get(next);
                JsonNode items = json(page).get("items");
                assertThat(items.size()).isBetween(1, limit);
                items.forEach(found::add);
                String link = page.header("Link");
                next = link == null ? null : link.replaceFirst("<.*?(/v1[^>]*)>.*", "$1");
            }
            assertThat(found).isEqualTo(list(all));
        }
    }

    private static List<JsonNode> list(JsonNode items) {
        List<JsonNode> list = new ArrayList<>();
        items.forEach(list::add);
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"50% wrong", "%C3", "%00", "%ED%A0%80", "caf\u00e9", "%", "%4"})
    void a_reason_that_cannot_be_read_is_refused(String reason) {
        assertProblem(Api.put("/v1/parties/history-none", "{\"name\": \"N\"}", "Crosscheck-Reason", reason), 400);
        assertThat(get("/v1/parties/history-none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_reason_has_at_most_a_thousand_characters() {
        String path = "/v1/parties/history-long";
        assertProblem(put(path, "{\"name\": \"N\"}", "Crosscheck-Reason", "x".repeat(1001)), 400);
        String longest = "%F0%9F%98%80".repeat(500) + "x".repeat(500);
        assertThat(put(path, "{\"name\": \"N\"}", "Crosscheck-Reason", longest).statusCode())
                .isEqualTo(201);
        assertThat(json(get(path + "/history")).at("/items/0/reason").asText())
                .isEqualTo("😀".repeat(500) + "x".repeat(500));
    }

    @Test
    void parties_and_concepts_of_a_dossier_have_a_history_too() {
        Api.story("history-shared");
        assertThat(each(json(get("/v1/concepts/history-shared-car/history")).get("items"), "change"))
                .containsExactly("CREATED");
        assertThat(json(get("/v1/parties/history-shared-ap/history"))
                        .at("/items/0/state/partOf")
                        .asText())
                .isEqualTo("history-shared-group");
        assertThat(json(get("/v1/concepts/history-shared-car/history/1"))
                        .at("/broader/0")
                        .asText())
                .isEqualTo("history-shared-vehicle");
    }
}
