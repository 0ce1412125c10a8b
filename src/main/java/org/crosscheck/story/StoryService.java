package org.crosscheck.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.party.Authority;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Time;

/** Reads and writes stories. */
@ApplicationScoped
public class StoryService {
    private static final String CREATE = """
            INSERT INTO story (story_id, title, revision, version, sources, lineages, updated_at)
            VALUES (:id, '', 0, 0, 0, 0, :now) ON CONFLICT DO NOTHING
            """;

    private final EntityManager db;
    private final Authority authority;
    private final StoryWriter writer;
    private final Revisions revisions;
    private final Event<StoryWriter.Deleting> deleting;
    private final Clock clock;

    StoryService(
            EntityManager db,
            Authority authority,
            StoryWriter writer,
            Revisions revisions,
            Event<StoryWriter.Deleting> deleting,
            Clock clock) {
        this.db = db;
        this.authority = authority;
        this.writer = writer;
        this.revisions = revisions;
        this.deleting = deleting;
        this.clock = clock;
    }

    /** What a PUT did. */
    record Written(StoryView story, boolean created) {}

    @Transactional
    Written put(String id, StoryView body, ETags tags) {
        Violations violations = new Violations();
        check(body, "", violations);
        violations.throwIfAny();
        authority.read();
        StoryEntity story = lockOrCreate(id);
        boolean created = story.isNew();
        String current = created ? null : ETags.tag(story.revision);
        tags.check(current);
        if (describe(story, body)) {
            tags.checkKnown(current);
            writer.changed(story, new Touched());
        }
        return new Written(StoryView.of(story), created);
    }

    /** Looks for what Bean Validation cannot see. */
    public void check(StoryView body, String pointer, Violations violations) {
        if (body.occurredOn() == null) return;
        try {
            new Time(body.occurredOn());
        } catch (InvalidValueException e) {
            violations.add(pointer + "/occurredOn", e.getMessage());
        }
    }

    /**
     * Locks the story, which is there afterwards in any case: new until it is described. The caller has locked the authority
     * files.
     */
    public StoryEntity lockOrCreate(String id) {
        Optional<StoryEntity> story = Optional.empty();
        // Somebody may delete it before we lock it.
        while (story.isEmpty()) {
            db.createNativeQuery(CREATE)
                    .setParameter("id", id)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            story = StoryEntity.locked(id);
        }
        if (story.get().isNew()) story.get().version = RevisionEntity.lastVersion(id) + 1;
        return story.get();
    }

    /** Takes over the description, and tells whether that changes anything. */
    public boolean describe(StoryEntity story, StoryView body) {
        if (!story.isNew() && body.describes(story)) return false;
        if (story.isNew()) revisions.create(story, revisions.first(story.id, RevisionEntity.Kind.STORY, story.id));
        else revisions.change(story);
        story.title = body.title();
        story.language = body.language();
        story.occurredOn = body.occurredOn();
        story.autoAccept = body.minimumConfidence();
        return true;
    }

    @Transactional
    void delete(String id, ETags tags) {
        StoryEntity story = writer.lock(id);
        tags.check(ETags.tag(story.revision));
        deleting.fire(new StoryWriter.Deleting(id));
        AttributeEntity.of(id).forEach(revisions::delete);
        revisions.delete(story).version = story.version;
        StoryEntity.flush();
        story.delete();
    }

    @Transactional
    public StoryView view(String id) {
        return StoryView.of(existing(id));
    }

    /** Whether there is such a story, or was one. */
    public boolean isKnown(String id) {
        return StoryEntity.byId(id).isPresent() || revisions.first(id, RevisionEntity.Kind.STORY, id) > 1;
    }

    /** The story, unlocked. Throws a 404 problem where there is none. */
    public StoryEntity existing(String id) {
        return StoryEntity.byId(id).orElseThrow(() -> ProblemException.notFound("story", id));
    }

    /** The description of {@code story}, as a dossier states it. */
    public StoryView stated(StoryEntity story) {
        return StoryView.of(story).stated();
    }

    /** Who changed it, when and why; also of one that is deleted. */
    @Transactional
    Page<HistoryEntry> history(String id, PageRequest page) {
        return revisions.history(id, RevisionEntity.Kind.STORY, id, StoryEntity.byId(id), page);
    }

    /** What it said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String id, int revision) {
        return revisions.state(id, RevisionEntity.Kind.STORY, id, StoryEntity.byId(id), revision);
    }

    /** The ids of the stories after {@code id}, by id. */
    @Transactional
    public List<String> after(String id, int rows) {
        return StoryEntity.after("", id, rows).stream().map(story -> story.id).toList();
    }

    @Transactional
    public Page<StoryView> list(StoryQuery query, PageRequest page) {
        return query.order == StoryQuery.Order.NEWEST ? newest(query.search, page) : byId(query.search, page);
    }

    private static Page<StoryView> byId(String search, PageRequest page) {
        return Page.of(
                StoryEntity.after(search, page.after(1).get(0), page.rows()),
                page,
                StoryView::of,
                story -> List.of(story.id));
    }

    private static Page<StoryView> newest(String search, PageRequest page) {
        List<String> after = page.after(2);
        return Page.of(
                StoryEntity.newest(search, page.instant(after.get(0)), after.get(1), page.rows()),
                page,
                StoryView::of,
                story -> List.of(story.updatedAt.toString(), story.id));
    }
}
