package org.crosscheck.extract.text;

/**
 * The smallest piece of a text that rules look at: letters in a row, digits in a row, or one other character.
 *
 * @param start where it starts, in UTF-16 units
 * @param end where it ends, exclusive
 * @param text as it stands
 * @param folded in lower case, its digits as ASCII, and typographic hyphens and apostrophes as the plain ones
 * @param spaced whether white space stands before it, or nothing
 * @param newLine whether a line break stands before it, or nothing
 */
public record Token(Kind kind, int start, int end, String text, String folded, boolean spaced, boolean newLine) {

    /** What a token is made of. */
    public enum Kind {
        /** Letters and the marks on them. An apostrophe between letters splits: "Putin's" is "Putin" and "'s". */
        WORD,
        /** Decimal digits of one script. "1,234.5" is five tokens, none spaced but the first. */
        DIGITS,
        /** One code point of anything else but white space. */
        SYMBOL
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }

    public boolean isDigits() {
        return kind == Kind.DIGITS;
    }

    /** Whether it is the word or symbol {@code folded}. */
    public boolean is(String folded) {
        return this.folded.equals(folded);
    }

    /** Whether it starts with a capital. */
    public boolean isCapitalised() {
        return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
    }
}
