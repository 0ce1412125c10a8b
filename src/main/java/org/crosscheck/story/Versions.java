package org.crosscheck.story;

import io.agroal.api.AgroalDataSource;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Tells at which version a story is now. Whoever asks is answered by a statement that starts after that, and so sees every write that
 * was acknowledged before, on whatever server; all who ask while others are being answered share the next statement. So what it costs
 * does not grow with the number of readers, and nobody waits for longer than two statements, or for one that is slow.
 */
@ApplicationScoped
public class Versions {
    /** Whoever comes when a statement has run for so long, in nanoseconds, does not wait for it. */
    private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(500);

    /** Statements at a time at most, however slow they are. */
    private static final int MOST = 4;

    private static final String READ = "SELECT story_id, version FROM story WHERE story_id = ANY(?)";

    private final AgroalDataSource db;
    private Map<String, CompletableFuture<OptionalLong>> asked = new HashMap<>();
    private int reading;
    private long lastStart;

    Versions(AgroalDataSource db) {
        this.db = db;
    }

    /** The version of {@code story}, empty where there is none. Does not block. */
    public CompletableFuture<OptionalLong> now(String story) {
        boolean start;
        CompletableFuture<OptionalLong> answer;
        synchronized (this) {
            answer = asked.computeIfAbsent(story, id -> new CompletableFuture<>());
            start = reading == 0 || reading < MOST && System.nanoTime() - lastStart > SLOW;
            if (start) {
                reading++;
                lastStart = System.nanoTime();
            }
        }
        if (start) Infrastructure.getDefaultWorkerPool().execute(this::answerAll);
        return answer;
    }

    private void answerAll() {
        for (var those = next(); !those.isEmpty(); those = next()) answer(those);
    }

    private synchronized Map<String, CompletableFuture<OptionalLong>> next() {
        Map<String, CompletableFuture<OptionalLong>> those = asked;
        asked = new HashMap<>();
        lastStart = System.nanoTime();
        if (those.isEmpty()) reading--;
        return those;
    }

    private void answer(Map<String, CompletableFuture<OptionalLong>> those) {
        try {
            Map<String, Long> versions = read(those.keySet().toArray(String[]::new));
            those.forEach((story, answer) -> {
                Long version = versions.get(story);
                answer.complete(version == null ? OptionalLong.empty() : OptionalLong.of(version));
            });
        } catch (SQLException | RuntimeException e) {
            those.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }

    private Map<String, Long> read(String[] stories) throws SQLException {
        Map<String, Long> versions = new HashMap<>();
        try (Connection connection = db.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            Array ids = connection.createArrayOf("text", stories);
            read.setArray(1, ids);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) versions.put(row.getString(1), row.getLong(2));
            }
        }
        return versions;
    }
}
