package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Optional;
import org.crosscheck.fact.CheckedSource;

/** Remembers what a transaction has just stored as a whole: its facts are at hand, and need not be read to judge them. */
@ApplicationScoped
public class WholeStories {
    private final TransactionSynchronizationRegistry transaction;

    WholeStories(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    private record Whole(String story, List<CheckedSource> sources) {}

    /** Says that a locked story has {@code sources} and no others, and will until the transaction ends. */
    public void isStored(String story, List<CheckedSource> sources) {
        transaction.putResource(WholeStories.class, new Whole(story, sources));
    }

    /** All sources of the story, if the transaction has stored them. */
    Optional<List<CheckedSource>> sources(String story) {
        return Optional.ofNullable((Whole) transaction.getResource(WholeStories.class))
                .filter(whole -> whole.story.equals(story))
                .map(Whole::sources);
    }
}
