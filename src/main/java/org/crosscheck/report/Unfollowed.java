package org.crosscheck.report;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.crosscheck.monitor.Backlog;
import org.crosscheck.monitor.Waiting;
import org.crosscheck.party.AuthorityChangeEntity;

/** Changes of parties and concepts that wait until the findings that depend on them are judged again. */
@Singleton
class Unfollowed extends Backlog {
    /** They are followed at once, and where that fails every half minute. */
    private static final int LATE_SECONDS = 90;

    Unfollowed(Clock clock, MeterRegistry meters) {
        super(
                LATE_SECONDS,
                "crosscheck.authority.changes.unfollowed",
                "Changes of parties and concepts after which findings are still to be judged again",
                () -> Waiting.since(AuthorityChangeEntity.waiting(), clock.instant()),
                meters);
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    protected String late(int seconds) {
        return "some do not show yet what parties or concepts have become, for more than " + seconds + " s";
    }
}
