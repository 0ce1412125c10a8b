package org.crosscheck.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.access.HistoryEntry.Change;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells states as a history: one entry for each change, the newest last. */
@ApplicationScoped
public class History {
    private final ObjectReader json;

    History(ObjectMapper json) {
        this.json = json.readerFor(ObjectNode.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // Numbers as they were written.
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** A page of changes. */
    @Schema(
            name = "HistoryList",
            requiredProperties = {"items"})
    public record HistoryList(List<HistoryEntry> items) {}

    /** The revision with which a page starts, or goes on after. */
    public static int from(PageRequest page) {
        return number(page.after(2).get(0));
    }

    private static int number(String part) {
        return part.matches("\\d{1,9}") ? Integer.parseInt(part) : 0;
    }

    /** How many states make a page, from the one on with which it starts. */
    public static int states(PageRequest page) {
        // That one may be on the page before with all that it has.
        return page.rows() + 1;
    }

    /**
     * A page of the history that {@code states} tell, oldest first: {@link #states} of them from {@link #from} on, and the one before
     * that, if there is one.
     */
    public Page<HistoryEntry> page(List<State> states, PageRequest page) {
        int revision = from(page);
        boolean ended = number(page.after(2).get(1)) > 0;
        List<HistoryEntry> entries = new ArrayList<>();
        State before = null;
        ObjectNode was = null;
        for (State state : states) {
            boolean shown = state.revision() > revision;
            ObjectNode body = body(state);
            if (shown) entries.add(HistoryEntry.began(state, body, change(before, state), was));
            if (state.deleted() != null && (shown || state.revision() == revision && !ended))
                entries.add(HistoryEntry.ended(state));
            before = state;
            was = body;
        }
        return Page.of(
                entries.subList(0, Math.min(entries.size(), page.rows())),
                page,
                entry -> entry,
                entry -> List.of(Integer.toString(entry.revision()), entry.change() == Change.DELETED ? "1" : "0"));
    }

    private static Change change(State before, State state) {
        boolean nothing = before == null || before.deleted() != null;
        if (nothing) return state.restored() ? Change.RESTORED : Change.CREATED;
        return Change.CHANGED;
    }

    /** What {@code state} says, with its revision. */
    public ObjectNode body(State state) {
        try {
            ObjectNode body = json.readValue(state.body());
            return body.put("revision", state.revision());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own JSON cannot be read", e);
        }
    }
}
