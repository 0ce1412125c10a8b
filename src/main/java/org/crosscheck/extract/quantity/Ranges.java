package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Reads the second half of "50-60", "between 50 and 60", "two or three", "$5-7 million". */
final class Ranges {
    /** How many tokens before a number are looked at for a verb of change, or for a match that has a score. */
    private static final int CONTEXT = 7;

    /** Both ends of a range, in the unit of {@code high}. */
    record Range(BigDecimal low, Amount high) {}

    private final Amounts amounts;
    private final Set<String> changes;
    private final Set<String> scores;

    Ranges(String language, Amounts amounts) {
        this.amounts = amounts;
        this.changes = Tables.words(language, "changes.tsv");
        this.scores = Tables.words(language, "scores.tsv");
    }

    /** The range whose lower end is {@code low}, at tokens {@code start} on; null where it goes no further. */
    Range at(Tokens tokens, int start, Amount low) {
        Token before = tokens.at(start - 1);
        int next = joint(tokens, low.end(), before.is("between"));
        if (next < 0) return null;
        boolean to = tokens.at(next - 1).is("to") || tokens.at(next - 2).is("to");
        if (to && isChange(tokens, start, low)) return null;
        Amount high = amounts.after(tokens, next, low);
        if (high == null || !mayFollow(tokens, low, high, next)) return null;
        Range range = joined(low, high);
        return range == null || isDash(tokens.at(low.end())) && isScore(tokens, start, high) ? null : range;
    }

    /** Where the upper end starts; -1 where no range does. */
    private static int joint(Tokens tokens, int i, boolean between) {
        Token mark = tokens.at(i);
        if (between) return mark.is("and") || mark.is("to") ? i + 1 : isDash(mark) ? i + 1 : -1;
        if (mark.is("to") || mark.is("or")) return i + 1;
        if (mark.is("~")
                && !mark.spaced()
                && !tokens.at(i + 1).spaced()
                && tokens.at(i + 1).isDigits()) return i + 1;
        if (!isDash(mark)) return -1;
        Token next = tokens.at(i + 1);
        boolean hanging = !mark.spaced() && (next.is("to") || next.is("or"));
        if (hanging) return tokens.at(i + 2).is("-") && !tokens.at(i + 2).spaced() ? i + 3 : i + 2;
        boolean even = mark.spaced() == next.spaced();
        return even && !next.isWord()
                        || even
                                && next.isWord()
                                && !mark.is("\u2014")
                                && next.text().length() <= 4
                                && next.isCapitalised()
                ? i + 1
                : -1;
    }

    private static boolean isDash(Token token) {
        return token.is("-") || token.is("\u2013") || token.is("\u2014") || token.is("\u2212");
    }

    private boolean isChange(Tokens tokens, int start, Amount low) {
        Token before = tokens.at(start - 1);
        boolean from = before.is("from") || before.is("by") || low.unit() != null;
        if (!from) return false;
        for (int i = start - CONTEXT; i < start; i++)
            if (changes.contains(tokens.at(i).folded())) return true;
        return false;
    }

    private boolean mayFollow(Tokens tokens, Amount low, Amount high, int next) {
        Token first = tokens.at(next);
        if (isDash(first) && isDash(tokens.at(next - 1)) || first.is("+")) return false;
        boolean dash = isDash(tokens.at(next - 1));
        boolean years = dash && Years.isYear(tokens, next - 2, low) && low.end() == next - 1;
        if (years && high.unit() == null) return false;
        if (dash && isTelephone(tokens, next) && high.isPlain()) return false;
        if (low.form() != high.form() && dash && !high.form().equals(Numeral.Form.DIGITS)) return false;
        boolean parts = low.form() == Numeral.Form.PART ^ high.form() == Numeral.Form.PART;
        return !parts || high.unit() != null || low.value().compareTo(BigDecimal.TEN) < 0;
    }

    /** "555-1234". */
    private static boolean isTelephone(Tokens tokens, int next) {
        String exchange = tokens.at(next - 2).folded();
        String line = tokens.at(next).folded();
        return exchange.length() == 3 && line.length() == 4 && !(exchange.endsWith("0") && line.endsWith("00"));
    }

    private static Range joined(Amount low, Amount high) {
        boolean same = low.unit() == null || low.unit().equals(high.unit());
        boolean money = high.unit() == null && low.rule().equals(Amount.MONEY);
        if (!same && !money) return null;
        BigDecimal lowest = low.value();
        boolean shared = low.scale().equals(BigDecimal.ONE) && high.scale().compareTo(BigDecimal.ONE) > 0;
        if (shared && lowest.multiply(high.scale()).compareTo(high.value()) < 0) lowest = lowest.multiply(high.scale());
        boolean falling = low.value().signum() < 0 && high.value().compareTo(low.value()) < 0 && !shared && !money;
        if (falling) return new Range(high.value(), high.with(low.value(), high.unit(), high.rule(), high.end()));
        if (lowest.compareTo(high.value()) >= 0) return null;
        return new Range(lowest, money ? high.with(high.value(), low.unit(), low.rule(), high.end()) : high);
    }

    /** Whether the words around "2-3" speak of a match or a vote. */
    private boolean isScore(Tokens tokens, int start, Amount high) {
        if (high.unit() != null || high.scale().compareTo(BigDecimal.ONE) > 0) return false;
        for (int i = start - CONTEXT; i < start; i++)
            if (scores.contains(tokens.at(i).folded())) return true;
        for (int i = high.end(); i < high.end() + 3; i++)
            if (scores.contains(tokens.at(i).folded())) return true;
        return false;
    }
}
