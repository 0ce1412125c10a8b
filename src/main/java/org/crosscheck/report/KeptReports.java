package org.crosscheck.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.crosscheck.http.OwnJson;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.Versions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the reports that were read last in memory, as they are sent. A story's version says whether one is still good, and is asked for
 * with each request: so nobody reads a report that is older than a write that was acknowledged before, whichever server did it. A
 * version is never taken twice, not even by a later story of that name.
 */
@ApplicationScoped
class KeptReports {
    private final Versions versions;
    private final StoredReports stored;
    private final OwnJson own;
    private final Cache<String, KeptReport> kept;
    /** Being read by somebody, for all who come meanwhile. */
    private final Map<String, CompletableFuture<KeptReport>> coming = new ConcurrentHashMap<>();

    private final Counter fromMemory;
    private final Counter fromDatabase;

    KeptReports(
            Versions versions,
            StoredReports stored,
            OwnJson own,
            MeterRegistry meters,
            @ConfigProperty(name = "crosscheck.reports.memory") MemorySize memory) {
        this.versions = versions;
        this.stored = stored;
        this.own = own;
        kept = Caffeine.newBuilder()
                .maximumWeight(memory.asLongValue())
                .weigher((String story, KeptReport report) -> report.weight())
                .build();
        fromMemory = counter(meters, "memory");
        fromDatabase = counter(meters, "database");
        meters.gauge(
                "crosscheck.reports.memory.bytes",
                kept,
                all -> all.policy().eviction().orElseThrow().weightedSize().orElse(0));
    }

    private static Counter counter(MeterRegistry meters, String from) {
        return Counter.builder("crosscheck.reports.read")
                .description("Reports and findings that were asked for as they are stored, by where they came from")
                .tag("from", from)
                .register(meters);
    }

    /** The report on {@code story} as it is now, or a 404 problem. Does not block. */
    Uni<KeptReport> report(String story) {
        return version(story).chain(version -> {
            Optional<KeptReport> report = inMemory(story, version);
            return report.isPresent() ? Uni.createFrom().item(report.get()) : read(story, version);
        });
    }

    /** Only those of its findings that pass {@code filter}, as a report. */
    byte[] filtered(KeptReport report, Predicate<Snapshot.Entry> filter) {
        return new ReportJson(own).of(report.snapshot(), filter);
    }

    /**
     * The finding on {@code attribute} as it is now, alone, or a 404 problem. Does not block. Reads no report of which nobody has asked
     * for more.
     */
    Uni<Snapshot> finding(String story, String attribute) {
        return version(story)
                .chain(version -> inMemory(story, version)
                        .map(report -> Uni.createFrom().item(report.snapshot().only(attribute)))
                        .orElseGet(() -> onWorker(() -> {
                            fromDatabase.increment();
                            return stored.read(story, attribute);
                        })))
                .invoke(found -> {
                    if (found.entries().isEmpty()) throw ProblemException.notFound("attribute", attribute);
                });
    }

    private Uni<Long> version(String story) {
        return versions.now(story).map(version -> version.orElseThrow(() -> ProblemException.notFound("story", story)));
    }

    private Optional<KeptReport> inMemory(String story, long version) {
        KeptReport report = kept.getIfPresent(story);
        if (report == null || report.version() != version) return Optional.empty();
        fromMemory.increment();
        return Optional.of(report);
    }

    /** Reads the report, at {@code version} or a later one. */
    private Uni<KeptReport> read(String story, long version) {
        CompletableFuture<KeptReport> mine = new CompletableFuture<>();
        CompletableFuture<KeptReport> theirs = coming.putIfAbsent(story, mine);
        if (theirs == null)
            return read(story).onTermination().invoke((report, failure, cancelled) -> {
                coming.remove(story);
                if (report != null) mine.complete(report);
                else mine.completeExceptionally(failure == null ? new IllegalStateException("cancelled") : failure);
            });
        // What others are reading may have been begun before the version that is wanted.
        return Uni.createFrom()
                .completionStage(theirs)
                .onFailure()
                .recoverWithNull()
                .chain(report -> report != null && report.version() >= version
                        ? Uni.createFrom().item(report)
                        : read(story, version));
    }

    private Uni<KeptReport> read(String story) {
        return onWorker(() -> {
            fromDatabase.increment();
            KeptReport report = new ReportJson(own).kept(stored.read(story, null));
            kept.put(story, report);
            return report;
        });
    }

    static <T> Uni<T> onWorker(Supplier<T> work) {
        return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
