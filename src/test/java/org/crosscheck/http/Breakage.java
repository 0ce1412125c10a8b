package org.crosscheck.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What in a contract breaks the clients of an older one. A request may be let to say more, never less and never must it; an answer
 * may tell more, never less, and nothing in it that an old client has no place for. New operations, and new ways to be refused,
 * break nobody.
 */
final class Breakage {
    private enum Direction {
        REQUEST,
        ANSWER
    }

    private final JsonNode was;
    private final JsonNode is;
    private final List<String> found = new ArrayList<>();
    /** Pairs of schemas that were compared already: schemas may contain themselves. */
    private final Set<String> compared = new HashSet<>();

    private Breakage(JsonNode was, JsonNode is) {
        this.was = was;
        this.is = is;
    }

    /** One line for each thing that breaks, with where it stands; empty where the contract only grew. */
    static List<String> between(JsonNode was, JsonNode is) {
        var breakage = new Breakage(was, is);
        fields(was.path("paths"))
                .forEach((path, item) -> fields(item).forEach((method, operation) -> {
                    if (!operation.has("responses")) return;
                    JsonNode now = is.path("paths").path(path).path(method);
                    String where = method.toUpperCase() + " " + path;
                    if (now.isMissingNode()) breakage.found.add(where + ": is gone");
                    else breakage.operation(where, operation, now);
                }));
        return breakage.found;
    }

    private void operation(String where, JsonNode old, JsonNode now) {
        Map<String, JsonNode> before = parameters(was, old);
        Map<String, JsonNode> after = parameters(is, now);
        before.forEach((name, parameter) -> {
            JsonNode there = after.get(name);
            if (there == null) found.add(where + ": the parameter " + name + " is gone");
            else schemas(where + " " + name, parameter.path("schema"), there.path("schema"), Direction.REQUEST);
        });
        after.forEach((name, parameter) -> {
            boolean must = parameter.path("required").asBoolean();
            if (must
                    && !(before.containsKey(name)
                            && before.get(name).path("required").asBoolean()))
                found.add(where + ": the parameter " + name + " must be given");
        });
        if (now.at("/requestBody/required").asBoolean()
                && !old.at("/requestBody/required").asBoolean()) found.add(where + ": a body must be given");
        contents(where + " body", old.path("requestBody"), now.path("requestBody"), Direction.REQUEST);
        fields(old.path("responses")).forEach((status, answer) -> {
            if (status.compareTo("4") >= 0) return;
            JsonNode there = now.path("responses").path(status);
            if (there.isMissingNode()) found.add(where + ": " + status + " is gone");
            else contents(where + " " + status, answer, there, Direction.ANSWER);
            fields(answer.path("headers")).keySet().stream()
                    .filter(header -> !there.path("headers").has(header))
                    .forEach(header -> found.add(where + " " + status + ": the header " + header + " is gone"));
        });
    }

    private static Map<String, JsonNode> parameters(JsonNode contract, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = resolved(contract, each);
            parameters.put(
                    parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        }
        return parameters;
    }

    private void contents(String where, JsonNode old, JsonNode now, Direction direction) {
        fields(resolved(was, old).path("content")).forEach((type, content) -> {
            JsonNode there = resolved(is, now).path("content").path(type);
            if (there.isMissingNode()) found.add(where + ": " + type + " is gone");
            else schemas(where, content.path("schema"), there.path("schema"), direction);
        });
    }

    private void schemas(String where, JsonNode oldReference, JsonNode newReference, Direction direction) {
        if (!compared.add(direction + " " + oldReference + " " + newReference) && oldReference.has("$ref")) return;
        JsonNode old = resolved(was, oldReference);
        JsonNode now = resolved(is, newReference);
        words(where, "type", set(old.path("type")), set(now.path("type")), direction);
        words(where, "enum", set(old.path("enum")), set(now.path("enum")), direction);
        words(where, "format", set(old.path("format")), set(now.path("format")), direction);
        words(where, "oneOf", variants(old), variants(now), direction);
        properties(where, old, now, direction);
        if (old.has("items")) schemas(where + "[]", old.get("items"), now.path("items"), direction);
        if (old.path("additionalProperties").isObject())
            schemas(where + ".*", old.get("additionalProperties"), now.path("additionalProperties"), direction);
        if (old.has("oneOf"))
            fields(old.at("/discriminator/mapping"))
                    .forEach((type, reference) -> schemas(
                            where + "(" + type + ")",
                            reference(reference),
                            reference(now.at("/discriminator/mapping").path(type)),
                            direction));
        if (direction == Direction.REQUEST) limits(where, old, now);
    }

    private void properties(String where, JsonNode old, JsonNode now, Direction direction) {
        fields(old.path("properties")).forEach((name, property) -> {
            JsonNode there = now.path("properties").path(name);
            if (there.isMissingNode()) found.add(where + "." + name + ": is gone");
            else schemas(where + "." + name, property, there, direction);
        });
        Set<String> must = set(old.path("required"));
        Set<String> mustNow = set(now.path("required"));
        if (direction == Direction.REQUEST)
            mustNow.stream()
                    .filter(name -> !must.contains(name))
                    .forEach(name -> found.add(where + "." + name + ": must be given"));
        else
            must.stream()
                    .filter(name -> !mustNow.contains(name))
                    .forEach(name -> found.add(where + "." + name + ": may be absent"));
    }

    /** A set of which a request may take any and an answer may be any; an empty set stands for no limit. */
    private void words(String where, String what, Set<String> old, Set<String> now, Direction direction) {
        Set<String> narrow = direction == Direction.REQUEST ? old : now;
        Set<String> wide = direction == Direction.REQUEST ? now : old;
        if (wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow)) return;
        found.add(where + ": " + what + " was " + old + " and is " + now);
    }

    private void limits(String where, JsonNode old, JsonNode now) {
        for (String limit : List.of("minLength", "minimum", "exclusiveMinimum", "minItems"))
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.get(limit)
                                            .decimalValue()
                                            .compareTo(old.get(limit).decimalValue())
                                    > 0))
                found.add(where + ": " + limit + " was " + old.path(limit) + " and is " + now.get(limit));
        for (String limit : List.of("maxLength", "maximum", "exclusiveMaximum", "maxItems"))
            if (now.has(limit)
                    && (!old.has(limit)
                            || now.get(limit)
                                            .decimalValue()
                                            .compareTo(old.get(limit).decimalValue())
                                    < 0))
                found.add(where + ": " + limit + " was " + old.path(limit) + " and is " + now.get(limit));
        if (now.has("pattern") && !now.get("pattern").equals(old.get("pattern")))
            found.add(where + ": pattern was " + old.path("pattern") + " and is " + now.get("pattern"));
    }

    private static Set<String> variants(JsonNode schema) {
        return fields(schema.at("/discriminator/mapping")).keySet();
    }

    private static JsonNode reference(JsonNode to) {
        return JsonNodeFactory.instance.objectNode().set("$ref", to);
    }

    private static JsonNode resolved(JsonNode contract, JsonNode node) {
        JsonNode here = node;
        while (here.path("$ref").isTextual())
            here = contract.at(here.get("$ref").asText().substring(1));
        return here;
    }

    private static Set<String> set(JsonNode node) {
        Set<String> words = new TreeSet<>();
        if (node.isArray()) node.forEach(word -> words.add(word.asText()));
        else if (!node.isMissingNode()) words.add(node.asText());
        return words;
    }

    private static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }
}
