package org.crosscheck.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param contract the whole contract, for references
 * @param definition what the contract says of the operation
 */
record Operation(String id, String method, String path, JsonNode definition, JsonNode contract) {

    static List<Operation> all() throws IOException {
        JsonNode contract = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("openapi.yaml").toFile());
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : contract.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                String id = method.getValue().path("operationId").asText();
                if (!id.isEmpty())
                    operations.add(new Operation(
                            id, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), contract));
            }
        }
        return operations;
    }

    /** What {@code node} refers to, or itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode here = node;
        while (here.path("$ref").isTextual())
            here = contract.at(here.get("$ref").asText().substring(1));
        return here;
    }

    List<JsonNode> parameters(String in) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode each : definition.path("parameters")) {
            JsonNode parameter = resolved(each);
            if (parameter.path("in").asText().equals(in)) parameters.add(parameter);
        }
        return parameters;
    }

    /** The media types of the request's body and what is said of each; empty where it has none. */
    JsonNode bodies() {
        return definition.path("requestBody").path("content");
    }

    /** The response that is declared for {@code status}, or a missing node. */
    JsonNode answer(int status) {
        return resolved(definition.path("responses").path(String.valueOf(status)));
    }

    /** All media types that successful answers come in. */
    List<String> answerTypes() {
        List<String> types = new ArrayList<>();
        for (Map.Entry<String, JsonNode> answer : definition.path("responses").properties()) {
            if (answer.getKey().startsWith("2"))
                resolved(answer.getValue()).path("content").fieldNames().forEachRemaining(types::add);
        }
        return types;
    }
}
