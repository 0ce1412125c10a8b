package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * The paragraphs of a text. A blank line ends one, and so does a line break, unless the line was wrapped: where the first word
 * of the next line would not have fitted, or goes on in lower case.
 */
final class Paragraphs {
    /** No wrapped text has longer lines. */
    private static final int WIDEST = 130;

    /** Narrower than this, line breaks are meant: verses, lists, headlines. */
    private static final int NARROWEST = 40;

    /** @param start where it starts, without white space; @param end where it ends, exclusive, without white space */
    record Paragraph(int start, int end) {}

    private Paragraphs() {}

    static List<Paragraph> of(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Paragraph> block = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = lineEnd(text, at);
            Paragraph line = strip(text, at, end);
            if (line.start() == line.end()) flush(text, block, paragraphs);
            else block.add(line);
            at = end + 1;
        }
        flush(text, block, paragraphs);
        return paragraphs;
    }

    private static void flush(String text, List<Paragraph> block, List<Paragraph> to) {
        int widest = 0;
        for (Paragraph line : block) widest = Math.max(widest, line.end() - line.start());
        Paragraph open = null;
        Paragraph last = null;
        for (Paragraph line : block) {
            if (open != null && wrapped(text, last, line, widest)) open = new Paragraph(open.start(), line.end());
            else {
                if (open != null) to.add(open);
                open = line;
            }
            last = line;
        }
        if (open != null) to.add(open);
        block.clear();
    }

    private static boolean wrapped(String text, Paragraph line, Paragraph next, int widest) {
        char last = text.charAt(line.end() - 1);
        char first = text.charAt(next.start());
        boolean ends = ".!?\u201d\"\u2019\u2026:".indexOf(last) >= 0;
        if (!ends && Character.isLowerCase(first)) return true;
        if (widest > WIDEST || widest < NARROWEST) return false;
        int word = next.start();
        while (word < next.end() && text.charAt(word) != ' ') word++;
        return line.end() - line.start() + 1 + word - next.start() > widest;
    }

    private static int lineEnd(String text, int at) {
        while (at < text.length() && !isBreak(text.charAt(at))) at++;
        return at;
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085';
    }

    private static Paragraph strip(String text, int start, int end) {
        while (start < end && blank(text.charAt(start))) start++;
        while (end > start && blank(text.charAt(end - 1))) end--;
        return new Paragraph(start, end);
    }

    private static boolean blank(char c) {
        return c <= ' '
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
