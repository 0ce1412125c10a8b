package org.crosscheck.report;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.crosscheck.monitor.Part;
import org.crosscheck.monitor.Sample;
import org.crosscheck.monitor.Waiting;
import org.crosscheck.party.AuthorityChangeEntity;

/** How many changes of parties and concepts wait until the findings that depend on them are judged again, and for how long. */
@ApplicationScoped
class Backlog implements Part {
    /** They are followed at once, and where that fails every half minute. */
    private static final int LATE_SECONDS = 90;

    private final Sample<Waiting> unfollowed;

    Backlog(Clock clock, MeterRegistry meters) {
        unfollowed = new Sample<>(() -> Waiting.since(AuthorityChangeEntity.waiting(), clock.instant()));
        Gauge.builder("crosscheck.authority.changes.unfollowed", unfollowed, each -> each.figure(Waiting::count))
                .description("Changes of parties and concepts after which findings are still to be judged again")
                .register(meters);
        Gauge.builder("crosscheck.authority.changes.unfollowed.age", unfollowed, each -> each.figure(Waiting::seconds))
                .baseUnit("seconds")
                .description("Age of the oldest of them")
                .register(meters);
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public List<Sample<?>> samples() {
        return List.of(unfollowed);
    }

    @Override
    public Optional<String> trouble() {
        return unfollowed
                .last()
                .filter(waiting -> waiting.seconds() > LATE_SECONDS)
                .map(waiting -> "some do not show yet what parties or concepts have become, for more than "
                        + LATE_SECONDS + " s");
    }
}
