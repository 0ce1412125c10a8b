package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.crosscheck.extract.fit.Claimant;
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
import org.crosscheck.story.Touched;

/** Submits, replaces and withdraws sources together with their facts. */
@ApplicationScoped
public class SubmissionService {
    private final StoryWriter writer;
    private final AttributeService attributes;
    private final FactStore store;
    private final Idempotency idempotency;
    private final ProposedFacts proposed;
    private final Adoption adoption;
    private final Editing editing;

    SubmissionService(
            StoryWriter writer,
            AttributeService attributes,
            FactStore store,
            Idempotency idempotency,
            ProposedFacts proposed,
            Adoption adoption,
            Editing editing) {
        this.writer = writer;
        this.attributes = attributes;
        this.store = store;
        this.idempotency = idempotency;
        this.proposed = proposed;
        this.adoption = adoption;
        this.editing = editing;
    }

    /** What a PUT did. */
    record Written(SubmittedSource source, String tag, boolean created) {}

    @Transactional
    Idempotency.Answer submit(String storyId, SubmittedSource body, Optional<Reading> reading, String key) {
        StoryEntity story = lock(storyId, body, reading);
        return idempotency.once(storyId, key, List.of("sources", body), () -> {
            String id = body.id() == null ? freeId(storyId, body) : body.id();
            if (SourceEntity.byId(storyId, id).isPresent())
                throw ProblemException.conflict("The story has a source \"" + id
                        + "\" already. PUT to it to store a new revision, or choose another id.");
            Written written = view(storyId, id, true, write(story, id, body, reading, () -> {}));
            return idempotency.answer(
                    201, "/v1/stories/" + storyId + "/sources/" + id, written.tag(), written.source());
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
    Written replace(String storyId, String id, SubmittedSource body, Optional<Reading> reading, ETags tags) {
        StoryEntity story = lock(storyId, body, reading);
        Optional<SourceEntity> stored = SourceEntity.byId(storyId, id);
        Lineages lineages = Lineages.stored(storyId);
        String current =
                stored.map(source -> SourceView.of(source, lineages).tag()).orElse(null);
        tags.check(current);
        return view(storyId, id, current == null, write(story, id, body, reading, () -> tags.checkKnown(current)));
    }

    @Transactional
    void withdraw(String storyId, String id, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        SourceEntity source = SourceEntity.byId(storyId, id).orElseThrow(() -> ProblemException.notFound("source", id));
        tags.check(SourceView.of(source, Lineages.stored(storyId)).tag());
        for (SourceView other : SourceEntity.outlines(storyId)) {
            if (other.derivedFrom().contains(id))
                throw ProblemException.conflict(
                        "\"" + other.id() + "\" is derived from it. Change that source's derivedFrom first.");
        }
        store.store(story, List.of(), List.of(id)).ifPresent(touched -> writer.changed(story, touched));
    }

    private StoryEntity lock(String story, SubmittedSource body, Optional<Reading> reading) {
        List<String> claimants = Stream.concat(
                        body.facts() == null
                                ? Stream.of()
                                : body.facts().stream().map(FactView::claimant),
                        reading.stream()
                                .flatMap(read -> read.proposals().stream())
                                .flatMap(proposal -> proposal.claimant().stream())
                                .map(Claimant::id))
                .filter(Objects::nonNull)
                .toList();
        reading.ifPresent(proposed::prepare);
        adoption.prepare(claimants);
        return writer.lock(story);
    }

    /**
     * Returns what became of the proposals that were read; null where nothing was.
     *
     * @param beforeChange runs where something changes; a problem that it throws undoes that
     */
    private Extraction write(
            StoryEntity story, String id, SubmittedSource body, Optional<Reading> reading, Runnable beforeChange) {
        SubmittedSource named = SubmittedSource.of(body.document(id), body.facts(), null);
        Extraction extraction = null;
        if (reading.isPresent()) {
            proposed.introduce(story, reading.get());
            Staying staying = staying(story.id, named, reading.get());
            List<FactView> fresh = proposed.facts(story, named, reading.get(), staying.facts());
            List<FactView> all = new ArrayList<>(staying.facts());
            all.addAll(fresh);
            named = named.withFacts(all);
            extraction = new Extraction(
                    reading.get().by(),
                    reading.get().note(),
                    fresh.stream().map(FactView::id).toList(),
                    staying.kept(),
                    staying.withdrawn());
        }
        Map<String, AttributeView> questions = Known.byId(attributes.stated(story.id));
        Known known = Known.namedBy(List.of(named), questions);
        SubmissionCheck check = new SubmissionCheck(questions, known.parties(), known.concepts());
        if (named.derivedFrom() != null && !named.derivedFrom().isEmpty()) {
            for (SourceView other : SourceEntity.outlines(story.id)) {
                if (!other.id().equals(id)) check.stays(other);
            }
        }
        Violations violations = new Violations();
        List<CheckedSource> checked = check.check(List.of(named), List.of(""), violations);
        checkKeptQuotes(story.id, named, violations);
        violations.throwIfAny();
        Optional<Touched> touched = store.store(story, checked, Set.of());
        if (touched.isPresent()) {
            beforeChange.run();
            adoption.adopt(story.id, FactEntity.ofSources(story.id, List.of(id)));
            writer.changed(story, touched.get());
        }
        return extraction;
    }

    /** The facts that a source has before anything new is proposed, and what became of those that were proposed before. */
    private record Staying(List<FactView> facts, List<String> kept, List<String> withdrawn) {}

    /**
     * The facts that the body gives; where it gives none, those that are stored. Of these an editor's must still be quoted by the
     * text, and proposals stay where they were decided or their sentence is unchanged, unless their words are gone.
     */
    private static Staying staying(String story, SubmittedSource named, Reading reading) {
        Staying staying = new Staying(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (named.facts() != null) {
            staying.facts().addAll(named.facts());
            return staying;
        }
        Violations violations = new Violations();
        for (FactEntity fact : FactEntity.ofSources(story, List.of(named.id()))) {
            Violations lost = new Violations();
            Evidence found = Quotes.locate(unplaced(fact.evidence), named.text(), "", lost);
            boolean proposal = fact.origin == Origin.EXTRACTED;
            boolean stays =
                    lost.isEmpty() && (!proposal || fact.status != Status.PROPOSED || isUnchanged(found, reading));
            if (stays) {
                staying.facts().add(fact.view().stated().at(found));
                if (proposal) staying.kept().add(fact.id);
            } else if (proposal) {
                staying.withdrawn().add(fact.id);
            } else {
                violations.add("/text", lost(fact));
            }
        }
        violations.throwIfAny();
        return staying;
    }

    private static boolean isUnchanged(Evidence evidence, Reading reading) {
        return evidence != null && evidence.start() != null && reading.isUnchanged(evidence.start());
    }

    private static String lost(FactEntity fact) {
        return "The fact \"" + fact.id + "\" quotes words that are not in this text; send the facts again too.";
    }

    /** Facts that stay while the text under them changes must still be found in it. */
    private void checkKeptQuotes(String story, SubmittedSource body, Violations violations) {
        if (body.facts() != null || body.text() == null) return;
        for (FactEntity fact : FactEntity.ofSources(story, List.of(body.id()))) {
            Violations lost = new Violations();
            Evidence found = Quotes.locate(unplaced(fact.evidence), body.text(), "", lost);
            if (lost.isEmpty()) editing.place(fact, found);
            else violations.add("/text", lost(fact));
        }
    }

    private static Evidence unplaced(Evidence evidence) {
        return evidence == null
                ? null
                : new Evidence(evidence.exact(), evidence.prefix(), evidence.suffix(), null, null);
    }

    private Written view(String story, String id, boolean created, Extraction extraction) {
        SourceEntity source = SourceEntity.byId(story, id).orElseThrow();
        Lineages lineages = Lineages.stored(story);
        SourceView document = SourceView.of(source, lineages);
        List<FactView> facts = FactEntity.ofSources(story, List.of(id)).stream()
                .map(FactEntity::view)
                .toList();
        return new Written(
                SubmittedSource.of(document, facts, lineages.companyOf(id)).with(extraction), document.tag(), created);
    }
}
