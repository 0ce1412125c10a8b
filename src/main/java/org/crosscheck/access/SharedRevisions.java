package org.crosscheck.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;

/**
 * Keeps every state of what belongs to no story: parties, concepts and keys. Append only. To be called in the transaction that
 * writes what it keeps.
 */
@ApplicationScoped
public class SharedRevisions {

    /** What is shared. */
    public enum Kind {
        PARTY,
        CONCEPT,
        KEY
    }

    private final Caller caller;
    private final History history;
    private final OwnJson json;
    private final Clock clock;

    SharedRevisions(Caller caller, History history, OwnJson json, Clock clock) {
        this.caller = caller;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps the state that something has from now on, as the API shows it: so never with a secret, or the hash of one. */
    public void keep(Kind kind, String id, int revision, Object state) {
        persist(kind, id, revision, json.write(state));
    }

    /** Keeps that something is deleted, which was at {@code revision}. */
    public void keepDeletion(Kind kind, String id, int revision) {
        persist(kind, id, revision, null);
    }

    private void persist(Kind kind, String id, int revision, String body) {
        SharedRevisionEntity row = new SharedRevisionEntity();
        row.kind = kind;
        row.entityId = id;
        row.revision = revision;
        row.deleted = body == null;
        row.body = body;
        row.madeBy = caller.name();
        row.madeAt = clock.instant();
        row.reason = caller.reason();
        row.persist();
    }

    /** The last revision that anything of each of those ids had; 0 where there was nothing. */
    public Map<String, Integer> last(Kind kind, Collection<String> ids) {
        Map<String, Integer> last = SharedRevisionEntity.last(kind, ids);
        Map<String, Integer> all = new HashMap<>();
        ids.forEach(id -> all.put(id, last.getOrDefault(id, 0)));
        return all;
    }

    /** The changes of something, whether it is still there or not. Throws a 404 problem where there never was any. */
    public Page<HistoryEntry> history(Kind kind, String id, PageRequest page) {
        int from = History.from(page);
        List<SharedRevisionEntity> rows = new ArrayList<>(SharedRevisionEntity.before(kind, id, from));
        rows.addAll(SharedRevisionEntity.from(kind, id, from, History.states(page)));
        if (rows.isEmpty()) throw ProblemException.notFound(name(kind), id);
        return history.page(states(rows), page);
    }

    /** What something said at {@code revision}. Throws a 404 problem where it never was there. */
    public ObjectNode state(Kind kind, String id, int revision) {
        return states(SharedRevisionEntity.of(kind, id, revision)).stream()
                .findFirst()
                .map(history::body)
                .orElseThrow(() -> ProblemException.notFound("revision of the " + name(kind), id + "/" + revision));
    }

    private static List<State> states(List<SharedRevisionEntity> rows) {
        Map<Integer, State> states = new TreeMap<>();
        for (SharedRevisionEntity row : rows) {
            State state = states.get(row.revision);
            states.put(
                    row.revision,
                    row.deleted && state != null
                            ? new State(row.revision, state.body(), state.began(), false, row.act())
                            : new State(row.revision, row.body, row.act(), false, null));
        }
        return List.copyOf(states.values());
    }

    private static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
