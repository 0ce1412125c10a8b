package org.crosscheck.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.crosscheck.access.Act;
import org.crosscheck.access.Caller;
import org.crosscheck.access.History;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.access.State;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;

/**
 * Keeps every state that something in a story had before it was changed or deleted, and who wrote it, when and why. Append only. A
 * state that stands is in its own row alone, so that what is written once costs no second one.
 */
@ApplicationScoped
public class Revisions {
    private final OwnJson json;
    private final Caller caller;
    private final History history;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;

    Revisions(
            OwnJson json, Caller caller, History history, TransactionSynchronizationRegistry transaction, Clock clock) {
        this.json = json;
        this.caller = caller;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What a transaction has written into histories so far. */
    private static final class Edits {
        /** Stories with reasons. */
        private final Map<List<String>, UUID> made = new HashMap<>();

        private boolean restoration;
    }

    /** Starts the history of {@code entity}, or goes on with that of what had its name: see {@link #first}. */
    public void create(KeptEntity entity, int first) {
        entity.revision = first;
        entity.edit = edit(entity.kept().story(), caller.reason());
    }

    /** Does the same for many of {@code story}, in the time that one takes. */
    public <T extends KeptEntity> void create(String story, Collection<T> entities, ToIntFunction<T> first) {
        if (entities.isEmpty()) return;
        UUID edit = edit(story, caller.reason());
        for (T entity : entities) {
            entity.revision = first.applyAsInt(entity);
            entity.edit = edit;
        }
    }

    /** Keeps {@code entity} as it is, before it is changed. */
    public void change(KeptEntity entity) {
        change(entity, null);
    }

    /** The same, for a reason of its own; for that of the request where null. */
    public void change(KeptEntity entity, String reason) {
        UUID edit = edit(entity.kept().story(), reason == null ? caller.reason() : reason);
        keep(entity, edit, false);
        entity.revision++;
        entity.edit = edit;
    }

    /** Keeps {@code entity} as it is, before it is deleted. */
    public RevisionEntity delete(KeptEntity entity) {
        return keep(entity, edit(entity.kept().story(), caller.reason()), true);
    }

    /** Keeps what is deleted with something, and has no revisions of its own. */
    public void keepDeleted(KeptEntity.Kept kept) {
        RevisionEntity row = row(kept, edit(kept.story(), caller.reason()), true);
        row.revision = first(kept.story(), kept.kind(), kept.id());
        row.persist();
    }

    private RevisionEntity keep(KeptEntity entity, UUID edit, boolean deleted) {
        RevisionEntity row = row(entity.kept(), edit, deleted);
        row.revision = entity.revision;
        row.beganBy = entity.edit;
        row.persist();
        return row;
    }

    private RevisionEntity row(KeptEntity.Kept kept, UUID edit, boolean deleted) {
        RevisionEntity row = new RevisionEntity();
        row.storyId = kept.story();
        row.id = UUID.randomUUID();
        row.kind = kept.kind();
        row.entityId = kept.id();
        row.ordinal = kept.place();
        row.deleted = deleted;
        row.body = json.write(kept.state());
        row.recordedAt = clock.instant();
        row.endedBy = edit;
        return row;
    }

    /** This transaction's edit of {@code story} for that reason. */
    private UUID edit(String story, String reason) {
        Edits edits = edits();
        return edits.made.computeIfAbsent(Arrays.asList(story, reason), key -> {
            EditEntity edit = new EditEntity();
            edit.storyId = story;
            edit.id = UUID.randomUUID();
            edit.madeBy = caller.name();
            edit.madeAt = clock.instant();
            edit.reason = reason;
            edit.restoration = edits.restoration;
            edit.persist();
            return edit.id;
        });
    }

    private Edits edits() {
        Edits edits = (Edits) transaction.getResource(Edits.class);
        if (edits == null) {
            edits = new Edits();
            transaction.putResource(Edits.class, edits);
        }
        return edits;
    }

    /** Says that what this transaction creates was deleted, and is brought back. */
    public void restoring() {
        edits().restoration = true;
    }

    /** The revision with which something new of that name starts: never one that was used before. */
    public int first(String story, RevisionEntity.Kind kind, String entity) {
        return first(story, kind, List.of(entity)).get(entity);
    }

    /** The same of many at once. */
    public Map<String, Integer> first(String story, RevisionEntity.Kind kind, Collection<String> entities) {
        Map<String, Integer> last = RevisionEntity.last(story, kind, entities);
        Map<String, Integer> first = new HashMap<>();
        entities.forEach(entity -> first.put(entity, last.getOrDefault(entity, 0) + 1));
        return first;
    }

    /** Kept states, oldest first. */
    public List<RevisionEntity> of(String story, RevisionEntity.Kind kind, String entity) {
        return RevisionEntity.of(story, kind, entity);
    }

    /** The last deletion of something, which may be there again; empty where it never was deleted. */
    public Optional<RevisionEntity> deletion(String story, RevisionEntity.Kind kind, String entity) {
        return RevisionEntity.deletion(story, kind, entity);
    }

    /** What was deleted together with {@code deletion}, in its order. */
    public List<RevisionEntity> with(RevisionEntity deletion, RevisionEntity.Kind kind) {
        return deletion.endedBy == null ? List.of() : RevisionEntity.with(deletion, kind);
    }

    /** What {@code kept} says. */
    public <T> T read(RevisionEntity kept, Class<T> type) {
        return json.read(kept.body, type);
    }

    /**
     * The changes of something, whether it is still there or not. Throws a 404 problem where it never was.
     *
     * @param current what is there, read before this is called: whatever replaces it meanwhile is later
     */
    public Page<HistoryEntry> history(
            String story,
            RevisionEntity.Kind kind,
            String entity,
            Optional<? extends KeptEntity> current,
            PageRequest page) {
        int from = History.from(page);
        List<RevisionEntity> kept = new ArrayList<>();
        RevisionEntity.before(story, kind, entity, from).ifPresent(kept::add);
        kept.addAll(RevisionEntity.from(story, kind, entity, from, History.states(page)));
        boolean all = kept.size() < History.states(page);
        current.ifPresent(now -> kept.removeIf(state -> state.revision >= now.revision));
        if (kept.isEmpty() && current.isEmpty()) throw ProblemException.notFound(kind.noun(), entity);
        Optional<? extends KeptEntity> standing = all ? current : Optional.empty();
        Set<UUID> named = new HashSet<>();
        kept.forEach(state -> named.addAll(Arrays.asList(state.beganBy, state.endedBy)));
        standing.ifPresent(now -> named.add(now.edit));
        named.remove(null);
        Map<UUID, EditEntity> edits = EditEntity.byIds(story, named);
        List<State> states = new ArrayList<>();
        kept.forEach(state -> states.add(state(state, edits)));
        standing.ifPresent(now -> states.add(state(now, edits)));
        return history.page(states, page);
    }

    /** What something said at {@code revision}. Throws a 404 problem where it never was there. */
    public ObjectNode state(
            String story,
            RevisionEntity.Kind kind,
            String entity,
            Optional<? extends KeptEntity> current,
            int revision) {
        return current.filter(now -> now.revision == revision)
                .map(now -> state(now, Map.of()))
                .or(() -> RevisionEntity.of(story, kind, entity, revision).map(kept -> state(kept, Map.of())))
                .map(history::body)
                .orElseThrow(
                        () -> ProblemException.notFound("revision " + revision + " of the " + kind.noun(), entity));
    }

    private static State state(RevisionEntity kept, Map<UUID, EditEntity> edits) {
        Act ended = act(kept.endedBy, edits);
        return new State(
                kept.revision,
                kept.body,
                act(kept.beganBy, edits),
                restores(kept.beganBy, edits),
                kept.deleted ? new Act(ended.by(), kept.recordedAt, ended.reason()) : null);
    }

    private State state(KeptEntity now, Map<UUID, EditEntity> edits) {
        return new State(
                now.revision, json.write(now.kept().state()), act(now.edit, edits), restores(now.edit, edits), null);
    }

    private static Act act(UUID edit, Map<UUID, EditEntity> edits) {
        return edits.containsKey(edit) ? edits.get(edit).act() : Act.UNKNOWN;
    }

    private static boolean restores(UUID edit, Map<UUID, EditEntity> edits) {
        return edits.containsKey(edit) && edits.get(edit).restoration;
    }
}
