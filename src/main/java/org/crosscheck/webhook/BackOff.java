package org.crosscheck.webhook;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt: longer each time, and up to a fifth more, so that many do not come back at once. */
final class BackOff {
    private static final double JITTER = 0.2;

    private BackOff() {}

    /** @param failures how many there were in a row, at least one */
    static Duration after(int failures, List<Duration> steps) {
        Duration step = steps.get(Math.min(failures, steps.size()) - 1);
        return step.plusMillis(
                (long) (step.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }
}
