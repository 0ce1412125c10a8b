package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Set;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Fractions of digits with a slash. */
final class Fractions {
    /** What people divide by with a slash. Others are dates, as "9/11", or ratios. */
    private static final Set<String> DIVISORS =
            Set.of("2", "3", "4", "5", "6", "7", "8", "9", "10", "12", "16", "20", "32", "50", "64", "100", "1000");

    private Fractions() {}

    /** {@code part} of {@code whole}, to 16 digits where decimals cannot write it. */
    static BigDecimal of(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, MathContext.DECIMAL64).stripTrailingZeros();
    }

    /** "3/4": less than one and in lowest terms, or else it is a date or a score. Null where none starts at {@code i}. */
    static Numeral at(Tokens tokens, int i) {
        Token slash = tokens.at(i + 1);
        if (slash.spaced() || !slash.is("/") && !slash.is("\u2044")) return null;
        Token part = tokens.at(i);
        Token whole = tokens.at(i + 2);
        if (whole.spaced()
                || !DIVISORS.contains(whole.folded())
                || part.folded().length() > 3) return null;
        if (tokens.at(i + 3).is("/") && !tokens.at(i + 3).spaced()) return null;
        BigDecimal numerator = Digits.value(part);
        if (numerator == null || !isProper(numerator, Digits.value(whole))) return null;
        return new Numeral(of(numerator, Digits.value(whole)), i + 3, BigDecimal.ONE, Numeral.Form.PART);
    }

    /** Whether a fraction is between 0 and 1, and in lowest terms. */
    static boolean isProper(BigDecimal part, BigDecimal whole) {
        if (part.scale() > 0 || part.signum() <= 0 || part.compareTo(whole) >= 0) return false;
        return part.toBigInteger().gcd(whole.toBigInteger()).bitLength() == 1;
    }
}
