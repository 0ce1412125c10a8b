package org.crosscheck.value;

import com.ibm.icu.text.Normalizer2;

/**
 * Folds text so that spellings of the same words are equal: Unicode compatibility forms, case and invisible
 * characters (NFKC_Casefold, Unicode section 3.13), hyphens and punctuation. "Business-like," folds as "businesslike".
 */
public final class Words {
    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final int MINUS = '\u2212';

    private Words() {}

    /**
     * The words of {@code text}, folded and separated by single spaces; empty where there are none. A hyphen or an
     * apostrophe inside a word vanishes, other punctuation separates. Signs, decimal points and symbols such as % stay.
     */
    public static String fold(String text) {
        String folded = NFKC_CASEFOLD.normalize(text);
        StringBuilder words = new StringBuilder(folded.length());
        int before = ' ';
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            int after = i < folded.length() ? folded.codePointAt(i) : ' ';
            append(words, before, c, after);
            if (!isApostrophe(c)) before = c;
        }
        int end = words.length();
        while (end > 0 && words.charAt(end - 1) == ' ') end--;
        return words.substring(0, end);
    }

    private static void append(StringBuilder words, int before, int c, int after) {
        boolean amongDigits = Character.isDigit(before) && Character.isDigit(after);
        if (isDash(c)) {
            if (Character.isDigit(after) && !Character.isLetterOrDigit(before)) words.append('-');
            else if (!isHyphen(c) || !Character.isLetter(before) || !Character.isLetter(after)) separate(words);
        } else if (c == '.' && Character.isDigit(after) && (amongDigits || Character.isWhitespace(before))) {
            words.append('.');
        } else if (isPunctuation(c) || Character.isWhitespace(c) || Character.isISOControl(c)) {
            boolean vanishes = isApostrophe(c) || (c == ',' && amongDigits);
            if (!vanishes) separate(words);
        } else {
            words.appendCodePoint(c);
        }
    }

    private static void separate(StringBuilder words) {
        if (words.length() > 0 && words.charAt(words.length() - 1) != ' ') words.append(' ');
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS;
    }

    /** Hyphens join the parts of a word; en and em dashes stand between words. Folding has made U+2011 of U+2010. */
    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010';
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    /** What is punctuation by its Unicode category, save the signs that belong to a number. */
    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> c != '%' && c != '\u2030';
            default -> isApostrophe(c);
        };
    }

    /**
     * Whether {@code text} can be stored and sent: no control characters but white space, no half of a surrogate pair.
     */
    public static boolean isLegible(String text) {
        return text.codePoints()
                .allMatch(c -> Character.getType(c) != Character.SURROGATE
                        && (!Character.isISOControl(c) || Character.isWhitespace(c)));
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
