package org.crosscheck.fact;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.problem.Violations;
import org.crosscheck.story.AttributeView;
import org.crosscheck.value.Concept;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Stance;

/**
 * Checks facts against the attributes, parties and concepts that there are, and fills in what they leave out. Knows no
 * storage: stored and stateless facts go through the same door.
 */
public final class Normalizer {
    private final Map<String, AttributeView> attributes;
    private final Set<String> parties;
    private final Set<String> concepts;

    /** @param attributes the story's, by id */
    public Normalizer(Map<String, AttributeView> attributes, Set<String> parties, Set<String> concepts) {
        this.attributes = attributes;
        this.parties = parties;
        this.concepts = concepts;
    }

    /** The concept that the value of {@code fact} may name, for looking it up; null where it cannot. */
    public static String conceptNamed(FactView fact, Map<String, AttributeView> attributes) {
        if (fact.value() instanceof ValueView.ConceptRefView concept) return concept.concept();
        if (!(fact.value() instanceof ValueView.QuantityView quantity)) return null;
        if (quantity.unit() != null) return quantity.unit();
        AttributeView attribute = attributes.get(fact.attribute());
        return attribute == null ? null : attribute.unit();
    }

    /**
     * The fact with nothing left to default; empty where {@code violations} says what must change.
     *
     * @param text the source's text, or null
     * @param pointer where the fact stands in the body
     */
    public Optional<NormalFact> normalize(
            String source, String text, FactView given, String pointer, Violations violations) {
        Violations own = new Violations();
        AttributeView attribute = attributes.get(given.attribute());
        if (attribute == null)
            own.add(pointer + "/attribute", "The story has no attribute \"" + given.attribute() + "\"; add it first.");
        if (given.claimant() != null && !parties.contains(given.claimant()))
            own.add(pointer + "/claimant", "There is no party \"" + given.claimant() + "\"; add it first.");
        Stance stance = given.stance() == null ? Stance.AFFIRMS : given.stance();
        Value value = attribute == null ? null : value(given, stance, attribute, pointer, own);
        Evidence evidence = Quotes.locate(given.evidence(), text, pointer + "/evidence", own);
        own.copyTo(violations);
        if (!own.isEmpty()) return Optional.empty();
        Origin origin = given.origin() == null ? Origin.EDITOR : given.origin();
        FactView fact = new FactView(
                given.id(),
                source,
                given.attribute(),
                given.claimant(),
                stance,
                ValueView.of(value),
                given.wording(),
                given.certainty() == null ? Certainty.STATED : given.certainty(),
                given.asOf(),
                given.status() != null ? given.status() : origin == Origin.EDITOR ? Status.ACCEPTED : Status.PROPOSED,
                origin,
                given.rule(),
                given.confidence() == null ? null : given.confidence().stripTrailingZeros(),
                evidence,
                null,
                null);
        String id = given.id() == null ? NormalFact.derivedId(source, fact, value) : given.id();
        return Optional.of(new NormalFact(fact.with(id, source, fact.status()), value, concept(value)));
    }

    private Value value(FactView given, Stance stance, AttributeView attribute, String pointer, Violations own) {
        if (stance == Stance.OMITS) {
            if (given.value() != null) own.add(pointer + "/value", "Leave it out: who omits a matter gives no value.");
            return null;
        }
        if (given.value() == null) {
            if (attribute.type() == Value.Type.TOPIC) return new Topic();
            own.add(pointer + "/value", "Give a value of the type " + attribute.type() + ".");
            return null;
        }
        try {
            Value value = withUnit(given.value().toValue(), attribute);
            if (value.type() != attribute.type())
                own.add(
                        pointer + "/value/type",
                        "\"" + attribute.id() + "\" asks for " + attribute.type() + ", not " + value.type() + ".");
            if (value instanceof Concept concept && !concepts.contains(concept.concept()))
                own.add(pointer + "/value/concept", "There is no concept \"" + concept.concept() + "\"; add it first.");
            return value;
        } catch (InvalidValueException e) {
            own.add(pointer + "/value/" + e.field(), e.getMessage());
            return null;
        }
    }

    private static Value withUnit(Value value, AttributeView attribute) {
        boolean inherits = value instanceof Quantity q && q.unit() == null && attribute.unit() != null;
        if (!inherits) return value;
        Quantity q = (Quantity) value;
        return new Quantity(q.min(), q.minExclusive(), q.max(), q.maxExclusive(), attribute.unit());
    }

    private String concept(Value value) {
        if (value instanceof Concept concept) return concept.concept();
        return value instanceof Quantity q && concepts.contains(q.unit()) ? q.unit() : null;
    }
}
