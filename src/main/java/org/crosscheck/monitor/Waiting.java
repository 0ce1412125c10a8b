package org.crosscheck.monitor;

import jakarta.persistence.Tuple;
import java.time.Instant;

/**
 * What waits to be worked on.
 *
 * @param seconds how long the first of it has waited; 0 where nothing does
 */
public record Waiting(long count, double seconds) {

    /** @param row how many wait, and since when the first one does, in seconds since 1970: null where none does */
    public static Waiting since(Tuple row, Instant now) {
        long count = row.get(0, Long.class);
        Double first = row.get(1, Double.class);
        return new Waiting(count, first == null ? 0 : Math.max(0, now.toEpochMilli() / 1000.0 - first));
    }
}
