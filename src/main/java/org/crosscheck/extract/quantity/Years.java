package org.crosscheck.extract.quantity;

import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Plain digits that are more likely a year than a count: 1500 to 2199 without a separator. */
final class Years {
    private static final int DIGITS = 4;
    private static final int FIRST = 1500;
    private static final int LAST = 2199;

    private Years() {}

    static boolean isYear(Tokens tokens, int i, Amount amount) {
        Token token = tokens.at(i);
        if (!token.isDigits() || token.folded().length() != DIGITS || amount.end() != i + 1) return false;
        return amount.isPlain()
                && amount.value().intValue() >= FIRST
                && amount.value().intValue() <= LAST;
    }
}
