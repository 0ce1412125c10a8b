package org.crosscheck.lineage;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** How many prints of one sentence each of many sources has; each print counts once for a source. */
final class Shares {
    private final int[] counts;
    private final int[] countedAt;
    private int[] touched = new int[16];
    private int touchedCount;
    private int print;

    Shares(int sources) {
        counts = new int[sources];
        countedAt = new int[sources];
    }

    /** Forgets what was counted, in time of what was counted. */
    void clear() {
        for (int i = 0; i < touchedCount; i++) counts[touched[i]] = 0;
        touchedCount = 0;
    }

    /** What is added from now on is another print. */
    void next() {
        print++;
    }

    void add(int source) {
        if (countedAt[source] == print) return;
        countedAt[source] = print;
        if (counts[source]++ > 0) return;
        if (touchedCount == touched.length) touched = Arrays.copyOf(touched, 2 * touchedCount);
        touched[touchedCount++] = source;
    }

    /** The first source that has {@code fewest} of the prints or more. */
    OptionalInt firstWith(int fewest) {
        return Arrays.stream(touched, 0, touchedCount)
                .filter(source -> counts[source] >= fewest)
                .min();
    }

    void forEachWith(int fewest, IntConsumer each) {
        for (int i = 0; i < touchedCount; i++) {
            if (counts[touched[i]] >= fewest) each.accept(touched[i]);
        }
    }
}
