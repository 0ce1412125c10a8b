package org.crosscheck.extract.speech;

/**
 * Words in a row.
 *
 * @param first the first word
 * @param last the last word, included
 */
record Span(int first, int last) {
    boolean contains(int word) {
        return first <= word && word <= last;
    }

    boolean contains(Span other) {
        return first <= other.first && other.last <= last;
    }
}
