package org.crosscheck.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.http.OwnJson;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryService;

/** Reads sources and their earlier revisions. */
@ApplicationScoped
public class SourceService {
    private final StoryService stories;
    private final Revisions revisions;
    private final OwnJson json;

    SourceService(StoryService stories, Revisions revisions, OwnJson json) {
        this.stories = stories;
        this.revisions = revisions;
        this.json = json;
    }

    @Transactional
    public SourceView view(String story, String id) {
        stories.existing(story);
        return SourceEntity.byId(story, id)
                .map(source -> SourceView.of(source, Lineages.stored(story)))
                .orElseThrow(() -> ProblemException.notFound("source", id));
    }

    @Transactional
    Page<SourceView> list(String story, PageRequest page) {
        stories.existing(story);
        Lineages lineages = Lineages.stored(story);
        return Page.of(
                SourceEntity.after(story, page.after(1).get(0), page.rows()),
                page,
                source -> SourceView.listed(source, lineages.of(source.id)),
                source -> List.of(source.id));
    }

    /** All sources of a story without their texts, with their lineages, in the order of their publication. */
    @Transactional
    public List<SourceView> outlines(String story) {
        stories.existing(story);
        Lineages lineages = Lineages.stored(story);
        return SourceEntity.outlines(story).stream()
                .map(source -> source.outlined(lineages.of(source.id())))
                .sorted(Comparator.comparing(SourceView::publishedAt))
                .toList();
    }

    /** Who changed it, when and why; also of one that is deleted. */
    @Transactional
    public Page<HistoryEntry> history(String story, String id, PageRequest page) {
        return revisions.history(story, RevisionEntity.Kind.SOURCE, id, SourceEntity.byId(story, id), page);
    }

    /** What it said at that revision, in JSON. */
    @Transactional
    public ObjectNode revision(String story, String id, int revision) {
        return revisions.state(story, RevisionEntity.Kind.SOURCE, id, SourceEntity.byId(story, id), revision);
    }

    /** Every revision of a source, the current one last; those of a deleted source stay. */
    @Transactional
    List<SourceView> revisions(String story, String id) {
        stories.existing(story);
        List<SourceView> all = new ArrayList<>();
        revisions
                .of(story, RevisionEntity.Kind.SOURCE, id)
                .forEach(kept -> all.add(json.read(kept.body, SourceView.class)));
        SourceEntity.byId(story, id).ifPresent(source -> all.add(SourceView.of(source, Lineages.stored(story))));
        if (all.isEmpty()) throw ProblemException.notFound("source", id);
        return all;
    }
}
