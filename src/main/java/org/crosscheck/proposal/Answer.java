package org.crosscheck.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosscheck.extract.fit.Proposal.Stance;
import org.crosscheck.extract.speech.Certainty;
import org.crosscheck.value.Value;
import org.crosscheck.value.Words;

/**
 * What a language model says that a text reports; nothing of it is checked yet but its form.
 *
 * @param quote words that are said to be the text's
 * @param attribute the id of the question that they answer; empty where it is a new one
 * @param label what a new question is called; empty where it is none
 * @param type the type of a new question; null where it is none
 * @param claimant who is said to say so; empty for the text's own voice
 * @param value the part of the quote that states the value; empty where there is none
 */
record Answer(
        String quote,
        String attribute,
        String label,
        Value.Type type,
        String claimant,
        Stance stance,
        Certainty certainty,
        String value) {

    /** Reads an answer; empty where it does not have the form that was asked for. */
    static Optional<Answer> of(JsonNode json) {
        boolean texts = Stream.of("quote", "attribute", "label", "claimant", "value")
                .map(json::path)
                .allMatch(each ->
                        each.isTextual() && Words.isLegible(each.textValue()) || each.isNull() || each.isMissingNode());
        Optional<Stance> stance = constant(Stance.class, json.path("stance"));
        Optional<Certainty> certainty = constant(Certainty.class, json.path("certainty"));
        if (!json.isObject() || !texts || stance.isEmpty() || certainty.isEmpty()) return Optional.empty();
        return Optional.of(new Answer(
                text(json, "quote"),
                text(json, "attribute"),
                text(json, "label"),
                constant(Value.Type.class, json.path("type")).orElse(null),
                text(json, "claimant"),
                stance.get(),
                certainty.get(),
                text(json, "value")));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("").strip();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, JsonNode json) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> json.isTextual() && each.name().equals(json.textValue()))
                .findFirst();
    }
}
