package org.crosscheck.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.fact.ValueView;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Value;

/**
 * What a fact says, as the evaluation compares it.
 *
 * @param value null where the stance is OMITS
 * @param voice the names of the claimant, or of the publisher where the source speaks itself, in lower case
 */
record Said(
        String source,
        String attribute,
        Value.Type type,
        String stance,
        Value value,
        Set<String> voice,
        String claimant,
        String exact,
        String rule) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What {@code fact} says, in {@code source}. */
    static Said of(JsonNode fact, JsonNode source, Value.Type type, Map<String, Set<String>> names) {
        String claimant = fact.path("claimant").asText("");
        String voice = claimant.isEmpty() ? source.path("publisher").asText() : claimant;
        return new Said(
                source.path("id").asText(),
                fact.path("attribute").asText(),
                type,
                fact.path("stance").asText("AFFIRMS"),
                fact.has("value") ? value(fact.path("value")) : null,
                names.getOrDefault(voice, Set.of(voice)),
                claimant.isEmpty() ? "-" : claimant,
                fact.at("/evidence/exact").asText(fact.path("wording").asText()),
                fact.path("rule").asText());
    }

    private static Value value(JsonNode value) {
        try {
            return JSON.treeToValue(value, ValueView.class).toValue();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether both say the same about the same, whoever says it. */
    boolean agreesWith(Said other, Taxonomy taxonomy) {
        return source.equals(other.source)
                && attribute.equals(other.attribute)
                && stance.equals(other.stance)
                && (value == null
                        ? other.value == null
                        : other.value != null && value.relate(other.value, taxonomy) == Relation.EQUAL);
    }

    /** Whether one of the names of the two voices is the same. */
    boolean isOfTheVoiceOf(Said other) {
        return !Collections.disjoint(voice, other.voice);
    }

    /** {@code all} without what says again what one before says. */
    static List<Said> distinct(List<Said> all, boolean withVoice, Taxonomy taxonomy) {
        List<Said> distinct = new ArrayList<>();
        for (Said said : all) if (!said.isIn(distinct, withVoice, taxonomy)) distinct.add(said);
        return distinct;
    }

    boolean isIn(List<Said> others, boolean withVoice, Taxonomy taxonomy) {
        return others.stream().anyMatch(other -> agreesWith(other, taxonomy) && (!withVoice || isOfTheVoiceOf(other)));
    }

    @Override
    public String toString() {
        return source + " | " + attribute + " | " + stance + " | " + (value == null ? "" : value.describe()) + " | "
                + claimant + " | " + exact + (rule.isEmpty() ? "" : " | " + rule);
    }
}
