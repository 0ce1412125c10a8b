package org.crosscheck.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Room for large bodies that are in work at once. What is made of a body takes several times its size, so that a dozen of the largest
 * would fill the heap, and end the server for all. A large one that finds no room is turned away, and a large line of a stream waits;
 * small ones are not counted.
 */
@ApplicationScoped
public class LargeBodies {
    /** As many of these as requests may be in work are no trouble. */
    static final int SMALL = 64 * 1024;

    /** Half of the heap, for bodies that take up to sixteen times their size: dossiers that are nothing but facts. */
    private static final int OF_HEAP = 32;

    private final long room;
    private long taken;

    /** Room that is taken; closing gives it back. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    LargeBodies(
            @ConfigProperty(name = "crosscheck.max-body-size") MemorySize largest,
            @ConfigProperty(name = "crosscheck.max-bodies-at-once") Optional<MemorySize> room) {
        this.room = room.map(MemorySize::asLongValue)
                .orElseGet(() ->
                        Math.max(largest.asLongValue(), Runtime.getRuntime().maxMemory() / OF_HEAP));
    }

    /** Takes room for so many bytes until {@code call} is answered. */
    void take(long bytes, RoutingContext call) {
        if (!tryTake(bytes))
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Too many large bodies are sent to the server at once. Try again in a moment.");
        Held held = held(bytes);
        call.addEndHandler(end -> held.close());
        // The client may have gone while its body was being read: then that handler comes too late to be called.
        if (call.response().ended() || call.response().closed()) held.close();
    }

    /** Takes room for so many bytes, no more than the largest body has, as soon as there is some. */
    public synchronized Held await(long bytes) throws InterruptedException {
        if (bytes <= SMALL) return () -> {};
        while (!tryTake(bytes)) wait();
        return held(bytes);
    }

    private synchronized boolean tryTake(long bytes) {
        if (taken + bytes > room) return false;
        taken += bytes;
        return true;
    }

    private Held held(long bytes) {
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) giveBack(bytes);
        };
    }

    private synchronized void giveBack(long bytes) {
        taken -= bytes;
        notifyAll();
    }
}
