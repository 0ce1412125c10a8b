package org.crosscheck.extract.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** The tokens of a text, with what each can mean in a time expression. Any index may be asked for. */
final class Terms {
    private final Tokens tokens;
    private final List<Map<Sense, String>> senses;

    Terms(Tokens tokens, Lexicon lexicon) {
        this.tokens = tokens;
        senses = new ArrayList<>(tokens.size());
        for (Token token : tokens.list()) senses.add(lexicon.senses(token.folded()));
    }

    Tokens tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token at(int i) {
        return tokens.at(i);
    }

    boolean is(int i, String folded) {
        return tokens.at(i).is(folded);
    }

    boolean isAny(int i, String... folded) {
        Token token = tokens.at(i);
        for (String one : folded) if (token.is(one)) return true;
        return false;
    }

    boolean has(int i, Sense sense) {
        return i >= 0 && i < senses.size() && senses.get(i).containsKey(sense);
    }

    /** Whether it means nothing here: most words do not. */
    boolean isPlain(int i) {
        return senses.get(i).isEmpty();
    }

    /** Whether a time may start with it. */
    boolean mayStart(int i) {
        if (has(i, Sense.ALONE)) return true;
        if (isPlain(i)) return isNumberLike(i) && !isCell(i);
        return i + 1 < size() && (!isPlain(i + 1) || isNumberLike(i + 1));
    }

    /** Whether other digits follow it, as in a table: neither starts a time, and rows of them are long. */
    private boolean isCell(int i) {
        Token next = at(i + 1);
        return at(i).isDigits()
                && at(i).folded().length() <= 3
                && next.isDigits()
                && next.spaced()
                && next.folded().length() <= 2
                && at(i + 2).isDigits()
                && at(i + 2).spaced();
    }

    private boolean isNumberLike(int i) {
        return at(i).isDigits() || isAny(i, "'", "‘");
    }

    String value(int i, Sense sense) {
        return senses.get(i).get(sense);
    }

    /** The number that is the value of a sense, or 0. */
    int number(int i, Sense sense) {
        return has(i, sense) ? Integer.parseInt(value(i, sense)) : 0;
    }

    /** Whether no space stands before it. */
    boolean isTied(int i) {
        return i > 0 && i < size() && !at(i).spaced();
    }

    /** A number of {@code least} to {@code most} digits; -1 where there is none. */
    int digits(int i, int least, int most) {
        Token token = at(i);
        int length = token.folded().length();
        if (!token.isDigits() || length < least || length > most) return -1;
        return Integer.parseInt(token.folded());
    }

    /** The year of four digits at {@code i}; -1 where there is none. */
    int fourDigits(int i) {
        int year = digits(i, 4, 4);
        return year >= 1000 && year <= 2100 ? year : -1;
    }

    /** Whether the number from {@code first} to {@code last} goes on before or after, as in 1,500, 2.5, 3-1 or 10:30. */
    boolean isFragment(int first, int last) {
        return continuesBefore(first) || continuesAfter(last);
    }

    /** Whether the number at {@code i} is the end of a longer one. */
    boolean continuesBefore(int i) {
        return isTied(i) && (at(i - 1).isDigits() || isGlue(i - 1) && at(i - 2).isDigits() && isTied(i - 1));
    }

    private boolean continuesAfter(int i) {
        return isTied(i + 1)
                && (at(i + 1).isDigits()
                        || at(i + 1).isWord() && !is(i + 1, "'s")
                        || isGlue(i + 1) && isTied(i + 2) && at(i + 2).isDigits());
    }

    private boolean isGlue(int i) {
        return isAny(i, ".", ",", ":", "/", "-", "–");
    }

    boolean isHyphen(int i) {
        return isAny(i, "-", "–");
    }

    /** The end of a dot that belongs to an abbreviation ending at {@code i}. */
    int afterDot(int i) {
        return is(i, ".") && isTied(i) && !has(i - 1, Sense.NAME) ? i + 1 : i;
    }

    /** Whether the words before {@code i} belong to another sentence or paragraph. */
    boolean startsSentence(int i) {
        if (i <= 0 || at(i).newLine()) return true;
        Token before = at(i - 1);
        if (before.is("!") || before.is("?")) return true;
        return before.is(".") && at(i).isCapitalised() && at(i - 2).text().length() > 1 && !has(i - 2, Sense.MONTH);
    }
}
