package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Reports and what is made of them: filters, earlier times, rolled-up parties, matrices, findings of all stories. */
@QuarkusTest
class ReportResourceTest {

    private static List<String> attributes(String path) {
        return Api.each(Api.json(Api.get(path)).path("findings"), "attribute");
    }

    @Test
    void filters_pick_findings_and_leave_the_summary_whole() {
        String story = Api.story("report-filter");
        JsonNode whole = Api.json(Api.get(story + "/report"));
        assertThat(whole.path("findings")).hasSize(7);
        assertThat(attributes(story + "/report?verdict=CONTRADICTION")).containsExactly("number");
        assertThat(attributes(story + "/report?verdict=CONTRADICTION&verdict=OMISSION"))
                .containsExactly("number", "topic");
        assertThat(attributes(story + "/report?attribute=topic&attribute=words"))
                .containsExactly("words", "topic");
        assertThat(attributes(story + "/report?voice=report-filter-mayor")).containsExactly("number");
        assertThat(attributes(story + "/report?voice=nobody")).isEmpty();
        assertThat(Api.json(Api.get(story + "/report?attribute=nothing")).path("summary"))
                .isEqualTo(whole.path("summary"));
    }

    @Test
    void one_finding_is_the_same_as_in_the_report() {
        String story = Api.story("report-one");
        for (JsonNode finding : Api.json(Api.get(story + "/report")).path("findings"))
            assertThat(Api.json(Api.get(
                            story + "/findings/" + finding.path("attribute").asText())))
                    .isEqualTo(finding);
        Api.assertProblem(Api.get(story + "/findings/nothing"), 404);
        Api.assertProblem(Api.get("/v1/stories/report-nowhere/findings/number"), 404);
        Api.assertProblem(Api.get("/v1/stories/report-nowhere/report"), 404);
    }

    @Test
    void as_of_counts_the_sources_published_until_then() {
        String story = Api.story("report-asof");
        String now = Api.get(story + "/report?asOf=2030-01-01").asString();
        assertThat(Api.json(now)).isEqualTo(Api.json(Api.get(story + "/report")));
        for (String until :
                List.of("2020-05-01", "2020-05-02T09:59:59Z", "2020-05-01T10:00:00Z", "2020-05-01T12:00:00+02:00")) {
            JsonNode report = Api.json(Api.get(story + "/report?asOf=" + until.replace("+", "%2B")));
            assertThat(report.path("sources").asInt()).as(until).isEqualTo(1);
        }
        assertThat(Api.json(Api.get(story + "/report?asOf=2020-05-02"))
                        .path("sources")
                        .asInt())
                .isEqualTo(2);
        assertThat(Api.json(Api.get(story + "/report?asOf=2020-04-30"))
                        .path("sources")
                        .asInt())
                .isZero();
    }

    @Test
    void a_party_speaks_for_the_one_that_it_is_part_of() {
        String story = Api.story("report-rollup");
        Response apart = Api.get(story + "/findings/words");
        Response together = Api.get(story + "/findings/words?rollUp=true");
        assertThat(Api.json(apart).at("/positions/0/voice").asText()).isEqualTo("report-rollup-ap");
        assertThat(Api.json(together).at("/positions/0/voice").asText()).isEqualTo("report-rollup-group");
        assertThat(together.header("ETag")).isNotEqualTo(apart.header("ETag"));
        assertThat(Api.json(Api.get(
                                story + "/comparison?left=report-rollup-group&right=report-rollup-mayor&rollUp=true"))
                        .path("onlyLeft"))
                .isNotEmpty();
    }

    @Test
    void every_view_of_a_story_is_tagged_and_the_tag_changes_with_it() {
        String story = Api.story("report-tag");
        List<String> views = List.of(
                "/report",
                "/report?rollUp=true",
                "/report?asOf=2021-01-01",
                "/findings/number",
                "/dossier",
                "/matrix",
                "/comparison?left=report-tag-ap&right=report-tag-mayor");
        List<String> tags =
                views.stream().map(view -> Api.get(story + view).header("ETag")).toList();
        for (int i = 0; i < views.size(); i++) {
            Response unchanged = Api.get(story + views.get(i), "If-None-Match", tags.get(i));
            assertThat(unchanged.statusCode()).as(views.get(i)).isEqualTo(304);
            assertThat(unchanged.header("ETag")).isEqualTo(tags.get(i));
        }
        Api.post(
                story + "/sources/second/facts",
                "{\"attribute\": \"number\", \"stance\": \"OMITS\", \"claimant\": \"report-tag-ap\"}");
        for (int i = 0; i < views.size(); i++)
            assertThat(Api.get(story + views.get(i), "If-None-Match", tags.get(i))
                            .statusCode())
                    .as(views.get(i))
                    .isEqualTo(200);
    }

    @Test
    void the_matrix_is_json_or_csv_and_runs_no_formulas() {
        String story = Api.story("report-matrix");
        Api.replace(story + "/attributes/words", "{\"type\": \"TEXT\", \"label\": \"=cmd()\"}");
        Api.post(
                story + "/sources/second/facts",
                "{\"attribute\": \"words\", \"wording\": \"@SUM(1+1), \\\"x\\\"\", \"value\": {\"type\": \"TEXT\", \"text\": \"sum\"}}");
        JsonNode matrix = Api.json(Api.get(story + "/matrix"));
        assertThat(matrix.path("rows")).hasSize(7);
        matrix.path("rows").forEach(row -> assertThat(row.path("cells")).hasSameSizeAs(matrix.path("voices")));
        Response csv = Api.get(story + "/matrix", "Accept", "text/csv");
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Vary")).contains("Accept");
        assertThat(csv.header("ETag")).isNotEqualTo(Api.get(story + "/matrix").header("ETag"));
        assertThat(csv.asString()).startsWith("attribute,label,verdict,sources,lineages,report-matrix-ap");
        assertThat(csv.asString()).contains("words,'=cmd(),").contains("\"'@SUM(1+1), \"\"x\"\"");
        assertThat(Api.get(story + "/matrix", "Accept", "text/csv", "If-None-Match", csv.header("ETag"))
                        .statusCode())
                .isEqualTo(304);
        Api.assertProblem(Api.get(story + "/matrix", "Accept", "text/html"), 406);
    }

    @Test
    void a_comparison_puts_each_attribute_in_one_list() {
        String story = Api.story("report-compare");
        JsonNode comparison =
                Api.json(Api.get(story + "/comparison?left=report-compare-mayor&right=report-compare-group"));
        assertThat(Api.each(comparison.path("contradict"), "attribute")).containsExactly("number");
        assertThat(Api.each(comparison.path("onlyRight"), "attribute")).containsExactly("topic");
        for (String list : List.of("agree", "refine", "undetermined", "onlyLeft"))
            assertThat(comparison.path(list)).isEmpty();
        Api.assertProblem(Api.get(story + "/comparison?left=report-compare-mayor&right=nobody"), 404);
    }

    @Test
    void findings_of_all_stories_are_listed_by_verdict() {
        Api.story("report-across");
        boolean mine = false;
        String next = "/v1/findings?verdict=CONTRADICTION&limit=100";
        while (next != null) {
            Response page = Api.get(next);
            for (JsonNode finding : Api.json(page).path("items")) {
                assertThat(finding.path("verdict").asText()).isEqualTo("CONTRADICTION");
                mine |= finding.path("story").asText().equals("report-across")
                        && finding.path("attribute").asText().equals("number");
            }
            String link = page.header("Link");
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(mine).isTrue();
        Response refused = Api.assertProblem(Api.get("/v1/findings?verdict=contradiction"), 400);
        assertThat(Api.pointers(refused)).containsExactly("verdict");
    }

    @Test
    void the_report_follows_a_party_and_a_concept() {
        String story = Api.story("report-follows");
        Api.replace("/v1/parties/report-follows-mayor", "{\"name\": \"Lord Mayor\"}");
        assertThat(Api.get(story + "/findings/number").asString()).contains("Lord Mayor");
        assertThat(Api.json(Api.get(story + "/findings/number")).path("verdict").asText())
                .isEqualTo("CONTRADICTION");
    }
}
