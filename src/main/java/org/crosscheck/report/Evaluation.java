package org.crosscheck.report;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
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
 * @param sources all of the story's, as far as they count
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

    /** The concepts and units that the values of {@code groups} name. */
    static Set<String> concepts(Collection<ValueGroup> groups) {
        Set<String> named = new HashSet<>();
        for (ValueGroup group : groups) {
            if (group.value() instanceof Concept concept) named.add(concept.concept());
            if (group.value() instanceof Quantity quantity && quantity.unit() != null) named.add(quantity.unit());
        }
        return named;
    }

    int lineages() {
        return (int) sources.stream().map(Source::lineage).distinct().count();
    }
}
