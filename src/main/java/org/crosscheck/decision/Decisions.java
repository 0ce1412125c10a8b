package org.crosscheck.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crosscheck.http.Sha256;
import org.crosscheck.story.KeptEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.RevisionEntity.Kind;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryWriter;
import org.hibernate.Session;

/** Keeps decisions in step with what they rest on, under the lock of their story. */
@ApplicationScoped
public class Decisions {
    /** Names all that accepted facts say; where in its text a fact is quoted from may move. */
    private static final String FACTS = """
            SELECT f.attribute_id,
                   encode(sha256(convert_to(string_agg(
                       CAST(json_build_array(f.id, f.source_id, f.claimant_id, f.stance, f.value_key, f.wording, f.certainty,
                                             extract(epoch FROM f.as_of), f.evidence ->> 'exact') AS text),
                       ',' ORDER BY f.id COLLATE "C"), 'UTF8')), 'hex') AS facts
              FROM fact f
             WHERE f.story_id = :story AND f.attribute_id = ANY(:attributes) AND f.status = 'ACCEPTED'
             GROUP BY f.attribute_id
            """;

    private final Session db;
    private final Revisions revisions;

    Decisions(Session db, Revisions revisions) {
        this.db = db;
        this.revisions = revisions;
    }

    /**
     * The decisions on {@code attributes}, after those have lapsed that rested on something else.
     *
     * @param findings what there is to decide on each attribute now
     */
    public Map<String, DecisionView> follow(
            String story, Collection<String> attributes, Function<String, Optional<Basis>> findings) {
        List<DecisionEntity> decisions = DecisionEntity.of(story, attributes);
        Map<String, String> facts = facts(
                story,
                decisions.stream()
                        .filter(decision -> !decision.lapsed)
                        .map(decision -> decision.attribute)
                        .toList());
        Map<String, DecisionView> standing = new HashMap<>();
        for (DecisionEntity decision : decisions) {
            Optional<Basis> now = findings.apply(decision.attribute);
            boolean stands =
                    now.isPresent() && decision.basis.equals(fingerprint(facts.get(decision.attribute), now.get()));
            if (!stands && !decision.lapsed) lapse(decision);
            standing.put(decision.attribute, DecisionView.of(decision));
        }
        return standing;
    }

    private void lapse(DecisionEntity decision) {
        revisions.change(decision);
        decision.lapsed = true;
    }

    /** Names the facts on {@code attribute} and the finding that is made of them. */
    String fingerprint(String story, String attribute, Basis basis) {
        return fingerprint(facts(story, List.of(attribute)).get(attribute), basis);
    }

    private static String fingerprint(String facts, Basis basis) {
        return Sha256.hex(facts + basis.finding());
    }

    private Map<String, String> facts(String story, List<String> attributes) {
        Map<String, String> facts = new HashMap<>();
        if (attributes.isEmpty()) return facts;
        List<Tuple> rows = db.createNativeQuery(FACTS, Tuple.class)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .getResultList();
        for (Tuple row : rows) facts.put(row.get(0, String.class), row.get(1, String.class));
        return facts;
    }

    /** Nothing is left of a question that is not asked any more but the history of what was decided. */
    void keep(@Observes StoryWriter.Removing removing) {
        DecisionEntity.byId(removing.story(), removing.attribute()).ifPresent(this::withdraw);
    }

    /** What a decision rests on is no part of its state: kept beside it, so that one that comes back stands or lapses as it would have. */
    record RestsOn(String basis) {}

    void keepAll(@Observes StoryWriter.Deleting deleting) {
        for (DecisionEntity decision : DecisionEntity.of(deleting.story())) {
            revisions.keepDeleted(new KeptEntity.Kept(
                    decision.storyId, Kind.DECISION_BASIS, decision.attribute, null, new RestsOn(decision.basis)));
            withdraw(decision);
        }
    }

    void restoreAll(@Observes StoryWriter.Restoring restoring) {
        Map<String, RestsOn> bases = new HashMap<>();
        for (RevisionEntity kept : revisions.with(restoring.deletion(), Kind.DECISION_BASIS))
            bases.put(kept.entityId, revisions.read(kept, RestsOn.class));
        for (RevisionEntity kept : revisions.with(restoring.deletion(), Kind.DECISION)) {
            DecisionView said = revisions.read(kept, DecisionView.class);
            DecisionEntity decision = new DecisionEntity();
            decision.storyId = restoring.story();
            decision.attribute = kept.entityId;
            decision.outcome = said.outcome();
            decision.cause = said.cause();
            decision.note = said.note();
            decision.by = said.by();
            decision.at = said.at();
            decision.verdict = said.verdict();
            decision.lapsed = said.lapsed();
            decision.basis = bases.get(kept.entityId).basis();
            revisions.create(decision, kept.revision + 1);
            decision.persist();
        }
        DecisionEntity.flush();
    }

    void withdraw(DecisionEntity decision) {
        revisions.delete(decision);
        decision.delete();
    }
}
