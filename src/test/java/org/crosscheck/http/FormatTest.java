package org.crosscheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be chosen by Accept can be chosen by a link. */
@QuarkusTest
class FormatTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static String story(String id) {
        String path = "/v1/stories/" + id;
        return Api.get(path).statusCode() == 200 ? path : Api.story(id);
    }

    @ParameterizedTest
    @CsvSource({
        "/report, JSON_LD, application/ld+json, format-report.jsonld",
        "/report, JSON, application/json, format-report.json",
        "/findings/number, JSON_LD, application/ld+json, format-number.jsonld",
        "/findings/number, JSON, application/json, format-number.json",
        "/matrix, CSV, text/csv, format-matrix.csv",
        "/matrix, JSON, application/json, format-matrix.json",
        "/facts, CSV, text/csv, format-facts.csv",
        "/facts, JSON, application/json, format-facts.json"
    })
    void a_link_names_a_format_and_gets_the_file(String path, String format, String type, String file) {
        String address = story("format") + path;
        Response linked = Api.get(address + "?format=" + format, "Accept", BROWSER);
        Response accepted = Api.get(address, "Accept", type);
        assertThat(linked.statusCode()).isEqualTo(200);
        assertThat(linked.contentType()).startsWith(type);
        assertThat(linked.asString()).isEqualTo(accepted.asString());
        assertThat(linked.header("ETag")).isEqualTo(accepted.header("ETag"));
        assertThat(linked.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + file + "\"");
        assertThat(accepted.header("Content-Disposition")).isNull();
    }

    @Test
    void a_named_format_goes_before_accept() {
        Response matrix = Api.get(story("format") + "/matrix?format=CSV", "Accept", "application/json");
        assertThat(matrix.contentType()).startsWith("text/csv");
    }

    @ParameterizedTest
    @CsvSource({"/report, CSV", "/findings/number, CSV", "/matrix, JSON_LD", "/facts, JSON_LD", "/matrix, csv"})
    void a_format_that_is_not_offered_is_refused_with_those_that_are(String path, String format) {
        Response refused = Api.assertProblem(Api.get(story("format") + path + "?format=" + format), 400);
        assertThat(Api.json(refused).path("detail").asText()).contains("JSON");
    }

    @Test
    void the_next_page_of_a_file_is_such_a_file() {
        Response page = Api.get(story("format") + "/facts?format=CSV&limit=1");
        assertThat(page.header("Link")).contains("format=CSV");
    }
}
