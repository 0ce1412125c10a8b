package org.crosscheck.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Gives changes their numbers once they are committed. Transactions commit in another order than that in which they begin or
 * take numbers of a sequence: whoever reads "all after n" from such numbers misses what commits later with a lower one. So
 * numbers are given to what is committed, by one process at a time, and nobody sees a number before all that are lower.
 */
@ApplicationScoped
class Numbering {
    /** How many in one transaction. */
    private static final int BATCH = 1000;

    private final EntityManager db;

    Numbering(EntityManager db) {
        this.db = db;
    }

    /** Numbers some of what has no number yet, and tells whether there may be more. */
    @Transactional
    boolean numberSome() {
        if (!ChangeEntity.anyUnnumbered()) return false;
        // Whoever waited here sees, in the statements that follow, what the other one has numbered.
        db.createNativeQuery("SELECT id FROM change_numbering WHERE id = 1 FOR UPDATE")
                .getSingleResult();
        List<ChangeEntity.Key> next = ChangeEntity.unnumbered(BATCH);
        if (!next.isEmpty()) ChangeEntity.number(ChangeEntity.head(), next);
        return next.size() == BATCH;
    }

    /** The last number that was given. */
    @Transactional
    long head() {
        return ChangeEntity.head();
    }
}
