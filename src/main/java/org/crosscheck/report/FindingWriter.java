package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.crosscheck.story.TableCopy;
import org.hibernate.Session;

/** Writes findings, in the transaction that changes the facts under them. What is stored is not read to be compared: it may be long. */
@ApplicationScoped
class FindingWriter {
    private static final TableCopy FINDING = new TableCopy(
            "finding",
            "story_id",
            "attribute_id",
            "ordinal",
            "verdict",
            "decision",
            "voices",
            "concepts",
            "body",
            "state");

    /** What else there is follows from the body, also the state, unless an older program wrote the body and left the state as it was. */
    private static final String UPDATE = """
            UPDATE finding f
               SET ordinal = said.ordinal, verdict = said.verdict, decision = said.decision, voices = said.voices,
                   concepts = said.concepts, body = said.body, state = said.state
              FROM (VALUES (CAST(? AS integer), CAST(? AS text), CAST(? AS text), CAST(? AS text[]), CAST(? AS text[]),
                            CAST(? AS text), CAST(? AS text)))
                   AS said (ordinal, verdict, decision, voices, concepts, body, state)
             WHERE f.story_id = ? AND f.attribute_id = ?
               AND (f.ordinal, f.voices, f.concepts, f.body, coalesce(f.state, said.state))
                   IS DISTINCT FROM (said.ordinal, said.voices, said.concepts, said.body, said.state)
            """;

    private final Session db;

    FindingWriter(Session db) {
        this.db = db;
    }

    /** Writes findings on attributes that had none. */
    void add(List<FindingEntity> findings) {
        if (findings.isEmpty()) return;
        FINDING.write(
                db,
                findings,
                (finding, row) -> row.add(finding.storyId)
                        .add(finding.attribute)
                        .add(finding.ordinal)
                        .add(finding.verdict)
                        .add(finding.decision)
                        .add(finding.voices)
                        .add(finding.concepts)
                        .add(finding.body)
                        .add(finding.state));
    }

    /** Writes findings in the place of those that are stored, and tells whether any says something else. */
    boolean update(List<FindingEntity> findings) {
        if (findings.isEmpty()) return false;
        return db.doReturningWork(connection -> {
            try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
                for (FindingEntity finding : findings) {
                    update.setInt(1, finding.ordinal);
                    update.setString(2, finding.verdict.name());
                    update.setString(3, finding.decision.name());
                    update.setArray(4, array(finding.voices, connection));
                    update.setArray(5, array(finding.concepts, connection));
                    update.setString(6, finding.body);
                    update.setString(7, finding.state);
                    update.setString(8, finding.storyId);
                    update.setString(9, finding.attribute);
                    update.addBatch();
                }
                return Arrays.stream(update.executeBatch()).anyMatch(rows -> rows > 0);
            }
        });
    }

    private static Array array(String[] texts, Connection connection) throws SQLException {
        return connection.createArrayOf("text", texts);
    }
}
