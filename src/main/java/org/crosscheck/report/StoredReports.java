package org.crosscheck.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crosscheck.decision.Standing;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.StoryService;
import org.crosscheck.verdict.Flag;
import org.hibernate.exception.GenericJDBCException;

/** Reads findings as they are stored, from the replica where there is one that has them. */
@ApplicationScoped
class StoredReports {
    /** One statement, so that version and findings are of one state. */
    static final String STORED = """
            SELECT st.version, st.sources, st.lineages, f.attribute_id, f.verdict, f.decision, f.voices, f.body
              FROM story st
              LEFT JOIN finding f ON f.story_id = st.story_id
                                 AND (CAST(? AS text) IS NULL OR f.attribute_id = ?)
             WHERE st.story_id = ? AND st.version >= ?
             ORDER BY f.ordinal, f.attribute_id
            """;

    private final AgroalDataSource db;
    private final Replica replica;
    private final StoryService stories;

    StoredReports(AgroalDataSource db, Replica replica, StoryService stories) {
        this.db = db;
        this.replica = replica;
        this.stories = stories;
    }

    /**
     * The findings of {@code story} at {@code version} or a later one. Throws a 404 problem where there is no such story any more.
     *
     * @param attribute the only one whose finding is read; all where null
     * @param version one that the story has, or has had
     */
    Snapshot read(String story, String attribute, long version) {
        return replica.ask(connection -> read(connection, story, attribute, version))
                .orElseGet(() -> read(story, attribute));
    }

    /** The findings of {@code story} as this transaction sees them. Throws a 404 problem where there is no such story. */
    Snapshot seen(String story, String attribute) {
        if (!replica.isAsked()) return read(story, attribute);
        long version = stories.existing(story).version;
        // A later version belongs to a state that this transaction does not see.
        return replica.ask(connection ->
                        read(connection, story, attribute, version).filter(found -> found.version() == version))
                .orElseGet(() -> read(story, attribute));
    }

    private Snapshot read(String story, String attribute) {
        try (Connection connection = db.getConnection()) {
            return read(connection, story, attribute, 0).orElseThrow(() -> ProblemException.notFound("story", story));
        } catch (SQLException e) {
            throw new GenericJDBCException("reading findings", e);
        }
    }

    private static Optional<Snapshot> read(Connection connection, String story, String attribute, long version)
            throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(STORED)) {
            read.setString(1, attribute);
            read.setString(2, attribute);
            read.setString(3, story);
            read.setLong(4, version);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(snapshot(story, row)) : Optional.empty();
            }
        }
    }

    private static Snapshot snapshot(String story, ResultSet row) throws SQLException {
        long version = row.getLong(1);
        int sources = row.getInt(2);
        int lineages = row.getInt(3);
        List<Snapshot.Entry> entries = new ArrayList<>();
        do {
            // A story without findings.
            if (row.getString(4) == null) continue;
            entries.add(new Snapshot.Entry(
                    row.getString(4),
                    Flag.valueOf(row.getString(5)),
                    Standing.valueOf(row.getString(6)),
                    List.of((String[]) row.getArray(7).getArray()),
                    Json.of(row.getString(8))));
        } while (row.next());
        return new Snapshot(story, version, sources, lineages, entries);
    }
}
