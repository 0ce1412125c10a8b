package org.crosscheck.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/** So much of something that may be in work at once. Who finds none left is turned away, or waits: those who wait are served in their order. */
public final class Room {
    private final Semaphore left;

    /** What is taken; closing gives it back, once. */
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    public Room(int size) {
        left = new Semaphore(size, true);
    }

    /**
     * Takes so much until {@code call} is answered. Throws a 503 problem where there is not so much left.
     *
     * @param full says what is too much at once
     */
    public void take(int amount, RoutingContext call, String full) {
        if (!left.tryAcquire(amount))
            throw new ProblemException(ProblemType.UNAVAILABLE, full + " Try again in a moment.");
        Held held = held(amount);
        call.addEndHandler(end -> held.close());
        // The client may have gone while its body was being read: then that handler comes too late to be called.
        if (call.response().ended() || call.response().closed()) held.close();
    }

    /** Takes so much, no more than there is room for at all, as soon as it is left. */
    public Held await(int amount) throws InterruptedException {
        left.acquire(amount);
        return held(amount);
    }

    private Held held(int amount) {
        AtomicBoolean held = new AtomicBoolean(true);
        return () -> {
            if (held.getAndSet(false)) left.release(amount);
        };
    }
}
