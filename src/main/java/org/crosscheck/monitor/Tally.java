package org.crosscheck.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;

/** Counts what a transaction did once it is committed, and nothing of what is undone. */
@ApplicationScoped
public class Tally {
    /** Where a transaction keeps what it is to count. */
    private static final Object KEY = new Object();

    private final MeterRegistry meters;
    private final TransactionSynchronizationRegistry transaction;

    Tally(MeterRegistry meters, TransactionSynchronizationRegistry transaction) {
        this.meters = meters;
        this.transaction = transaction;
    }

    /** Makes a counter known before there is anything to count: Prometheus takes what comes with a new series for no increase. */
    public void expect(String counter, String description, String... tags) {
        Counter.builder(counter).description(description).tags(tags).register(meters);
    }

    /**
     * Adds {@code more} to a counter: when the current transaction is committed, or at once where there is none.
     *
     * @param tags names and values in turn; each with few values, which no client chooses
     */
    public void add(long more, String counter, String... tags) {
        if (more == 0) return;
        Counter counts = meters.counter(counter, tags);
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) counts.increment(more);
        else pending().merge(counts, more, Long::sum);
    }

    private Map<Counter, Long> pending() {
        if (transaction.getResource(KEY) instanceof Pending known) return known.counts;
        Pending pending = new Pending();
        transaction.putResource(KEY, pending);
        transaction.registerInterposedSynchronization(pending);
        return pending.counts;
    }

    /** What one transaction is to count; all that happens in it happens on one thread. */
    private static final class Pending implements Synchronization {
        private final Map<Counter, Long> counts = new HashMap<>();

        @Override
        public void beforeCompletion() {
            // Nothing is known yet.
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) counts.forEach(Counter::increment);
        }
    }
}
