package org.crosscheck.change;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.crosscheck.monitor.Backlog;
import org.crosscheck.monitor.Waiting;

/** Changes that wait for their number: until they have it, nobody who follows sees them. */
@Singleton
class Unnumbered extends Backlog {
    /** Numbers are given every half second. */
    private static final int LATE_SECONDS = 30;

    Unnumbered(Clock clock, MeterRegistry meters) {
        super(
                LATE_SECONDS,
                "crosscheck.changes.unnumbered",
                "Changes of verdicts that have no number yet, at most 1000",
                () -> Waiting.since(ChangeEntity.waiting(), clock.instant()),
                meters);
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    protected String late(int seconds) {
        return "some have waited for their number for more than " + seconds
                + " s, and are not sent to those who follow";
    }
}
