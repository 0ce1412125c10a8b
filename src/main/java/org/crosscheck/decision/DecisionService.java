package org.crosscheck.decision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.crosscheck.access.Caller;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Reads and takes decisions. */
@ApplicationScoped
class DecisionService {
    private final StoryService stories;
    private final StoryWriter writer;
    private final Findings findings;
    private final Decisions decisions;
    private final Revisions revisions;
    private final Caller caller;
    private final Clock clock;

    DecisionService(
            StoryService stories,
            StoryWriter writer,
            Findings findings,
            Decisions decisions,
            Revisions revisions,
            Caller caller,
            Clock clock) {
        this.stories = stories;
        this.writer = writer;
        this.findings = findings;
        this.decisions = decisions;
        this.revisions = revisions;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a PUT did. */
    record Written(DecisionView decision, boolean created) {}

    @Transactional
    Written put(String storyId, String attribute, DecisionView body, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        Basis basis = basis(storyId, attribute);
        Optional<DecisionEntity> known = DecisionEntity.byId(storyId, attribute);
        String current = known.map(stored -> ETags.tag(stored.revision)).orElse(null);
        tags.check(current);
        Violations violations = new Violations();
        body.check(violations);
        violations.throwIfAny();
        DecisionEntity decision = known.orElseGet(() -> fresh(storyId, attribute));
        if (known.isPresent()) {
            if (body.isSaidBy(decision)) return new Written(DecisionView.of(decision), false);
            tags.checkKnown(current);
            revisions.change(decision);
        }
        decide(decision, body, basis);
        decision.persist();
        writer.changed(story, new Touched().question(attribute));
        return new Written(DecisionView.of(decision), known.isEmpty());
    }

    private DecisionEntity fresh(String story, String attribute) {
        DecisionEntity decision = new DecisionEntity();
        decision.storyId = story;
        decision.attribute = attribute;
        revisions.create(decision, revisions.first(story, RevisionEntity.Kind.DECISION, attribute));
        return decision;
    }

    private void decide(DecisionEntity decision, DecisionView body, Basis basis) {
        decision.outcome = body.outcome();
        decision.cause = body.cause();
        decision.note = body.note();
        decision.by = caller.name();
        decision.at = clock.instant();
        decision.verdict = basis.verdict();
        decision.basis = decisions.fingerprint(decision.storyId, decision.attribute, basis);
        decision.lapsed = false;
    }

    @Transactional
    void delete(String storyId, String attribute, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        DecisionEntity decision = existing(storyId, attribute);
        tags.check(ETags.tag(decision.revision));
        decisions.withdraw(decision);
        writer.changed(story, new Touched().question(attribute));
    }

    @Transactional
    DecisionView view(String story, String attribute) {
        stories.existing(story);
        return DecisionView.of(existing(story, attribute));
    }

    /** Who changed it, when and why; also of one that is withdrawn. */
    @Transactional
    Page<HistoryEntry> history(String story, String attribute, PageRequest page) {
        return revisions.history(
                story, RevisionEntity.Kind.DECISION, attribute, DecisionEntity.byId(story, attribute), page);
    }

    /** What it said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String story, String attribute, int revision) {
        return revisions.state(
                story, RevisionEntity.Kind.DECISION, attribute, DecisionEntity.byId(story, attribute), revision);
    }

    private DecisionEntity existing(String story, String attribute) {
        basis(story, attribute);
        return DecisionEntity.byId(story, attribute)
                .orElseThrow(() -> ProblemException.notFound("decision on", attribute));
    }

    private Basis basis(String story, String attribute) {
        return findings.basis(story, attribute).orElseThrow(() -> ProblemException.notFound("finding on", attribute));
    }
}
