package org.crosscheck.decision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** What an editor decides on a finding, who sees it, and when it lapses. */
@QuarkusTest
class DecisionResourceTest {
    private static final int ROUNDS = 16;
    private static final String CONFIRMED = "{\"outcome\": \"CONFIRMED\"}";
    private static final String DISMISSED = "{\"outcome\": \"DISMISSED\", \"note\": \"a misprint\"}";
    private static final String EXPLAINED = "{\"outcome\": \"EXPLAINED\", \"cause\": \"DIFFERENT_SCOPE\"}";

    private static String decision(String story, String attribute) {
        return story + "/findings/" + attribute + "/decision";
    }

    private static JsonNode read(String path) {
        Response response = Api.get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Api.json(response);
    }

    private static Response decide(String story, String attribute, String body, String... headers) {
        return Api.put(decision(story, attribute), body, headers);
    }

    /** Decides where somebody has decided before. */
    private static Response decideAgain(String story, String attribute, String body) {
        return decide(
                story,
                attribute,
                body,
                "If-Match",
                Api.get(decision(story, attribute)).header("ETag"));
    }

    private static boolean isLapsed(String story, String attribute) {
        boolean lapsed = read(decision(story, attribute)).path("lapsed").asBoolean();
        JsonNode shown = read(story + "/findings/" + attribute).path("decision");
        assertThat(shown.path("lapsed").asBoolean()).isEqualTo(lapsed);
        return lapsed;
    }

    private static ObjectNode source(String story, String id) {
        return (ObjectNode) read(story + "/dossier").path("sources").get(id.equals("first") ? 0 : 1);
    }

    @Test
    void each_outcome_is_stored_and_shown_on_the_finding_and_in_the_report() {
        String story = Api.story("decided");
        for (String body : List.of(CONFIRMED, EXPLAINED, DISMISSED)) {
            boolean first = body.equals(CONFIRMED);
            Response written = first ? decide(story, "number", body) : decideAgain(story, "number", body);
            assertThat(written.statusCode()).as(written.asString()).isEqualTo(first ? 201 : 200);
            JsonNode decided = Api.json(written);
            Api.json(body)
                    .properties()
                    .forEach(field -> assertThat(decided.get(field.getKey())).isEqualTo(field.getValue()));
            assertThat(decided.path("verdict").asText()).isEqualTo("CONTRADICTION");
            assertThat(decided.path("lapsed").asBoolean(true)).isFalse();
            assertThat(decided.path("by").asText()).isNotEmpty();
            assertThat(decided.path("at").asText()).isNotEmpty();
            Response again = Api.get(decision(story, "number"));
            assertThat(Api.json(again)).isEqualTo(decided);
            assertThat(again.header("ETag")).isEqualTo(written.header("ETag"));
            assertThat(read(story + "/findings/number").path("decision")).isEqualTo(decided);
            assertThat(read(story + "/report").at("/findings/0/decision")).isEqualTo(decided);
            assertThat(read(story + "/matrix").at("/rows/0/decision")).isEqualTo(decided);
        }
        assertThat(read(story + "/findings/topic").has("decision")).isFalse();
        assertThat(read(story + "/findings/number").path("verdict").asText())
                .as("a decision changes no verdict")
                .isEqualTo("CONTRADICTION");
    }

    @Test
    void only_what_is_explained_has_a_cause() {
        String story = Api.story("decision-cause");
        for (String body : List.of(
                "{\"outcome\": \"EXPLAINED\"}",
                "{\"outcome\": \"CONFIRMED\", \"cause\": \"OUTDATED\"}",
                "{\"outcome\": \"DISMISSED\", \"cause\": \"PRECISION\"}"))
            assertThat(Api.pointers(Api.assertProblem(decide(story, "number", body), 422)))
                    .as(body)
                    .containsExactly("/cause");
        assertThat(Api.pointers(Api.assertProblem(decide(story, "number", "{\"note\": \"hm\"}"), 422)))
                .containsExactly("/outcome");
        Api.assertProblem(decide(story, "number", "{\"outcome\": \"EXPLAINED\", \"cause\": \"moonlight\"}"), 422);
        Api.assertProblem(decide(story, "number", "{\"outcome\": \"TRUE\"}"), 422);
        Api.assertProblem(decide(story, "number", "{\"outcome\": \"CONFIRMED\", \"truth\": 1}"), 422);
        for (String cause : List.of("WRONG_VALUE", "DIFFERENT_SCOPE", "OUTDATED", "AMBIGUOUS", "PRECISION")) {
            String body = "{\"outcome\": \"EXPLAINED\", \"cause\": \"" + cause + "\"}";
            Response written =
                    cause.equals("WRONG_VALUE") ? decide(story, "number", body) : decideAgain(story, "number", body);
            assertThat(Api.json(written).path("cause").asText()).isEqualTo(cause);
        }
    }

    @Test
    void what_has_no_finding_cannot_be_decided() {
        String story = Api.story("decision-nowhere");
        for (String path : List.of(decision(story, "nothing"), decision("/v1/stories/decision-no-story", "number"))) {
            Api.assertProblem(Api.get(path), 404);
            Api.assertProblem(Api.put(path, CONFIRMED), 404);
            Api.assertProblem(Api.delete(path), 404);
        }
        Api.assertProblem(Api.get(decision(story, "number")), 404);
        Api.assertProblem(Api.delete(decision(story, "number")), 404);
    }

    @Test
    void a_decision_that_is_sent_again_is_the_same_decision_and_another_needs_to_know_it() {
        String story = Api.story("decision-tags");
        String tag = decide(story, "number", DISMISSED, "If-None-Match", "*").header("ETag");
        long version = read(story + "/report").path("version").asLong();
        assertThat(decide(story, "number", DISMISSED, "If-Match", tag).header("ETag"))
                .isEqualTo(tag);
        assertThat(read(story + "/report").path("version").asLong()).isEqualTo(version);
        Api.assertProblem(decide(story, "number", CONFIRMED, "If-None-Match", "*"), 412);
        Api.assertProblem(decide(story, "number", CONFIRMED, "If-Match", "\"99\""), 412);
        assertThat(Api.get(decision(story, "number"), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(decide(story, "number", CONFIRMED, "If-Match", tag).statusCode())
                .isEqualTo(200);
        Api.assertProblem(decide(story, "number", EXPLAINED, "If-Match", tag), 412);
        Api.assertProblem(Api.delete(decision(story, "number"), "If-Match", tag), 412);
        assertThat(read(decision(story, "number")).path("outcome").asText()).isEqualTo("CONFIRMED");
    }

    @Test
    void a_report_that_was_read_before_a_decision_is_not_taken_for_the_one_after_it() {
        String story = Api.story("decision-report-tag");
        String before = Api.get(story + "/report").header("ETag");
        decide(story, "number", CONFIRMED);
        Response after = Api.get(story + "/report", "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(Api.get(story + "/report", "If-None-Match", after.header("ETag"))
                        .statusCode())
                .isEqualTo(304);
        Api.delete(
                decision(story, "number"),
                "If-Match",
                Api.get(decision(story, "number")).header("ETag"));
        assertThat(Api.get(story + "/report", "If-None-Match", after.header("ETag"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(story + "/findings/number").has("decision")).isFalse();
    }

    @Test
    void a_decision_lapses_when_a_fact_under_it_is_added_changed_reviewed_or_deleted() {
        String story = Api.story("decision-facts");
        String facts = story + "/sources/second/facts";
        String fact = "{\"id\": \"more\", \"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 4}}";
        List<Runnable> changes = List.of(
                () -> Api.post(facts, fact),
                () -> change(
                        story,
                        "{\"attribute\": \"number\", \"wording\": \"at least four\","
                                + " \"value\": {\"type\": \"QUANTITY\", \"min\": 4}}"),
                () -> change(
                        story,
                        "{\"attribute\": \"number\", \"wording\": \"at least four\","
                                + " \"certainty\": \"HEDGED\", \"value\": {\"type\": \"QUANTITY\", \"min\": 4}}"),
                () -> change(story, "{\"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 5}}"),
                () -> review(story, "REJECTED"),
                () -> review(story, "ACCEPTED"),
                () -> Api.delete(story + "/facts/more", "If-Match", tag(story + "/facts/more")),
                () -> Api.delete(story + "/sources/first", "If-Match", tag(story + "/sources/first")));
        decide(story, "number", CONFIRMED);
        decide(story, "place", CONFIRMED);
        for (int i = 0; i < changes.size(); i++) {
            assertThat(isLapsed(story, "number")).as("before %s", i).isFalse();
            changes.get(i).run();
            assertThat(isLapsed(story, "number")).as("after %s", i).isTrue();
            assertThat(decideAgain(story, "number", CONFIRMED).statusCode()).isEqualTo(200);
        }
        assertThat(isLapsed(story, "place")).as("nothing on it has changed").isFalse();
    }

    private static String tag(String path) {
        return Api.get(path).header("ETag");
    }

    private static void change(String story, String fact) {
        Response changed = Api.put(story + "/facts/more", fact, "If-Match", tag(story + "/facts/more"));
        assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
    }

    private static void review(String story, String status) {
        Response reviewed = Api.put(
                story + "/facts/more/status",
                "{\"status\": \"" + status + "\"}",
                "If-Match",
                tag(story + "/facts/more"));
        assertThat(reviewed.statusCode()).as(reviewed.asString()).isEqualTo(200);
    }

    @Test
    void a_decision_lapses_when_sources_or_concepts_change_the_finding() {
        String story = Api.story("decision-sources");
        decide(story, "topic", CONFIRMED);
        ObjectNode first = source(story, "first");
        first.put("coverage", "SELECTIVE");
        submit(story, first);
        assertThat(isLapsed(story, "topic")).as("who was silent is so no more").isTrue();

        decide(story, "words", CONFIRMED);
        first.put("publisher", "decision-sources-group");
        submit(story, first);
        assertThat(isLapsed(story, "words")).as("another voice").isTrue();

        decide(story, "number", CONFIRMED);
        first.putArray("derivedFrom");
        submit(story, first);
        assertThat(isLapsed(story, "number")).as("more lineages").isTrue();

        decideAgain(story, "number", CONFIRMED);
        Api.put(
                "/v1/concepts/decision-sources-car",
                "{\"scheme\": \"kind\", \"label\": \"car\", \"broader\": []}",
                "If-Match",
                tag("/v1/concepts/decision-sources-car"));
        assertThat(isLapsed(story, "number")).as("the finding is the same").isFalse();
    }

    private static void submit(String story, ObjectNode source) {
        String path = story + "/sources/" + source.path("id").asText();
        Response written = Api.put(path, source, "If-Match", tag(path));
        assertThat(written.statusCode()).as(written.asString()).isEqualTo(200);
    }

    @Test
    void what_only_presents_the_finding_or_waits_for_review_leaves_a_decision_alone() {
        String story = Api.story("decision-stays");
        decide(story, "number", CONFIRMED);
        Api.put(
                "/v1/parties/decision-stays-mayor",
                "{\"name\": \"Lord Mayor\", \"kind\": \"PERSON\"}",
                "If-Match",
                tag("/v1/parties/decision-stays-mayor"));
        assertThat(read(story + "/findings/number").path("explanation").asText())
                .contains("Lord Mayor");
        assertThat(isLapsed(story, "number")).as("a party is renamed").isFalse();

        ObjectNode attribute = (ObjectNode) read(story + "/attributes/number");
        attribute.put("label", "Number of cars").put("question", "How many cars were there?");
        assertThat(Api.put(story + "/attributes/number", attribute, "If-Match", tag(story + "/attributes/number"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(read(story + "/findings/number").path("label").asText()).isEqualTo("Number of cars");
        assertThat(isLapsed(story, "number")).as("another label").isFalse();

        Api.post(story + "/sources/second/facts", """
                {"id": "waiting", "attribute": "number", "status": "PROPOSED",
                 "value": {"type": "QUANTITY", "min": 9}}""");
        assertThat(isLapsed(story, "number")).as("a proposal").isFalse();
        Api.post(
                story + "/sources/second/facts",
                "{\"attribute\": \"day\", \"value\": {\"type\": \"TIME\", \"edtf\": \"2020\"}}");
        assertThat(isLapsed(story, "number")).as("another attribute").isFalse();

        ObjectNode first = source(story, "first");
        first.put("title", "Crash on Main Street");
        first.put("text", "(AP) Three cars crashed, the mayor said.");
        first.remove("facts");
        submit(story, first);
        assertThat(read(story + "/facts?source=first").toString()).contains("\"start\":5");
        assertThat(isLapsed(story, "number")).as("words moved").isFalse();

        ObjectNode dossier = (ObjectNode) read(story + "/dossier");
        assertThat(dossier.toString()).doesNotContain("CONFIRMED");
        Api.put(story + "/dossier", dossier, "If-Match", tag(story + "/dossier"));
        assertThat(isLapsed(story, "number")).as("the same dossier again").isFalse();
    }

    @Test
    void a_lapsed_decision_stays_lapsed_until_somebody_decides_again() {
        String story = Api.story("decision-lapsed");
        String decided = decide(story, "number", DISMISSED).header("ETag");
        String fact = "{\"id\": \"more\", \"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 4}}";
        Api.post(story + "/sources/second/facts", fact);
        Response lapsed = Api.get(decision(story, "number"), "If-None-Match", decided);
        assertThat(lapsed.statusCode()).isEqualTo(200);
        assertThat(Api.json(lapsed).path("outcome").asText()).isEqualTo("DISMISSED");
        Api.delete(story + "/facts/more", "If-Match", tag(story + "/facts/more"));
        assertThat(isLapsed(story, "number")).as("the facts are as they were").isTrue();
        Api.assertProblem(decide(story, "number", DISMISSED, "If-Match", decided), 412);
        assertThat(decideAgain(story, "number", DISMISSED).statusCode()).isEqualTo(200);
        assertThat(isLapsed(story, "number")).isFalse();
    }

    @Test
    void a_dossier_keeps_the_decisions_on_what_it_leaves_as_it_is() {
        String story = Api.story("decision-dossier");
        for (String attribute : List.of("number", "topic", "place")) decide(story, attribute, CONFIRMED);
        ObjectNode dossier = (ObjectNode) read(story + "/dossier");
        ((ObjectNode) dossier.at("/sources/1/facts/0/value")).put("min", 7);
        dossier.withArray("attributes").remove(1);
        assertThat(Api.put(story + "/dossier", dossier, "If-Match", tag(story + "/dossier"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(isLapsed(story, "number")).isTrue();
        assertThat(isLapsed(story, "topic")).isFalse();
        Api.assertProblem(Api.get(decision(story, "place")), 404);
        Api.put(story + "/attributes/place", "{\"type\": \"CONCEPT\"}");
        Api.assertProblem(Api.get(decision(story, "place")), 404);
        assertThat(Api.json(decide(story, "place", CONFIRMED)).path("revision").asInt())
                .as("a decision never takes the revision of an earlier one")
                .isEqualTo(2);
    }

    @Test
    void reports_and_lists_leave_out_what_is_dismissed_and_pick_what_is_decided() {
        String story = Api.story("decision-filter");
        decide(story, "number", DISMISSED);
        decide(story, "topic", DISMISSED);
        decide(story, "words", EXPLAINED);
        Api.post(story + "/sources/second/facts", "{\"attribute\": \"topic\", \"wording\": \"a crash\"}");
        JsonNode whole = read(story + "/report");
        JsonNode rest = read(story + "/report?dismissed=false");
        assertThat(rest.path("summary")).as("it counts the whole story").isEqualTo(whole.path("summary"));
        List<String> left = List.of("place", "order", "day", "length", "words", "topic");
        assertThat(Api.each(rest.path("findings"), "attribute")).containsExactlyElementsOf(left);
        assertThat(picked(story, "decision=DISMISSED")).containsExactly("number");
        assertThat(picked(story, "decision=LAPSED&decision=EXPLAINED")).containsExactly("words", "topic");
        assertThat(picked(story, "decision=NONE")).containsExactly("place", "order", "day", "length");
        assertThat(picked(story, "decision=CONFIRMED")).isEmpty();
        assertThat(picked(story, "decision=DISMISSED&dismissed=false")).isEmpty();
        Api.assertProblem(Api.get(story + "/report?decision=MAYBE"), 400);
        Api.assertProblem(Api.get(story + "/report?dismissed=perhaps"), 400);

        assertThat(listed("decision=DISMISSED"))
                .contains("decision-filter number")
                .doesNotContain("decision-filter topic");
        assertThat(listed("decision=LAPSED")).contains("decision-filter topic");
        assertThat(listed("decision=EXPLAINED&verdict=UNCORROBORATED")).contains("decision-filter words");
        assertThat(listed("dismissed=false"))
                .contains("decision-filter words", "decision-filter topic")
                .doesNotContain("decision-filter number");
        assertThat(listed("decision=DISMISSED&dismissed=false")).isEmpty();
    }

    @Test
    void a_decision_and_a_fact_that_come_at_once_leave_the_same_behind_as_one_after_the_other() throws Exception {
        StringBuilder attributes = new StringBuilder();
        StringBuilder facts = new StringBuilder();
        for (int i = 0; i < ROUNDS; i++) {
            attributes.append(i == 0 ? "" : ",").append("{\"id\": \"a" + i + "\", \"type\": \"TOPIC\"}");
            facts.append(i == 0 ? "" : ",").append("{\"attribute\": \"a" + i + "\"}");
        }
        String story = "/v1/stories/decision-race";
        assertThat(Api.put(story + "/dossier", """
                {"story": {"title": "Race"},
                 "parties": [{"id": "decision-race-one", "name": "One"}, {"id": "decision-race-two", "name": "Two"}],
                 "attributes": [%s],
                 "sources": [
                   {"id": "one", "publisher": "decision-race-one", "publishedAt": "2020-05-01T00:00:00Z", "facts": [%s]},
                   {"id": "two", "publisher": "decision-race-two", "publishedAt": "2020-05-01T00:00:00Z"}]}
                """.formatted(attributes, facts)).statusCode())
                .isEqualTo(201);
        ExecutorService threads = Executors.newFixedThreadPool(2 * ROUNDS);
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            String attribute = "a" + i;
            calls.add(() -> decide(story, attribute, CONFIRMED));
            calls.add(() -> Api.post(story + "/sources/two/facts", "{\"attribute\": \"" + attribute + "\"}"));
        }
        for (Future<Response> answer : threads.invokeAll(calls))
            assertThat(answer.get().statusCode()).as(answer.get().asString()).isEqualTo(201);
        threads.shutdown();
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(read(story + "/findings/a" + i).path("verdict").asText()).isEqualTo("AGREEMENT");
            boolean decidedFirst =
                    read(decision(story, "a" + i)).path("verdict").asText().equals("UNCORROBORATED");
            assertThat(isLapsed(story, "a" + i)).isEqualTo(decidedFirst);
        }
    }

    private static List<String> picked(String story, String query) {
        return Api.each(read(story + "/report?" + query).path("findings"), "attribute");
    }

    private static List<String> listed(String query) {
        List<String> listed = new ArrayList<>();
        String next = "/v1/findings?limit=500&" + query;
        while (next != null) {
            Response page = Api.get(next);
            for (JsonNode finding : Api.json(page).path("items"))
                listed.add(finding.path("story").asText() + " "
                        + finding.path("attribute").asText());
            String link = page.header("Link");
            next = link == null ? null : link.substring(link.indexOf("/v1/"), link.indexOf('>'));
        }
        return listed;
    }

    @Test
    void what_is_judged_anew_shows_no_decision() {
        String story = Api.story("decision-live");
        decide(story, "number", CONFIRMED);
        for (String query : List.of("?asOf=2030-01-01", "?rollUp=true")) {
            assertThat(read(story + "/findings/number" + query).has("decision")).isFalse();
            assertThat(Api.each(
                            read(story + "/report" + query + "&decision=CONFIRMED")
                                    .path("findings"),
                            "attribute"))
                    .isEmpty();
        }
    }
}
