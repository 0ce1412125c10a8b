package org.crosscheck.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Collection;
import java.util.UUID;

/**
 * Guards the authority files. Whoever judges a story {@link #read reads} them in the same transaction, and whoever changes
 * a party or a concept {@link #change changes} them: so no finding is judged by what is changing under it. Always taken
 * before the lock of a story, so that nobody waits in a circle.
 */
@ApplicationScoped
public class Authority {

    /** Parties or concepts have changed; fired in the transaction that changes them. */
    public record Changed() {}

    private final EntityManager db;
    private final Event<Changed> changed;
    private final Clock clock;

    Authority(EntityManager db, Event<Changed> changed, Clock clock) {
        this.db = db;
        this.changed = changed;
        this.clock = clock;
    }

    /** Keeps parties and concepts as they are until the transaction ends. Many may read at once. */
    public void read() {
        lock("FOR KEY SHARE");
    }

    /**
     * Waits until nobody reads, and keeps readers out until the transaction ends. The lock of the table is for fairness: whoever
     * comes after it queues behind it, while a row that is only shared goes on being shared, past those that wait to change it.
     */
    public void change() {
        db.createNativeQuery("LOCK TABLE authority IN EXCLUSIVE MODE").executeUpdate();
        lock("FOR UPDATE");
    }

    /** Counts changes of parties and concepts. */
    public long version() {
        return (Long) db.createNativeQuery("SELECT version FROM authority WHERE id = 1", Long.class)
                .getSingleResult();
    }

    /**
     * Notes what has changed, so that the findings that depend on it are judged again. Call it after {@link #change}, in the
     * same transaction.
     */
    public void changed(Collection<String> parties, Collection<String> concepts) {
        db.createNativeQuery("UPDATE authority SET version = version + 1 WHERE id = 1")
                .executeUpdate();
        AuthorityChangeEntity change = new AuthorityChangeEntity();
        change.id = UUID.randomUUID();
        change.parties = parties.toArray(String[]::new);
        change.concepts = concepts.toArray(String[]::new);
        change.changedAt = clock.instant();
        change.persist();
        changed.fire(new Changed());
    }

    private void lock(String mode) {
        db.createNativeQuery("SELECT version FROM authority WHERE id = 1 " + mode)
                .getSingleResult();
        // What was read before the lock may have changed since.
        db.clear();
    }
}
