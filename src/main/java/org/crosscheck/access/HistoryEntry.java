package org.crosscheck.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of something, in JSON. */
@Schema(
        name = "HistoryEntry",
        requiredProperties = {"revision", "change", "by"},
        description = "One change: who made it, when, why, and from what to what.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HistoryEntry(
        @Schema(description = "The revision that the change made; of a deletion, the revision that it ended.")
        int revision,

        Change change,

        @Schema(
                description =
                        "Who made it: key: and the name of a key, user: and the name of a user, system, anonymous;"
                                + " unknown where it is older than histories.",
                examples = "key:desk")
        String by,

        @Schema(description = "When; left out where it is older than histories.")
        Instant at,

        @Schema(description = "Why, where that was said.", examples = "The agency corrected the number")
        String reason,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description =
                        "What it said from then on, as reading that revision shows it, but for the text of a source;"
                                + " left out of a deletion.")
        Object state,

        @Schema(description = "What is not as it was in the state before.")
        List<Difference> differences) {

    /** Longer strings are cut here: a text may have a million characters, and two revisions can be read. */
    private static final int LONGEST = 1000;

    /** What a change does. */
    @Schema(name = "HistoryChange")
    public enum Change {
        CREATED,
        CHANGED,
        DELETED,
        RESTORED
    }

    /** What is not as it was. */
    @Schema(name = "Difference", description = "A member that is not as it was in the state before.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            @Schema(description = "JSON pointer (RFC 6901) into the state.", examples = "/value/min")
            String pointer,

            @Schema(
                    implementation = Object.class,
                    description = "What was there, cut after 1000 characters; left out where nothing was.")
            Object from,

            @Schema(
                    implementation = Object.class,
                    description = "What is there now, cut after 1000 characters; left out where nothing is.")
            Object to) {}

    static HistoryEntry began(State state, ObjectNode body, Change change, ObjectNode before) {
        List<Difference> differences = new ArrayList<>();
        if (before != null) compare("", before, body, differences);
        ObjectNode shown = body.deepCopy();
        // Only a source has a text of its own; lists leave it out.
        shown.remove("text");
        Act act = state.began();
        return new HistoryEntry(state.revision(), change, act.by(), act.at(), act.reason(), shown, differences);
    }

    static HistoryEntry ended(State state) {
        Act act = state.deleted();
        return new HistoryEntry(state.revision(), Change.DELETED, act.by(), act.at(), act.reason(), null, null);
    }

    /** Objects member by member; all else as a whole. */
    private static void compare(String pointer, JsonNode from, JsonNode to, List<Difference> differences) {
        if (from != null && from.isObject() && to != null && to.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            from.fieldNames().forEachRemaining(names::add);
            to.fieldNames().forEachRemaining(names::add);
            if (pointer.isEmpty()) names.remove("revision");
            for (String name : names) compare(pointer + "/" + name, from.get(name), to.get(name), differences);
        } else if (from == null || !from.equals(to)) {
            differences.add(new Difference(pointer, cut(from), cut(to)));
        }
    }

    private static JsonNode cut(JsonNode value) {
        if (value == null || !value.isTextual() || value.asText().length() <= LONGEST) return value;
        String text = value.asText();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
        return end == text.length() ? value : TextNode.valueOf(text.substring(0, end) + "…");
    }
}
