package org.crosscheck.fact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.problem.Violations;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.story.Idempotency;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/** Reads, adds, changes and deletes single facts. */
@ApplicationScoped
public class FactService {
    private final StoryService stories;
    private final StoryWriter writer;
    private final Editing editing;
    private final Adoption adoption;
    private final Revisions revisions;
    private final Idempotency idempotency;

    FactService(
            StoryService stories,
            StoryWriter writer,
            Editing editing,
            Adoption adoption,
            Revisions revisions,
            Idempotency idempotency) {
        this.stories = stories;
        this.writer = writer;
        this.editing = editing;
        this.adoption = adoption;
        this.revisions = revisions;
        this.idempotency = idempotency;
    }

    @Transactional
    Idempotency.Answer add(String storyId, String sourceId, FactView body, String key) {
        adoption.prepare(body.claimant() == null ? List.of() : List.of(body.claimant()));
        StoryEntity story = writer.lock(storyId);
        SourceEntity source =
                SourceEntity.byId(storyId, sourceId).orElseThrow(() -> ProblemException.notFound("source", sourceId));
        return idempotency.once(storyId, key, List.of("facts", sourceId, body), () -> {
            Violations violations = new Violations();
            NormalFact normal = editing.normalize(source, body, "", violations).orElse(null);
            violations.throwIfAny();
            FactEntity stored = FactEntity.byId(storyId, normal.fact().id()).orElse(null);
            if (stored != null && !(stored.source.equals(sourceId) && saysTheSame(stored, normal)))
                throw ProblemException.conflict("There is a fact \"" + stored.id
                        + "\" already that says something else. PUT to it to change it, or choose another id.");
            boolean created = stored == null;
            FactEntity fact = created ? create(story, normal) : stored;
            return idempotency.answer(
                    created ? 201 : 200,
                    "/v1/stories/" + storyId + "/facts/" + fact.id,
                    ETags.tag(fact.revision),
                    fact.view());
        });
    }

    /** A fact that is sent again does not undo its review. */
    private static boolean saysTheSame(FactEntity stored, NormalFact normal) {
        return normal.fact()
                .with(stored.id, null, stored.status)
                .equals(stored.view().stated());
    }

    private FactEntity create(StoryEntity story, NormalFact normal) {
        FactEntity fact = editing.create(story.id, normal);
        adoption.adopt(story.id, List.of(fact));
        writer.changed(story, fact.added(new Touched()));
        return fact;
    }

    @Transactional
    FactView replace(String storyId, String id, FactView body, ETags tags) {
        adoption.prepare(body.claimant() == null ? List.of() : List.of(body.claimant()));
        StoryEntity story = writer.lock(storyId);
        FactEntity fact = FactEntity.byId(storyId, id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "There is no fact \"" + id + "\". POST it to the facts of its source."));
        String current = ETags.tag(fact.revision);
        tags.check(current);
        Violations violations = new Violations();
        Optional<NormalFact> normal = editing.normalize(fact, body, "", violations);
        violations.throwIfAny();
        Touched touched = fact.touched(new Touched());
        if (editing.replace(fact, normal.orElseThrow())) {
            tags.checkKnown(current);
            adoption.adopt(storyId, List.of(fact));
            writer.changed(story, fact.touched(touched));
        }
        return fact.view();
    }

    @Transactional
    void delete(String storyId, String id, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        FactEntity fact = existing(storyId, id);
        tags.check(ETags.tag(fact.revision));
        revisions.delete(fact);
        fact.delete();
        writer.changed(story, fact.touched(new Touched()));
    }

    private static FactEntity existing(String story, String id) {
        return FactEntity.byId(story, id).orElseThrow(() -> ProblemException.notFound("fact", id));
    }

    @Transactional
    FactView view(String story, String id) {
        stories.existing(story);
        return existing(story, id).view();
    }

    /**
     * An accepted fact.
     *
     * @param origin the source that it goes back to: its own, or that which its sentence is a copy of
     */
    public record Traced(FactView fact, String origin) {}

    /** The accepted facts on an attribute, by source and id. */
    @Transactional
    public List<Traced> accepted(String story, String attribute) {
        return FactEntity.accepted(story, attribute).stream()
                .map(fact -> new Traced(fact.view(), fact.copiedFrom == null ? fact.source : fact.copiedFrom))
                .toList();
    }

    /** How many accepted facts each source has that has any. */
    @Transactional
    public Map<String, Long> counts(String story) {
        return FactEntity.counts(story);
    }

    /** Who changed it, when and why; also of one that is deleted. */
    @Transactional
    Page<HistoryEntry> history(String story, String id, PageRequest page) {
        return revisions.history(story, RevisionEntity.Kind.FACT, id, FactEntity.byId(story, id), page);
    }

    /** What it said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String story, String id, int revision) {
        return revisions.state(story, RevisionEntity.Kind.FACT, id, FactEntity.byId(story, id), revision);
    }

    /** All that a source reports, in its order, whatever its status. */
    @Transactional
    public List<FactView> ofSource(String story, String source) {
        return FactEntity.ofSources(story, List.of(source)).stream()
                .map(FactEntity::view)
                .toList();
    }

    @Transactional
    Page<FactView> list(String story, FactFilter filter, PageRequest page) {
        stories.existing(story);
        return Page.of(
                filter.find(story, page.after(1).get(0), page.rows()),
                page,
                FactEntity::view,
                fact -> List.of(fact.id));
    }
}
