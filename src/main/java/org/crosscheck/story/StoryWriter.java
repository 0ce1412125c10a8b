package org.crosscheck.story;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import org.crosscheck.party.Authority;
import org.crosscheck.problem.ProblemException;

/**
 * Writes inside a story, one writer at a time: the story's row is locked until the transaction ends, after the authority
 * files, so that nobody waits in a circle. Reading takes no lock.
 */
@ApplicationScoped
public class StoryWriter {

    /** Findings may change; fired in the transaction that changes what is under them. */
    public record Changed(StoryEntity story, Touched touched) {}

    /** The story is about to be deleted with all that it has; fired in the transaction that deletes it. */
    public record Deleting(String story) {}

    /** The attribute is about to be deleted; fired in the transaction that deletes it. */
    public record Removing(String story, String attribute) {}

    /**
     * The story is being brought back with all that was deleted with it; fired in the transaction that does, once its attributes are
     * there. Whoever brings something back adds what that touches.
     */
    public record Restoring(String story, RevisionEntity deletion, Touched touched) {}

    private final Authority authority;
    private final Event<Changed> changed;
    private final Clock clock;

    StoryWriter(Authority authority, Event<Changed> changed, Clock clock) {
        this.authority = authority;
        this.changed = changed;
        this.clock = clock;
    }

    /** Locks a story for this transaction. Throws a 404 problem where there is none. */
    public StoryEntity lock(String story) {
        authority.read();
        return StoryEntity.locked(story).orElseThrow(() -> ProblemException.notFound("story", story));
    }

    /** Counts a new version of the story, and brings the findings that are {@code touched} up to date. */
    public void changed(StoryEntity story, Touched touched) {
        story.version++;
        story.updatedAt = clock.instant();
        StoryEntity.flush();
        changed.fire(new Changed(story, touched));
    }
}
