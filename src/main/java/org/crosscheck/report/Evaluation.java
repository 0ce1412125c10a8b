package org.crosscheck.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.Finding;
import org.crosscheck.verdict.Judge;
import org.crosscheck.verdict.Parties;
import org.crosscheck.verdict.Source;
import org.crosscheck.verdict.ValueGroup;

/**
 * All that decides the findings of a story, stored or not.
 *
 * @param attributes in the story's order
 * @param groups by attribute
 * @param sources those of the story that count: full accounts, those that have company in their lineage, and others or not
 */
public record Evaluation(
        List<Attribute> attributes,
        Map<String, Collection<ValueGroup>> groups,
        List<Source> sources,
        Taxonomy taxonomy,
        Parties parties) {

    /** A finding on each attribute, in their order. */
    public List<Finding> findings(boolean rollUp) {
        Judge judge = new Judge(taxonomy, parties, sources, rollUp);
        return attributes.stream()
                .map(attribute -> judge.judge(attribute, groups.getOrDefault(attribute.id(), List.of())))
                .toList();
    }

    /** The concepts and units that the finding on {@code attribute} rests on. */
    SortedSet<String> concepts(Attribute attribute) {
        return concepts(List.of(attribute), groups);
    }

    /** The concepts and units that questions and the values given to them name. */
    static SortedSet<String> concepts(List<Attribute> attributes, Map<String, Collection<ValueGroup>> groups) {
        SortedSet<String> named = new TreeSet<>();
        for (Attribute attribute : attributes) {
            // A tolerance is of the attribute's unit.
            if (attribute.unit() != null) named.add(attribute.unit());
            groups.getOrDefault(attribute.id(), List.of())
                    .forEach(group -> concept(group.value()).ifPresent(named::add));
        }
        return named;
    }

    /** The concept that {@code value} is, or that its unit is. */
    static Optional<String> concept(Value value) {
        if (value instanceof Concept concept) return Optional.of(concept.concept());
        return value instanceof Quantity quantity ? Optional.ofNullable(quantity.unit()) : Optional.empty();
    }

    int lineages() {
        return (int) sources.stream().map(Source::lineage).distinct().count();
    }
}
