package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.RevisionEntity.Kind;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Brings back deleted sources and facts as they were. What they need must be there: nothing is brought back half. */
@ApplicationScoped
class FactRestoration {
    private static final String NEEDED = "What it needs has gone or changed since; bring that back first:";

    private final StoryService stories;
    private final StoryWriter writer;
    private final AttributeService attributes;
    private final FactStore store;
    private final Editing editing;
    private final Adoption adoption;
    private final Revisions revisions;

    FactRestoration(
            StoryService stories,
            StoryWriter writer,
            AttributeService attributes,
            FactStore store,
            Editing editing,
            Adoption adoption,
            Revisions revisions) {
        this.stories = stories;
        this.writer = writer;
        this.attributes = attributes;
        this.store = store;
        this.editing = editing;
        this.adoption = adoption;
        this.revisions = revisions;
    }

    /** A deleted source, and the facts that went with it. */
    private record Deleted(RevisionEntity source, List<RevisionEntity> facts) {}

    @Transactional
    SourceView source(String storyId, String id) {
        List<RevisionEntity> facts = new ArrayList<>();
        revisions.deletion(storyId, Kind.SOURCE, id).ifPresent(deletion -> facts.addAll(factsOf(deletion)));
        adoption.prepare(claimants(facts));
        StoryEntity story = writer.lock(storyId);
        if (SourceEntity.byId(storyId, id).isPresent())
            throw ProblemException.conflict(
                    "There is a source \"" + id + "\". Delete it first, to bring the deleted one back.");
        RevisionEntity deletion =
                revisions.deletion(storyId, Kind.SOURCE, id).orElseThrow(() -> ProblemException.notFound("source", id));
        writer.changed(story, restore(story, List.of(new Deleted(deletion, factsOf(deletion)))));
        return SourceView.of(SourceEntity.byId(storyId, id).orElseThrow(), Lineages.stored(storyId));
    }

    private List<RevisionEntity> factsOf(RevisionEntity source) {
        return revisions.with(source, Kind.FACT).stream()
                .filter(fact -> read(fact).source().equals(source.entityId))
                .toList();
    }

    private FactView read(RevisionEntity fact) {
        return revisions.read(fact, FactView.class);
    }

    private Set<String> claimants(Collection<RevisionEntity> facts) {
        Set<String> claimants = new HashSet<>();
        facts.forEach(fact -> claimants.add(read(fact).claimant()));
        claimants.remove(null);
        return claimants;
    }

    /** All that was deleted with the story. */
    void story(@Observes StoryWriter.Restoring restoring) {
        Map<String, List<RevisionEntity>> facts = new HashMap<>();
        for (RevisionEntity fact : revisions.with(restoring.deletion(), Kind.FACT))
            facts.computeIfAbsent(read(fact).source(), source -> new ArrayList<>())
                    .add(fact);
        List<Deleted> sources = revisions.with(restoring.deletion(), Kind.SOURCE).stream()
                .map(source -> new Deleted(source, facts.getOrDefault(source.entityId, List.of())))
                .toList();
        if (!sources.isEmpty()) restoring.touched().addAll(restore(stories.existing(restoring.story()), sources));
    }

    /** Returns the attributes whose findings may change. */
    private Touched restore(StoryEntity story, List<Deleted> deleted) {
        revisions.restoring();
        Map<String, Integer> places = new HashMap<>();
        Map<String, RevisionEntity> facts = new HashMap<>();
        for (Deleted each : deleted) {
            if (each.source.ordinal != null) places.put(each.source.entityId, each.source.ordinal);
            each.facts.forEach(fact -> facts.put(fact.entityId, fact));
        }
        for (FactEntity there : FactEntity.byIds(story.id, facts.keySet()))
            throw ProblemException.conflict("The source \"" + there.source + "\" has a fact \"" + there.id
                    + "\" now. Delete that first, to bring the deleted one back.");
        Touched touched = store.restore(story, check(story.id, deleted), places);
        List<FactEntity> restored = FactEntity.byIds(story.id, facts.keySet());
        for (FactEntity fact : restored) {
            RevisionEntity kept = facts.get(fact.id);
            fact.reason = read(kept).reason();
            if (kept.ordinal != null) fact.ordinal = kept.ordinal;
        }
        adoption.adopt(story.id, restored);
        return touched;
    }

    private List<CheckedSource> check(String story, List<Deleted> deleted) {
        List<SubmittedSource> given = deleted.stream()
                .map(each -> SubmittedSource.of(
                        revisions.read(each.source, SourceView.class).stated(),
                        each.facts.stream().map(fact -> read(fact).stated()).toList(),
                        null))
                .toList();
        Map<String, AttributeView> questions = Known.byId(attributes.stated(story));
        Known known = Known.namedBy(given, questions);
        SubmissionCheck check = new SubmissionCheck(questions, known.parties(), known.concepts());
        SourceEntity.outlines(story).forEach(check::stays);
        Violations violations = new Violations();
        List<String> pointers = Stream.generate(() -> "").limit(given.size()).toList();
        List<CheckedSource> checked = check.check(given, pointers, violations);
        violations.throwConflictIfAny(NEEDED);
        return checked;
    }

    @Transactional
    FactView fact(String storyId, String id) {
        revisions
                .deletion(storyId, Kind.FACT, id)
                .ifPresent(deletion -> adoption.prepare(claimants(List.of(deletion))));
        StoryEntity story = writer.lock(storyId);
        if (FactEntity.byId(storyId, id).isPresent())
            throw ProblemException.conflict(
                    "There is a fact \"" + id + "\". Delete it first, to bring the deleted one back.");
        RevisionEntity deletion =
                revisions.deletion(storyId, Kind.FACT, id).orElseThrow(() -> ProblemException.notFound("fact", id));
        FactView said = read(deletion);
        SourceEntity source = SourceEntity.byId(storyId, said.source())
                .orElseThrow(() -> ProblemException.conflict(
                        "Its source \"" + said.source() + "\" is deleted too. Bring that back first."));
        Violations violations = new Violations();
        NormalFact normal =
                editing.normalize(source, said.stated(), "", violations).orElse(null);
        violations.throwConflictIfAny(NEEDED);
        revisions.restoring();
        FactEntity fact = editing.create(story.id, Objects.requireNonNull(normal));
        fact.reason = said.reason();
        if (deletion.ordinal != null) fact.ordinal = deletion.ordinal;
        adoption.adopt(storyId, List.of(fact));
        writer.changed(story, fact.touched(new Touched()));
        return fact.view();
    }
}
