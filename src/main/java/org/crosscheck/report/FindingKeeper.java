package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.decision.Basis;
import org.crosscheck.decision.DecisionView;
import org.crosscheck.decision.Decisions;
import org.crosscheck.decision.Findings;
import org.crosscheck.decision.Standing;
import org.crosscheck.http.OwnJson;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.StoryWriter;

/**
 * Keeps stored findings equal to what the facts say. Runs in the transaction that changes the facts, under the lock of
 * their story, and only for the attributes that are touched. A finding carries the decision on it.
 */
@ApplicationScoped
class FindingKeeper implements Findings {
    private final StoredFacts stored;
    private final Decisions decisions;
    private final OwnJson json;

    FindingKeeper(StoredFacts stored, Decisions decisions, OwnJson json) {
        this.stored = stored;
        this.decisions = decisions;
        this.json = json;
    }

    void storyChanged(@Observes StoryWriter.Changed change) {
        refresh(change.story().id, change.attributes());
    }

    /** Judges {@code attributes} again; the caller has locked the story. Tells whether any finding changed. */
    boolean refresh(String story, Collection<String> attributes) {
        List<AttributeEntity> named = AttributeEntity.of(story, attributes);
        List<AttributeEntity> touched =
                named.stream().filter(each -> !each.proposed).toList();
        boolean changed = FindingEntity.withdraw(
                story,
                named.stream()
                        .filter(each -> each.proposed)
                        .map(each -> each.id)
                        .toList());
        if (touched.isEmpty()) {
            decisions.follow(story, attributes, none -> Optional.empty());
            return changed;
        }
        Evaluation evaluation = stored.load(story, touched, null);
        Map<String, FindingView> views = new HashMap<>();
        evaluation.findings(false).forEach(finding -> views.put(finding.attribute(), FindingView.of(finding)));
        Map<String, DecisionView> decided = decisions.follow(
                story, attributes, id -> Optional.ofNullable(views.get(id)).map(this::basis));
        Map<String, FindingEntity> known = new HashMap<>();
        FindingEntity.of(story, attributes).forEach(finding -> known.put(finding.attribute, finding));
        for (AttributeEntity attribute : touched) {
            FindingView view = views.get(attribute.id).decided(decided.get(attribute.id));
            FindingEntity now = row(attribute, view, evaluation);
            FindingEntity before = known.get(now.attribute);
            if (before == null) now.persist();
            else if (before.says(now)) continue;
            else before.take(now);
            changed = true;
        }
        FindingEntity.flush();
        return changed;
    }

    private FindingEntity row(AttributeEntity attribute, FindingView view, Evaluation evaluation) {
        FindingEntity row = new FindingEntity();
        row.storyId = attribute.storyId;
        row.attribute = attribute.id;
        row.ordinal = attribute.ordinal;
        row.verdict = view.verdict();
        row.decision = Standing.of(view.decision());
        row.voices = view.voices().toArray(String[]::new);
        row.concepts = evaluation.concepts(StoredFacts.attribute(attribute)).toArray(String[]::new);
        row.body = json.write(view);
        return row;
    }

    @Override
    public Optional<Basis> basis(String story, String attribute) {
        return FindingEntity.byId(story, attribute).map(row -> basis(json.read(row.body, FindingView.class)));
    }

    private Basis basis(FindingView finding) {
        return new Basis(finding.verdict(), json.write(finding.basis()));
    }
}
