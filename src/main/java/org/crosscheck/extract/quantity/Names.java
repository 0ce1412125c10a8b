package org.crosscheck.extract.quantity;

import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Tells numbers that are names, and so no quantities. A number is (part of) a name where
 *
 * <ul>
 *   <li>it is glued to letters before it, or after it to letters that are no unit: "COVID-19", "G20", "747s";
 *   <li>what stands between two spaces is an address, a date, a time of day, a version or a telephone number: "10:30",
 *       "9/11", "192.168.0.1", "2017-05-02", "555-123-4567";
 *   <li>digits stand alone beside other digits: "202 555 0100";
 *   <li>a word that takes numbers as names stands before it: "Article 5", "No. 10", "page 3", a month ({@code numbered-names.tsv});
 *   <li>a capitalised word stands before plain digits with nothing to measure or to count: "Apollo 11".
 * </ul>
 */
final class Names {
    private static final String BREAKS = "()[]{}\u2014\u2013\"\u201C\u201D\u2018\u2026;|\u00AB\u00BB=<>~+\u2264\u2265";
    private static final Set<String> NUMBER_MARKS = Set.of("#", "\u2116", "\u00A7", "@", "_", "\\", "^");
    /** The months by their full names. */
    static final Set<String> MONTHS = Set.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final Set<String> SHORT_MONTHS =
            Set.of("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    private final Set<String> takingNumbers;
    private final Nouns nouns;

    Names(String language, Nouns nouns) {
        this.takingNumbers = Tables.words(language, "numbered-names.tsv");
        this.nouns = nouns;
    }

    /** The end of the run of tokens without a space that token {@code i} stands in. */
    static int runEnd(Tokens tokens, int i) {
        int end = i + 1;
        while (end < tokens.size() && !tokens.at(end).spaced() && !isBreak(tokens.at(end))) end++;
        return end;
    }

    private static boolean isBreak(Token token) {
        return token.text().length() == 1 && BREAKS.indexOf(token.text().charAt(0)) >= 0;
    }

    /** Whether the tokens from {@code first} to {@code end}, which no space parts, are an address, a date or the like. */
    static boolean isIdentifier(Tokens tokens, int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = tokens.at(i);
            if (token.isWord() && (token.is("www") || token.is("http") || token.is("https"))) return true;
            if (token.isWord() || token.isDigits()) continue;
            if (token.is("@") || token.is("_") || token.is("\\")) return true;
            if (i + 1 < end && i > first && isLink(tokens, i, first, end)) return true;
        }
        return false;
    }

    private static boolean isLink(Tokens tokens, int i, int first, int end) {
        Token link = tokens.at(i);
        boolean digits = tokens.at(i - 1).isDigits() && tokens.at(i + 1).isDigits();
        if (link.is("/") && tokens.at(i + 1).is("/")) return true;
        if (!digits) return false;
        if (link.is(":")) return true;
        if (link.is("/")) return Fractions.at(tokens, i - 1) == null;
        boolean again = i + 3 < end
                && tokens.at(i + 2).is(link.folded())
                && tokens.at(i + 3).isDigits();
        return again && (link.is(".") || link.is("-"));
    }

    /** Whether digits at {@code i} are glued to letters before them, or to a mark that makes them a name. */
    static boolean isGluedBefore(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        if (tokens.at(i).spaced()) return before.is("#") || before.is("\u2116") || before.is("\u00A7");
        if (before.isWord() || NUMBER_MARKS.contains(before.folded())) return true;
        if (before.is("[")) return tokens.at(i + 1).is("]");
        if (before.is("'") || before.is("\u2018")) return tokens.at(i).folded().length() == 2; // '68
        boolean link = before.is("-")
                || before.is("/")
                || before.is(".")
                || before.is(",")
                || before.is(":")
                || before.is("&");
        Token linked = tokens.at(i - 2);
        return link && !before.spaced() && (linked.isWord() || linked.isDigits() || before.is("/"));
    }

    /** Whether an amount that ends before token {@code i} is glued to letters that nothing is known of. */
    static boolean isGluedAfter(Tokens tokens, int i) {
        Token after = tokens.at(i);
        if (after.spaced()) return false;
        if (after.isWord())
            return tokens.at(i - 1).isDigits() || !after.folded().startsWith("'");
        boolean link = after.is("-") || after.is("/") || after.is(".") || after.is("^");
        Token linked = tokens.at(i + 1);
        if (linked.spaced() || !link) return false;
        return linked.isDigits() || linked.isWord() && after.is("-") && !linked.is("strong");
    }

    /** Whether the digits before and after a number show that all are one telephone number, or cells of a table. */
    static boolean isRow(Tokens tokens, int i, int end) {
        boolean areaCode = tokens.at(end).is(")") && tokens.at(end + 1).isDigits();
        return areaCode || isLoneDigits(tokens, i - 1) || isLoneDigits(tokens, end);
    }

    /** Whether digits are followed by two more numbers of digits, as in a table; spaces may part groups of three. */
    static boolean isCell(Tokens tokens, int i) {
        Token next = tokens.at(i + 1);
        return next.isDigits()
                && next.spaced()
                && next.folded().length() <= 2
                && tokens.at(i + 2).isDigits()
                && tokens.at(i + 2).spaced();
    }

    /** Whether it is one side of "10 x 20". */
    static boolean isDimension(Tokens tokens, int i, int end) {
        return isTimes(tokens.at(end)) && tokens.at(end + 1).isDigits()
                || isTimes(tokens.at(i - 1)) && tokens.at(i - 2).isDigits();
    }

    private static boolean isTimes(Token token) {
        return token.is("x") || token.is("\u00D7") || token.is("*");
    }

    private static boolean isLoneDigits(Tokens tokens, int i) {
        return tokens.at(i).isDigits()
                && tokens.at(i + 1).spaced()
                && tokens.at(i).spaced();
    }

    /** Whether a word that takes numbers as names stands before the number at {@code i}. */
    boolean isNamed(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        if (before.is(".")) before = tokens.at(i - 2);
        if (before.is("of") && tokens.at(i - 2).is("group") && tokens.at(i - 2).isCapitalised()) return true;
        if (!before.isWord() || tokens.at(i).newLine()) return false;
        if (before.is("no")) return tokens.at(i - 1).is(".") || before.isCapitalised();
        if (before.is("may") || before.is("mark")) return before.isCapitalised();
        return takingNumbers.contains(before.folded())
                && (tokens.at(i).isDigits() || tokens.at(i).isCapitalised());
    }

    static boolean isMonth(Token token) {
        String name = token.folded();
        return token.isCapitalised() && (MONTHS.contains(name) || SHORT_MONTHS.contains(name));
    }

    /** Whether the word before the number at {@code i} is a proper name, so that the number is likely part of it. */
    boolean isAfterProperName(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        if (before.is("-") && !before.spaced()) before = tokens.at(i - 2);
        boolean inner =
                before.isWord() && before.folded().length() < before.text().length() + 1 && hasInnerCapital(before);
        if (!before.isCapitalised() && !inner || tokens.at(i).newLine()) return false;
        return !nouns.isFunctionWord(before)
                && !nouns.isVerb(before)
                && !before.folded().endsWith("ly");
    }

    private static boolean hasInnerCapital(Token token) {
        return token.text().chars().anyMatch(Character::isUpperCase);
    }

    /** Whether a sentence may start at token {@code i}. */
    static boolean isSentenceStart(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        return tokens.at(i).newLine()
                || !before.isWord()
                        && !before.folded().startsWith("'")
                        && !before.isDigits()
                        && !before.is(",")
                        && !before.is("-");
    }
}
