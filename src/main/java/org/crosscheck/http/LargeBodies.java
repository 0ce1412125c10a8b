package org.crosscheck.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Room for large bodies that are in work at once. What is made of a body takes several times its size, so that a dozen of the largest
 * would fill the heap, and end the server for all. A large one that finds no room is turned away; small ones are not counted.
 */
@ApplicationScoped
class LargeBodies {
    /** As many of these as requests may be in work are no trouble. */
    static final int SMALL = 64 * 1024;

    /** Half of the heap, for bodies that take eight times their size. */
    private static final int OF_HEAP = 16;

    private final long room;
    private final AtomicLong taken = new AtomicLong();

    LargeBodies(
            @ConfigProperty(name = "crosscheck.max-body-size") MemorySize largest,
            @ConfigProperty(name = "crosscheck.max-bodies-at-once") Optional<MemorySize> room) {
        this.room = room.map(MemorySize::asLongValue)
                .orElseGet(() ->
                        Math.max(largest.asLongValue(), Runtime.getRuntime().maxMemory() / OF_HEAP));
    }

    /** Takes room for so many bytes until {@code call} is answered. */
    void take(long bytes, RoutingContext call) {
        if (taken.addAndGet(bytes) > room) {
            taken.addAndGet(-bytes);
            throw new ProblemException(
                    ProblemType.UNAVAILABLE,
                    "Too many large bodies are sent to the server at once. Try again in a moment.");
        }
        AtomicBoolean held = new AtomicBoolean(true);
        Runnable giveBack = () -> {
            if (held.getAndSet(false)) taken.addAndGet(-bytes);
        };
        call.addEndHandler(end -> giveBack.run());
        // The client may have gone while its body was being read: then that handler comes too late to be called.
        if (call.response().ended() || call.response().closed()) giveBack.run();
    }
}
