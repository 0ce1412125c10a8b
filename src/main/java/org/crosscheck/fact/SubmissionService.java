package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.http.ETags;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.Idempotency;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;

/** Submits, replaces and withdraws sources together with their facts. */
@ApplicationScoped
public class SubmissionService {
    private final StoryWriter writer;
    private final AttributeService attributes;
    private final FactStore store;
    private final Idempotency idempotency;

    SubmissionService(StoryWriter writer, AttributeService attributes, FactStore store, Idempotency idempotency) {
        this.writer = writer;
        this.attributes = attributes;
        this.store = store;
        this.idempotency = idempotency;
    }

    /** What a PUT did. */
    record Written(SubmittedSource source, String tag, boolean created) {}

    @Transactional
    Idempotency.Answer submit(String storyId, SubmittedSource body, String key) {
        StoryEntity story = writer.lock(storyId);
        return idempotency.once(storyId, key, List.of("sources", body), () -> {
            String id = body.id() == null ? freeId(storyId, body) : body.id();
            if (SourceEntity.byId(storyId, id).isPresent())
                throw ProblemException.conflict("The story has a source \"" + id
                        + "\" already. PUT to it to store a new revision, or choose another id.");
            write(story, id, body);
            Written written = view(storyId, id, true);
            return new Idempotency.Answer(
                    201,
                    "/v1/stories/" + storyId + "/sources/" + id,
                    written.tag(),
                    idempotency.write(written.source()));
        });
    }

    private static String freeId(String story, SubmittedSource body) {
        String day = body.publishedAt().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String publisher =
                body.publisher().substring(0, Math.min(100, body.publisher().length()));
        String base = publisher + "-" + day;
        String id = base;
        for (int n = 2; SourceEntity.byId(story, id).isPresent(); n++) id = base + "-" + n;
        return id;
    }

    @Transactional
    Written replace(String storyId, String id, SubmittedSource body, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        Optional<SourceEntity> stored = SourceEntity.byId(storyId, id);
        Lineages lineages = Lineages.stored(storyId);
        tags.check(stored.map(source -> SourceView.of(source, lineages.of(id)).tag())
                .orElse(null));
        boolean created = stored.isEmpty();
        write(story, id, body);
        return view(storyId, id, created);
    }

    @Transactional
    void withdraw(String storyId, String id, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        SourceEntity source = SourceEntity.byId(storyId, id).orElseThrow(() -> ProblemException.notFound("source", id));
        tags.check(SourceView.of(source, Lineages.stored(storyId).of(id)).tag());
        for (SourceView other : SourceEntity.outlines(storyId)) {
            if (other.derivedFrom().contains(id))
                throw ProblemException.conflict(
                        "\"" + other.id() + "\" is derived from it. Change that source's derivedFrom first.");
        }
        store.store(story, List.of(), List.of(id)).ifPresent(touched -> writer.changed(story, touched));
    }

    private void write(StoryEntity story, String id, SubmittedSource body) {
        SubmittedSource named = SubmittedSource.of(body.document(id), body.facts(), null, null);
        Map<String, AttributeView> questions = Known.byId(attributes.stated(story.id));
        Known known = Known.namedBy(List.of(named), questions);
        SubmissionCheck check = new SubmissionCheck(questions, known.parties(), known.concepts());
        for (SourceView other : SourceEntity.outlines(story.id)) {
            if (!other.id().equals(id)) check.stays(other);
        }
        Violations violations = new Violations();
        List<CheckedSource> checked = check.check(List.of(named), List.of(""), violations);
        checkKeptQuotes(story.id, named, violations);
        violations.throwIfAny();
        store.store(story, checked, Set.of()).ifPresent(touched -> writer.changed(story, touched));
    }

    /** Facts that stay while the text under them changes must still be found in it. */
    private static void checkKeptQuotes(String story, SubmittedSource body, Violations violations) {
        if (body.facts() != null || body.text() == null) return;
        for (FactEntity fact : FactEntity.ofSources(story, List.of(body.id()))) {
            Violations lost = new Violations();
            Evidence found = Quotes.locate(unplaced(fact.evidence), body.text(), "", lost);
            if (lost.isEmpty()) fact.evidence = found;
            else
                violations.add(
                        "/text",
                        "The fact \"" + fact.id
                                + "\" quotes words that are not in this text; send the facts again too.");
        }
    }

    private static Evidence unplaced(Evidence evidence) {
        return evidence == null
                ? null
                : new Evidence(evidence.exact(), evidence.prefix(), evidence.suffix(), null, null);
    }

    private Written view(String story, String id, boolean created) {
        SourceEntity source = SourceEntity.byId(story, id).orElseThrow();
        Lineages lineages = Lineages.stored(story);
        SourceView document = SourceView.of(source, lineages.of(id));
        List<FactView> facts = FactEntity.ofSources(story, List.of(id)).stream()
                .map(FactEntity::view)
                .toList();
        return new Written(
                SubmittedSource.of(document, facts, lineages.companyOf(id), source.revision), document.tag(), created);
    }
}
