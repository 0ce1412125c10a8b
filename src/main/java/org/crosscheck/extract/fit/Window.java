package org.crosscheck.extract.fit;

import java.util.List;
import java.util.function.ToIntFunction;

/** Walks a list that is sorted by place, so that each stretch of a text costs only what lies in it. */
final class Window<T> {
    private final List<T> sorted;
    private final ToIntFunction<T> place;
    private int next;

    Window(List<T> sorted, ToIntFunction<T> place) {
        this.sorted = sorted;
        this.place = place;
    }

    /** What lies from {@code from}, up to and without {@code to}; stretches are asked for in order. */
    List<T> in(int from, int to) {
        while (next < sorted.size() && place.applyAsInt(sorted.get(next)) < from) next++;
        int start = next;
        while (next < sorted.size() && place.applyAsInt(sorted.get(next)) < to) next++;
        return sorted.subList(start, next);
    }
}
