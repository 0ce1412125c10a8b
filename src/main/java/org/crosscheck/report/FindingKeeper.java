package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.http.OwnJson;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.verdict.Finding;

/**
 * Keeps stored findings equal to what the facts say. Runs in the transaction that changes the facts, under the lock of
 * their story, and only for the attributes that are touched.
 */
@ApplicationScoped
class FindingKeeper {
    private final StoredFacts stored;
    private final OwnJson json;

    FindingKeeper(StoredFacts stored, OwnJson json) {
        this.stored = stored;
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
        if (touched.isEmpty()) return changed;
        Evaluation evaluation = stored.load(story, touched, null);
        Map<String, FindingEntity> known = new HashMap<>();
        FindingEntity.of(story, attributes).forEach(finding -> known.put(finding.attribute, finding));
        List<Finding> findings = evaluation.findings(false);
        for (int i = 0; i < findings.size(); i++) {
            FindingEntity now = row(touched.get(i), findings.get(i), evaluation);
            FindingEntity before = known.get(now.attribute);
            if (before == null) now.persist();
            else if (before.says(now)) continue;
            else before.take(now);
            changed = true;
        }
        FindingEntity.flush();
        return changed;
    }

    private FindingEntity row(AttributeEntity attribute, Finding finding, Evaluation evaluation) {
        FindingView view = FindingView.of(finding);
        FindingEntity row = new FindingEntity();
        row.storyId = attribute.storyId;
        row.attribute = attribute.id;
        row.ordinal = attribute.ordinal;
        row.verdict = finding.verdict();
        row.voices = view.voices().toArray(String[]::new);
        row.concepts = evaluation.concepts(StoredFacts.attribute(attribute)).toArray(String[]::new);
        row.body = json.write(view);
        return row;
    }
}
