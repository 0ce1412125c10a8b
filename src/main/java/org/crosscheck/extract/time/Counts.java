package org.crosscheck.extract.time;

import java.math.BigDecimal;
import org.crosscheck.extract.quantity.Numbers;
import org.crosscheck.extract.quantity.Numeral;

/** The numbers that units of time are counted in: "18", "1,000", "2.5", "twenty-one", "two and a half", "a few", "half a". */
final class Counts {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MOST = BigDecimal.valueOf(999_999_999);
    private static final int MOST_DECIMALS = 6;

    private final Numbers numbers;

    Counts(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * A number in a text; see {@link Length} for its parts.
     *
     * @param article whether it is only "a", "an", or "one"
     */
    record Count(int end, BigDecimal low, BigDecimal high, BigDecimal step, boolean article) {
        static Count of(int end, BigDecimal number, BigDecimal step) {
            return new Count(end, number, number, step, false);
        }

        Count to(Count more) {
            return new Count(more.end, low, more.high, step.min(more.step), false);
        }
    }

    /** The number at {@code i}; null where there is none. */
    Count at(Terms terms, int i) {
        Count first = one(terms, i);
        if (first == null || first.article()) return first;
        int to = first.end();
        boolean joined = terms.isHyphen(to) || terms.isAny(to, "to", "or");
        if (terms.isHyphen(to) && terms.is(to + 1, "to")) to++;
        if (!joined) return first;
        int next = terms.isHyphen(to + 1) ? to + 2 : to + 1;
        Count second = one(terms, next);
        if (second == null || second.article() || second.low().compareTo(first.high()) <= 0) return first;
        return first.to(second);
    }

    private Count one(Terms terms, int i) {
        if (terms.at(i).isDigits()) return digits(terms, i);
        if (terms.is(i, "half")) return half(terms, i);
        if (terms.isAny(i, "a", "an")) return article(terms, i);
        if (terms.has(i, Sense.VAGUE)) return vague(terms, i);
        return terms.has(i, Sense.CARDINAL) ? number(terms, i) : null;
    }

    private Count number(Terms terms, int i) {
        Numeral numeral = numbers.at(terms.tokens(), i).orElse(null);
        if (numeral == null
                || numeral.form() == Numeral.Form.PART
                || numeral.value().compareTo(MOST) > 0) return null;
        BigDecimal value = numeral.value().stripTrailingZeros();
        if (value.scale() <= 0)
            return withHalf(terms, numeral.end(), value, value.equals(BigDecimal.ONE) && terms.is(i, "one"));
        boolean decimal = terms.is(numeral.end() - 2, ".");
        BigDecimal step = decimal ? BigDecimal.ONE.movePointLeft(value.scale()) : HALF;
        return value.scale() > MOST_DECIMALS ? null : Count.of(numeral.end(), value, step);
    }

    private static Count withHalf(Terms terms, int end, BigDecimal whole, boolean article) {
        if (terms.is(end, "and") && terms.is(end + 1, "a") && terms.is(end + 2, "half") && !terms.has(end, Sense.UNIT))
            return Count.of(end + 3, whole.add(HALF), HALF);
        if (terms.isHyphen(end) && terms.is(end + 1, "and") && terms.is(end + 3, "a") && terms.is(end + 5, "half"))
            return Count.of(end + 6, whole.add(HALF), HALF);
        return new Count(end, whole, whole, BigDecimal.ONE, article);
    }

    private static Count half(Terms terms, int i) {
        int end = terms.isAny(i + 1, "a", "an") || terms.isHyphen(i + 1) ? i + 2 : i + 1;
        return Count.of(end, HALF, HALF);
    }

    private static Count article(Terms terms, int i) {
        if (terms.has(i + 1, Sense.VAGUE)) return vague(terms, i + 1);
        if (terms.is(i + 1, "half") && !terms.is(i + 2, "a")) return half(terms, i + 1);
        if (terms.isAny(i + 1, "hundred", "thousand"))
            return Count.of(i + 2, BigDecimal.valueOf(terms.is(i + 1, "hundred") ? 100 : 1000), BigDecimal.ONE);
        return new Count(i + 1, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, true);
    }

    private static Count vague(Terms terms, int i) {
        String[] bounds = terms.value(i, Sense.VAGUE).split(" ");
        boolean couple = terms.is(i, "couple");
        int end = couple && terms.is(i + 1, "of") ? i + 2 : i + 1;
        return new Count(end, new BigDecimal(bounds[0]), new BigDecimal(bounds[1]), BigDecimal.ONE, false);
    }

    private Count digits(Terms terms, int i) {
        if (terms.isTied(i)
                && (terms.at(i - 1).isDigits()
                        || terms.at(i - 1).isWord()
                        || terms.isAny(i - 1, "$", "€", "£", ".", ",", ":", "/", "#", "%"))) return null;
        return number(terms, i);
    }
}
