package org.crosscheck.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.change.ChangeFilter;
import org.crosscheck.change.ChangeService;
import org.crosscheck.change.ChangeView;
import org.crosscheck.monitor.Part;
import org.crosscheck.monitor.Sample;

/** What waits to be sent to webhooks, by how they are, and for how long. */
@ApplicationScoped
class Queues implements Part {
    private static final ChangeFilter ALL = new ChangeFilter(List.of(), List.of(), 0);

    /** A failure or two of a receiver is nothing that an operator must know. */
    private static final int LATE_SECONDS = 60;

    /** How a webhook is. */
    enum State {
        UP_TO_DATE,
        SENDING,
        FAILING,
        DISABLED
    }

    /**
     * The webhooks in one state.
     *
     * @param waiting changes that are still to be sent to them, or to be passed over as nothing that concerns them
     * @param position everything up to this number has arrived at each of them
     * @param failing how long the first of them has failed, in seconds; 0 where none does
     */
    record Queue(long webhooks, long waiting, long position, double failing) {
        private static final Queue EMPTY = new Queue(0, 0, Long.MAX_VALUE, 0);
    }

    /** @param lag the age of the oldest change that waits for a webhook that is not disabled, in seconds */
    record Look(Map<State, Queue> queues, double lag) {
        Queue of(State state) {
            return queues.getOrDefault(state, Queue.EMPTY);
        }
    }

    private final ChangeService changes;
    private final Clock clock;
    private final Sample<Look> sample = new Sample<>(this::look);

    Queues(ChangeService changes, Clock clock, MeterRegistry meters) {
        this.changes = changes;
        this.clock = clock;
        for (State state : State.values()) {
            Gauge.builder(
                            "crosscheck.webhooks",
                            sample,
                            each -> each.figure(look -> look.of(state).webhooks()))
                    .description("Webhooks, by how they are")
                    .tag("state", state.name())
                    .register(meters);
            Gauge.builder(
                            "crosscheck.webhooks.changes.waiting",
                            sample,
                            each -> each.figure(look -> look.of(state).waiting()))
                    .description("Changes that are still to be sent to them, summed over webhooks")
                    .tag("state", state.name())
                    .register(meters);
        }
        Gauge.builder("crosscheck.webhooks.lag", sample, each -> each.figure(Look::lag))
                .baseUnit("seconds")
                .description("Age of the oldest change that waits for a webhook that is not disabled")
                .register(meters);
    }

    private Look look() {
        Instant now = clock.instant();
        Map<State, Queue> queues = new EnumMap<>(State.class);
        for (Tuple row : WebhookEntity.queues(changes.head())) {
            Double failing = row.get(4, Double.class);
            queues.put(
                    State.valueOf(row.get(0, String.class)),
                    new Queue(
                            row.get(1, Long.class),
                            row.get(2, Long.class),
                            row.get(3, Long.class),
                            failing == null ? 0 : seconds(now) - failing));
        }
        Look look = new Look(queues, 0);
        long position = Math.min(
                look.of(State.SENDING).position(), look.of(State.FAILING).position());
        if (position == Long.MAX_VALUE) return look;
        return new Look(queues, age(changes.next(position, ALL, 1), now));
    }

    private static double age(List<ChangeView> oldest, Instant now) {
        return oldest.isEmpty()
                ? 0
                : Math.max(0, seconds(now) - seconds(oldest.get(0).at()));
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / 1000.0;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public List<Sample<?>> samples() {
        return List.of(sample);
    }

    @Override
    public Optional<String> trouble() {
        return sample.last().flatMap(Queues::trouble);
    }

    private static Optional<String> trouble(Look look) {
        Queue failing = look.of(State.FAILING);
        if (failing.failing() > LATE_SECONDS)
            return Optional.of(failing.webhooks() + " of them fail, the first for "
                    + Duration.ofSeconds((long) failing.failing()));
        return look.lag() > LATE_SECONDS
                ? Optional.of("the oldest change has waited for " + Duration.ofSeconds((long) look.lag()))
                : Optional.empty();
    }
}
