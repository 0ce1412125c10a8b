package org.crosscheck.change;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.verdict.Flag;

/**
 * Which changes somebody follows.
 *
 * @param stories only those of these; of all where empty
 * @param verdicts only those to or from one of these; all where empty
 * @param sinceVersion only those of later versions of their story
 */
public record ChangeFilter(Collection<String> stories, Collection<Flag> verdicts, long sinceVersion) {

    static ChangeFilter ofStory(String story, long sinceVersion) {
        return new ChangeFilter(List.of(story), List.of(), sinceVersion);
    }

    boolean matches(ChangeView change) {
        return (stories.isEmpty() || stories.contains(change.story()))
                && (verdicts.isEmpty()
                        || change.from() != null
                                && verdicts.contains(change.from().verdict())
                        || change.to() != null && verdicts.contains(change.to().verdict()))
                && change.version() > sinceVersion;
    }

    /** The same in a query. */
    String condition() {
        return (stories.isEmpty() ? "" : " and storyId in :stories")
                + (verdicts.isEmpty() ? "" : " and (fromVerdict in :verdicts or toVerdict in :verdicts)")
                + (sinceVersion == 0 ? "" : " and version > :version");
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (!stories.isEmpty()) parameters.put("stories", stories);
        if (!verdicts.isEmpty()) parameters.put("verdicts", verdicts);
        if (sinceVersion != 0) parameters.put("version", sinceVersion);
        return parameters;
    }
}
