package org.crosscheck.source;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What decides who may have copied from whom, of a source with a text.
 *
 * @param credits whether it credits others
 * @param copiedFrom the source that it is mostly a copy of, or null
 */
record Outline(String id, Instant publishedAt, boolean credits, String copiedFrom) {
    private static final String IN_TIME = """
            select id, publishedAt, credits, copiedFrom
              from SourceEntity where storyId = :story and text is not null order by publishedAt, ordinal, id
            """;

    /** All sources of the story that have texts, the earliest first. */
    static List<Outline> inTime(String story) {
        return SourceEntity.getEntityManager()
                .createQuery(IN_TIME, Object[].class)
                .setParameter("story", story)
                .getResultList()
                .stream()
                .map(row ->
                        new Outline((String) row[0], (Instant) row[1], ((String[]) row[2]).length > 0, (String) row[3]))
                .toList();
    }

    /** The source that each is mostly a copy of, if any. */
    static Map<String, String> wholes(String story) {
        Map<String, String> wholes = new HashMap<>();
        inTime(story).stream()
                .filter(source -> source.copiedFrom != null)
                .forEach(source -> wholes.put(source.id, source.copiedFrom));
        return wholes;
    }
}
