package org.crosscheck.extract.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.crosscheck.extract.text.Token.Kind;

/** A text as its tokens, in order. */
public final class Tokens {
    /** Stands before the first token and after the last, so that rules may look around without counting. */
    public static final Token NONE = new Token(Kind.SYMBOL, 0, 0, "", "", true, true);

    private final String text;
    private final List<Token> tokens;

    private Tokens(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = Collections.unmodifiableList(tokens);
    }

    /** The tokens of {@code text}; takes time linear in its length, whatever it is. */
    public static Tokens of(String text) {
        return of(text, 0, text.length());
    }

    /** The tokens of a part of {@code text}, with offsets in the whole. */
    public static Tokens of(String text, int from, int to) {
        List<Token> tokens = new ArrayList<>((to - from) / 5 + 1);
        boolean spaced = true;
        boolean newLine = true;
        for (int at = from; at < to; ) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                spaced = true;
                newLine |= c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
                at += Character.charCount(c);
                continue;
            }
            int end = Math.min(to, end(text, at, to, c));
            String piece = text.substring(at, end);
            tokens.add(new Token(kind(c), at, end, piece, fold(piece), spaced, newLine));
            spaced = false;
            newLine = false;
            at = end;
        }
        return new Tokens(text, tokens);
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    public int size() {
        return tokens.size();
    }

    /** The token at {@code index}; {@link #NONE} outside. */
    public Token at(int index) {
        return index < 0 || index >= tokens.size() ? NONE : tokens.get(index);
    }

    public List<Token> list() {
        return tokens;
    }

    /** The text from the start of one token to the end of another, both included. */
    public String between(int first, int last) {
        return text.substring(at(first).start(), at(last).end());
    }

    /** The index of the first token that ends after {@code offset}; {@link #size} where none does. */
    public int indexAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > offset) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private static int end(String text, int at, int to, int first) {
        int next = at + Character.charCount(first);
        if (isApostrophe(first) && next < to && isLetter(text.codePointAt(next)) && at > 0) {
            // an apostrophe between letters starts a word of its own: 's, 't, 're
            if (isLetter(text.codePointBefore(at))) return letters(text, next, to);
            return next;
        }
        if (isLetter(first)) return letters(text, next, to);
        if (Character.isDigit(first)) {
            while (next < to && Character.isDigit(text.charAt(next))) next++;
        }
        return next;
    }

    private static int letters(String text, int at, int to) {
        while (at < to) {
            int c = text.codePointAt(at);
            if (!isLetter(c)) break;
            at += Character.charCount(c);
        }
        return at;
    }

    private static Kind kind(int first) {
        if (isLetter(first)) return Kind.WORD;
        return Character.isDigit(first) ? Kind.DIGITS : Kind.SYMBOL;
    }

    private static String fold(String piece) {
        if (piece.length() == 1 && piece.charAt(0) < 0x80 && !Character.isUpperCase(piece.charAt(0))) return piece;
        String lower = piece.toLowerCase(Locale.ROOT);
        StringBuilder plain = null;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            char p = plain(c);
            if (p != c && plain == null) plain = new StringBuilder(lower);
            if (plain != null) plain.setCharAt(i, p);
        }
        return plain == null ? lower : plain.toString();
    }

    private static char plain(char c) {
        if (c < 0x80) return c;
        if (isApostrophe(c)) return '\'';
        if (c == '\u2010' || c == '\u2011') return '-';
        return Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
    }

    private static boolean isLetter(int c) {
        if (c < 0x80) return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> c != '\u02BC';
            default -> false;
        };
    }

    private static boolean isSpace(int c) {
        return c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || isInvisible(c);
    }

    /** Marks of direction and joining, soft hyphens and byte order marks, which nobody sees. */
    private static boolean isInvisible(int c) {
        return c > 0x7f && Character.getType(c) == Character.FORMAT;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }
}
