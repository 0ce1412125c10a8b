package org.crosscheck.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.report.EarlierVerdicts;
import org.crosscheck.report.VerdictState;
import org.crosscheck.story.StoryService;

/** Reads what changed. */
@ApplicationScoped
public class ChangeService implements EarlierVerdicts {
    /** Comes before every other. */
    private static final UUID FIRST = new UUID(0, 0);

    private final StoryService stories;
    private final OwnJson json;

    ChangeService(StoryService stories, OwnJson json) {
        this.stories = stories;
        this.json = json;
    }

    /** The last number that was given. */
    @Transactional
    public long head() {
        return ChangeEntity.head();
    }

    /** The entity tag of a story's changes. */
    @Transactional
    String tag(String story) {
        long version = stories.existing(story).version;
        // Numbers come a moment after the version.
        return "\"" + version + (ChangeEntity.anyUnnumbered(story) ? ".unnumbered" : "") + "\"";
    }

    /** The last number that a change of {@code story} was given. */
    @Transactional
    long head(String story) {
        stories.existing(story);
        return ChangeEntity.head(story);
    }

    /** A story's changes since {@code version}. */
    @Transactional
    Page<ChangeView> ofStory(String story, long since, PageRequest page) {
        stories.existing(story);
        List<String> after = page.after(3);
        boolean first = after.get(0).isEmpty();
        long version = first ? since + 1 : number(after.get(0));
        return Page.of(
                ChangeEntity.ofStory(story, version, after.get(1), first ? FIRST : uuid(after.get(2)), page.rows()),
                page,
                this::view,
                change -> List.of(Long.toString(change.version), change.attribute, change.id.toString()));
    }

    /** Changes of all stories that were numbered after {@code since}. */
    @Transactional
    Page<ChangeView> after(long since, ChangeFilter filter, PageRequest page) {
        String after = page.after(1).get(0);
        return Page.of(
                ChangeEntity.after(after.isEmpty() ? since : number(after), filter, page.rows()),
                page,
                this::view,
                change -> List.of(change.number.toString()));
    }

    /** The same for those who follow: the next ones, at most {@code rows} of them. */
    @Transactional
    public List<ChangeView> next(long after, ChangeFilter filter, int rows) {
        return ChangeEntity.after(after, filter, rows).stream().map(this::view).toList();
    }

    /** The latest first. */
    @Transactional
    Page<ChangeView> latest(ChangeFilter filter, PageRequest page) {
        String before = page.after(1).get(0);
        return Page.of(
                ChangeEntity.before(before.isEmpty() ? Long.MAX_VALUE : number(before), filter, page.rows()),
                page,
                this::view,
                change -> List.of(change.number.toString()));
    }

    @Override
    @Transactional
    public Map<String, Change> between(String story, long since, long until) {
        Map<String, VerdictState> before = new LinkedHashMap<>();
        Map<String, VerdictState> after = new HashMap<>();
        for (ChangeEntity row : ChangeEntity.between(story, since, until)) {
            ChangeView change = view(row);
            if (!before.containsKey(row.attribute)) before.put(row.attribute, change.from());
            after.put(row.attribute, change.to());
        }
        Map<String, Change> changes = new LinkedHashMap<>();
        before.forEach((attribute, from) -> {
            VerdictState to = after.get(attribute);
            boolean same = from == null ? to == null : from.says(to);
            if (!same) changes.put(attribute, new Change(from, to));
        });
        return changes;
    }

    private ChangeView view(ChangeEntity change) {
        return json.read(change.body, ChangeView.class).numbered(change.number);
    }

    private static long number(String text) {
        if (!text.matches("\\d{1,18}")) throw lost();
        return Long.parseLong(text);
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw lost();
        }
    }

    private static ProblemException lost() {
        return ProblemException.parameter("cursor", "Leave it out, or follow the Link header of the previous page.");
    }
}
