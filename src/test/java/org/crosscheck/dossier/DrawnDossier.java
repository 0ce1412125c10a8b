package org.crosscheck.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.fact.ValueView;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Draw;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Value;

/** Draws dossiers with everything that a dossier can have. One seed draws the same dossiers for ever. */
public final class DrawnDossier {
    private static final int PARTIES = 6;
    private static final int CONCEPTS = 12;
    /** U+FF21 comes before U+1F600 by code point and after it by UTF-16 unit. */
    private static final List<String> WORDINGS =
            List.of("Ａ voll", "\uD83D\uDE00 good", "Çağrı", "zig-zag", "Zig", "北京", "e\u0301t\u00E9", "a \"b\" \\ c");

    private static final List<String> TIMES = List.of(
            "2017-05-01T10:00:00Z",
            "2017-05-02T10:00:00.000001Z",
            "2017-05-02T12:00:00.000001+02:00",
            "2017-05-03T00:00:00Z");

    private static final List<String> TIMES_OF_TEXTS =
            List.of("2017-05-01T12:00:00Z", "2017-05-02T12:30:00Z", "2017-05-03T11:00:00Z");

    private final Draw draw;
    private final DrawnText texts;
    private final String prefix;
    private int facts;

    /** @param prefix starts the ids of parties and concepts, so that dossiers share them or not */
    public DrawnDossier(long seed, String prefix) {
        this.draw = new Draw(seed);
        this.texts = new DrawnText(draw);
        this.prefix = prefix;
    }

    public ObjectNode draw(int maxSources, int maxFacts) {
        facts = 0;
        texts.forget();
        ObjectNode dossier = Client.JSON.createObjectNode();
        dossier.putObject("story").put("title", "Geschichte № " + draw.below(5));
        parties(dossier.putArray("parties"));
        concepts(dossier.putArray("concepts"));
        List<Question> questions = attributes(dossier.putArray("attributes"));
        ArrayNode sources = dossier.putArray("sources");
        for (int i = 0, all = 1 + draw.below(maxSources); i < all; i++)
            source(sources.addObject(), i, questions, maxFacts);
        return dossier;
    }

    private void parties(ArrayNode parties) {
        for (int i = 0; i < PARTIES; i++) {
            ObjectNode party =
                    parties.addObject().put("id", prefix + "p" + i).put("name", "Partei " + i + draw.below(9));
            if (draw.chance(2)) party.put("kind", "OUTLET");
            if (draw.chance(3)) party.putArray("aliases").add("Alias " + draw.below(3));
            if (i > 0 && draw.chance(3)) party.put("partOf", prefix + "p" + draw.below(i));
        }
    }

    private void concepts(ArrayNode concepts) {
        for (int i = 0; i < CONCEPTS; i++) {
            ObjectNode concept = concepts.addObject()
                    .put("id", prefix + "c" + i)
                    .put("scheme", i % 4 == 3 ? "place" : "kind")
                    .put("label", "Begriff " + i + draw.below(3));
            ArrayNode broader = concept.putArray("broader");
            for (int b = 0; b < i; b++) if (b % 4 == 3 == (i % 4 == 3) && draw.chance(4)) broader.add(prefix + "c" + b);
        }
    }

    private record Question(String id, Value.Type type, boolean hasUnit) {}

    private List<Question> attributes(ArrayNode attributes) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0, all = 2 + draw.below(6); i < all; i++) {
            Value.Type type = draw.of(List.of(Value.Type.values()));
            String id = "a" + i + "-" + type.name().toLowerCase(java.util.Locale.ROOT);
            ObjectNode attribute = attributes.addObject().put("id", id).put("type", type.name());
            if (draw.chance(2)) attribute.put("label", "Frage " + draw.below(9) + " «ß»");
            if (draw.chance(3)) attribute.put("evolving", true);
            if (draw.chance(3)) attribute.putArray("cues").add("wo");
            boolean hasUnit = type == Value.Type.QUANTITY && draw.chance(2);
            if (hasUnit) attribute.put("unit", draw.of(List.of("km", "%", prefix + "c1", prefix + "c5", "USD")));
            if ((type == Value.Type.QUANTITY || type == Value.Type.TIME) && draw.chance(3))
                attribute.put("tolerance", new java.math.BigDecimal(draw.of(List.of("0", "1.50", "10", "1E+1"))));
            questions.add(new Question(id, type, hasUnit));
        }
        return questions;
    }

    private void source(ObjectNode source, int i, List<Question> questions, int maxFacts) {
        source.put("id", "s" + i).put("publisher", party()).put("publishedAt", draw.of(TIMES));
        if (draw.chance(3)) source.put("title", "Überschrift " + draw.below(3));
        if (draw.chance(4)) source.putArray("credits").add(draw.of(List.of("REUTERS", " reuters", "AP", "Straße")));
        if (i > 0 && draw.chance(4)) source.putArray("derivedFrom").add("s" + draw.below(i));
        if (draw.chance(4)) {
            source.put("coverage", "COMPLETE");
            if (draw.chance(2)) source.putArray("covers").add(draw.of(questions).id);
        }
        if (draw.chance(2)) {
            source.put("text", texts.draw());
            // Who copies whom depends on the order only where two are published at the same time.
            source.put(
                    "publishedAt",
                    Instant.parse(draw.of(TIMES_OF_TEXTS)).plusSeconds(i).toString());
        }
        ArrayNode said = source.putArray("facts");
        for (int n = 0, all = draw.below(maxFacts + 1); n < all; n++)
            fact(said.addObject(), source, draw.of(questions));
    }

    private void fact(ObjectNode fact, ObjectNode source, Question question) {
        int number = facts++;
        boolean named = draw.chance(2);
        if (named) fact.put("id", draw.of(List.of("f", "z.", "0_")) + number);
        fact.put("attribute", question.id);
        if (draw.chance(2)) fact.put("claimant", party());
        String stance = draw.of(List.of("AFFIRMS", "AFFIRMS", "AFFIRMS", "DENIES", "OMITS"));
        fact.put("stance", stance);
        if (!stance.equals("OMITS")) fact.set("value", value(question));
        // The id of a fact that is given none comes from its words, among others.
        if (!named || draw.chance(2)) fact.put("wording", draw.of(WORDINGS) + (named ? "" : " " + number));
        if (draw.chance(3)) fact.put("asOf", draw.of(TIMES));
        if (draw.chance(5)) fact.put("status", draw.of(List.of("PROPOSED", "REJECTED", "ACCEPTED")));
        if (draw.chance(5)) fact.put("origin", "EXTRACTED");
        if (draw.chance(5)) fact.put("certainty", draw.of(List.of("HEDGED", "PLANNED")));
        if (source.has("text"))
            fact.putObject("evidence")
                    .put("exact", texts.quote(source.get("text").asText()));
        else if (draw.chance(5))
            fact.putObject("evidence").put("exact", "«Zitat»").put("start", 3).put("end", 10);
    }

    private ObjectNode value(Question question) {
        Value value = draw.value(question.type);
        if (value instanceof Concept concept) value = new Concept(ours(concept.concept()));
        if (value instanceof Quantity q) {
            String unit = question.hasUnit && draw.chance(2) ? null : ours(q.unit());
            value = new Quantity(q.min(), q.minExclusive(), q.max(), q.maxExclusive(), unit);
        }
        return ((ObjectNode) Client.JSON.valueToTree(ValueView.of(value))).put("type", question.type.name());
    }

    private String ours(String name) {
        if (!name.matches("c\\d+")) return name;
        return prefix + "c" + Integer.parseInt(name.substring(1)) % CONCEPTS;
    }

    private String party() {
        return prefix + "p" + draw.below(PARTIES);
    }

    /** The same dossier with its sources, and their facts, in another order. */
    ObjectNode shuffled(ObjectNode dossier) {
        ObjectNode other = dossier.deepCopy();
        other.get("sources").forEach(source -> shuffle((ArrayNode) source.get("facts")));
        shuffle((ArrayNode) other.get("sources"));
        return other;
    }

    private void shuffle(ArrayNode array) {
        List<com.fasterxml.jackson.databind.JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        array.removeAll();
        draw.shuffled(items).forEach(array::add);
    }
}
