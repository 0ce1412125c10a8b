package org.crosscheck.lineage;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Which sources had a print first: an open-addressed table of prints, each with a short chain of postings. A posting is a source
 * and the origin of the sentence in it.
 */
final class Postings {
    /**
     * How many sources are remembered for one print. What more of them wrote is an idiom or long known to be copied: without a
     * bound, a thousand prints of one wire story would be compared with each other.
     */
    private static final int MOST = 16;

    private static final int NONE = -1;

    private long[] prints = new long[1024];
    private int[] heads = filled(1024);
    private int used;
    private int[] source = new int[1024];
    private int[] origin = new int[1024];
    private int[] next = new int[1024];
    private int postings;

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, NONE);
        return none;
    }

    /** Calls {@code each} with every posting of {@code print}. */
    void forEach(long print, IntConsumer each) {
        for (int posting = heads[slot(print)]; posting != NONE; posting = next[posting]) each.accept(posting);
    }

    int source(int posting) {
        return source[posting];
    }

    int origin(int posting) {
        return origin[posting];
    }

    /** Remembers that {@code by} has {@code print}, in a sentence that goes back to {@code from}. Sources come in their order. */
    void add(long print, int by, int from) {
        int slot = slot(print);
        int last = NONE;
        int length = 0;
        for (int posting = heads[slot]; posting != NONE; posting = next[posting]) {
            if (source[posting] == by) return;
            last = posting;
            length++;
        }
        if (length == MOST) return;
        int added = append(by, from);
        if (last != NONE) next[last] = added;
        else {
            prints[slot] = print;
            heads[slot] = added;
            if (++used * 2 > heads.length) grow();
        }
    }

    private int append(int by, int from) {
        if (postings == source.length) {
            source = Arrays.copyOf(source, 2 * postings);
            origin = Arrays.copyOf(origin, 2 * postings);
            next = Arrays.copyOf(next, 2 * postings);
        }
        source[postings] = by;
        origin[postings] = from;
        next[postings] = NONE;
        return postings++;
    }

    private int slot(long print) {
        int mask = heads.length - 1;
        int slot = (int) print & mask;
        while (heads[slot] != NONE && prints[slot] != print) slot = (slot + 1) & mask;
        return slot;
    }

    private void grow() {
        long[] oldPrints = prints;
        int[] oldHeads = heads;
        prints = new long[2 * oldPrints.length];
        heads = filled(prints.length);
        for (int i = 0; i < oldHeads.length; i++) {
            if (oldHeads[i] == NONE) continue;
            int slot = slot(oldPrints[i]);
            prints[slot] = oldPrints[i];
            heads[slot] = oldHeads[i];
        }
    }
}
