package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.fact.CheckedSource;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Known;
import org.crosscheck.fact.SubmissionCheck;
import org.crosscheck.fact.SubmittedSource;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;
import org.crosscheck.problem.Violations;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryService;

/** Checks a whole dossier, on top of the parties and concepts that are stored. Changes nothing. */
@ApplicationScoped
class DossierCheck {
    private final StoryService stories;
    private final PartyService parties;
    private final ConceptService concepts;
    private final AttributeService attributes;

    DossierCheck(StoryService stories, PartyService parties, ConceptService concepts, AttributeService attributes) {
        this.stories = stories;
        this.parties = parties;
        this.concepts = concepts;
        this.attributes = attributes;
    }

    /** The dossier's sources with nothing left to default. Throws a 422 problem that lists what must change. */
    List<CheckedSource> check(DossierView dossier) {
        Violations violations = new Violations();
        stories.check(dossier.story(), "/story", violations);
        checkIds(dossier, violations);
        // Whatever follows looks things up by id.
        violations.throwIfAny();
        parties.check(dossier.parties(), "/parties", violations, false);
        concepts.check(dossier.concepts(), "/concepts", violations, false);
        for (int i = 0; i < dossier.attributes().size(); i++)
            attributes.check(dossier.attributes().get(i), "/attributes/" + i, violations);
        List<CheckedSource> checked = checkSources(dossier, violations);
        violations.throwIfAny();
        return checked;
    }

    private static void checkIds(DossierView dossier, Violations violations) {
        if (dossier.story().id() == null) violations.add("/story/id", "Give the story an id.");
        checkIds(dossier.parties(), PartyView::id, "/parties", violations);
        checkIds(dossier.concepts(), ConceptView::id, "/concepts", violations);
        checkIds(dossier.attributes(), AttributeView::id, "/attributes", violations);
        checkIds(dossier.sources(), SubmittedSource::id, "/sources", violations);
    }

    private static <T> void checkIds(List<T> all, Function<T, String> idOf, String pointer, Violations violations) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            String id = idOf.apply(all.get(i));
            String at = pointer + "/" + i + "/id";
            if (id == null) violations.add(at, "Give an id.");
            else if (!seen.add(id)) violations.add(at, "\"" + id + "\" is there twice; rename one, or remove it.");
        }
    }

    private static List<CheckedSource> checkSources(DossierView dossier, Violations violations) {
        Map<String, AttributeView> questions = Known.byId(dossier.attributes());
        Known stored = Known.namedBy(dossier.sources(), questions);
        Set<String> knownParties = new HashSet<>(stored.parties());
        dossier.parties().forEach(party -> knownParties.add(party.id()));
        Set<String> knownConcepts = new HashSet<>(stored.concepts());
        dossier.concepts().forEach(concept -> knownConcepts.add(concept.id()));
        List<SubmittedSource> whole =
                dossier.sources().stream().map(DossierCheck::withFacts).toList();
        List<String> pointers =
                IntStream.range(0, whole.size()).mapToObj(i -> "/sources/" + i).toList();
        return new SubmissionCheck(questions, knownParties, knownConcepts).check(whole, pointers, violations);
    }

    /** A dossier states all of a source: one without facts has none. */
    private static SubmittedSource withFacts(SubmittedSource source) {
        if (source.facts() != null) return source;
        return source.withFacts(List.<FactView>of());
    }
}
