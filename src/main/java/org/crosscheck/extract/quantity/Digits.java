package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Numbers of digits. A comma that is followed by one or two digits, and by no more groups, is a decimal comma: 3,5 is three and a
 * half, but only where money, a unit or a scale stands beside it (see {@link #isDecimalComma}); other commas that part no
 * groups of thousands make no number at all. Also "1,234.5", "1 234" with a thin or no-break space, "1'234", "1,00,000", ".5", "1e6", "3.2 x 10^5".
 */
final class Digits {
    /** Digits that a number may have: what {@link org.crosscheck.value.Quantity} holds, less some room for a scale. */
    private static final int MAX_DIGITS = 30;
    /** Powers of ten that a number may have. */
    private static final int MAX_EXPONENT = 30;

    private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";

    private Digits() {}

    /** The number that starts at {@code i}; null where none does, or where it has too many digits or points. */
    static Numeral at(Tokens tokens, int i) {
        Numeral plain = tokens.at(i).isDigits() ? whole(tokens, i) : null;
        int end = plain == null ? i : plain.end();
        boolean point = isPoint(tokens, end) && (plain != null || mayStart(tokens, i));
        if (plain == null && !point) return null;
        if (point) {
            Token decimals = tokens.at(end + 1);
            BigDecimal tail = value(decimals);
            if (tail == null || isPoint(tokens, end + 2)) return null;
            BigDecimal part = tail.movePointLeft(decimals.folded().length());
            plain = numeral(plain == null ? part : plain.value().add(part), end + 2);
        }
        return exponent(tokens, plain);
    }

    /** The value of a token of digits; null where it is none, or too long. */
    static BigDecimal value(Token token) {
        String digits = token.folded();
        if (digits.isEmpty() || digits.length() > MAX_DIGITS) return null;
        for (int i = 0; i < digits.length(); i++) if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return null;
        return new BigDecimal(digits);
    }

    private static Numeral numeral(BigDecimal value, int end) {
        return new Numeral(value, end, BigDecimal.ONE, Numeral.Form.DIGITS);
    }

    private static boolean isPoint(Tokens tokens, int i) {
        Token point = tokens.at(i);
        Token next = tokens.at(i + 1);
        return (point.is(".") || point.is("\u00B7"))
                && next.isDigits()
                && !next.spaced()
                && (i == 0 || !point.spaced() || !tokens.at(i - 1).isDigits() || point.is("."));
    }

    /** Whether a point at {@code i} may start a number, as in "a .5 share" or "$.5". */
    private static boolean mayStart(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        return tokens.at(i).spaced() || !before.isDigits() && !before.isWord() && !before.is(".");
    }

    private static Numeral whole(Tokens tokens, int i) {
        BigDecimal single = value(tokens.at(i));
        if (single == null) return null;
        if (tokens.at(i).folded().length() > 3) return numeral(single, i + 1);
        StringBuilder digits = new StringBuilder(tokens.at(i).folded());
        int groups = 0;
        int twos = 0;
        int end = i + 1;
        int last = 3;
        char separator = separator(tokens, end);
        if (isDecimalComma(tokens, i)) return numeral(withDecimals(tokens, i), i + 3);
        for (int at = end; separator != 0 && separator(tokens, at) == separator; groups++) {
            Token group = tokens.at(separator == ' ' ? at : at + 1);
            last = group.folded().length();
            if (last == 2) twos++;
            if (last < 2 || last > 3 || digits.length() > MAX_DIGITS)
                return groups == 0 && separator != ',' ? numeral(single, i + 1) : null;
            digits.append(group.folded());
            at = separator == ' ' ? at + 1 : at + 2;
            end = at;
        }
        boolean indian = groups > 1 && twos == groups - 1 && last == 3 && separator == ',';
        if (groups > 0 && twos > 0 && !indian || last != 3) return separator == ',' ? null : numeral(single, i + 1);
        return numeral(new BigDecimal(digits.toString()), end);
    }

    /** Whether "3,5" or "12,75" stands at {@code i}, which is a number only where something is measured. */
    static boolean isDecimalComma(Tokens tokens, int i) {
        return value(tokens.at(i)) != null
                && tokens.at(i + 1).is(",")
                && separator(tokens, i + 1) == ','
                && tokens.at(i + 2).folded().length() <= 2
                && value(tokens.at(i + 2)) != null
                && separator(tokens, i + 3) == 0
                && !isPoint(tokens, i + 3);
    }

    private static BigDecimal withDecimals(Tokens tokens, int i) {
        BigDecimal decimals = value(tokens.at(i + 2));
        return value(tokens.at(i))
                .add(decimals.movePointLeft(tokens.at(i + 2).folded().length()));
    }

    /** What parts the digits before {@code i} from a group of digits after it; 0 where nothing does. */
    private static char separator(Tokens tokens, int i) {
        Token mark = tokens.at(i);
        if (mark.isDigits()) {
            int gap = tokens.at(i - 1).end();
            boolean narrow = mark.start() == gap + 1
                    && "\u00A0\u2007\u2009\u202F".indexOf(tokens.text().charAt(gap)) >= 0;
            return narrow && mark.folded().length() == 3 ? ' ' : 0;
        }
        Token next = tokens.at(i + 1);
        if (mark.spaced() || !next.isDigits() || next.spaced()) return 0;
        return mark.is(",") || mark.is("'") ? mark.folded().charAt(0) : 0;
    }

    private static Numeral exponent(Tokens tokens, Numeral number) {
        int i = number.end();
        if (tokens.at(i).is("e") && !tokens.at(i).spaced()) {
            Token sign = tokens.at(i + 1);
            boolean signed = !sign.spaced() && (sign.is("-") || sign.is("+"));
            Token power = tokens.at(signed ? i + 2 : i + 1);
            return power.spaced() || !power.isDigits()
                    ? number
                    : scaled(number, power.folded(), sign.is("-"), signed ? i + 3 : i + 2);
        }
        boolean times = tokens.at(i).is("x")
                || tokens.at(i).is("\u00D7")
                || tokens.at(i).is("*");
        return times && tokens.at(i + 1).is("10") ? power(tokens, i + 2, number) : number;
    }

    /** "^5", "⁵", "^-5" after a ten. */
    private static Numeral power(Tokens tokens, int i, Numeral number) {
        boolean caret = tokens.at(i).is("^");
        int at = caret ? i + 1 : i;
        boolean minus = tokens.at(at).is(caret ? "-" : "\u207B")
                || caret && tokens.at(at).is("\u2212");
        if (minus) at++;
        if (caret)
            return tokens.at(at).isDigits() ? scaled(number, tokens.at(at).folded(), minus, at + 1) : number;
        StringBuilder digits = new StringBuilder();
        for (; digits.length() < 3 && !tokens.at(at).spaced(); at++) {
            int digit = tokens.at(at).text().length() == 1
                    ? SUPERSCRIPTS.indexOf(tokens.at(at).text())
                    : -1;
            if (digit < 0) break;
            digits.append(digit);
        }
        return digits.length() == 0 ? number : scaled(number, digits.toString(), minus, at);
    }

    private static Numeral scaled(Numeral number, String power, boolean minus, int end) {
        if (power.length() > 2 || Integer.parseInt(power) > MAX_EXPONENT) return number;
        int exponent = minus ? -Integer.parseInt(power) : Integer.parseInt(power);
        return numeral(number.value().scaleByPowerOfTen(exponent), end);
    }
}
