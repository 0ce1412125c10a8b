package org.crosscheck.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ids of things that there are or were, by the name of the parameter that takes them: those of the contract's examples, and
 * those that answers tell.
 */
final class Known {
    private static final int LIMIT = 200;

    private final Map<String, List<String>> ids = new TreeMap<>();
    private final TreeSet<String> forbidden = new TreeSet<>();

    /** Never to be used: the keys of the callers themselves. */
    void forbid(String id) {
        forbidden.add(id);
    }

    void learn(String parameter, String id) {
        if (forbidden.contains(id)) return;
        List<String> there = ids.computeIfAbsent(parameter, name -> new ArrayList<>());
        if (!there.contains(id) && there.size() < LIMIT) there.add(id);
    }

    /** Of something within a story. */
    private void learn(String story, String parameter, String id) {
        learn(parameter, id);
        if (story != null) learn(story + "/" + parameter, id);
    }

    /** What an answer tells of the things under the operation's path: those that {@code path/{name}} takes. */
    void learn(List<Operation> operations, Operation operation, String story, JsonNode body) {
        String things = operation.path() + "/{";
        for (Operation other : operations) {
            if (!other.path().startsWith(things)) continue;
            String name = other.path().substring(things.length(), other.path().indexOf('}', things.length()));
            if (body.path("id").isTextual()) learn(story, name, body.get("id").asText());
            for (JsonNode item : body.path("items"))
                if (item.path("id").isTextual())
                    learn(story, name, item.get("id").asText());
        }
    }

    boolean has(String parameter) {
        return ids.containsKey(parameter);
    }

    List<String> names() {
        return ids.keySet().stream().filter(name -> !name.contains("/")).toList();
    }

    /** Of those in this story where there are any. */
    List<String> ids(String story, String parameter) {
        return ids.getOrDefault(story + "/" + parameter, ids(parameter));
    }

    /** Never empty. */
    List<String> ids(String parameter) {
        return ids.getOrDefault(parameter, List.of("1", "2", "no-such-thing"));
    }

    /** The example of a body, or a missing node. */
    JsonNode example(JsonNode content) {
        if (content.has("example")) return content.get("example");
        for (JsonNode each : content.path("examples")) if (each.has("value")) return each.get("value");
        return content.path("example");
    }

    /** Learns the ids in a dossier: of parties, concepts, attributes, sources and facts. */
    void learn(JsonNode dossier) {
        String story = dossier.at("/story/id").asText();
        learn("story", story);
        for (JsonNode concept : dossier.path("concepts"))
            learn("concept", concept.path("id").asText());
        for (JsonNode party : dossier.path("parties"))
            for (String name : List.of("party", "voice", "left", "right", "publisher", "claimant"))
                learn(name, party.path("id").asText());
        for (JsonNode attribute : dossier.path("attributes"))
            learn(story, "attribute", attribute.path("id").asText());
        for (JsonNode source : dossier.path("sources")) {
            learn(story, "source", source.path("id").asText());
            for (JsonNode fact : source.path("facts"))
                if (fact.has("id")) learn(story, "fact", fact.get("id").asText());
        }
    }
}
