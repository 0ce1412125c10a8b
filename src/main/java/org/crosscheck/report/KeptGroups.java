package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosscheck.fact.ValueView;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Sha256;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Stance;
import org.crosscheck.verdict.ValueGroup;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Keeps the value groups of attributes that have many facts, so that another fact need not group all of them again. What is kept of an
 * attribute is all of its groups or none. The caller has locked the story.
 */
@ApplicationScoped
class KeptGroups {
    private static final String READ = """
            SELECT attribute_id, key, voice, stance, held_at, value, facts, sources, origins, wordings, ids
              FROM value_group WHERE story_id = :story AND attribute_id = ANY(:attributes)
            """;
    private static final String FORGET =
            "DELETE FROM value_group WHERE story_id = :story AND attribute_id = ANY(:attributes)";
    private static final String WRITE = """
            INSERT INTO value_group (story_id, attribute_id, key, voice, stance, held_at, value, facts, sources, origins, wordings, ids)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (story_id, attribute_id, key) DO UPDATE
               SET value = excluded.value, facts = excluded.facts, sources = excluded.sources, origins = excluded.origins,
                   wordings = excluded.wordings, ids = excluded.ids
            """;

    private final Session db;
    private final OwnJson json;
    private final long many;

    KeptGroups(Session db, OwnJson json, @ConfigProperty(name = "crosscheck.reports.many-facts") long many) {
        this.db = db;
        this.json = json;
        this.many = many;
    }

    /** The groups of one attribute, by what names each. */
    static final class Groups {
        private final Map<String, ValueGroup> byKey = new TreeMap<>();

        /** Adds a group of facts that are not in these. Returns the name of the one that has them now. */
        String add(String key, ValueGroup group) {
            byKey.merge(key, group, ValueGroup::and);
            return key;
        }

        Collection<ValueGroup> all() {
            return byKey.values();
        }

        private long facts() {
            return byKey.values().stream().mapToLong(ValueGroup::count).sum();
        }
    }

    /** Names a group within its attribute. */
    static String key(String voice, Stance stance, Instant heldAt, String valueKey) {
        return Sha256.hex(voice + '\n' + stance + '\n' + heldAt + '\n' + valueKey);
    }

    /** Those that are kept, by attribute. */
    Map<String, Groups> read(String story, Collection<String> attributes) {
        Map<String, Groups> kept = new HashMap<>();
        if (attributes.isEmpty()) return kept;
        for (Tuple row : db.createNativeQuery(READ, Tuple.class)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .getResultList())
            kept.computeIfAbsent(row.get("attribute_id", String.class), id -> new Groups())
                    .add(row.get("key", String.class), group(row));
        return kept;
    }

    /** A row that has a group's columns. */
    ValueGroup group(Tuple row) {
        String[] wordings = row.get("wordings", String[].class);
        return new ValueGroup(
                row.get("voice", String.class),
                Stance.valueOf(row.get("stance", String.class)),
                value(row.get("value", String.class)),
                row.get("held_at", Instant.class),
                row.get("facts", Long.class),
                new TreeSet<>(List.of(row.get("sources", String[].class))),
                new TreeSet<>(List.of(row.get("origins", String[].class))),
                wordings == null ? List.of() : List.of(wordings),
                List.of(row.get("ids", String[].class)));
    }

    private Value value(String stored) {
        return stored == null ? null : json.read(stored, ValueView.class).toValue();
    }

    void forget(String story, Collection<String> attributes) {
        if (attributes.isEmpty()) return;
        db.createNativeMutationQuery(FORGET)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .executeUpdate();
    }

    /** Keeps all {@code groups} of each attribute of which nothing is kept, if it has many facts. */
    void keep(String story, Map<String, Groups> groups) {
        Map<String, Collection<String>> due = new TreeMap<>();
        groups.forEach((attribute, those) -> {
            if (those.facts() >= many) due.put(attribute, those.byKey.keySet());
        });
        write(story, groups, due);
    }

    /**
     * Keeps some of the groups as they are now.
     *
     * @param due their names, by attribute
     */
    void write(String story, Map<String, Groups> groups, Map<String, ? extends Collection<String>> due) {
        if (due.isEmpty()) return;
        db.doWork(connection -> {
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                for (Map.Entry<String, ? extends Collection<String>> each : due.entrySet()) {
                    for (String key : each.getValue()) {
                        write.setString(1, story);
                        write.setString(2, each.getKey());
                        write.setString(3, key);
                        set(write, groups.get(each.getKey()).byKey.get(key), connection);
                        write.addBatch();
                    }
                }
                write.executeBatch();
            }
        });
    }

    private void set(PreparedStatement write, ValueGroup group, Connection connection) throws SQLException {
        write.setString(4, group.voice());
        write.setString(5, group.stance().name());
        write.setObject(6, group.asOf() == null ? null : group.asOf().atOffset(ZoneOffset.UTC));
        write.setString(7, group.value() == null ? null : json.write(ValueView.of(group.value())));
        write.setLong(8, group.count());
        int column = 9;
        for (Collection<String> texts : List.of(group.sources(), group.origins(), group.wordings(), group.facts()))
            write.setArray(column++, connection.createArrayOf("text", texts.toArray()));
    }
}
