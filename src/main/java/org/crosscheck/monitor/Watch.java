package org.crosscheck.monitor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Looks after the parts of the program every few seconds, and remembers which are in trouble and since when. */
@ApplicationScoped
class Watch {
    private static final Logger LOG = Logger.getLogger(Watch.class);

    /** @param since when it was first seen */
    record Trouble(String what, Instant since) {}

    private final List<Part> parts;
    private final Clock clock;
    private final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

    Watch(@All List<Part> parts, Clock clock, MeterRegistry meters) {
        this.parts = parts;
        this.clock = clock;
        for (Part part : parts)
            Gauge.builder("crosscheck.degraded", troubles, now -> now.containsKey(part.name()) ? 1 : 0)
                    .description("Whether a part does less than it should")
                    .tag("part", part.name())
                    .register(meters);
    }

    @Scheduled(every = "{crosscheck.watch}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        parts.forEach(this::look);
    }

    private void look(Part part) {
        try {
            part.samples().forEach(Sample::take);
        } catch (RuntimeException e) {
            // The database is away, which others say; what was known of the part stays.
            LOG.debugf(e, "Cannot look after %s", part.name());
            return;
        }
        Optional<String> trouble = part.trouble();
        if (trouble.isPresent()) note(part.name(), trouble.get());
        else if (troubles.remove(part.name()) != null) LOG.infof("Well again: %s", part.name());
    }

    private void note(String part, String what) {
        Trouble before = troubles.get(part);
        if (before == null) LOG.warnf("Degraded: %s: %s", part, what);
        troubles.put(part, new Trouble(what, before == null ? clock.instant() : before.since()));
    }

    /** By the name of the part. */
    SortedMap<String, Trouble> troubles() {
        return new TreeMap<>(troubles);
    }
}
