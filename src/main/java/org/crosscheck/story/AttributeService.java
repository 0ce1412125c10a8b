package org.crosscheck.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Value;

/** Reads and writes the attributes of a story. */
@ApplicationScoped
public class AttributeService {
    private static final int MAX_DIGITS = 20;

    private final EntityManager db;
    private final StoryService stories;
    private final StoryWriter writer;
    private final Revisions revisions;
    private final Event<StoryWriter.Removing> removing;

    AttributeService(
            EntityManager db,
            StoryService stories,
            StoryWriter writer,
            Revisions revisions,
            Event<StoryWriter.Removing> removing) {
        this.db = db;
        this.stories = stories;
        this.writer = writer;
        this.revisions = revisions;
        this.removing = removing;
    }

    /** What a PUT did. */
    record Written(AttributeView attribute, boolean created) {}

    @Transactional
    Written put(String storyId, String id, AttributeView body, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        Optional<AttributeEntity> known = AttributeEntity.byId(storyId, id);
        String current = known.map(stored -> ETags.tag(stored.revision)).orElse(null);
        tags.check(current);
        AttributeView attribute = body.stated(id);
        Violations violations = new Violations();
        check(attribute, "", violations);
        violations.throwIfAny();
        boolean typeChanges = known.isPresent() && known.get().type != attribute.type();
        if (typeChanges && hasFacts(storyId, id))
            throw ProblemException.conflict("Facts on it have values of the type " + known.get().type
                    + ". Delete them before the type changes, or ask a new question.");
        boolean getsUnit = known.isPresent() && known.get().unit == null && attribute.unit() != null;
        if (getsUnit && hasPlainNumbers(storyId, id))
            throw ProblemException.conflict("Facts on it are numbers without a unit, and would come to mean \""
                    + attribute.unit() + "\". Give each a unit first, or leave the unit out.");
        int ordinal = known.map(stored -> stored.ordinal).orElseGet(() -> AttributeEntity.nextOrdinal(storyId));
        boolean changed = known.isPresent()
                ? revise(known.get(), attribute, ordinal)
                : create(storyId, attribute, ordinal, revisions.first(storyId, RevisionEntity.Kind.ATTRIBUTE, id));
        if (changed) {
            tags.checkKnown(current);
            writer.changed(story, new Touched().question(id));
        }
        return new Written(view(storyId, id), known.isEmpty());
    }

    /** Looks for what Bean Validation cannot see. */
    public void check(AttributeView attribute, String pointer, Violations violations) {
        boolean tolerant = attribute.type() == Value.Type.QUANTITY || attribute.type() == Value.Type.TIME;
        if (attribute.tolerance() != null && !tolerant)
            violations.add(pointer + "/tolerance", "Leave it out; only QUANTITY and TIME have a tolerance.");
        if (attribute.unit() != null && attribute.type() != Value.Type.QUANTITY)
            violations.add(pointer + "/unit", "Leave it out; only QUANTITY has a unit.");
        if (attribute.tolerance() != null && !isOrdinary(attribute.tolerance()))
            violations.add(pointer + "/tolerance", "Give at most 20 digits before and after the decimal point.");
        if (attribute.unit() == null) return;
        try {
            Quantity.exactly(BigDecimal.ONE, attribute.unit());
        } catch (InvalidValueException e) {
            violations.add(pointer + "/unit", e.getMessage());
        }
    }

    /** Whether both ends of the number are near its decimal point; the difference of two ints may leave their range. */
    private static boolean isOrdinary(BigDecimal number) {
        return number.scale() <= MAX_DIGITS && (long) number.precision() - number.scale() <= MAX_DIGITS;
    }

    /** Stores {@code stated} in that order in a locked story. Returns the ids of those that changed. */
    public Set<String> state(String story, List<AttributeView> stated) {
        Map<String, AttributeEntity> stored = new LinkedHashMap<>();
        AttributeEntity.of(story).forEach(attribute -> stored.put(attribute.id, attribute));
        List<String> order = stated.stream().map(AttributeView::id).toList();
        List<String> staying =
                stored.keySet().stream().filter(Set.copyOf(order)::contains).toList();
        // Places that have become free say nothing about the order.
        boolean inOrder = order.subList(0, staying.size()).equals(staying);
        int place = inOrder ? AttributeEntity.nextOrdinal(story) : 0;
        Map<String, Integer> revision = revisions.first(
                story,
                RevisionEntity.Kind.ATTRIBUTE,
                order.stream().filter(id -> !stored.containsKey(id)).toList());
        Set<String> touched = new HashSet<>();
        for (AttributeView attribute : stated) {
            AttributeView whole = attribute.stated(attribute.id());
            AttributeEntity known = stored.get(attribute.id());
            int ordinal = inOrder && known != null ? known.ordinal : place++;
            boolean changed = known == null
                    ? create(story, whole, ordinal, revision.get(attribute.id()))
                    : revise(known, whole, ordinal);
            if (changed) touched.add(attribute.id());
        }
        AttributeEntity.flush();
        return touched;
    }

    /** Deletes the attributes of a locked story that are not among {@code stated}; their facts are gone. Tells whether any was. */
    public boolean retain(String story, List<AttributeView> stated) {
        Set<String> staying = new HashSet<>();
        stated.forEach(attribute -> staying.add(attribute.id()));
        List<AttributeEntity> dropped = AttributeEntity.of(story).stream()
                .filter(attribute -> !staying.contains(attribute.id))
                .toList();
        dropped.forEach(this::remove);
        AttributeEntity.flush();
        return !dropped.isEmpty();
    }

    private boolean create(String story, AttributeView view, int ordinal, int revision) {
        AttributeEntity attribute = new AttributeEntity();
        attribute.storyId = story;
        attribute.id = view.id();
        state(attribute, view, ordinal);
        revisions.create(attribute, revision);
        attribute.persist();
        return true;
    }

    private boolean revise(AttributeEntity attribute, AttributeView view, int ordinal) {
        if (AttributeView.of(attribute).asks(view) && attribute.ordinal == ordinal) return false;
        revisions.change(attribute);
        state(attribute, view, ordinal);
        return true;
    }

    private static void state(AttributeEntity attribute, AttributeView view, int ordinal) {
        attribute.ordinal = ordinal;
        attribute.label = view.label();
        attribute.question = view.question();
        attribute.type = view.type();
        attribute.unit = view.unit();
        attribute.cues = view.cues().toArray(String[]::new);
        attribute.tolerance = view.tolerance();
        attribute.evolving = view.evolving();
        attribute.proposed = view.onlyProposed();
    }

    /** Asks what is not asked yet, at the end of a locked story's attributes. */
    public void propose(String story, List<AttributeView> proposed) {
        Set<String> ids = new HashSet<>();
        proposed.forEach(attribute -> ids.add(attribute.id()));
        AttributeEntity.of(story, ids).forEach(known -> ids.remove(known.id));
        if (ids.isEmpty()) return;
        Map<String, Integer> revision = revisions.first(story, RevisionEntity.Kind.ATTRIBUTE, ids);
        int place = AttributeEntity.nextOrdinal(story);
        for (AttributeView attribute : proposed) {
            if (ids.remove(attribute.id()))
                create(story, attribute.stated(attribute.id()), place++, revision.get(attribute.id()));
        }
        AttributeEntity.flush();
    }

    /** Makes those of {@code ids} that are only proposed attributes like all others; the caller has locked the story. */
    public void accept(String story, Collection<String> ids) {
        for (AttributeEntity attribute : AttributeEntity.of(story, ids)) {
            if (!attribute.proposed) continue;
            AttributeView accepted =
                    AttributeView.of(attribute).stated(attribute.id).withoutProposal();
            revise(attribute, accepted, attribute.ordinal);
        }
    }

    /** Brings back attributes that were deleted, in a locked story, where they stood. */
    void restore(String story, List<RevisionEntity> deleted) {
        Map<String, Integer> revision = revisions.first(
                story,
                RevisionEntity.Kind.ATTRIBUTE,
                deleted.stream().map(kept -> kept.entityId).toList());
        for (RevisionEntity kept : deleted) {
            AttributeView attribute = revisions.read(kept, AttributeView.class).stated(kept.entityId);
            int place = kept.ordinal == null ? AttributeEntity.nextOrdinal(story) : kept.ordinal;
            create(story, attribute, place, revision.get(kept.entityId));
        }
        AttributeEntity.flush();
    }

    private void remove(AttributeEntity attribute) {
        removing.fire(new StoryWriter.Removing(attribute.storyId, attribute.id));
        revisions.delete(attribute);
        attribute.delete();
    }

    @Transactional
    void delete(String storyId, String id, ETags tags) {
        StoryEntity story = writer.lock(storyId);
        AttributeEntity attribute =
                AttributeEntity.byId(storyId, id).orElseThrow(() -> ProblemException.notFound("attribute", id));
        tags.check(ETags.tag(attribute.revision));
        if (hasFacts(storyId, id)) throw ProblemException.conflict("There are facts on it. Delete them first.");
        if (isCovered(storyId, id))
            throw ProblemException.conflict("Sources cover it. Take it out of their \"covers\" first.");
        remove(attribute);
        writer.changed(story, new Touched());
    }

    private boolean hasFacts(String story, String attribute) {
        return exists(
                "SELECT EXISTS (SELECT FROM fact WHERE story_id = :story AND attribute_id = :attribute)",
                story,
                attribute);
    }

    private boolean hasPlainNumbers(String story, String attribute) {
        return exists(
                "SELECT EXISTS (SELECT FROM fact WHERE story_id = :story AND attribute_id = :attribute"
                        + " AND value IS NOT NULL AND value ->> 'unit' IS NULL)",
                story,
                attribute);
    }

    private boolean isCovered(String story, String attribute) {
        return exists(
                "SELECT EXISTS (SELECT FROM source WHERE story_id = :story AND covers @> ARRAY[CAST(:attribute AS text)])",
                story,
                attribute);
    }

    private boolean exists(String sql, String story, String attribute) {
        return (Boolean) db.createNativeQuery(sql, Boolean.class)
                .setParameter("story", story)
                .setParameter("attribute", attribute)
                .getSingleResult();
    }

    @Transactional
    public AttributeView view(String story, String id) {
        stories.existing(story);
        return AttributeEntity.byId(story, id)
                .map(AttributeView::of)
                .orElseThrow(() -> ProblemException.notFound("attribute", id));
    }

    /** Who changed it, when and why; also of one that is deleted. */
    @Transactional
    Page<HistoryEntry> history(String story, String id, PageRequest page) {
        return revisions.history(story, RevisionEntity.Kind.ATTRIBUTE, id, AttributeEntity.byId(story, id), page);
    }

    /** What it said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String story, String id, int revision) {
        return revisions.state(story, RevisionEntity.Kind.ATTRIBUTE, id, AttributeEntity.byId(story, id), revision);
    }

    @Transactional
    Page<AttributeView> list(String story, PageRequest page) {
        stories.existing(story);
        List<String> after = page.after(2);
        int ordinal = after.get(0).matches("\\d{1,9}") ? Integer.parseInt(after.get(0)) : -1;
        return Page.of(
                AttributeEntity.after(story, ordinal, after.get(1), page.rows()),
                page,
                AttributeView::of,
                attribute -> List.of(Integer.toString(attribute.ordinal), attribute.id));
    }

    /** All attributes of a story in its order, as a dossier states them. */
    public List<AttributeView> stated(String story) {
        List<AttributeView> all = new ArrayList<>();
        AttributeEntity.of(story)
                .forEach(attribute -> all.add(AttributeView.of(attribute).stated(attribute.id)));
        return all;
    }
}
