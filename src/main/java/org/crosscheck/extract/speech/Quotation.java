package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Words between quotation marks, within one paragraph.
 *
 * @param first the word that is the opening mark
 * @param last the last word, the closing mark where there is one
 * @param closed whether there is one: a quotation that runs on into the next paragraph has none
 */
record Quotation(int first, int last, boolean closed) {
    /** How many words it has, without marks. */
    int words(List<Word> words) {
        int count = 0;
        for (int i = first + 1; i <= last; i++)
            if (words.get(i).letters() || words.get(i).digits()) count++;
        return count;
    }

    /** The quotations among the words of a paragraph, from one word to another, exclusive. */
    static List<Quotation> in(List<Word> words, int from, int to) {
        List<Quotation> found = new ArrayList<>();
        int lastSingle = lastSingle(words, from, to);
        for (int i = from; i < to; i++) {
            String mark = words.get(i).text();
            if (!opens(words, i, from, to, lastSingle)) continue;
            int end = i + 1;
            while (end < to && !closes(words, mark, end, to)) end++;
            if (end == to) {
                // a mark without its counterpart: of a quotation that goes on, or a slip
                if (isSingle(mark)) continue;
                found.add(new Quotation(i, to - 1, false));
                return found;
            }
            found.add(new Quotation(i, end, true));
            i = end;
        }
        return found;
    }

    private static boolean isSingle(String mark) {
        return mark.equals("'") || mark.equals("\u2018") || mark.equals("\u201a") || mark.equals("`");
    }

    private static boolean opens(List<Word> words, int i, int from, int to, int lastSingle) {
        String mark = words.get(i).text();
        Word next = i + 1 < to ? words.get(i + 1) : Word.NONE;
        Word before = i > from ? words.get(i - 1) : Word.NONE;
        boolean free = i == from
                || words.get(i).spaced()
                || "([-\u2014\u2013".contains(before.text()) && !before.text().isEmpty();
        return switch (mark) {
            case "\u201c", "\u201e", "\u00ab", "``" -> true;
            case "\"" -> i + 1 < to && (free && !next.spaced() || !before.digits());
            case "'", "\u2018", "\u201a", "`" -> free && !next.spaced() && next.letters() && lastSingle > i;
            default -> false;
        };
    }

    private static boolean closes(List<Word> words, String mark, int i, int to) {
        String text = words.get(i).text();
        return switch (mark) {
            case "\u201c" -> text.equals("\u201d") || text.equals("\"");
            case "\u201e" -> text.equals("\u201c") || text.equals("\u201d") || text.equals("\"");
            case "\u00ab" -> text.equals("\u00bb");
            case "``" -> text.equals("''") || text.equals("\"");
            case "\"" -> text.equals("\"") || text.equals("\u201d");
            default -> closesSingle(words, i, to);
        };
    }

    private static boolean closesSingle(List<Word> words, int i, int to) {
        String text = words.get(i).text();
        if (!text.equals("'") && !text.equals("\u2019") || words.get(i).spaced()) return false;
        Word next = i + 1 < to ? words.get(i + 1) : Word.NONE;
        if (!next.spaced() && next.letters()) return false;
        Word before = words.get(i - 1);
        // "the leaders' plan" closes nothing
        return !(before.folded().endsWith("s")
                && next.spaced()
                && next.letters()
                && Character.isLowerCase(next.text().charAt(0)));
    }

    private static int lastSingle(List<Word> words, int from, int to) {
        for (int i = to - 1; i > from; i--) if (closesSingle(words, i, to)) return i;
        return -1;
    }
}
