package org.crosscheck.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds answers against what the contract declares. */
final class Judge {
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> LEAKS = List.of(
            "org.crosscheck", "java.", "jakarta.", "Exception", "SELECT ", "INSERT ", "hibernate", "PSQL", "\tat ");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<JsonNode, JsonSchema> schemas = new HashMap<>();

    /** What is wrong with the answer, in a few words that are the same for the same fault. */
    Optional<String> fault(Operation operation, Drawn drawn, Answer answer) {
        int status = answer.status();
        if (status >= 500) return Optional.of("fails with " + status);
        JsonNode declared = operation.answer(status);
        boolean elsewhere = drawn.strangePath() && List.of(400, 404, 405, 414).contains(status);
        if (declared.isMissingNode() && !elsewhere) return Optional.of("answers " + status + ", which is not declared");
        if (drawn.strangePath() && status < 300) return Optional.empty(); // of another operation, perhaps
        if (status == 204 || status == 304)
            return answer.body().isEmpty() ? Optional.empty() : Optional.of("answers " + status + " with a body");
        return status >= 400 ? problem(operation, answer) : success(operation, declared, answer);
    }

    private Optional<String> problem(Operation operation, Answer answer) {
        if (!answer.type().equals(PROBLEM))
            return Optional.of("answers %d as %s".formatted(answer.status(), answer.type()));
        Optional<String> schema = schema(operation, reference("Problem"), answer);
        if (schema.isPresent()) return schema;
        JsonNode problem = read(answer.body());
        if (problem.path("status").asInt() != answer.status()) return Optional.of("has another status in its problem");
        if (problem.path("detail").asText().isBlank()) return Optional.of("says nothing in its problem");
        if (problem.path("type").asText().endsWith(":validation")
                && problem.path("violations").isEmpty()) return Optional.of("finds fault and names no violation");
        for (String leak : LEAKS) if (answer.body().contains(leak)) return Optional.of("tells " + leak);
        return Optional.empty();
    }

    private Optional<String> success(Operation operation, JsonNode declared, Answer answer) {
        JsonNode content = declared.path("content").path(answer.type());
        if (content.isMissingNode())
            return declared.has("content") || !answer.body().isEmpty()
                    ? Optional.of("answers %d as %s, which is not declared".formatted(answer.status(), answer.type()))
                    : Optional.empty();
        // A stream has no state to name, though a page of the same operation has.
        if (answer.type().equals("text/event-stream")) return Optional.empty();
        for (String header : List.of("ETag", "Location"))
            if (declared.path("headers").has(header) && answer.header(header).isEmpty())
                return Optional.of("answers %d without %s".formatted(answer.status(), header));
        if (answer.type().equals("application/x-ndjson")) return lines(answer);
        return answer.type().endsWith("json") ? schema(operation, content.path("schema"), answer) : Optional.empty();
    }

    private static Optional<String> lines(Answer answer) {
        boolean read = answer.body().lines().noneMatch(line -> read(line).isMissingNode());
        return read ? Optional.empty() : Optional.of("answers a line that is not JSON");
    }

    private Optional<String> schema(Operation operation, JsonNode schema, Answer answer) {
        JsonNode body = read(answer.body());
        if (body.isMissingNode()) return Optional.of("answers what is not JSON");
        var wrong = schemas.computeIfAbsent(schema, each -> compiled(operation, each))
                .validate(body);
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "answers against its schema: " + wrong.iterator().next().getMessage());
    }

    private static JsonSchema compiled(Operation operation, JsonNode schema) {
        ObjectNode root = JSON.createObjectNode();
        root.set("components", operation.contract().get("components"));
        root.setAll((ObjectNode) schema);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(root);
    }

    private static JsonNode reference(String schema) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }
}
