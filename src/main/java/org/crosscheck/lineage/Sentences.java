package org.crosscheck.lineage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a text into sentences, and prints each: hashes of all its runs of three words (w-shingles: Broder, On the resemblance and
 * containment of documents, 1997). Three words keep half of the shingles of twenty words of which three were changed, and are
 * rarely the same by chance as often as {@link CopyFinder} asks. Takes time and memory linear in the length of the text.
 */
public final class Sentences {
    /** Counts changes of how sentences are printed: prints of different rules do not compare. */
    public static final int RULES = 1;

    private static final int SHINGLE = 3;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final Set<Long> BOILERPLATE = new HashSet<>();

    static {
        for (String phrase : Wording.lines("boilerplate"))
            for (long print : new Sentences(phrase).prints(phrase.length())) BOILERPLATE.add(print);
    }

    private final String text;
    private int at;
    private boolean quoted;
    private int unquoted;
    private long[] words = new long[64];
    private int count;

    private Sentences(String text) {
        this.text = text;
    }

    /**
     * The sentences of {@code text} that are long enough to be recognised, in their order. The furniture of a page, such as a
     * newsletter box, is left out. Any text will do: none, nonsense, halves of surrogate pairs.
     */
    public static List<Sentence> of(String text) {
        return new Sentences(text).read();
    }

    private List<Sentence> read() {
        List<Sentence> sentences = new ArrayList<>();
        SentenceBreaks breaks = new SentenceBreaks(text);
        for (int end = breaks.next(); end >= 0; end = breaks.next()) {
            int start = at;
            long[] prints = prints(end);
            if (prints.length < Sentence.FEWEST || isBoilerplate(prints)) continue;
            while (Character.isWhitespace(text.charAt(start))) start++;
            int last = end;
            while (Character.isWhitespace(text.charAt(last - 1))) last--;
            sentences.add(new Sentence(start, last, count, unquoted, prints));
        }
        return sentences;
    }

    private static boolean isBoilerplate(long[] prints) {
        return Arrays.stream(prints).anyMatch(BOILERPLATE::contains);
    }

    /** The prints of what stands between here and {@code end}. */
    private long[] prints(int end) {
        count = 0;
        unquoted = 0;
        while (at < end) {
            int c = text.codePointAt(at);
            if (isWritten(c)) readWord(end);
            else {
                mark(c);
                at += Character.charCount(c);
            }
        }
        long[] prints = new long[Math.max(0, count - SHINGLE + 1)];
        for (int i = 0; i < prints.length; i++) prints[i] = print(i);
        return Arrays.stream(prints).sorted().distinct().toArray();
    }

    private long print(int first) {
        long hash = BASIS;
        for (int i = first; i < first + SHINGLE; i++) hash = (hash ^ words[i]) * PRIME;
        return spread(hash);
    }

    /** Quotation marks pair within a line: one that is left open must not swallow the rest of the text. */
    private void mark(int c) {
        switch (c) {
            case '\n' -> quoted = false;
            case '"' -> quoted = !quoted;
            case '“', '„', '«' -> quoted = true;
            case '”', '»' -> quoted = false;
            default -> {}
        }
    }

    private void readWord(int end) {
        StringBuilder word = new StringBuilder();
        int start = at;
        while (at < end) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isWritten(c)) {
                if (standsAlone(c) && at > start) break;
                word.appendCodePoint(c);
            } else if (!joins(c, next, end)) {
                break;
            } else if (c == '.' && Character.isDigit(text.codePointAt(next))) {
                word.append('.');
            }
            at = next;
            if (standsAlone(c)) break;
        }
        boolean isInitial =
                at - start == 1 && at < end && text.charAt(at) == '.' && Character.isUpperCase(text.charAt(start));
        String folded = isInitial ? null : Wording.fold(word.toString());
        if (folded != null) add(hash(folded));
    }

    private void add(long word) {
        if (count == words.length) words = Arrays.copyOf(words, 2 * count);
        words[count++] = word;
        if (!quoted) unquoted++;
    }

    private static long hash(String word) {
        long hash = BASIS;
        for (int i = 0; i < word.length(); i++) hash = (hash ^ word.charAt(i)) * PRIME;
        return spread(hash);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): every bit depends on all. */
    private static long spread(long hash) {
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    private static boolean isWritten(int c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether {@code c} stands inside a word: hyphens, apostrophes and the stops of "U.S." vanish, so do invisible characters. */
    private boolean joins(int c, int next, int end) {
        if (next >= end || !isWritten(text.codePointAt(next))) return false;
        return switch (c) {
            case '-', '\u2010', '\u2011', '\'', '’', '\u02BC', '.', '\u00AD', '\u200B', '\u2060' -> true;
            case ',' -> Character.isDigit(text.codePointAt(next)) && Character.isDigit(text.codePointBefore(at));
            default -> false;
        };
    }

    /** Whether {@code c} is of a script that is written without spaces, where each character is taken as a word. */
    private static boolean standsAlone(int c) {
        if (c < 0x0E00) return false;
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
