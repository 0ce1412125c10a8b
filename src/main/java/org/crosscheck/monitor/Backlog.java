package org.crosscheck.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A part with something that waits in the database to be worked on: how much, how long the first of it has waited, and when that is too long. */
public abstract class Backlog implements Part {
    private final int lateSeconds;
    private final Sample<Waiting> waiting;

    /**
     * @param lateSeconds from when on it is trouble
     * @param figure the name of how much waits; that of how long ends in {@code .age}
     */
    protected Backlog(
            int lateSeconds, String figure, String description, Supplier<Waiting> query, MeterRegistry meters) {
        this.lateSeconds = lateSeconds;
        waiting = new Sample<>(query);
        Gauge.builder(figure, waiting, each -> each.figure(Waiting::count))
                .description(description)
                .register(meters);
        Gauge.builder(figure + ".age", waiting, each -> each.figure(Waiting::seconds))
                .baseUnit("seconds")
                .description("Age of the oldest of them")
                .register(meters);
    }

    /** What it means that something has waited for more than {@code seconds}. */
    protected abstract String late(int seconds);

    @Override
    public final List<Sample<?>> samples() {
        return List.of(waiting);
    }

    @Override
    public final Optional<String> trouble() {
        return waiting.last().filter(each -> each.seconds() > lateSeconds).map(each -> late(lateSeconds));
    }
}
