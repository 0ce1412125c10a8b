package org.crosscheck.dossier;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** What another thread is about to find out, or to fail at. */
final class Later<T> {
    private final CompletableFuture<T> outcome = new CompletableFuture<>();

    /** Finds it out. */
    void run(Callable<T> work) {
        try {
            outcome.complete(work.call());
        } catch (Exception | Error e) {
            outcome.completeExceptionally(e);
        }
    }

    boolean isDone() {
        return outcome.isDone();
    }

    /** Waits until it is done, whatever comes of it. */
    void await() {
        outcome.handle((done, failed) -> null).join();
    }

    /** Waits until one of those that are not null is done. */
    static void awaitAny(Later<?>... some) {
        CompletableFuture<?>[] outcomes = Stream.of(some)
                .filter(one -> one != null)
                .map(one -> one.outcome.handle((done, failed) -> null))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.anyOf(outcomes).join();
    }

    /** What was found out, once it is done. Throws what it failed at. */
    T get() throws IOException {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException broken) throw broken;
            if (e.getCause() instanceof RuntimeException fault) throw fault;
            throw e;
        }
    }
}
