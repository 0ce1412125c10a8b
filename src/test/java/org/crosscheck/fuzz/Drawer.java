package org.crosscheck.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** Draws requests: mostly good ones with something wrong, by the contract's schemas and examples. */
final class Drawer {
    private static final int DEPTH = 5;

    private final Random random;
    private final Mutation mutation;
    private final Known known;
    private final List<String> keys;

    /** @param keys secrets of callers, the ones that may most last */
    Drawer(Random random, Known known, List<String> keys) {
        this.random = random;
        this.mutation = new Mutation(random);
        this.known = known;
        this.keys = keys;
    }

    Drawn draw(Operation operation) {
        boolean strange = false;
        String path = operation.path();
        String story = null;
        for (JsonNode parameter : operation.parameters("path")) {
            String name = parameter.path("name").asText();
            boolean junk = random.nextInt(25) == 0;
            String value =
                    junk ? mutation.word() : oneOf(random.nextInt(5) == 0 ? known.ids(name) : known.ids(story, name));
            if (name.equals("story")) story = value;
            strange |= junk;
            path = path.replace("{" + name + "}", encoded(value));
        }
        Map<String, String> headers = headers(operation);
        byte[] body = operation.bodies().isEmpty() ? null : body(operation, headers);
        return new Drawn(operation.method(), path + query(operation), story, strange, headers, body);
    }

    private String query(Operation operation) {
        var query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode parameter : operation.parameters("query")) {
            boolean required = parameter.path("required").asBoolean();
            int times = random.nextInt(10) < (required ? 9 : 3) ? 1 + random.nextInt(10) / 9 : 0;
            for (int i = 0; i < times; i++) {
                String name = parameter.path("name").asText();
                String value =
                        random.nextInt(3) == 0 ? mutation.word() : good(operation, name, parameter.path("schema"));
                query.add(name + "=" + encoded(value));
            }
        }
        return query.toString();
    }

    private String good(Operation operation, String name, JsonNode schema) {
        if (known.has(name)) return oneOf(known.ids(name));
        JsonNode drawn = drawn(operation, operation.resolved(schema), 0);
        while (drawn.isArray()) drawn = drawn.isEmpty() ? TextNode.valueOf("") : drawn.get(0);
        return drawn.asText();
    }

    private Map<String, String> headers(Operation operation) {
        Map<String, String> headers = new LinkedHashMap<>();
        String key = keys.get((int) (keys.size() * Math.sqrt(random.nextDouble())));
        if (!key.isEmpty()) headers.put("X-API-Key", key);
        for (JsonNode parameter : operation.parameters("header")) {
            String name = parameter.path("name").asText();
            if (name.equals("X-API-Key")) continue;
            boolean condition = name.startsWith("If-");
            if (name.equals("If-Match") && random.nextInt(10) < 6) headers.put(name, "*");
            else if (random.nextInt(4) == 0)
                headers.put(
                        name,
                        condition
                                ? oneOf(List.of("*", "\"1\"", "W/\"2\"", "\"x\", \"1\"", "\"", "1", "é"))
                                : plain(mutation.word()));
        }
        List<String> types = operation.answerTypes();
        if (!types.isEmpty() && random.nextInt(2) == 0)
            headers.put(
                    "Accept",
                    random.nextInt(10) == 0
                            ? oneOf(List.of("image/png", "*/*;q=0.1", "text/html", ";;"))
                            : oneOf(types));
        return headers;
    }

    /** What a header can carry. */
    private static String plain(String word) {
        return word.replaceAll("[^ -~]", "?");
    }

    private byte[] body(Operation operation, Map<String, String> headers) {
        List<String> types = new ArrayList<>();
        operation.bodies().fieldNames().forEachRemaining(types::add);
        String type = oneOf(types);
        headers.put(
                "Content-Type",
                random.nextInt(40) == 0
                        ? oneOf(List.of("text/plain", "application/xml", "application/json;charset=x", "é"))
                        : type);
        headers.computeIfPresent("Content-Type", (name, value) -> plain(value));
        JsonNode content = operation.bodies().get(type);
        JsonNode example = known.example(content);
        if (type.endsWith("json") && !example.isTextual()) {
            boolean byExample = !example.isMissingNode() && random.nextInt(4) > 0;
            return mutation.json(byExample ? example : drawn(operation, operation.resolved(content.path("schema")), 0));
        }
        return mutation.text(example.asText(mutation.word()), "\n");
    }

    /** Something that the schema allows, or nearly. */
    private JsonNode drawn(Operation operation, JsonNode schema, int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (schema.has("enum"))
            return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
        if (schema.has("oneOf"))
            return drawn(
                    operation,
                    operation.resolved(schema.get("oneOf")
                            .get(random.nextInt(schema.get("oneOf").size()))),
                    depth);
        return switch (schema.path("type").isArray()
                ? schema.path("type").get(0).asText()
                : schema.path("type").asText()) {
            case "object" -> object(operation, schema, depth);
            case "array" -> array(operation, schema, depth);
            case "boolean" -> nodes.booleanNode(random.nextBoolean());
            case "integer" -> nodes.numberNode(random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(10));
            case "number" ->
                nodes.numberNode(random.nextInt(4) == 0 ? random.nextGaussian() * 1e12 : random.nextInt(10) / 4d);
            default -> nodes.textNode(text(schema));
        };
    }

    private JsonNode object(Operation operation, JsonNode schema, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = false;
            for (JsonNode name : schema.path("required"))
                required |= name.asText().equals(property.getKey());
            if (required ? random.nextInt(20) > 0 : depth < DEPTH && random.nextBoolean()) {
                JsonNode of = operation.resolved(property.getValue());
                boolean id = of.path("type").asText().equals("string") && known.has(property.getKey());
                object.set(
                        property.getKey(),
                        id ? TextNode.valueOf(oneOf(known.ids(property.getKey()))) : drawn(operation, of, depth + 1));
            }
        }
        return object;
    }

    private JsonNode array(Operation operation, JsonNode schema, int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        int size = depth < DEPTH ? random.nextInt(4) : 0;
        for (int i = 0; i < size; i++) array.add(drawn(operation, operation.resolved(schema.path("items")), depth + 1));
        return array;
    }

    private String text(JsonNode schema) {
        if (schema.path("examples").has(0) && random.nextBoolean())
            return schema.path("examples").get(0).asText();
        return switch (random.nextInt(3)) {
            case 0 -> mutation.word();
            case 1 -> oneOf(known.ids(oneOf(known.names())));
            default -> "2020-05-0" + (1 + random.nextInt(9)) + "T10:00:00Z";
        };
    }

    private <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
