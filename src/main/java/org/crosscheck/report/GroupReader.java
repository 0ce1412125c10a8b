package org.crosscheck.report;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.fact.ValueView;
import org.crosscheck.http.OwnJson;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Stance;
import org.crosscheck.verdict.ValueGroup;

/** Reads the value groups of one query: attribute, voice, stance, held_at, value, facts, sources, origins, wordings and ids, in this order. */
final class GroupReader {
    private final OwnJson json;
    /** By their JSON: many voices say the same. */
    private final Map<String, Value> values = new HashMap<>();

    GroupReader(OwnJson json) {
        this.json = json;
    }

    ValueGroup group(ResultSet row) throws SQLException {
        OffsetDateTime heldAt = row.getObject(4, OffsetDateTime.class);
        List<String> sources = texts(row, 7);
        List<String> origins = texts(row, 8);
        return new ValueGroup(
                row.getString(2),
                Stance.valueOf(row.getString(3)),
                value(row.getString(5)),
                heldAt == null ? null : heldAt.toInstant(),
                row.getLong(6),
                sources,
                // Mostly the same ones, whose hashes are known then.
                origins.equals(sources) ? sources : origins,
                texts(row, 9),
                texts(row, 10));
    }

    private Value value(String stored) {
        return stored == null
                ? null
                : values.computeIfAbsent(
                        stored, text -> json.read(text, ValueView.class).toValue());
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null ? List.of() : List.of((String[]) texts.getArray());
    }
}
