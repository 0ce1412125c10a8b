package org.crosscheck.value;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * Folds text so that spellings of the same words are equal: Unicode compatibility forms and case (NFKC with case
 * folding, UAX 15 and UTS 30 practice), hyphens and punctuation. "Business-like," folds as "businesslike".
 */
public final class Words {
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

    private Words() {}

    /**
     * The words of {@code text}, folded and separated by single spaces; empty where there are none. A hyphen or an
     * apostrophe inside a word vanishes, other punctuation separates. Signs, decimal points and symbols such as % stay.
     */
    public static String fold(String text) {
        String folded = NFKC.normalize(UCharacter.foldCase(NFKC.normalize(text), true));
        StringBuilder words = new StringBuilder(folded.length());
        int before = ' ';
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            int after = i < folded.length() ? folded.codePointAt(i) : ' ';
            append(words, before, c, after);
            before = c;
        }
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == ' ') end--;
        return words.substring(0, end);
    }

    private static void append(StringBuilder words, int before, int c, int after) {
        boolean isWord = switch (Character.getType(c)) {
            case Character.FORMAT, Character.CONTROL -> {
                if (Character.isWhitespace(c)) separate(words);
                yield false;
            }
            case Character.DASH_PUNCTUATION -> {
                boolean sign = Character.isDigit(after) && !Character.isLetterOrDigit(before);
                boolean inWord = Character.isLetter(before) && Character.isLetter(after) && isHyphen(c);
                if (!sign && !inWord) separate(words);
                yield sign;
            }
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> {
                boolean decimal = c == '.' && Character.isDigit(before) && Character.isDigit(after);
                boolean thousands = c == ',' && Character.isDigit(before) && Character.isDigit(after);
                if (!decimal && !thousands && c != '%' && !isApostrophe(c)) separate(words);
                yield decimal || c == '%';
            }
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> {
                separate(words);
                yield false;
            }
            default -> true;
        };
        if (isWord) words.appendCodePoint(c);
    }

    private static void separate(StringBuilder words) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') words.append(' ');
    }

    /** Hyphens join the parts of a word; en and em dashes stand between words. */
    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    /** NARROWER where {@code left} contains the words of {@code right} in a row: it says that and more. */
    static Relation relate(String left, String right) {
        if (left.equals(right)) return Relation.EQUAL;
        if (contains(left, right)) return Relation.NARROWER;
        if (contains(right, left)) return Relation.BROADER;
        return Relation.INCOMPARABLE;
    }

    private static boolean contains(String whole, String part) {
        int at = whole.indexOf(part);
        while (at >= 0) {
            int end = at + part.length();
            boolean starts = at == 0 || whole.charAt(at - 1) == ' ';
            if (starts && (end == whole.length() || whole.charAt(end) == ' ')) return true;
            at = whole.indexOf(part, at + 1);
        }
        return false;
    }
}
