package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.crosscheck.decision.Basis;
import org.crosscheck.decision.DecisionView;
import org.crosscheck.decision.Decisions;
import org.crosscheck.decision.Findings;
import org.crosscheck.decision.Standing;
import org.crosscheck.http.OwnJson;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.CauseKind;
import org.crosscheck.story.ChangeCause;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/**
 * Keeps stored findings equal to what the facts say. Runs in the transaction that changes the facts, under the lock of
 * their story, and only for the attributes that are touched. A finding carries the decision on it.
 */
@ApplicationScoped
class FindingKeeper implements Findings {
    private final StoredFacts stored;
    private final KeptGroups groups;
    private final Decisions decisions;
    private final FindingWriter writer;
    private final OwnJson json;
    private final Event<VerdictsChanged> verdicts;

    FindingKeeper(
            StoredFacts stored,
            KeptGroups groups,
            Decisions decisions,
            FindingWriter writer,
            OwnJson json,
            Event<VerdictsChanged> verdicts) {
        this.stored = stored;
        this.groups = groups;
        this.decisions = decisions;
        this.writer = writer;
        this.json = json;
        this.verdicts = verdicts;
    }

    void storyChanged(@Observes StoryWriter.Changed change) {
        refresh(change.story().id, change.story().version, change.touched());
    }

    void attributeLeaving(@Observes StoryWriter.Removing removing) {
        List<AttributeEntity> attributes = AttributeEntity.of(removing.story(), List.of(removing.attribute()));
        leaving(removing.story(), attributes, ChangeCause.of(CauseKind.ATTRIBUTE));
    }

    void storyLeaving(@Observes StoryWriter.Deleting deleting) {
        leaving(deleting.story(), AttributeEntity.of(deleting.story()), ChangeCause.of(CauseKind.STORY));
    }

    /** The version of the story that shows it is still to be counted. */
    private void leaving(String story, List<AttributeEntity> attributes, ChangeCause cause) {
        long version = StoryEntity.byId(story).orElseThrow().version + 1;
        tell(story, version, withdraw(story, attributes, attribute -> cause));
    }

    /**
     * Judges what is {@code touched} again; the caller has locked the story. Tells whether any finding changed.
     *
     * @param version the version of the story that shows it
     */
    boolean refresh(String story, long version, Touched touched) {
        List<AttributeEntity> named = AttributeEntity.of(story, touched.attributes());
        List<AttributeEntity> asked =
                named.stream().filter(each -> !each.proposed).toList();
        List<AttributeEntity> proposed =
                named.stream().filter(each -> each.proposed).toList();
        // Nobody keeps up with what is not asked.
        groups.forget(story, proposed.stream().map(each -> each.id).toList());
        List<VerdictsChanged.Change> changes = new ArrayList<>(withdraw(story, proposed, touched::cause));
        boolean changed = !changes.isEmpty();
        if (asked.isEmpty()) decisions.follow(story, touched.attributes(), none -> Optional.empty());
        else changed |= judge(story, asked, touched, changes);
        tell(story, version, changes);
        return changed;
    }

    /** Judges attributes, adds what becomes of their verdicts to {@code changes}, and tells whether any finding changed. */
    private boolean judge(
            String story, List<AttributeEntity> asked, Touched touched, List<VerdictsChanged.Change> changes) {
        Evaluation evaluation = stored.load(story, asked, touched);
        Map<String, FindingView> views = new HashMap<>();
        evaluation.findings(false).forEach(finding -> views.put(finding.attribute(), FindingView.of(finding)));
        Map<String, DecisionView> decided = decisions.follow(
                story,
                touched.attributes(),
                id -> Optional.ofNullable(views.get(id)).map(this::basis));
        Map<String, String> known = FindingEntity.states(story, touched.attributes());
        List<FindingEntity> fresh = new ArrayList<>();
        List<FindingEntity> judgedAgain = new ArrayList<>();
        for (AttributeEntity attribute : asked) {
            String id = attribute.id;
            FindingView view = views.get(id).decided(decided.get(id));
            VerdictState from = known.containsKey(id) ? json.read(known.get(id), VerdictState.class) : null;
            VerdictState to = VerdictState.of(view);
            (from == null ? fresh : judgedAgain).add(row(attribute, view, to, evaluation));
            if (!to.says(from))
                changes.add(
                        new VerdictsChanged.Change(id, view.label(), from, to, view.explanation(), touched.cause(id)));
        }
        writer.add(fresh);
        return writer.update(judgedAgain) || !fresh.isEmpty();
    }

    /** Deletes the findings on {@code attributes}, which are not asked any more. */
    private List<VerdictsChanged.Change> withdraw(
            String story, List<AttributeEntity> attributes, Function<String, ChangeCause> cause) {
        Map<String, String> labels = new HashMap<>();
        attributes.forEach(attribute -> labels.put(attribute.id, attribute.label));
        List<VerdictsChanged.Change> changes = new ArrayList<>();
        FindingEntity.states(story, labels.keySet())
                .forEach((attribute, state) -> changes.add(new VerdictsChanged.Change(
                        attribute,
                        labels.get(attribute),
                        json.read(state, VerdictState.class),
                        null,
                        labels.get(attribute) + " is not asked any more.",
                        cause.apply(attribute))));
        FindingEntity.delete(story, labels.keySet());
        return changes;
    }

    private void tell(String story, long version, List<VerdictsChanged.Change> changes) {
        if (!changes.isEmpty()) verdicts.fire(new VerdictsChanged(story, version, changes));
    }

    private FindingEntity row(AttributeEntity attribute, FindingView view, VerdictState state, Evaluation evaluation) {
        FindingEntity row = new FindingEntity();
        row.storyId = attribute.storyId;
        row.attribute = attribute.id;
        row.ordinal = attribute.ordinal;
        row.verdict = view.verdict();
        row.decision = Standing.of(view.decision());
        row.voices = view.voices().toArray(String[]::new);
        row.concepts = evaluation.concepts(StoredFacts.attribute(attribute)).toArray(String[]::new);
        row.body = json.write(view);
        row.state = json.write(state);
        return row;
    }

    @Override
    public Optional<Basis> basis(String story, String attribute) {
        return FindingEntity.body(story, attribute).map(body -> basis(json.read(body, FindingView.class)));
    }

    private Basis basis(FindingView finding) {
        return new Basis(finding.verdict(), json.write(finding.basis()));
    }
}
