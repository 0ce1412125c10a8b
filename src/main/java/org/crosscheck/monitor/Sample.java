package org.crosscheck.monitor;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * What a query said a few seconds ago, so that neither a scrape nor a probe waits for the database.
 *
 * @param <T> what it says; immutable
 */
public final class Sample<T> {
    private static final int SECONDS = 5;

    private final Supplier<T> query;
    private volatile T last;

    /** @param query cheap; runs in a transaction of its own */
    public Sample(Supplier<T> query) {
        this.query = query;
    }

    /** Asks again. Where that fails, nothing is known any more. */
    void take() {
        T now = null;
        try {
            now = QuarkusTransaction.requiringNew().timeout(SECONDS).call(query::get);
        } finally {
            last = now;
        }
    }

    /** Empty before the first time, and while the database is away. */
    public Optional<T> last() {
        return Optional.ofNullable(last);
    }

    /** A figure of the sample, for a gauge; not a number where nothing is known. */
    public double figure(ToDoubleFunction<T> figure) {
        T known = last;
        return known == null ? Double.NaN : figure.applyAsDouble(known);
    }
}
