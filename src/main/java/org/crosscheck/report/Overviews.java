package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.story.StoryQuery;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** Stories with what their reports come to. */
@ApplicationScoped
public class Overviews {
    private static final String COUNTS = """
            SELECT st.story_id, st.sources, st.lineages, f.verdict, count(*) AS findings
              FROM story st
              LEFT JOIN finding f ON f.story_id = st.story_id
             WHERE st.story_id = ANY(:stories)
             GROUP BY st.story_id, st.sources, st.lineages, f.verdict
            """;

    private final Session db;
    private final StoryService stories;

    Overviews(Session db, StoryService stories) {
        this.db = db;
        this.stories = stories;
    }

    /**
     * A story in a list.
     *
     * @param summary how many findings have each verdict that there is
     */
    public record Overview(StoryView story, int sources, int lineages, Map<Flag, Long> summary) {
        private Overview with(Tuple row) {
            String verdict = row.get("verdict", String.class);
            if (verdict != null) summary.put(Flag.valueOf(verdict), row.get("findings", Long.class));
            return new Overview(story, row.get("sources", Integer.class), row.get("lineages", Integer.class), summary);
        }
    }

    @Transactional
    public Page<Overview> list(StoryQuery query, PageRequest page) {
        Page<StoryView> found = stories.list(query, page);
        Map<String, Overview> counted = new HashMap<>();
        found.items().forEach(story -> counted.put(story.id(), new Overview(story, 0, 0, new EnumMap<>(Flag.class))));
        for (Tuple row : db.createNativeQuery(COUNTS, Tuple.class)
                .setParameter("stories", counted.keySet().toArray(String[]::new))
                .getResultList())
            counted.computeIfPresent(row.get("story_id", String.class), (id, overview) -> overview.with(row));
        return new Page<>(
                found.items().stream().map(story -> counted.get(story.id())).toList(), found.next());
    }
}
