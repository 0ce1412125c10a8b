package org.crosscheck.fact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;
import org.jboss.logging.Logger;

/**
 * At the start, before any request, reads texts that an earlier version stored: one transaction a story. A text remembers the rules
 * by which it was read, so new rules reach the stored texts too.
 */
@ApplicationScoped
class TextReader {
    private static final Logger LOG = Logger.getLogger(TextReader.class);

    private final StoryWriter writer;
    private final FactStore store;

    TextReader(StoryWriter writer, FactStore store) {
        this.writer = writer;
        this.store = store;
    }

    void started(@Observes StartupEvent start) {
        readAll();
    }

    /** Reads what is unread in all stories. A story that fails is tried again at the next start. */
    void readAll() {
        for (String story : QuarkusTransaction.requiringNew().call(SourceEntity::storiesToRead)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> read(story));
            } catch (RuntimeException e) {
                LOG.warnf(e, "The texts of %s will be read at the next start", story);
            }
        }
    }

    private void read(String id) {
        try {
            StoryEntity story = writer.lock(id);
            int lineages = story.lineages;
            Touched touched = store.readTexts(story);
            if (!touched.isEmpty() || lineages != story.lineages) writer.changed(story, touched);
        } catch (ProblemException deletedMeanwhile) {
            LOG.debugf("The story %s is gone", id);
        }
    }
}
