package org.crosscheck.extract.time;

/** Reads one kind of time expression. */
interface Reader {
    /** What stands at {@code i}; null where it is nothing of this kind. Looks at a bounded number of terms. */
    Reading read(Terms terms, int i);
}
