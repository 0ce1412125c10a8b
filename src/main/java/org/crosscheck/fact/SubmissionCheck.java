package org.crosscheck.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeView;
import org.crosscheck.value.Hierarchy;

/** Checks submitted sources, with their facts, against what there is and against each other. Knows no storage. */
public final class SubmissionCheck {
    private final Map<String, AttributeView> attributes;
    private final Set<String> parties;
    private final Normalizer normalizer;
    private final Map<String, Collection<String>> derivations = new LinkedHashMap<>();
    private final Map<String, FactView> facts = new HashMap<>();

    /**
     * @param attributes the story's, by id
     * @param parties the parties that there are, at least those that are named
     * @param concepts the concepts that there are, at least those that are named
     */
    public SubmissionCheck(Map<String, AttributeView> attributes, Set<String> parties, Set<String> concepts) {
        this.attributes = attributes;
        this.parties = parties;
        this.normalizer = new Normalizer(attributes, parties, concepts);
    }

    /** Tells of a source that is there and will stay. */
    void stays(SourceView source) {
        derivations.put(source.id(), source.derivedFrom());
    }

    /**
     * The sources with nothing left to default, as far as {@code violations} has nothing against them.
     *
     * @param pointers where each source stands in the body
     */
    public List<CheckedSource> check(List<SubmittedSource> given, List<String> pointers, Violations violations) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            SubmittedSource source = given.get(i);
            if (source.id() != null && !ids.add(source.id()))
                violations.add(pointers.get(i) + "/id", "Two sources are called \"" + source.id() + "\"; rename one.");
            derivations.put(source.id(), source.derivedFrom() == null ? List.of() : source.derivedFrom());
        }
        List<CheckedSource> checked = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) checked.add(check(given.get(i), pointers.get(i), violations));
        checkCircle(given, pointers, violations);
        return checked;
    }

    private CheckedSource check(SubmittedSource given, String pointer, Violations violations) {
        SourceView document = given.document(given.id());
        if (!parties.contains(document.publisher()))
            violations.add(pointer + "/publisher", "There is no party \"" + document.publisher() + "\"; add it first.");
        checkLinks(document.derivedFrom(), derivations.keySet(), pointer + "/derivedFrom", "source", violations);
        checkLinks(document.covers(), attributes.keySet(), pointer + "/covers", "attribute", violations);
        if (given.facts() == null) return new CheckedSource(document, null);
        List<NormalFact> normal = new ArrayList<>();
        for (int i = 0; i < given.facts().size(); i++) {
            String at = pointer + "/facts/" + i;
            boolean named = given.facts().get(i).id() != null;
            normalizer
                    .normalize(document.id(), document.text(), given.facts().get(i), at, violations)
                    .filter(fact -> isNew(fact.fact(), named, at, violations))
                    .ifPresent(normal::add);
        }
        return new CheckedSource(document, normal);
    }

    private static void checkLinks(
            List<String> links, Set<String> known, String pointer, String kind, Violations violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < links.size(); i++) {
            String link = links.get(i);
            if (!known.contains(link))
                violations.add(pointer + "/" + i, "The story has no " + kind + " \"" + link + "\"; add it first.");
            else if (!seen.add(link)) violations.add(pointer + "/" + i, "\"" + link + "\" is given twice; keep one.");
        }
    }

    /** A fact without an id that says what another says is the same fact; anything else needs an id of its own. */
    private boolean isNew(FactView fact, boolean named, String pointer, Violations violations) {
        FactView other = facts.putIfAbsent(fact.id(), fact);
        if (other == null) return true;
        if (named) violations.add(pointer + "/id", "Two facts are called \"" + fact.id() + "\"; rename one.");
        else if (!other.equals(fact))
            violations.add(
                    pointer,
                    "Another fact of this source says the same with other details; give each an id, or keep one.");
        return false;
    }

    private void checkCircle(List<SubmittedSource> given, List<String> pointers, Violations violations) {
        Optional<List<String>> circle = Hierarchy.cycle(derivations);
        if (circle.isEmpty()) return;
        for (int i = 0; i < given.size(); i++) {
            if (!circle.get().contains(given.get(i).id())) continue;
            violations.add(
                    pointers.get(i) + "/derivedFrom",
                    "Sources would be derived from each other in a circle: " + String.join(" → ", circle.get()) + ".");
            return;
        }
    }
}
