package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crosscheck.fact.ValueView;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Sha256;
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
            SELECT attribute_id, voice, stance, held_at, value, facts, sources, origins, wordings, ids, key
              FROM value_group WHERE story_id = ? AND attribute_id = ANY(?)
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

    /** Names a group within its attribute. */
    private static String key(ValueGroup group) {
        String value = group.value() == null ? null : group.value().key();
        return Sha256.hex(group.voice() + '\n' + group.stance() + '\n' + group.asOf() + '\n' + value);
    }

    /** Those that are kept, by attribute, and by what names each. */
    Map<String, Map<String, ValueGroup>> read(String story, Collection<String> attributes) {
        Map<String, Map<String, ValueGroup>> kept = new HashMap<>();
        if (attributes.isEmpty()) return kept;
        db.doWork(connection -> {
            try (PreparedStatement read = connection.prepareStatement(READ)) {
                read.setString(1, story);
                read.setArray(2, connection.createArrayOf("text", attributes.toArray()));
                GroupReader reader = new GroupReader(json);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next())
                        kept.computeIfAbsent(row.getString(1), id -> new HashMap<>())
                                .put(row.getString("key"), reader.group(row));
                }
            }
        });
        return kept;
    }

    /** Adds groups of facts that are new to those that are kept. */
    void add(String story, Map<String, Map<String, ValueGroup>> kept, Map<String, Collection<ValueGroup>> fresh) {
        Map<String, Map<String, ValueGroup>> grown = new TreeMap<>();
        fresh.forEach((attribute, groups) -> {
            for (ValueGroup group : groups) {
                String key = key(group);
                ValueGroup now = kept.get(attribute).merge(key, group, ValueGroup::and);
                grown.computeIfAbsent(attribute, id -> new TreeMap<>()).put(key, now);
            }
        });
        write(story, grown);
    }

    /** Keeps all {@code groups} of each attribute of which nothing is kept, if it has many facts. */
    void keep(String story, Map<String, Collection<ValueGroup>> groups) {
        Map<String, Map<String, ValueGroup>> due = new TreeMap<>();
        groups.forEach((attribute, those) -> {
            if (those.stream().mapToLong(ValueGroup::count).sum() < many) return;
            Map<String, ValueGroup> named = new TreeMap<>();
            those.forEach(group -> named.put(key(group), group));
            due.put(attribute, named);
        });
        write(story, due);
    }

    void forget(String story, Collection<String> attributes) {
        if (attributes.isEmpty()) return;
        db.createNativeMutationQuery(FORGET)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .executeUpdate();
    }

    private void write(String story, Map<String, Map<String, ValueGroup>> due) {
        if (due.isEmpty()) return;
        db.doWork(connection -> {
            try (PreparedStatement write = connection.prepareStatement(WRITE)) {
                for (var attribute : due.entrySet()) {
                    for (var group : attribute.getValue().entrySet()) {
                        write.setString(1, story);
                        write.setString(2, attribute.getKey());
                        write.setString(3, group.getKey());
                        set(write, group.getValue(), connection);
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
