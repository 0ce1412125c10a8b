package org.crosscheck.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
    private final Cache<Part, KeptReport> kept;
    /** Being read by somebody, for all who come meanwhile. */
    private final Map<Part, CompletableFuture<KeptReport>> coming = new ConcurrentHashMap<>();

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
                .weigher((Part part, KeptReport report) -> report.weight())
                .build();
        fromMemory = counter(meters, "memory");
        fromDatabase = counter(meters, "database");
        meters.gauge(
                "crosscheck.reports.memory.bytes",
                kept,
                all -> all.policy().eviction().orElseThrow().weightedSize().orElse(0));
    }

    /** What is kept: a story's report, or where {@code attribute} is not null only the finding on that. */
    private record Part(String story, String attribute) {}

    private static Counter counter(MeterRegistry meters, String from) {
        return Counter.builder("crosscheck.reports.read")
                .description("Reports and findings that were asked for as they are stored, by where they came from")
                .tag("from", from)
                .register(meters);
    }

    /** The version that {@code story} has now, or a 404 problem. Does not block. */
    CompletableFuture<Long> version(String story) {
        return versions.now(story)
                .thenApply(version -> version.orElseThrow(() -> ProblemException.notFound("story", story)));
    }

    /** The report on {@code story} at {@code version} or a later one. Does not block. */
    CompletableFuture<KeptReport> report(String story, long version) {
        Part whole = new Part(story, null);
        return inMemory(whole, version).map(CompletableFuture::completedFuture).orElseGet(() -> read(whole, version));
    }

    /** Only those of its findings that pass {@code filter}, as a report. */
    byte[] filtered(KeptReport report, Predicate<Snapshot.Entry> filter) {
        return new ReportJson(own).of(report.snapshot(), filter);
    }

    /** The finding on {@code attribute} alone, at {@code version} or a later one, or a 404 problem. Does not block. */
    CompletableFuture<Snapshot> finding(String story, String attribute, long version) {
        Part alone = new Part(story, attribute);
        return inMemory(new Part(story, null), version)
                .or(() -> inMemory(alone, version))
                .map(CompletableFuture::completedFuture)
                .orElseGet(() -> read(alone, version))
                .thenApply(report -> {
                    Snapshot found = report.snapshot().only(attribute);
                    if (found.entries().isEmpty()) throw ProblemException.notFound("attribute", attribute);
                    return found;
                });
    }

    private Optional<KeptReport> inMemory(Part part, long version) {
        KeptReport report = kept.getIfPresent(part);
        if (report == null || report.version() != version) return Optional.empty();
        fromMemory.increment();
        return Optional.of(report);
    }

    /** Reads it at {@code version} or a later one. */
    private CompletableFuture<KeptReport> read(Part part, long version) {
        CompletableFuture<KeptReport> mine = new CompletableFuture<>();
        CompletableFuture<KeptReport> theirs = coming.putIfAbsent(part, mine);
        if (theirs == null) {
            load(part, version).whenComplete((report, failure) -> {
                coming.remove(part);
                if (failure == null) mine.complete(report);
                else mine.completeExceptionally(failure);
            });
            return mine;
        }
        return theirs.handle((report, failure) -> {
                    if (failure != null && !isProblem(failure))
                        // Who waited for a database that fails need not wait for it again.
                        return CompletableFuture.<KeptReport>failedFuture(failure);
                    // What others are reading may have been begun before the version that is wanted.
                    return failure == null && report.version() >= version
                            ? CompletableFuture.completedFuture(report)
                            : read(part, version);
                })
                .thenCompose(Function.identity());
    }

    private static boolean isProblem(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ProblemException;
    }

    private CompletableFuture<KeptReport> load(Part part, long version) {
        return onWorker(() -> {
            fromDatabase.increment();
            KeptReport report = new ReportJson(own).kept(stored.read(part.story, part.attribute, version));
            // Whoever makes attributes up takes no memory.
            if (part.attribute == null || !report.snapshot().entries().isEmpty()) kept.put(part, report);
            return report;
        });
    }

    static <T> CompletableFuture<T> onWorker(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Infrastructure.getDefaultWorkerPool());
    }
}
