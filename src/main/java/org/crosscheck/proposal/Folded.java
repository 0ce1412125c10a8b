package org.crosscheck.proposal;

import java.util.Arrays;
import java.util.Optional;

/**
 * A text in which case, white space, hyphens and quotation marks make no difference, so that words are found in it by whoever
 * typed them; with the way back to the text as it stands.
 */
final class Folded {

    /** Words of the text as it stands: from {@code start} up to {@code end}, in UTF-16 units. */
    record Span(int start, int end) {}

    private final String text;
    private final StringBuilder folded;
    /** Where each folded character stands in the text. */
    private final int[] places;

    Folded(String text) {
        this.text = text;
        this.folded = new StringBuilder(text.length());
        int[] all = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char c = fold(text.charAt(i));
            boolean repeated = c == ' ' && (folded.length() == 0 || folded.charAt(folded.length() - 1) == ' ');
            if (c == 0 || repeated) continue;
            all[folded.length()] = i;
            folded.append(c);
        }
        this.places = Arrays.copyOf(all, folded.length());
    }

    /** The first place where {@code words} stand as whole words. */
    Optional<Span> find(String words) {
        return find(words, new Span(0, text.length()));
    }

    /** The first place inside {@code span} where {@code words} stand as whole words. */
    Optional<Span> find(String words, Span span) {
        String sought = new Folded(words).folded.toString().strip();
        if (sought.isEmpty()) return Optional.empty();
        int first = Arrays.binarySearch(places, span.start());
        for (int at = folded.indexOf(sought, first < 0 ? -first - 1 : first);
                at >= 0;
                at = folded.indexOf(sought, at + 1)) {
            Span found = new Span(places[at], places[at + sought.length() - 1] + 1);
            if (found.end() > span.end()) return Optional.empty();
            if (!isInWord(found.start()) && !isInWord(found.end())) return Optional.of(found);
        }
        return Optional.empty();
    }

    private boolean isInWord(int at) {
        return at > 0
                && at < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at));
    }

    /** 0 for what nobody sees. */
    private static char fold(char c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) return ' ';
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL -> 0;
            case Character.DASH_PUNCTUATION -> '-';
            case Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> quote(c);
            default -> c == '\u2212' ? '-' : c == '\u02BC' ? '\'' : c == '\u201E' ? '"' : Character.toLowerCase(c);
        };
    }

    private static char quote(char c) {
        return c == '\u2018' || c == '\u2019' || c == '\u201B' || c == '\u2039' || c == '\u203A' ? '\'' : '"';
    }
}
