package org.crosscheck.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
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

    /** As many of these as lines may be in work, of as many streams as there may be, are no trouble either. */
    static final int SMALL_LINE = 1024 * 1024;

    /** Half of the heap, for bodies that take up to sixteen times their size: dossiers that are nothing but facts. */
    private static final int OF_HEAP = 32;

    private final Room room;

    LargeBodies(
            @ConfigProperty(name = "crosscheck.max-body-size") MemorySize largest,
            @ConfigProperty(name = "crosscheck.max-bodies-at-once") Optional<MemorySize> most) {
        long wanted = most.map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / OF_HEAP);
        room = new Room(Math.toIntExact(Math.max(largest.asLongValue(), wanted)));
    }

    /** Takes room for so many bytes until {@code call} is answered. */
    void take(long bytes, RoutingContext call) {
        room.take((int) bytes, call, "Too many large bodies are sent to the server at once.");
    }

    /** Takes room for a line of so many bytes, no more than the largest body has, as soon as there is some. */
    public Room.Held await(int bytes) throws InterruptedException {
        return bytes <= SMALL_LINE ? () -> {} : room.await(bytes);
    }
}
