package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.decision.Standing;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** Reads findings as they are stored. */
@ApplicationScoped
class StoredReports {
    /** One statement, so that version and findings are of one state. */
    static final String STORED = """
            SELECT st.version, st.sources, st.lineages, f.attribute_id, f.verdict, f.decision, f.voices, f.body
              FROM story st
              LEFT JOIN finding f ON f.story_id = st.story_id
                                 AND (CAST(:attribute AS text) IS NULL OR f.attribute_id = :attribute)
             WHERE st.story_id = :story
             ORDER BY f.ordinal, f.attribute_id
            """;

    private final Session db;

    StoredReports(Session db) {
        this.db = db;
    }

    /**
     * The findings of {@code story} as this transaction sees them. Throws a 404 problem where there is no such story.
     *
     * @param attribute the only one whose finding is read; all where null
     */
    @Transactional
    Snapshot read(String story, String attribute) {
        List<Tuple> rows = db.createNativeQuery(STORED, Tuple.class)
                .setParameter("story", story)
                .setParameter("attribute", attribute, String.class)
                .getResultList();
        if (rows.isEmpty()) throw ProblemException.notFound("story", story);
        List<Snapshot.Entry> entries = new ArrayList<>();
        for (Tuple row : rows) {
            if (row.get("attribute_id") == null) continue;
            entries.add(new Snapshot.Entry(
                    row.get("attribute_id", String.class),
                    Flag.valueOf(row.get("verdict", String.class)),
                    Standing.valueOf(row.get("decision", String.class)),
                    List.of(row.get("voices", String[].class)),
                    Json.of(row.get("body", String.class))));
        }
        Tuple first = rows.get(0);
        return new Snapshot(
                story,
                first.get("version", Long.class),
                first.get("sources", Integer.class),
                first.get("lineages", Integer.class),
                entries);
    }
}
