package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.ETags;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.story.Idempotency;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Takes an editor's word on facts: accepted, changed or rejected, one or many at once. */
@ApplicationScoped
public class ReviewService {
    private final StoryWriter writer;
    private final Editing editing;
    private final Adoption adoption;
    private final Idempotency idempotency;

    ReviewService(StoryWriter writer, Editing editing, Adoption adoption, Idempotency idempotency) {
        this.writer = writer;
        this.editing = editing;
        this.adoption = adoption;
        this.idempotency = idempotency;
    }

    @Transactional
    FactView review(String storyId, String id, Review review, ETags tags) {
        adoption.prepare(claimants(storyId, List.of(id)));
        StoryEntity story = writer.lock(storyId);
        FactEntity fact = FactEntity.byId(storyId, id).orElseThrow(() -> ProblemException.notFound("fact", id));
        String current = ETags.tag(fact.revision);
        tags.check(current);
        if (editing.review(fact, null, review.status(), review.reason())) {
            tags.checkKnown(current);
            adoption.adopt(storyId, List.of(fact));
            writer.changed(story, fact.touched(new Touched()));
        }
        return fact.view();
    }

    /** All of it in one change of the story, or nothing. Answers the facts in the order of their reviews. */
    @Transactional
    Idempotency.Answer review(String storyId, Reviews body, String key) {
        StoryEntity story = lock(storyId, body);
        return idempotency.once(
                storyId,
                key,
                List.of("reviews", body),
                () -> idempotency.answer(200, null, null, new FactResource.FactList(take(story, body))));
    }

    /** Locks the story, and before it what else {@code body} may change. */
    public StoryEntity lock(String storyId, Reviews body) {
        Set<String> claimants = claimants(
                storyId, body.reviews().stream().map(Reviews.Item::fact).toList());
        for (Reviews.Item item : body.reviews()) {
            if (item.replacement() != null && item.replacement().claimant() != null)
                claimants.add(item.replacement().claimant());
        }
        adoption.prepare(claimants);
        return writer.lock(storyId);
    }

    /** All of it in one change of the {@link #lock locked} story, or a problem. Returns the facts in the order of their reviews. */
    public List<FactView> take(StoryEntity story, Reviews body) {
        List<String> ids = body.reviews().stream().map(Reviews.Item::fact).toList();
        Map<String, FactEntity> facts = new HashMap<>();
        FactEntity.byIds(story.id, ids).forEach(fact -> facts.put(fact.id, fact));
        Map<String, NormalFact> replacements = check(body, facts);
        Touched touched = new Touched();
        for (Reviews.Item item : body.reviews()) touched.addAll(take(item, facts.get(item.fact()), replacements));
        if (!touched.isEmpty()) {
            adoption.adopt(story.id, facts.values());
            writer.changed(story, touched);
        }
        return ids.stream().map(id -> facts.get(id).view()).toList();
    }

    private static Set<String> claimants(String story, List<String> ids) {
        Set<String> claimants = new HashSet<>();
        FactEntity.byIds(story, ids).forEach(fact -> claimants.add(fact.claimant));
        claimants.remove(null);
        return claimants;
    }

    /** What the reviewed facts are to say instead. Throws a problem that names every review at fault. */
    private Map<String, NormalFact> check(Reviews body, Map<String, FactEntity> facts) {
        Violations violations = new Violations();
        Map<String, NormalFact> replacements = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < body.reviews().size(); i++) {
            Reviews.Item item = body.reviews().get(i);
            String at = "/reviews/" + i;
            FactEntity fact = facts.get(item.fact());
            if (fact == null) {
                violations.add(at + "/fact", "The story has no fact \"" + item.fact() + "\"; leave this review out.");
                continue;
            }
            if (!seen.add(item.fact()))
                violations.add(at + "/fact", "\"" + item.fact() + "\" is reviewed twice; keep one.");
            if (item.revision() != null && item.revision() != fact.revision)
                violations.add(
                        at + "/revision",
                        "The fact is at revision " + fact.revision + " now; read it again, then review that.");
            if (item.replacement() == null) continue;
            FactView statement = item.replacement().with(fact.id, null, item.status());
            editing.normalize(fact, statement, at + "/replacement", violations)
                    .ifPresent(normal -> replacements.put(fact.id, normal));
        }
        violations.throwIfAny();
        return replacements;
    }

    /** Returns the attributes that this touches. */
    private Touched take(Reviews.Item item, FactEntity fact, Map<String, NormalFact> replacements) {
        Touched touched = fact.touched(new Touched());
        boolean changed = editing.review(fact, replacements.get(fact.id), item.status(), item.reason());
        return changed ? fact.touched(touched) : new Touched();
    }
}
