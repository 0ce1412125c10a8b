package org.crosscheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {
    private static final long LARGEST = 100_000;

    private final LargeBodies bodies = new LargeBodies(size(LARGEST), Optional.of(size(LARGEST * 3 / 2)));

    @Test
    void who_finds_no_room_waits_until_another_gives_some_back() throws Exception {
        LargeBodies.Held first = bodies.await(LARGEST);
        CompletableFuture<LargeBodies.Held> second = CompletableFuture.supplyAsync(() -> await(LARGEST));
        bodies.await(LARGEST / 2);
        Thread.sleep(100);
        assertThat(second).isNotDone();
        first.close();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void room_is_given_back_once() throws Exception {
        LargeBodies.Held first = bodies.await(LARGEST);
        first.close();
        first.close();
        bodies.await(LARGEST);
        CompletableFuture<LargeBodies.Held> another = CompletableFuture.supplyAsync(() -> await(LARGEST));
        Thread.sleep(100);
        assertThat(another).isNotDone();
    }

    @Test
    void small_bodies_need_no_room() throws Exception {
        bodies.await(LARGEST);
        for (int i = 0; i < 100; i++) bodies.await(LargeBodies.SMALL);
    }

    private LargeBodies.Held await(long bytes) {
        try {
            return bodies.await(bytes);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MemorySize size(long bytes) {
        return new MemorySize(BigInteger.valueOf(bytes));
    }
}
