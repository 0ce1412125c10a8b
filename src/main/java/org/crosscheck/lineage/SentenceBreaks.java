package org.crosscheck.lineage;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/**
 * Where sentences end: the boundaries of Unicode (UAX 29), save those after an abbreviation or an initial ("Mr. Putin", "V. Putin",
 * "U.S. troops"), and save a line break in the middle of a sentence, which goes on in lower case.
 */
final class SentenceBreaks {
    /** How far to look back for the word before a full stop. */
    private static final int LOOK_BACK = 16;

    private final String text;
    private final BreakIterator breaks = BreakIterator.getSentenceInstance(ULocale.ROOT);
    private int start;

    SentenceBreaks(String text) {
        this.text = text;
        breaks.setText(text);
    }

    /** The end of the next sentence with the space after it, exclusive; -1 after the last. */
    int next() {
        int end = breaks.next();
        while (end != BreakIterator.DONE && end < text.length() && goesOn(end)) end = breaks.next();
        if (end == BreakIterator.DONE) return -1;
        start = end;
        return end;
    }

    private boolean goesOn(int boundary) {
        int last = boundary - 1;
        int lines = 0;
        while (last > start && Character.isWhitespace(text.charAt(last))) {
            if (text.charAt(last) == '\n') lines++;
            last--;
        }
        char ending = text.charAt(last);
        if (lines > 0)
            return lines == 1 && Character.isLowerCase(text.codePointAt(boundary)) && ending != '.' && ending != ':';
        return ending == '.' && isAbbreviated(last);
    }

    /** Whether the full stop at {@code stop} belongs to the word before it. */
    private boolean isAbbreviated(int stop) {
        int start = stop;
        while (start > 0 && stop - start < LOOK_BACK && isLetterOrStop(text.charAt(start - 1))) start--;
        String word = text.substring(start, stop);
        boolean isInitial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return isInitial || word.indexOf('.') > 0 || Wording.isAbbreviation(word);
    }

    private static boolean isLetterOrStop(char c) {
        return c == '.' || Character.isLetter(c);
    }
}
