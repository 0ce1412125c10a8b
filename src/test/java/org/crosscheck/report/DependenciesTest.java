package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.crosscheck.dossier.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of what findings depend on has reached all of them, in every story, when it is answered. */
@QuarkusTest
class DependenciesTest {
    /** Two parties, two papers that name two places, one count; {@code %1$s} keeps the tests apart. */
    private static final String DOSSIER = """
            {"story": {"title": "Dependencies"},
             "parties": [{"id": "%1$s-paper", "name": "Paper", "kind": "OUTLET", "aliases": ["The Paper"]},
                         {"id": "%1$s-post", "name": "Post"}, {"id": "%1$s-mayor", "name": "Mayor"}],
             "concepts": [{"id": "%1$s-town", "label": "Town", "scheme": "place"},
                          {"id": "%1$s-pier", "label": "Pier", "scheme": "place", "broader": ["%1$s-town"]},
                          {"id": "%1$s-boat", "label": "boat"}],
             "attributes": [{"id": "place", "type": "CONCEPT"},
                            {"id": "count", "type": "QUANTITY", "unit": "%1$s-boat"},
                            {"id": "warning", "type": "TOPIC"}],
             "sources": [
               {"id": "a", "publisher": "%1$s-paper", "publishedAt": "2017-05-02T00:00:00Z", "facts": [
                 {"attribute": "place", "value": {"type": "CONCEPT", "concept": "%1$s-pier"}},
                 {"attribute": "count", "value": {"type": "QUANTITY", "min": 3, "max": 3}},
                 {"attribute": "warning", "claimant": "%1$s-mayor"}]},
               {"id": "b", "publisher": "%1$s-post", "publishedAt": "2017-05-03T00:00:00Z", "facts": [
                 {"attribute": "place", "value": {"type": "CONCEPT", "concept": "%1$s-town"}},
                 {"attribute": "count", "value": {"type": "QUANTITY", "min": 5, "max": 5}},
                 {"attribute": "warning", "claimant": "%1$s-mayor"}]},
               {"id": "c", "publisher": "%1$s-post", "publishedAt": "2017-05-03T00:00:00Z"}]}
            """;

    @TestHTTPResource
    URI address;

    @Inject
    DataSource database;

    @Inject
    AuthorityFollower follower;

    private Client api;

    @BeforeEach
    void connect() {
        api = new Client(address);
    }

    @Test
    void a_renamed_party_is_renamed_in_every_story() {
        List<String> stories = stories("renamed");
        api.put("/v1/parties/renamed-mayor", "{\"name\":\"Lord Mayor\"}");
        for (String story : stories)
            assertThat(finding(story, "warning").toString()).contains("Lord Mayor");
        upToDate(stories);
        api.put("/v1/parties/renamed-mayor", "{\"name\":\"Lord Mayor\",\"partOf\":\"renamed-post\"}");
        upToDate(stories);
    }

    @Test
    void a_concept_that_moves_changes_the_verdicts_on_it_in_every_story() {
        List<String> stories = stories("moved");
        verdicts(stories, "place", "REFINEMENT");
        long version = api.version(stories.get(1));
        String pier = "/v1/concepts/moved-pier";
        api.put(pier, "{\"label\":\"Pier\",\"scheme\":\"place\"}");
        verdicts(stories, "place", "CONTRADICTION");
        assertThat(api.version(stories.get(1))).isGreaterThan(version);
        api.put(pier, "{\"label\":\"Pier\",\"scheme\":\"thing\"}");
        verdicts(stories, "place", "UNDETERMINED");
        api.put(pier, "{\"label\":\"Pier\",\"scheme\":\"place\",\"broader\":[\"moved-town\"]}");
        verdicts(stories, "place", "REFINEMENT");
        // Concepts between, below and above those that the facts name.
        api.put(pier, "{\"label\":\"Pier\",\"scheme\":\"place\"}");
        api.put("/v1/concepts/moved-post", "{\"label\":\"Mooring\",\"scheme\":\"place\",\"broader\":[\"moved-pier\"]}");
        verdicts(stories, "place", "CONTRADICTION");
        api.put(
                "/v1/concepts/moved-post",
                "{\"label\":\"Mooring\",\"scheme\":\"place\",\"broader\":[\"moved-pier\",\"moved-town\"]}");
        verdicts(stories, "place", "REFINEMENT");
        assertThat(api.send("DELETE", "/v1/concepts/moved-post", null).status()).isEqualTo(204);
        verdicts(stories, "place", "CONTRADICTION");
    }

    @Test
    void a_unit_that_becomes_a_concept_later_is_one_for_what_was_said_before() {
        String story = stories("unit").get(0);
        String attribute = "/v1/stories/" + story + "/attributes/count";
        api.put(attribute, "{\"type\":\"QUANTITY\",\"unit\":\"unit-skiff\",\"tolerance\":4}");
        api.put("/v1/concepts/unit-skiff", "{\"label\":\"skiff\",\"broader\":[\"unit-boat\"]}");
        api.isUpToDate(story);
        api.post(
                "/v1/stories/" + story + "/sources/c/facts",
                "{\"attribute\":\"count\",\"value\":{\"type\":\"QUANTITY\",\"min\":3,\"unit\":\"unit-raft\"}}");
        api.put("/v1/concepts/unit-raft", "{\"label\":\"raft\",\"broader\":[\"unit-skiff\"]}");
        api.isUpToDate(story);
        assertThat(api.dossier(story).get("concepts").findValuesAsText("id")).contains("unit-raft");
        api.put("/v1/concepts/unit-skiff", "{\"label\":\"skiff\",\"scheme\":\"default\"}");
        api.isUpToDate(story);
    }

    @Test
    void a_changed_attribute_is_judged_as_it_is_now() {
        List<String> stories = stories("asked");
        String attribute = "/v1/stories/" + stories.get(0) + "/attributes/count";
        verdicts(stories, "count", "CONTRADICTION");
        api.put(attribute, "{\"type\":\"QUANTITY\",\"unit\":\"asked-boat\",\"tolerance\":2}");
        verdicts(stories.subList(0, 1), "count", "REFINEMENT");
        api.put(attribute, "{\"type\":\"QUANTITY\",\"unit\":\"asked-boat\",\"evolving\":true}");
        verdicts(stories.subList(0, 1), "count", "UPDATE");
        api.put(attribute, "{\"type\":\"QUANTITY\",\"unit\":\"asked-boat\",\"label\":\"How many?\"}");
        verdicts(stories.subList(0, 1), "count", "CONTRADICTION");
        assertThat(finding(stories.get(0), "count").get("label").asText()).isEqualTo("How many?");
        verdicts(stories.subList(1, 2), "count", "CONTRADICTION");
    }

    @Test
    void a_changed_source_is_judged_as_it_is_now() {
        List<String> stories = stories("source").subList(0, 1);
        String source = "/v1/stories/" + stories.get(0) + "/sources/";
        String document = "{\"publisher\":\"source-%s\",\"publishedAt\":\"2017-05-0%dT00:00:00Z\"%s}";
        verdicts(stories, "warning", "AGREEMENT");
        api.put(source + "b", document.formatted("post", 3, ",\"derivedFrom\":[\"a\"]"));
        verdicts(stories, "warning", "UNCORROBORATED");
        api.put(source + "b", document.formatted("post", 3, ",\"credits\":[\"WIRE\"]"));
        verdicts(stories, "warning", "AGREEMENT");
        // A third source joins the other two.
        api.put(source + "a", document.formatted("paper", 2, ",\"derivedFrom\":[\"c\"]"));
        api.put(source + "c", document.formatted("post", 3, ",\"credits\":[\"wire\"]"));
        verdicts(stories, "warning", "UNCORROBORATED");
        api.put(source + "a", document.formatted("paper", 2, ""));
        verdicts(stories, "warning", "AGREEMENT");

        api.put(source + "c", document.formatted("post", 3, ",\"coverage\":\"COMPLETE\",\"covers\":[\"warning\"]"));
        verdicts(stories, "warning", "OMISSION");
        api.put(source + "c", document.formatted("paper", 3, ",\"coverage\":\"COMPLETE\",\"covers\":[\"count\"]"));
        verdicts(stories, "warning", "AGREEMENT");
        api.put(source + "c", document.formatted("paper", 3, ",\"coverage\":\"COMPLETE\""));
        verdicts(stories, "warning", "OMISSION");
        assertThat(finding(stories.get(0), "warning").at("/silences/0/voice").asText())
                .isEqualTo("source-paper");

        api.put(source + "b", document.formatted("paper", 2, ""));
        assertThat(finding(stories.get(0), "count")
                        .at("/positions/0/inconsistent")
                        .asBoolean())
                .isTrue();
        upToDate(stories);
        api.put(
                "/v1/stories/" + stories.get(0) + "/attributes/count",
                "{\"type\":\"QUANTITY\",\"unit\":\"source-boat\",\"evolving\":true}");
        verdicts(stories, "count", "CONTRADICTION");
        api.put(source + "b", document.formatted("paper", 4, ""));
        assertThat(finding(stories.get(0), "count").get("flags").toString()).contains("UPDATE");
        upToDate(stories);
    }

    @Test
    void what_a_dossier_states_replaces_and_what_it_leaves_out_stays() {
        List<String> stories = stories("restated");
        String other = """
                {"story": {"title": "Other"},
                 "parties": [{"id": "restated-paper", "name": "Daily Paper"}],
                 "concepts": [{"id": "restated-pier", "label": "Jetty", "broader": []}]}""";
        api.put("/v1/stories/restated-other/dossier", other);
        verdicts(stories, "place", "CONTRADICTION");
        assertThat(finding(stories.get(1), "place").get("explanation").asText()).contains("Daily Paper");
        JsonNode paper = api.get("/v1/parties/restated-paper");
        assertThat(paper.get("kind").asText()).isEqualTo("OUTLET");
        assertThat(paper.at("/aliases/0").asText()).isEqualTo("The Paper");
        JsonNode pier = api.get("/v1/concepts/restated-pier");
        assertThat(pier.get("label").asText()).isEqualTo("Jetty");
        assertThat(pier.get("scheme").asText()).isEqualTo("place");
        assertThat(api.get("/v1/concepts/restated-town").get("label").asText()).isEqualTo("Town");
    }

    @Test
    void a_change_that_a_crash_cut_short_is_followed_later() throws SQLException {
        List<String> stories = stories("crashed");
        execute("UPDATE party SET name = 'Lady Mayor' WHERE id = 'crashed-mayor'");
        execute("DELETE FROM concept_broader WHERE concept_id = 'crashed-pier'");
        execute("INSERT INTO authority_change (id, parties, concepts, changed_at) VALUES"
                + " (gen_random_uuid(), '{crashed-mayor}', '{}', now()),"
                + " (gen_random_uuid(), '{no-party}', '{crashed-pier,crashed-town}', now())");
        verdicts(stories, "place", "REFINEMENT", false);
        follower.later();
        verdicts(stories, "place", "CONTRADICTION");
        assertThat(finding(stories.get(0), "warning").get("explanation").asText())
                .contains("Lady Mayor");
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM authority_change")) {
            rows.next();
            assertThat(rows.getInt(1)).isZero();
        }
    }

    @Test
    void many_changes_at_once_all_arrive() throws Exception {
        List<String> stories = stories("many");
        var threads = Executors.newFixedThreadPool(40);
        List<Callable<JsonNode>> changes = IntStream.range(0, 120)
                .<Callable<JsonNode>>mapToObj(i -> () -> api.put(
                        "/v1/parties/many-" + List.of("paper", "post", "mayor").get(i % 3),
                        "{\"name\":\"N" + i + "\"}"))
                .toList();
        for (Future<JsonNode> change : threads.invokeAll(changes)) change.get();
        threads.shutdown();
        upToDate(stories);
    }

    private List<String> stories(String name) {
        List<String> stories = List.of(name + "-one", name + "-two");
        for (String story : stories) api.put("/v1/stories/" + story + "/dossier", DOSSIER.formatted(name));
        return stories;
    }

    private JsonNode finding(String story, String attribute) {
        return api.get("/v1/stories/" + story + "/findings/" + attribute);
    }

    private void verdicts(List<String> stories, String attribute, String verdict) {
        verdicts(stories, attribute, verdict, true);
    }

    private void verdicts(List<String> stories, String attribute, String verdict, boolean upToDate) {
        for (String story : stories)
            assertThat(finding(story, attribute).get("verdict").asText())
                    .as("%s of %s", attribute, story)
                    .isEqualTo(verdict);
        if (upToDate) upToDate(stories);
    }

    private void upToDate(List<String> stories) {
        stories.forEach(api::isUpToDate);
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
