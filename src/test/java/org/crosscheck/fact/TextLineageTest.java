package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Sentences that one source copies from another count once, whoever comes first, and whatever happens to them later. */
@QuarkusTest
class TextLineageTest {
    private static final String STATEMENT =
            "“The two ministers agreed that the ferry line must be kept alive for the people of"
                    + " the islands at any price,” the ministry said.";
    private static final String FERRY = "The last ferry of the northern line left the harbour of Lund two hours late on"
            + " Monday evening after a storm had kept it in port.";
    private static final String OWNER =
            "Its owner, a company from the islands, blamed the port authority for not opening the outer gate in time.";
    private static final String STRIKE =
            "Dock workers have been on strike since the end of last week and want to be paid for their nights, which their"
                    + " union says the port has promised them three times in as many years.";
    private static final String FISH =
            "Fishermen who watched the scene from the quay said that they had never seen such waves in spring, and that the"
                    + " ship would have been lost had it sailed at the hour in the timetable.";
    private static final String DELAY = "two hours late";

    @Inject
    DataSource database;

    @Inject
    TextReader reader;

    @Test
    void a_source_that_copies_most_of_another_shares_its_lineage_and_shows_what_it_copied() {
        String story = story("text-whole");
        submit(story, "wire", 1, FERRY + " " + OWNER, DELAY);
        Response answer =
                submit(story, "paper", 2, FERRY.replace("harbour", "harbor") + " " + OWNER + " " + FISH, null);
        JsonNode paper = Api.json(answer);
        assertThat(Api.texts(paper.path("lineage"))).containsExactly("paper", "wire");
        assertThat(paper.path("copies")).hasSize(2);
        JsonNode copy = paper.path("copies").path(0);
        assertThat(copy.path("source").asText()).isEqualTo("wire");
        assertThat(paper.path("text")
                        .asText()
                        .substring(copy.path("start").asInt(), copy.path("end").asInt()))
                .isEqualTo(FERRY.replace("harbour", "harbor"));
        JsonNode read = Api.json(Api.get(story + "/sources/paper"));
        assertThat(read.path("copies")).isEqualTo(paper.path("copies"));
        assertThat(read.path("lineage").asText()).isEqualTo("paper");
        assertThat(Api.json(Api.get(story + "/sources/wire")).has("copies")).isFalse();
        assertThat(lineages(story)).isEqualTo(1);
        add(story, "paper", null);
        assertSupport(story, 2, 1);
    }

    @Test
    void two_that_quote_one_statement_stay_independent_but_the_statement_counts_once() {
        String story = story("text-quote");
        submit(story, "one", 1, STATEMENT + " " + FERRY, "at any price");
        Response answer = submit(story, "other", 2, STATEMENT + " " + STRIKE, "at any price");
        assertThat(Api.texts(Api.json(answer).path("lineage"))).containsExactly("other");
        assertThat(lineages(story)).isEqualTo(2);
        assertSupport(story, 2, 1);
        assertThat(finding(story).path("verdict").asText()).isEqualTo("UNCORROBORATED");
        add(story, "other", "paid for their nights");
        assertSupport(story, 2, 2);
        assertThat(finding(story).path("verdict").asText()).isEqualTo("AGREEMENT");
    }

    @Test
    void an_origin_that_comes_late_takes_the_copies_along_and_gives_them_free_when_it_goes() {
        String story = story("text-late");
        submit(story, "one", 2, FERRY + " " + STRIKE, DELAY);
        submit(story, "other", 3, OWNER + " " + FISH, "blamed the port authority");
        assertSupport(story, 2, 2);
        submit(
                story,
                "wire",
                1,
                FERRY + " " + OWNER + " The islands have no other ferry in the winter months, it added.",
                null);
        assertThat(lineages(story)).isEqualTo(3);
        assertSupport(story, 2, 1);
        assertThat(Api.json(Api.get(story + "/sources/one")).path("copies")).hasSize(1);
        Api.replace(story + "/sources/wire", source(story, 1, FISH));
        assertSupport(story, 2, 2);
        Api.replace(story + "/sources/wire", source(story, 1, FERRY + " " + OWNER));
        assertSupport(story, 2, 1);
        Api.replace(story + "/sources/wire", source(story, 9, FERRY + " " + OWNER));
        assertSupport(story, 2, 2);
        assertThat(Api.each(Api.json(Api.get(story + "/sources/wire")).path("copies"), "source"))
                .containsExactly("one", "other");
        Api.replace(story + "/sources/wire", source(story, 1, FERRY + " " + OWNER));
        assertSupport(story, 2, 1);
        assertThat(Api.delete(story + "/sources/wire").statusCode()).isEqualTo(204);
        assertSupport(story, 2, 2);
        assertThat(Api.json(Api.get(story + "/sources/one")).has("copies")).isFalse();
    }

    @Test
    void a_text_that_is_taken_back_copies_nothing_any_more() {
        String story = story("text-none");
        submit(story, "wire", 1, FERRY + " " + OWNER, DELAY);
        submit(story, "paper", 2, FERRY + " " + OWNER, DELAY);
        assertThat(lineages(story)).isEqualTo(1);
        ObjectNode source = source(story, 2, "");
        source.remove("text");
        assertThat(Api.replace(story + "/sources/paper", source).statusCode()).isEqualTo(200);
        assertThat(lineages(story)).isEqualTo(2);
        assertSupport(story, 2, 2);
    }

    @Test
    void a_copy_of_a_copy_goes_back_to_the_origin_and_to_the_next_when_that_goes() {
        String story = story("text-chain");
        submit(story, "a", 1, FERRY, DELAY);
        submit(story, "b", 2, FERRY + " " + STRIKE, DELAY);
        submit(story, "c", 3, FERRY + " " + FISH, DELAY);
        assertSupport(story, 3, 1);
        assertThat(Api.delete(story + "/sources/a").statusCode()).isEqualTo(204);
        assertSupport(story, 2, 1);
        assertThat(Api.each(Api.json(Api.get(story + "/sources/c")).path("copies"), "source"))
                .containsExactly("b");
    }

    @Test
    void what_is_published_at_one_time_is_copied_from_the_first_in_the_story() {
        String story = story("text-tie");
        submit(story, "z", 1, FERRY + " " + STRIKE, DELAY);
        submit(story, "a", 1, FERRY + " " + FISH, DELAY);
        assertThat(Api.json(Api.get(story + "/sources/z")).has("copies")).isFalse();
        ObjectNode dossier = (ObjectNode) Api.json(Api.get(story + "/dossier"));
        dossier.withArray("sources").add(dossier.withArray("sources").remove(0));
        assertThat(Api.replace(story + "/dossier", dossier).statusCode()).isEqualTo(200);
        assertThat(Api.json(Api.get(story + "/sources/a")).has("copies")).isFalse();
        assertThat(Api.each(Api.json(Api.get(story + "/sources/z")).path("copies"), "source"))
                .containsExactly("a");
        assertSupport(story, 2, 1);
    }

    @Test
    void the_entity_tag_changes_with_what_is_copied_and_a_dossier_does_not_show_it() {
        String story = story("text-tag");
        submit(story, "one", 2, FERRY + " " + STRIKE, DELAY);
        String tag = Api.get(story + "/sources/one").header("ETag");
        submit(story, "wire", 1, FERRY + " " + OWNER, DELAY);
        assertThat(Api.get(story + "/sources/one").header("ETag")).isNotEqualTo(tag);
        assertThat(Api.put(story + "/sources/one", source(story, 2, FERRY), "If-Match", tag)
                        .statusCode())
                .isEqualTo(412);
        String now = Api.get(story + "/sources/one").header("ETag");
        assertThat(Api.get(story + "/sources/one", "If-None-Match", now).statusCode())
                .isEqualTo(304);
        Response exported = Api.get(story + "/dossier");
        assertThat(exported.asString()).doesNotContain("copies", "copiedFrom");
        Response imported = Api.put(story + "/dossier", exported.asString());
        assertThat(imported.asString()).isEqualTo(exported.asString());
        assertThat(imported.header("ETag")).isEqualTo(exported.header("ETag"));
        JsonNode sent = Api.json(Api.get(story + "/sources/one"));
        ((ObjectNode) sent).remove("lineage");
        assertThat(Api.put(story + "/sources/one", sent, "If-Match", now).header("ETag"))
                .isEqualTo(now);
    }

    @Test
    void a_fact_that_is_given_other_evidence_changes_its_lineage() {
        String story = story("text-fact");
        submit(story, "wire", 1, FERRY, DELAY);
        submit(story, "paper", 2, FERRY + " " + STRIKE + " " + FISH, null);
        String path = Api.post(story + "/sources/paper/facts", fact(DELAY)).header("Location");
        assertSupport(story, 2, 1);
        Api.replace(path, fact("paid for their nights"));
        assertSupport(story, 2, 2);
        Api.replace(path, fact(DELAY));
        assertSupport(story, 2, 1);
        Api.replace(path, fact(STRIKE.substring(60) + " " + FISH.substring(0, 20)));
        assertSupport(story, 2, 2);
    }

    @Test
    void texts_that_an_earlier_version_stored_are_read_at_the_start() throws SQLException {
        String story = story("text-upgrade");
        submit(story, "wire", 1, FERRY + " " + OWNER, DELAY);
        submit(story, "paper", 2, FERRY + " " + OWNER, DELAY);
        submit(story, "other", 3, FERRY + " " + FISH, DELAY);
        String report = Api.get(story + "/report").asString();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "DELETE FROM sentence WHERE story_id = 'text-upgrade'",
                    "UPDATE source SET copied_from = NULL, read_by = NULL WHERE story_id = 'text-upgrade'",
                    "UPDATE fact SET copied_from = NULL WHERE story_id = 'text-upgrade'",
                    "UPDATE story SET lineages = 3 WHERE story_id = 'text-upgrade'",
                    "UPDATE finding SET verdict = 'AGREEMENT', body = replace(body, '\"lineages\":1', '\"lineages\":3')"
                            + " WHERE story_id = 'text-upgrade' AND verdict <> 'UNCORROBORATED'"))
                statement.executeUpdate(sql);
        }
        reader.readAll();
        assertThat(lineages(story)).isEqualTo(2);
        assertSupport(story, 3, 1);
        String version = "\"version\":\\d+";
        assertThat(Api.get(story + "/report").asString().replaceAll(version, ""))
                .isEqualTo(report.replaceAll(version, ""));
        String state = Api.state(story);
        reader.readAll();
        assertThat(Api.state(story)).isEqualTo(state);
    }

    @Test
    void a_long_nonsense_is_stored_like_any_other_text() {
        String story = story("text-nonsense");
        for (String text : List.of("7".repeat(1_000_000), "“".repeat(500_000), "no end ".repeat(100_000)))
            assertThat(submit(story, "n" + text.length(), 1, text, null).statusCode())
                    .isEqualTo(201);
        assertThat(lineages(story)).isEqualTo(3);
    }

    private static String story(String id) {
        Api.put("/v1/parties/" + id + "-paper", "{\"name\": \"Paper\"}");
        String story = "/v1/stories/" + id;
        assertThat(Api.put(story, "{\"title\": \"The ferry\"}").statusCode()).isEqualTo(201);
        assertThat(Api.put(story + "/attributes/late", "{\"type\": \"TOPIC\"}").statusCode())
                .isEqualTo(201);
        return story;
    }

    private static ObjectNode source(String story, int day, String text) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("publisher", story.substring("/v1/stories/".length()) + "-paper")
                .put("publishedAt", "2020-05-0" + day + "T10:00:00Z")
                .put("text", text);
    }

    /** Submits a source with one fact where {@code quote} stands; with none where that is null. */
    private static Response submit(String story, String id, int day, String text, String quote) {
        ObjectNode source = source(story, day, text).put("id", id);
        if (quote != null) source.putArray("facts").add(Api.json(fact(quote)));
        Response answer = Api.post(story + "/sources", source);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer;
    }

    private static void add(String story, String source, String quote) {
        assertThat(Api.post(story + "/sources/" + source + "/facts", fact(quote))
                        .statusCode())
                .isEqualTo(201);
    }

    private static String fact(String quote) {
        ObjectNode fact = JsonNodeFactory.instance.objectNode().put("attribute", "late");
        if (quote != null) fact.put("wording", quote).putObject("evidence").put("exact", quote);
        return fact.toString();
    }

    private static JsonNode finding(String story) {
        return Api.json(Api.get(story + "/findings/late"));
    }

    private static int lineages(String story) {
        return Api.json(Api.get(story + "/report")).path("lineages").asInt();
    }

    /** What is stored, judged anew, and checked without storing, agree on it. */
    private static void assertSupport(String story, int sources, int lineages) {
        JsonNode dossier = Api.json(Api.get(story + "/dossier"));
        for (JsonNode report : List.of(
                Api.json(Api.get(story + "/report")),
                Api.json(Api.get(story + "/report?asOf=2030-01-01")),
                Api.json(Api.post("/v1/check", dossier)))) {
            JsonNode finding = report.path("findings").path(0);
            assertThat(finding.path("support").path("sources").asInt()).isEqualTo(sources);
            assertThat(finding.path("support").path("lineages").asInt())
                    .as(finding.toPrettyString())
                    .isEqualTo(lineages);
            assertThat(finding.path("positions").path(0).path("lineages").asInt())
                    .isEqualTo(lineages);
        }
    }
}
