package org.crosscheck.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.crosscheck.monitor.Part;
import org.crosscheck.monitor.Sample;
import org.crosscheck.monitor.Waiting;

/** How many changes wait for their number, and for how long: until they have it, nobody who follows sees them. */
@ApplicationScoped
class Backlog implements Part {
    /** Numbers are given every half second. */
    private static final int LATE_SECONDS = 30;

    private final Sample<Waiting> unnumbered;

    Backlog(Clock clock, MeterRegistry meters) {
        unnumbered = new Sample<>(() -> Waiting.since(ChangeEntity.waiting(), clock.instant()));
        Gauge.builder("crosscheck.changes.unnumbered", unnumbered, each -> each.figure(Waiting::count))
                .description("Changes of verdicts that have no number yet, at most 1000")
                .register(meters);
        Gauge.builder("crosscheck.changes.unnumbered.age", unnumbered, each -> each.figure(Waiting::seconds))
                .baseUnit("seconds")
                .description("Age of the oldest of them")
                .register(meters);
    }

    @Override
    public String name() {
        return "changes";
    }

    @Override
    public List<Sample<?>> samples() {
        return List.of(unnumbered);
    }

    @Override
    public Optional<String> trouble() {
        return unnumbered
                .last()
                .filter(waiting -> waiting.seconds() > LATE_SECONDS)
                .map(waiting -> "some have waited for their number for more than " + LATE_SECONDS
                        + " s, and are not sent to those who follow");
    }
}
