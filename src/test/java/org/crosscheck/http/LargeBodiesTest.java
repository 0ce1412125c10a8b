package org.crosscheck.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LargeBodiesTest {
    private static final int LARGEST = 4_000_000;

    private final LargeBodies bodies = new LargeBodies(size(LARGEST), Optional.of(size(LARGEST * 3 / 2)));

    @Test
    void who_finds_no_room_waits_until_another_gives_some_back() throws Exception {
        Room.Held first = bodies.await(LARGEST);
        CompletableFuture<Room.Held> second = later(LARGEST);
        bodies.await(LARGEST / 2);
        Thread.sleep(100);
        assertThat(second).isNotDone();
        first.close();
        second.get(10, TimeUnit.SECONDS);
    }

    @Test
    void room_is_given_back_once() throws Exception {
        Room.Held first = bodies.await(LARGEST);
        first.close();
        first.close();
        bodies.await(LARGEST);
        CompletableFuture<Room.Held> another = later(LARGEST);
        Thread.sleep(100);
        assertThat(another).isNotDone();
    }

    @Test
    void who_waits_for_much_is_not_passed_by_who_waits_for_little() throws Exception {
        Room.Held first = bodies.await(LARGEST);
        CompletableFuture<Room.Held> much = later(LARGEST);
        Thread.sleep(100);
        CompletableFuture<Room.Held> little = later(LARGEST / 2);
        Thread.sleep(100);
        assertThat(little).isNotDone();
        first.close();
        much.get(10, TimeUnit.SECONDS);
        little.get(10, TimeUnit.SECONDS);
    }

    @Test
    void the_largest_body_always_finds_room_in_the_end() throws Exception {
        new LargeBodies(size(LARGEST), Optional.of(size(1))).await(LARGEST);
    }

    @Test
    void small_bodies_need_no_room() throws Exception {
        bodies.await(LARGEST);
        for (int i = 0; i < 100; i++) bodies.await(LargeBodies.SMALL_LINE);
    }

    /** In a thread of its own, which may wait for ever. */
    private CompletableFuture<Room.Held> later(int bytes) {
        return CompletableFuture.supplyAsync(() -> await(bytes), wait -> {
            Thread thread = new Thread(wait);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private Room.Held await(int bytes) {
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
