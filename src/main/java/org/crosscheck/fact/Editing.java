package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    Editing(AttributeService attributes, Revisions revisions) {
        this.attributes = attributes;
        this.revisions = revisions;
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

    /** Makes the fact say something else. Tells whether it did not already. */
    boolean replace(FactEntity fact, NormalFact normal) {
        if (fact.view().stated().equals(normal.fact().stated())) return false;
        keep(fact, false);
        fact.state(normal);
        fact.copiedFrom = copiedFrom(fact.storyId, normal);
        fact.reason = null;
        fact.revision++;
        return true;
    }

    /** The source that the sentence of {@code normal} is a copy of, or null. */
    static String copiedFrom(String story, NormalFact normal) {
        return normal.copiedFrom(Copies.stored(story, List.of(normal.fact().source())));
    }

    /** Tells where the fact is in its review. Tells whether it was not there already. */
    boolean review(FactEntity fact, Status status, String reason) {
        if (fact.status == status && Objects.equals(fact.reason, reason)) return false;
        keep(fact, false);
        fact.status = status;
        fact.reason = reason;
        fact.revision++;
        return true;
    }

    /** Keeps the fact as it is before it changes or goes. */
    void keep(FactEntity fact, boolean deleted) {
        revisions.keep(fact.storyId, RevisionEntity.Kind.FACT, fact.id, fact.revision, fact.view(), deleted);
    }
}
