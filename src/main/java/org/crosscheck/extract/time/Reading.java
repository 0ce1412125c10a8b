package org.crosscheck.extract.time;

/**
 * What a reader read.
 *
 * @param end the index of the term after it
 */
record Reading(int end, Expression expression, String rule) {
    /** The longer of two, the first where they are as long; each may be null. */
    static Reading longer(Reading first, Reading second) {
        if (first == null || second != null && second.end > first.end) return second;
        return first;
    }

    Reading until(int longerEnd) {
        return new Reading(longerEnd, expression, rule);
    }
}
