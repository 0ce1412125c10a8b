package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.Copies;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;

/** Changes stored facts of a locked story, and keeps what they were. */
@ApplicationScoped
class Editing {
    private final AttributeService attributes;
    private final Revisions revisions;
    private final ProposalCounts counts;

    Editing(AttributeService attributes, Revisions revisions, ProposalCounts counts) {
        this.attributes = attributes;
        this.revisions = revisions;
        this.counts = counts;
    }

    /** What {@code body} says in {@code source}, checked; empty where {@code violations} says what must change. */
    Optional<NormalFact> normalize(SourceEntity source, FactView body, String pointer, Violations violations) {
        Map<String, AttributeView> questions = Known.byId(attributes.stated(source.storyId));
        SubmittedSource around = SubmittedSource.of(SourceView.of(source), List.of(body), null);
        Known known = Known.namedBy(List.of(around), questions);
        return new Normalizer(questions, known.parties(), known.concepts())
                .normalize(source.id, source.text, body, pointer, violations);
    }

    /** What {@code body} says in place of {@code fact}, under its id. */
    Optional<NormalFact> normalize(FactEntity fact, FactView body, String pointer, Violations violations) {
        SourceEntity source = SourceEntity.byId(fact.storyId, fact.source).orElseThrow();
        return normalize(source, body.with(fact.id, null, body.status()), pointer, violations);
    }

    /** Stores a new fact, the last of its source. */
    FactEntity create(String story, NormalFact normal) {
        FactEntity fact = new FactEntity();
        fact.storyId = story;
        fact.id = normal.fact().id();
        fact.ordinal = FactEntity.nextOrdinal(story, normal.fact().source());
        state(fact, normal);
        revisions.create(fact, revisions.first(story, RevisionEntity.Kind.FACT, fact.id));
        fact.persist();
        return fact;
    }

    /**
     * Takes an editor's word on the fact: what it says instead, unless that is null, where it is in its review, and why. Tells whether
     * that changes anything.
     */
    boolean review(FactEntity fact, NormalFact replacement, Status status, String reason) {
        return review(fact, replacement, status, reason, normal -> copiedFrom(fact.storyId, normal));
    }

    /** The same, where somebody knows already which source the sentence of a statement is a copy of. */
    boolean review(
            FactEntity fact,
            NormalFact replacement,
            Status status,
            String reason,
            Function<NormalFact, String> copiedFrom) {
        boolean restated = replacement != null
                && !fact.view().stated().equals(replacement.fact().stated());
        if (!restated && fact.status == status && Objects.equals(fact.reason, reason)) return false;
        counts.reviewed(fact, status, restated);
        revisions.change(fact, reason);
        if (restated) state(fact, replacement, copiedFrom.apply(replacement));
        fact.status = status;
        fact.reason = reason;
        return true;
    }

    /** Makes the fact say something else. Tells whether it did not already. */
    boolean replace(FactEntity fact, NormalFact normal) {
        if (fact.view().stated().equals(normal.fact().stated())) return false;
        revisions.change(fact);
        state(fact, normal);
        fact.reason = null;
        return true;
    }

    private static void state(FactEntity fact, NormalFact normal) {
        state(fact, normal, copiedFrom(fact.storyId, normal));
    }

    private static void state(FactEntity fact, NormalFact normal, String copiedFrom) {
        fact.state(normal);
        fact.copiedFrom = copiedFrom;
    }

    /** The source that the sentence of {@code normal} is a copy of, or null. */
    static String copiedFrom(String story, NormalFact normal) {
        return normal.copiedFrom(Copies.stored(story, List.of(normal.fact().source())));
    }

    /** Moves the fact's evidence to where its text has it now. */
    void place(FactEntity fact, Evidence found) {
        if (Objects.equals(fact.evidence, found)) return;
        revisions.change(fact);
        fact.evidence = found;
    }
}
