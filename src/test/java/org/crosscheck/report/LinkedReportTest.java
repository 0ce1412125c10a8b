package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** Findings and decisions as linked data in the words of schema.org. */
@QuarkusTest
class LinkedReportTest {
    private static final String LD = "application/ld+json";

    /** What schema.org lets each type have, of what we use. */
    private static final Map<String, Set<String>> VOCABULARY = Map.of(
            "Report", Set.of("name", "version", "publisher", "hasPart"),
            "Question", Set.of("name", "abstract", "keywords", "about", "review"),
            "Claim",
                    Set.of(
                            "name",
                            "text",
                            "description",
                            "author",
                            "claimInterpreter",
                            "temporalCoverage",
                            "appearance",
                            "firstAppearance"),
            "ClaimReview",
                    Set.of(
                            "url",
                            "claimReviewed",
                            "itemReviewed",
                            "reviewAspect",
                            "reviewBody",
                            "keywords",
                            "creativeWorkStatus",
                            "author",
                            "datePublished"),
            "NewsArticle", Set.of("name", "url", "datePublished", "inLanguage", "publisher", "isBasedOn"),
            "CreativeWork", Set.of("name", "url", "datePublished", "inLanguage", "publisher", "isBasedOn"),
            "Person", Set.of("name", "alternateName"),
            "Organization", Set.of("name", "alternateName"),
            "NewsMediaOrganization", Set.of("name", "alternateName"),
            "GovernmentOrganization", Set.of("name", "alternateName"));

    /** The types that schema.org expects where a node is named. */
    private static final Map<String, Set<String>> EXPECTED = Map.of(
            "author", Set.of("Person", "Organization", "NewsMediaOrganization", "GovernmentOrganization"),
            "publisher", Set.of("Person", "Organization", "NewsMediaOrganization", "GovernmentOrganization"),
            "claimInterpreter", Set.of("Organization"),
            "appearance", Set.of("NewsArticle", "CreativeWork"),
            "firstAppearance", Set.of("NewsArticle", "CreativeWork"),
            "about", Set.of("Claim"),
            "itemReviewed", Set.of("Claim", "Question"),
            "review", Set.of("ClaimReview"),
            "hasPart", Set.of("Question"));

    private static Response linked(String path) {
        return Api.get(path, "Accept", LD);
    }

    /** The nodes of a graph by id, after a look at each. */
    private static Map<String, JsonNode> nodes(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith(LD);
        JsonNode body = Api.json(response);
        assertThat(body.path("@context").asText()).isEqualTo("https://schema.org");
        Map<String, JsonNode> nodes = new HashMap<>();
        body.path("@graph")
                .forEach(node -> assertThat(nodes.put(node.path("@id").asText(), node))
                        .as("each node once: %s", node)
                        .isNull());
        nodes.values().forEach(node -> {
            assertThat(node.path("@id").asText()).matches("http://[^ ]+/v1/[^ ]*");
            assertIsInTheVocabulary(node, nodes);
        });
        return nodes;
    }

    private static void assertIsInTheVocabulary(JsonNode node, Map<String, JsonNode> nodes) {
        Set<String> allowed = VOCABULARY.get(node.path("@type").asText());
        assertThat(allowed).as("the type of %s", node).isNotNull();
        node.properties().forEach(property -> {
            String name = property.getKey();
            if (name.startsWith("@")) return;
            assertThat(allowed).as("properties of %s", node).contains(name);
            if (!EXPECTED.containsKey(name)) return;
            for (JsonNode value : each(property.getValue())) {
                JsonNode meant =
                        value.has("@type") ? value : nodes.get(value.path("@id").asText());
                assertThat(meant).as("%s of %s", name, node).isNotNull();
                assertThat(EXPECTED.get(name)).contains(meant.path("@type").asText());
            }
        });
    }

    private static List<JsonNode> each(JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value.isArray()) value.forEach(values::add);
        else values.add(value);
        return values;
    }

    private static List<JsonNode> ofType(Map<String, JsonNode> nodes, String type) {
        return nodes.values().stream()
                .filter(node -> node.path("@type").asText().equals(type))
                .toList();
    }

    @Test
    void a_finding_is_a_question_about_what_each_voice_claims() {
        String story = Api.story("linked-finding");
        Map<String, JsonNode> nodes = nodes(linked(story + "/findings/number"));
        JsonNode question = ofType(nodes, "Question").get(0);
        JsonNode finding = Api.json(Api.get(story + "/findings/number"));
        assertThat(question.path("@id").asText()).endsWith(story + "/findings/number");
        assertThat(question.path("abstract")).isEqualTo(finding.path("explanation"));
        assertThat(question.path("keywords")).isEqualTo(finding.path("flags"));
        assertThat(question.path("about")).hasSize(2);
        Map<String, JsonNode> byAuthor = new HashMap<>();
        for (JsonNode claim : ofType(nodes, "Claim")) {
            JsonNode author = nodes.get(claim.at("/author/@id").asText());
            byAuthor.put(author.path("name").asText(), claim);
        }
        assertThat(byAuthor).containsOnlyKeys("Mayor", "Group");
        JsonNode mayor = byAuthor.get("Mayor");
        assertThat(mayor.path("text").asText()).startsWith("How many: 3");
        assertThat(mayor.path("description").asText()).isEqualTo("“Three cars”");
        assertThat(nodes.get(mayor.at("/author/@id").asText()).path("@type").asText())
                .isEqualTo("Person");
        JsonNode work = nodes.get(mayor.at("/firstAppearance/@id").asText());
        assertThat(work.path("@id").asText()).endsWith(story + "/sources/first");
        assertThat(work.path("@type").asText()).isEqualTo("NewsArticle");
        assertThat(work.path("url").asText()).isEqualTo("https://ap.example/crash");
        assertThat(work.path("datePublished").asText()).isEqualTo("2020-05-02T10:00:00Z");
        assertThat(work.at("/isBasedOn/0/@id").asText()).endsWith(story + "/sources/second");
        assertThat(ofType(nodes, "Organization"))
                .extracting(node -> node.path("name").asText())
                .contains("Crosscheck");
    }

    @Test
    void a_report_has_all_claims_and_each_appears_in_sources_of_the_story_the_first_of_them_first() {
        String story = "/v1/stories/trump-putin-call-2017-05-02";
        Map<String, JsonNode> nodes = nodes(linked(story + "/report"));
        JsonNode findings = Api.json(Api.get(story + "/report")).path("findings");
        Map<String, String> published = new HashMap<>();
        Api.json(Api.get(story + "/dossier"))
                .path("sources")
                .forEach(source -> published.put(
                        source.path("id").asText(), source.path("publishedAt").asText()));
        assertThat(ofType(nodes, "Report").get(0).path("hasPart")).hasSize(findings.size());
        assertThat(ofType(nodes, "Question")).hasSize(findings.size());
        assertThat(ofType(nodes, "ClaimReview")).isEmpty();
        int values = 0;
        for (JsonNode finding : findings) {
            for (JsonNode position : finding.path("positions"))
                values += position.path("values").size()
                        + position.path("earlier").size();
        }
        assertThat(ofType(nodes, "Claim")).hasSize(values);
        for (JsonNode claim : ofType(nodes, "Claim")) {
            List<String> appearances = Api.each(claim.path("appearance"), "@id").stream()
                    .map(id -> id.substring(id.lastIndexOf('/') + 1))
                    .toList();
            assertThat(appearances).isNotEmpty();
            assertThat(published.keySet()).containsAll(appearances);
            String first = claim.at("/firstAppearance/@id").asText();
            for (String appearance : appearances)
                assertThat(published.get(first.substring(first.lastIndexOf('/') + 1)))
                        .isLessThanOrEqualTo(published.get(appearance));
        }
        assertThat(new HashSet<>(Api.each(
                        Api.json(Api.get(story + "/findings/safe-zones")).path("positions"), "voice")))
                .containsExactly("white-house");
        assertThat(ofType(nodes(linked(story + "/report?attribute=safe-zones")), "Question"))
                .hasSize(1);
    }

    @Test
    void a_decision_is_a_review_of_the_claims_that_rates_nothing() {
        String story = Api.story("linked-decision");
        String decision = story + "/findings/number/decision";
        Api.put(decision, """
                {"outcome": "EXPLAINED", "cause": "DIFFERENT_SCOPE", "note": "One counts the van."}""");
        JsonNode review =
                ofType(nodes(linked(story + "/findings/number")), "ClaimReview").get(0);
        assertThat(review.path("url").asText())
                .endsWith(decision)
                .isEqualTo(review.path("@id").asText());
        assertThat(review.path("itemReviewed")).hasSize(2);
        assertThat(review.path("reviewBody").asText())
                .isEqualTo("The verdict CONTRADICTION is explained: different scope. One counts the van.");
        assertThat(Api.texts(review.path("keywords"))).containsExactly("EXPLAINED", "DIFFERENT_SCOPE");
        assertThat(review.path("creativeWorkStatus").asText()).isEqualTo("Published");
        assertThat(review.has("reviewRating")).isFalse();
        Api.put(story + "/findings/place/decision", "{\"outcome\": \"DISMISSED\"}");
        assertThat(ofType(nodes(linked(story + "/findings/place")), "ClaimReview")
                        .get(0)
                        .at("/itemReviewed/0/@id")
                        .asText())
                .as("where nobody claims anything, the question")
                .endsWith(story + "/findings/place");
        Api.post(
                story + "/sources/second/facts",
                "{\"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 8}}");
        review = ofType(nodes(linked(story + "/report?decision=LAPSED")), "ClaimReview")
                .get(0);
        assertThat(review.path("creativeWorkStatus").asText()).isEqualTo("Obsolete");
        assertThat(Api.each(review.path("itemReviewed"), "@id"))
                .as("these claims are not those that were reviewed")
                .hasSize(1)
                .allMatch(id -> id.endsWith(story + "/findings/number"));
        assertThat(review.path("reviewBody").asText()).endsWith("have changed since.");
    }

    @Test
    void who_accepts_json_gets_json_and_each_form_has_its_own_tag() {
        String story = Api.story("linked-forms");
        for (String path :
                List.of(story + "/report", story + "/findings/number", story + "/findings/number?rollUp=true")) {
            Response ld = linked(path);
            for (String accept : List.of("*/*", "application/json", "application/ld+json;q=0.5, application/json")) {
                Response json = Api.get(path, "Accept", accept);
                assertThat(json.contentType()).as(accept).startsWith("application/json");
                assertThat(json.header("Vary")).contains("Accept");
                assertThat(json.header("ETag")).isNotEqualTo(ld.header("ETag"));
            }
            assertThat(ld.header("Vary")).contains("Accept");
            assertThat(Api.get(path, "Accept", "application/json;q=0.2, " + LD).contentType())
                    .startsWith(LD);
            Response same = Api.get(path, "Accept", LD, "If-None-Match", ld.header("ETag"));
            assertThat(same.statusCode()).isEqualTo(304);
            assertThat(same.header("Vary")).contains("Accept");
            assertThat(Api.get(path, "If-None-Match", ld.header("ETag")).statusCode())
                    .isEqualTo(200);
            Api.assertProblem(Api.get(path, "Accept", "text/turtle"), 406);
        }
        Api.assertProblem(linked(story + "/findings/nothing"), 404);
        Api.assertProblem(linked("/v1/stories/linked-nowhere/report"), 404);
    }

    @Test
    void what_the_graph_names_changes_its_tag() {
        String story = Api.story("linked-names");
        String before = linked(story + "/report").header("ETag");
        Api.put("/v1/parties/linked-names-mayor", "{\"name\": \"Lord Mayor\", \"kind\": \"PERSON\"}", "If-Match", "*");
        Response after = Api.get(story + "/report", "Accept", LD, "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.asString()).contains("Lord Mayor");
    }
}
