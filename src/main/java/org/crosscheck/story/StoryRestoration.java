package org.crosscheck.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import org.crosscheck.party.Authority;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.RevisionEntity.Kind;

/** Brings back deleted stories, with all that was deleted with them, and deleted attributes. */
@ApplicationScoped
class StoryRestoration {
    private final Authority authority;
    private final StoryService stories;
    private final AttributeService attributes;
    private final StoryWriter writer;
    private final Revisions revisions;
    private final Event<StoryWriter.Restoring> restoring;

    StoryRestoration(
            Authority authority,
            StoryService stories,
            AttributeService attributes,
            StoryWriter writer,
            Revisions revisions,
            Event<StoryWriter.Restoring> restoring) {
        this.authority = authority;
        this.stories = stories;
        this.attributes = attributes;
        this.writer = writer;
        this.revisions = revisions;
        this.restoring = restoring;
    }

    @Transactional
    StoryView story(String id) {
        // Accepted facts that come back may accept parties that are only proposed meanwhile.
        authority.change();
        StoryEntity story = stories.lockOrCreate(id);
        if (!story.isNew())
            throw ProblemException.conflict(
                    "There is a story \"" + id + "\". Delete it first, to bring the deleted one back.");
        RevisionEntity deletion = deletion(id, Kind.STORY, id);
        revisions.restoring();
        stories.describe(story, revisions.read(deletion, StoryView.class));
        attributes.restore(id, revisions.with(deletion, Kind.ATTRIBUTE));
        Touched touched = new Touched();
        restoring.fire(new StoryWriter.Restoring(id, deletion, touched));
        AttributeEntity.of(id).forEach(attribute -> touched.question(attribute.id));
        writer.changed(story, touched);
        return StoryView.of(story);
    }

    @Transactional
    AttributeView attribute(String storyId, String id) {
        StoryEntity story = writer.lock(storyId);
        if (AttributeEntity.byId(storyId, id).isPresent())
            throw ProblemException.conflict(
                    "There is an attribute \"" + id + "\". Delete it first, to bring the deleted one back.");
        revisions.restoring();
        attributes.restore(storyId, List.of(deletion(storyId, Kind.ATTRIBUTE, id)));
        writer.changed(story, new Touched().question(id));
        return AttributeView.of(AttributeEntity.byId(storyId, id).orElseThrow());
    }

    private RevisionEntity deletion(String story, Kind kind, String id) {
        return revisions.deletion(story, kind, id).orElseThrow(() -> ProblemException.notFound(kind.noun(), id));
    }
}
