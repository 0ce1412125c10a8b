package org.crosscheck.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.Api;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Value;

/** A story that the program has read by itself, beside the same story as an editor wrote it down. */
final class Reading {
    private static final String MINIMUM_CONFIDENCE = "0.4";

    private final Map<String, Value.Type> types = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();
    private final Map<String, List<String>> lineages = new HashMap<>();
    private final List<List<String>> copies = new ArrayList<>();
    private final JsonNode read;
    private final Taxonomy taxonomy;
    private final List<Said> expected;
    private final List<Said> proposed;
    private final Map<String, JsonNode> expectedFindings;
    private final Map<String, JsonNode> foundFindings;

    /** Stores {@code dossier}, and a second story that is told nothing but its questions and its texts. */
    Reading(ObjectNode dossier) {
        String id = dossier.at("/story/id").asText();
        String story = "/v1/stories/" + id;
        store(story, dossier);
        for (JsonNode source : dossier.path("sources"))
            for (String origin : Api.texts(source.path("derivedFrom")))
                copies.add(List.of(source.path("id").asText(), origin));
        String own = story + "-read";
        store(own, questionsOf(dossier, id + "-read"));
        inOrderOfDate(dossier).forEach(source -> submit(own, source));

        JsonNode written = Api.json(Api.get(story + "/dossier"));
        read = Api.json(Api.get(own + "/dossier"));
        written.path("attributes")
                .forEach(each -> types.put(
                        each.path("id").asText(),
                        Value.Type.valueOf(each.path("type").asText())));
        List.of(written, read).forEach(each -> each.path("parties").forEach(this::learn));
        taxonomy = taxonomy(written, read);
        expected = said(written);
        proposed = said(read);
        expectedFindings = findings(story);
        foundFindings = findings(own);
    }

    private static void store(String story, ObjectNode dossier) {
        Response stored = Api.put(story + "/dossier", dossier);
        assertThat(stored.statusCode()).as(stored.asString()).isEqualTo(201);
    }

    private static ObjectNode questionsOf(ObjectNode dossier, String id) {
        ObjectNode questions = dossier.deepCopy();
        questions.putArray("sources");
        ObjectNode story = (ObjectNode) questions.path("story");
        story.put("id", id);
        story.set("autoAccept", Api.json("{\"minimumConfidence\": " + MINIMUM_CONFIDENCE + "}"));
        return questions;
    }

    private static List<ObjectNode> inOrderOfDate(ObjectNode dossier) {
        List<ObjectNode> sources = new ArrayList<>();
        dossier.path("sources").forEach(source -> sources.add(source.deepCopy()));
        sources.sort(Comparator.comparing(source -> source.path("publishedAt").asText()));
        return sources;
    }

    private void submit(String story, ObjectNode source) {
        source.remove(List.of("facts", "derivedFrom"));
        Response submitted = Api.post(story + "/sources", source);
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
        lineages.put(source.path("id").asText(), Api.texts(Api.json(submitted).path("lineage")));
    }

    private void learn(JsonNode party) {
        Set<String> all = new HashSet<>(Api.texts(party.path("aliases")));
        all.add(party.path("name").asText());
        Set<String> folded = names.computeIfAbsent(party.path("id").asText(), id -> new HashSet<>());
        all.forEach(name -> folded.add(name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "")));
    }

    private static Taxonomy taxonomy(JsonNode written, JsonNode read) {
        Map<String, BroaderGraph.Node> nodes = new HashMap<>();
        for (JsonNode dossier : List.of(read, written))
            for (JsonNode each : dossier.path("concepts")) {
                String id = each.path("id").asText();
                nodes.put(id, new BroaderGraph.Node(id, each.path("scheme").asText(), Api.texts(each.path("broader"))));
            }
        return BroaderGraph.of(nodes.values());
    }

    /** What is said on the story's own attributes: those that are only proposed do not count. */
    private List<Said> said(JsonNode dossier) {
        List<Said> said = new ArrayList<>();
        for (JsonNode source : dossier.path("sources"))
            for (JsonNode fact : source.path("facts")) {
                Value.Type type = types.get(fact.path("attribute").asText());
                if (type != null && fact.path("status").asText().equals("ACCEPTED"))
                    said.add(Said.of(fact, source, type, names));
            }
        return said;
    }

    private static Map<String, JsonNode> findings(String story) {
        Map<String, JsonNode> findings = new HashMap<>();
        Api.json(Api.get(story + "/report"))
                .path("findings")
                .forEach(finding -> findings.put(finding.path("attribute").asText(), finding));
        return findings;
    }

    Score score(Value.Type type, boolean withVoice) {
        return Score.of(of(type, expected), of(type, proposed), withVoice, taxonomy);
    }

    private static List<Said> of(Value.Type type, List<Said> all) {
        return all.stream().filter(said -> said.type() == type).toList();
    }

    int attributes() {
        return types.size();
    }

    /** How many attributes have the verdict that the editor's facts give. */
    long sameVerdicts() {
        return types.keySet().stream().filter(this::hasSameVerdict).count();
    }

    private boolean hasSameVerdict(String attribute) {
        return expectedFindings
                .get(attribute)
                .path("verdict")
                .equals(foundFindings.get(attribute).path("verdict"));
    }

    /** The copies that the dossier states, as pairs of the copy and its origin. */
    List<List<String>> copies() {
        return copies;
    }

    /** Whether the program puts {@code copy} into the lineage of {@code origin}. */
    boolean sharesLineage(String copy, String origin) {
        return lineages.get(copy).contains(origin);
    }

    /** The dossier of what was read, proposals that were not accepted and new attributes among it. */
    JsonNode read() {
        return read;
    }

    /** What was missed, and what was proposed and is not so, a line each. */
    List<String> mistakes() {
        List<String> lines = new ArrayList<>();
        for (Said said : expected) if (!said.isIn(proposed, true, taxonomy)) lines.add("MISSED   " + said);
        for (Said said : proposed) if (!said.isIn(expected, true, taxonomy)) lines.add("SPURIOUS " + said);
        for (String attribute : types.keySet())
            if (!hasSameVerdict(attribute))
                lines.add("VERDICT  " + attribute + " "
                        + expectedFindings.get(attribute).path("flags") + " "
                        + foundFindings.get(attribute).path("flags"));
        lines.sort(Comparator.comparing((String line) -> line.substring(9)));
        return lines;
    }
}
