package org.crosscheck.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories are found by what they are called, and the newest first. */
@QuarkusTest
class StoryListTest {

    private static void story(String id, String title) {
        assertThat(Api.putAnyway("/v1/stories/" + id, "{\"title\": \"%s\"}".formatted(title))
                        .statusCode())
                .isBetween(200, 201);
    }

    private static List<String> list(String query) {
        return ids(Api.get("/v1/stories?" + query));
    }

    private static List<String> ids(Response page) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        return Api.each(Api.json(page).path("items"), "id");
    }

    private static String next(Response page) {
        String link = page.header("Link");
        return link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
    }

    @Test
    void a_search_finds_parts_of_titles_and_ids_whatever_their_case() {
        story("list-search-a", "The GREAT Fire of Łódź");
        story("list-search-b", "Nothing of the kind");
        assertThat(list("search=great%20fire")).containsExactly("list-search-a");
        assertThat(list("search=%C5%82%C3%B3d%C5%BA")).containsExactly("list-search-a");
        assertThat(list("search=LIST-search")).containsExactly("list-search-a", "list-search-b");
        assertThat(list("search=list-search&order=NEWEST")).containsExactly("list-search-b", "list-search-a");
    }

    @Test
    void a_search_means_its_characters() {
        story("list-literal", "100% of it_all");
        assertThat(list("search=100%25")).containsExactly("list-literal");
        assertThat(list("search=it_a")).containsExactly("list-literal");
        assertThat(list("search=list%25literal")).isEmpty();
        assertThat(list("search=list_literal")).isEmpty();
        assertThat(list("search=%27")).doesNotContain("list-literal");
    }

    @Test
    void what_changes_in_a_story_brings_it_to_the_front() {
        Api.story("list-front-a");
        Api.story("list-front-b");
        assertThat(list("search=list-front&order=NEWEST")).containsExactly("list-front-b", "list-front-a");
        Api.putAnyway("/v1/stories/list-front-a/attributes/topic", "{\"type\": \"TOPIC\", \"label\": \"Changed\"}")
                .then()
                .statusCode(200);
        assertThat(list("search=list-front&order=NEWEST")).containsExactly("list-front-a", "list-front-b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ID", "NEWEST"})
    void whoever_pages_while_others_write_meets_what_did_not_change_once(String order) {
        String prefix = "list-page-" + order.toLowerCase() + "-";
        for (char each = 'a'; each <= 'g'; each++) story(prefix + each, "Page " + each);
        List<String> met = new ArrayList<>();
        String path = "/v1/stories?limit=2&order=" + order + "&search=" + prefix;
        while (path != null) {
            Response page = Api.get(path);
            met.addAll(ids(page));
            path = next(page);
            if (met.size() == 2) {
                story(prefix + "h", "New");
                story(prefix + "g", "Changed");
            }
        }
        assertThat(met).doesNotHaveDuplicates();
        assertThat(met).contains(prefix + "b", prefix + "c", prefix + "d", prefix + "e", prefix + "f");
        if (order.equals("ID")) assertThat(met).isSorted().hasSize(8);
    }

    @Test
    void a_cursor_of_one_order_is_none_of_the_other() {
        story("list-cursor-a", "One");
        story("list-cursor-b", "Two");
        JsonNode problem = Api.json(Api.assertProblem(
                Api.get(next(Api.get("/v1/stories?limit=1&search=list-cursor&order=NEWEST"))
                        .replace("order=NEWEST", "order=ID")),
                400));
        assertThat(problem.path("detail").asText()).contains("Link");
    }

    @Test
    void what_is_no_order_and_what_is_too_long_is_refused() {
        Api.assertProblem(Api.get("/v1/stories?order=OLDEST"), 400);
        Api.assertProblem(Api.get("/v1/stories?search=" + "x".repeat(201)), 400);
        assertThat(Api.get("/v1/stories?search=" + "x".repeat(200)).statusCode())
                .isEqualTo(200);
    }
}
