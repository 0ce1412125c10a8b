package org.crosscheck.http;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Sends the examples of the contract to the program, as one editor's afternoon, and expects the answers that the contract
 * shows. Run it with {@code -Dcontract.update=true} to write the answers anew.
 */
@QuarkusTest
class ContractExamplesTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/contract");
    private static final Map<String, String> ENDINGS =
            Map.of("application/json", ".json", "text/csv", ".csv", "application/x-ndjson", ".ndjson");
    private static final boolean UPDATE = Boolean.getBoolean("contract.update");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Set<String> CREATIONS =
            Set.of("putDecision", "importDossier", "putParty", "putConcept", "putAttribute");
    private static final String STORY = "/v1/stories/old-harbour-bridge";

    private final JsonNode contract = contract();
    private final Set<String> called = new TreeSet<>();

    @Test
    void every_operation_answers_its_example_as_the_contract_shows() throws IOException {
        for (String[] step : steps()) answersAsShown(step[0], step[1], step[2], step[3]);
        assertThat(called).as("operations of the contract").isEqualTo(operations());
    }

    private static List<String[]> steps() {
        List<String[]> steps = new ArrayList<>();
        add(steps, "importDossier", "PUT", STORY + "/dossier");
        add(steps, "exportDossier", "GET", STORY + "/dossier");
        add(steps, "normalize", "POST", "/v1/normalize");
        add(steps, "readAttributions", "POST", "/v1/attributions");
        add(steps, "checkDossier", "POST", "/v1/check");
        add(steps, "putStory", "PUT", STORY);
        add(steps, "getStory", "GET", STORY);
        add(steps, "listStories", "GET", "/v1/stories?limit=1");
        add(steps, "putParty", "PUT", "/v1/parties/harbour-master");
        add(steps, "getParty", "GET", "/v1/parties/harbour-master");
        add(steps, "listPartyHistory", "GET", "/v1/parties/harbour-master/history");
        add(steps, "getPartyRevision", "GET", "/v1/parties/harbour-master/history/1");
        add(steps, "listParties", "GET", "/v1/parties?limit=2");
        add(steps, "putConcept", "PUT", "/v1/concepts/pier-5");
        add(steps, "getConcept", "GET", "/v1/concepts/pier-5");
        add(steps, "listConceptHistory", "GET", "/v1/concepts/pier-5/history");
        add(steps, "getConceptRevision", "GET", "/v1/concepts/pier-5/history/1");
        add(steps, "listConcepts", "GET", "/v1/concepts?limit=2");
        add(steps, "putAttribute", "PUT", STORY + "/attributes/closure-length");
        add(steps, "getAttribute", "GET", STORY + "/attributes/closure-length");
        add(steps, "listAttributes", "GET", STORY + "/attributes?limit=2");
        add(steps, "submitSource", "POST", STORY + "/sources");
        add(steps, "putSource", "PUT", STORY + "/sources/post-evening");
        add(steps, "getSource", "GET", STORY + "/sources/post-evening");
        add(steps, "listSources", "GET", STORY + "/sources?limit=2");
        add(steps, "listSourceRevisions", "GET", STORY + "/sources/post-evening/revisions");
        add(steps, "addFact", "POST", STORY + "/sources/post-evening/facts");
        add(steps, "getFact", "GET", STORY + "/facts/pier-by-post");
        add(steps, "putFact", "PUT", STORY + "/facts/pier-by-post");
        add(steps, "reviewFact", "PUT", STORY + "/facts/pier-by-post/status");
        add(steps, "previewReviews", "POST", STORY + "/facts/reviews/preview");
        add(steps, "reviewFacts", "POST", STORY + "/facts/reviews");
        add(steps, "listFacts", "GET", STORY + "/facts?source=post-evening");
        add(steps, "putDecision", "PUT", STORY + "/findings/vehicles-damaged/decision");
        add(steps, "getDecision", "GET", STORY + "/findings/vehicles-damaged/decision");
        add(steps, "getReport", "GET", STORY + "/report?verdict=CONTRADICTION&verdict=UPDATE");
        add(steps, "listStoryChanges", "GET", STORY + "/changes?limit=2");
        add(steps, "readStoryChangeFeed", "GET", STORY + "/changes.atom?limit=2", "application/atom+xml");
        add(steps, "listChanges", "GET", "/v1/changes?limit=2");
        add(steps, "readChangeFeed", "GET", "/v1/changes.atom?limit=2", "application/atom+xml");
        add(steps, "getFinding", "GET", STORY + "/findings/vehicles-damaged");
        add(steps, "compareVoices", "GET", STORY + "/comparison?left=port-authority&right=city-hall");
        add(steps, "getMatrix", "GET", STORY + "/matrix?asOf=2026-03-14T19:00:00Z");
        add(steps, "listFindings", "GET", "/v1/findings?verdict=CONTRADICTION&limit=1");
        add(steps, "getCaller", "GET", "/v1/caller");
        add(steps, "createKey", "POST", "/v1/keys");
        add(steps, "getKey", "GET", "/v1/keys/harbour-desk");
        add(steps, "putKey", "PUT", "/v1/keys/harbour-desk");
        add(steps, "listKeys", "GET", "/v1/keys?limit=1");
        add(steps, "listKeyHistory", "GET", "/v1/keys/harbour-desk/history");
        add(steps, "getKeyRevision", "GET", "/v1/keys/harbour-desk/history/1");
        add(steps, "rotateKey", "POST", "/v1/keys/harbour-desk/secret");
        add(steps, "revokeKey", "DELETE", "/v1/keys/harbour-desk");
        add(steps, "listDecisionHistory", "GET", STORY + "/findings/vehicles-damaged/decision" + "/history");
        add(steps, "getDecisionRevision", "GET", STORY + "/findings/vehicles-damaged/decision" + "/history/1");
        add(steps, "createWebhook", "POST", "/v1/webhooks");
        add(steps, "getWebhook", "GET", "/v1/webhooks/harbour-chat");
        add(steps, "putWebhook", "PUT", "/v1/webhooks/harbour-chat");
        add(steps, "listWebhooks", "GET", "/v1/webhooks?limit=1");
        add(steps, "testWebhook", "POST", "/v1/webhooks/harbour-chat/test");
        add(steps, "listWebhookDeliveries", "GET", "/v1/webhooks/harbour-chat/deliveries");
        add(steps, "deleteWebhook", "DELETE", "/v1/webhooks/harbour-chat");
        add(steps, "deleteDecision", "DELETE", STORY + "/findings/vehicles-damaged/decision");
        add(steps, "importFacts", "POST", STORY + "/facts");
        add(steps, "listFacts", "GET", STORY + "/facts?source=post-evening", "text/csv");
        add(steps, "importDossiers", "POST", "/v1/dossiers?existing=SKIP", "application/x-ndjson");
        add(steps, "exportDossiers", "GET", "/v1/dossiers?story=north-quay-fire", "application/x-ndjson");
        add(steps, "getImport", "GET", "/v1/imports/archive-2026");
        add(steps, "deleteFact", "DELETE", STORY + "/facts/pier-by-post");
        add(steps, "restoreFact", "POST", STORY + "/facts/pier-by-post" + "/restoration");
        add(steps, "listFactHistory", "GET", STORY + "/facts/pier-by-post" + "/history");
        add(steps, "getFactRevision", "GET", STORY + "/facts/pier-by-post" + "/history/1");
        add(steps, "deleteFact", "DELETE", STORY + "/facts/pier-by-post");
        add(steps, "deleteSource", "DELETE", STORY + "/sources/post-evening");
        add(steps, "restoreSource", "POST", STORY + "/sources/post-evening" + "/restoration");
        add(steps, "listSourceHistory", "GET", STORY + "/sources/post-evening" + "/history");
        add(steps, "getSourceRevision", "GET", STORY + "/sources/post-evening" + "/history/1");
        add(steps, "deleteSource", "DELETE", STORY + "/sources/post-evening");
        add(steps, "deleteAttribute", "DELETE", STORY + "/attributes/closure-length");
        add(steps, "restoreAttribute", "POST", STORY + "/attributes/closure-length" + "/restoration");
        add(steps, "listAttributeHistory", "GET", STORY + "/attributes/closure-length" + "/history");
        add(steps, "getAttributeRevision", "GET", STORY + "/attributes/closure-length" + "/history/1");
        add(steps, "deleteAttribute", "DELETE", STORY + "/attributes/closure-length");
        add(steps, "deleteConcept", "DELETE", "/v1/concepts/pier-5");
        add(steps, "deleteParty", "DELETE", "/v1/parties/harbour-master");
        add(steps, "deleteStory", "DELETE", STORY);
        add(steps, "restoreStory", "POST", STORY + "/restoration");
        add(steps, "listStoryHistory", "GET", STORY + "/history");
        add(steps, "getStoryRevision", "GET", STORY + "/history/1");
        add(steps, "deleteStory", "DELETE", STORY);
        return steps;
    }

    private static void add(List<String[]> steps, String operation, String method, String path) {
        add(steps, operation, method, path, "application/json");
    }

    /** @param type of the answer, and of what is sent where that is not JSON */
    private static void add(List<String[]> steps, String operation, String method, String path, String type) {
        steps.add(new String[] {operation, method, path, type});
    }

    private void answersAsShown(String operation, String method, String path, String type) throws IOException {
        called.add(operation);
        RequestSpecification request = Api.with().accept(type);
        if (operation.equals("importDossiers")) request.header("Idempotency-Key", "archive-2026");
        send(operation, request);
        // Whatever is there: only a creation does without.
        if (method.equals("PUT") && !CREATIONS.contains(operation)) request.header("If-Match", "*");
        Response response = request.request(method, path);
        assertThat(response.statusCode())
                .as(operation + ": " + response.asString())
                .isBetween(200, 299);
        if (response.statusCode() == 204 || response.contentType().startsWith("application/atom+xml")) return;
        assertThat(response.contentType()).as(operation).startsWith(type);
        Path shown = EXAMPLES.resolve(operation + ".response" + ENDINGS.get(type));
        if (!type.equals("application/json")) {
            if (UPDATE) Files.writeString(shown, response.asString().replace("\r\n", "\n"));
            assertThat(timeless(response.asString())).as(operation).isEqualTo(timeless(Files.readString(shown)));
            return;
        }
        assertThat(violations(operation, response)).as(operation).isEmpty();
        if (UPDATE) Files.writeString(shown, JSON.writeValueAsString(JSON.readTree(response.asString())) + "\n");
        boolean sharedList = path.startsWith("/v1/")
                && operation.startsWith("list")
                && !path.startsWith(STORY)
                && !path.endsWith("/history");
        if (sharedList) return;
        assertThatJson(response.asString())
                .as(operation)
                .whenIgnoringPaths(changing(operation))
                .isEqualTo(Files.readString(shown));
    }

    /** What is not the same each time. */
    private static String[] changing(String operation) {
        List<String> paths = new ArrayList<>(List.of(
                "startedAt",
                "updatedAt",
                "version",
                "revision",
                "items[*].revision",
                "secret",
                "createdAt",
                "issuedAt",
                "key.createdAt",
                "key.issuedAt",
                "at",
                "by",
                "decision.at",
                "decision.by",
                "position",
                "error",
                "message",
                "millis"));
        if (operation.equals("listStoryChanges"))
            for (String field : List.of("number", "id", "version", "at", "by")) paths.add("items[*]." + field);
        if (operation.endsWith("History"))
            for (String field : List.of("at", "state.at", "state.by", "state.createdAt", "state.issuedAt"))
                paths.add("items[*]." + field);
        return paths.toArray(String[]::new);
    }

    private static void send(String operation, RequestSpecification request) throws IOException {
        for (Map.Entry<String, String> each : ENDINGS.entrySet()) {
            Path body = EXAMPLES.resolve(operation + ".request" + each.getValue());
            if (Files.exists(body)) request.contentType(each.getKey()).body(Files.readAllBytes(body));
        }
    }

    /** {@code text} without what differs from day to day. */
    private static String timeless(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("\"(startedAt|updatedAt|version|revision)\":[^,}]*", "")
                .replaceAll("(?m),\\d+$", "");
    }

    /** What the answer has against the schema that the contract gives for it. */
    private Set<ValidationMessage> violations(String operation, Response response) throws IOException {
        JsonNode schema = schema(operation, response.statusCode());
        ObjectNode root = JSON.createObjectNode();
        root.set("components", contract.get("components"));
        root.set("$ref", schema.get("$ref"));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(root)
                .validate(JSON.readTree(response.asString()));
    }

    private JsonNode schema(String operation, int status) {
        for (JsonNode path : contract.get("paths")) {
            for (JsonNode each : path) {
                if (operation.equals(each.path("operationId").asText()))
                    return each.at("/responses/" + status + "/content/application~1json/schema");
            }
        }
        throw new AssertionError("the contract has no operation " + operation);
    }

    private Set<String> operations() {
        Set<String> ids = new TreeSet<>();
        contract.get("paths")
                .forEach(path -> path.forEach(each -> {
                    if (each.has("operationId")) ids.add(each.get("operationId").asText());
                }));
        return ids;
    }

    private static JsonNode contract() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("openapi.yaml").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
