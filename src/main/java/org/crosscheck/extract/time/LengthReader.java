package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.util.List;

/** Reads lengths of time: "three hours", "six-year", "a year and a half", "1h 30m", "a few weeks", "two to three days". */
final class LengthReader {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Counts counts;

    LengthReader(Counts counts) {
        this.counts = counts;
    }

    /** The length at {@code i}, without modifiers; null where there is none, or the words state an age or a rate. */
    Length read(Terms terms, int i) {
        Counts.Count count = counts.at(terms, i);
        if (count == null) return null;
        int at = terms.isHyphen(count.end()) ? count.end() + 1 : afterAdjective(terms, count.end());
        boolean tied = at > count.end() || terms.isTied(at);
        Unit unit = unit(terms, at, count, tied);
        if (unit == null) return null;
        int end = at + 1;
        if (count.article() && !isLasting(terms, i, end, terms.at(i).folded(), unit)) return null;
        if (terms.isHyphen(end) && terms.isAny(end + 1, "ago", "earlier", "end", "round", "over")) return null;
        Length length = new Length(end, count.low(), count.high(), count.step(), unit, List.of());
        if (count.article() && terms.is(end, "or") && terms.is(end + 1, "two"))
            return new Length(end + 2, BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.ONE, unit, List.of());
        length = withRest(terms, length);
        return afterAge(terms, length);
    }

    private static int afterAdjective(Terms terms, int i) {
        return terms.has(i, Sense.ADJECTIVE) ? i + 1 : i;
    }

    private static Unit unit(Terms terms, int i, Counts.Count count, boolean tied) {
        if (terms.has(i, Sense.LETTER)) {
            boolean clock = terms.isTied(i)
                    && terms.at(i - 1).isDigits()
                    && terms.at(i).text().length() == 1;
            return clock
                            && !terms.is(i, "s")
                            && terms.at(i).text().equals(terms.at(i).folded())
                            && isCompact(terms, i)
                    ? Unit.valueOf(terms.value(i, Sense.LETTER))
                    : null;
        }
        if (terms.at(i).isCapitalised() && !terms.at(i - 1).isCapitalised() && !terms.isHyphen(i - 1)) return null;
        if (terms.is(i + 1, "'")
                && terms.at(i).isCapitalised()
                && terms.at(i + 2).isCapitalised()) return null;
        if (count.article() && !terms.has(i, Sense.UNIT)) return null;
        if (terms.has(i, Sense.UNITS)) {
            Unit unit = Unit.valueOf(terms.value(i, Sense.UNITS));
            return unit == Unit.QUARTER && (terms.is(i + 1, "of") || terms.is(i - 1, "three")) ? null : unit;
        }
        if (!terms.has(i, Sense.UNIT)) return null;
        boolean one = count.high().compareTo(BigDecimal.ONE) <= 0;
        Unit unit = Unit.valueOf(terms.value(i, Sense.UNIT));
        if (!tied && !one) return null;
        if (one && !tied && (unit == Unit.SECOND || unit == Unit.QUARTER)) return null;
        boolean half = count.low().compareTo(HALF) == 0;
        return half && (unit == Unit.DAY && terms.is(i, "night") || unit == Unit.QUARTER) ? null : unit;
    }

    /** "2h", "1h30m", "90m" only where more of the kind follows or precedes. */
    private static boolean isCompact(Terms terms, int i) {
        return terms.is(i, "h") && !(terms.isTied(i + 1) && !terms.has(i + 2, Sense.LETTER))
                || terms.at(i + 1).isDigits() && terms.has(i + 2, Sense.LETTER)
                || terms.has(i - 2, Sense.LETTER);
    }

    /** "A week", "one day": lengths after "for" or before "ago", not in "twice a week" or "one day". */
    private static boolean isLasting(Terms terms, int i, int end, String article, Unit unit) {
        if (terms.isAny(end, "ago", "later", "earlier", "before", "after", "from", "long", "hence", "prior")
                || terms.isHyphen(i + 1)) return true;
        if (terms.is(end, "and") && terms.is(end + 1, "a") && terms.is(end + 2, "half")) return true;
        if (terms.isHyphen(end) && terms.is(end + 1, "long")) return false;
        if (article.equals("one") && (unit != Unit.DAY || terms.isAny(i - 1, "a", "the", "this"))) return true;
        return terms.has(i - 1, Sense.LASTING) && !terms.at(end).is("'s");
    }

    /** "A year and a half", "two hours and ten minutes", "1h 30m", "ten years, six months and two days". */
    private Length withRest(Terms terms, Length length) {
        int end = length.end();
        if (!length.isExact() || length.step().compareTo(BigDecimal.ONE) != 0) return length;
        if (terms.is(end, "and") && terms.is(end + 1, "a") && terms.is(end + 2, "half"))
            return new Length(end + 3, length.low().add(HALF), length.high().add(HALF), HALF, length.unit(), List.of());
        Length longer = withPart(terms, length);
        return longer == length ? length : withPart(terms, longer);
    }

    private Length withPart(Terms terms, Length length) {
        int at = terms.isAny(length.end(), "and", ",") ? length.end() + 1 : length.end();
        if (terms.is(at, "and")) at++;
        Counts.Count count = counts.at(terms, at);
        if (count == null
                || count.article() && !terms.is(at, "one")
                || count.low().compareTo(count.high()) != 0) return length;
        int word = terms.isHyphen(count.end()) ? count.end() + 1 : count.end();
        Unit unit = unit(terms, word, count, terms.isTied(word));
        if (unit == null || !mayFollow(unit, length.smallest())) return length;
        return length.and(word + 1, new Length.Part(unit, count.low()));
    }

    private static boolean mayFollow(Unit unit, Unit larger) {
        boolean near = unit.isClock() == larger.isClock() || unit == Unit.HOUR && larger == Unit.DAY;
        boolean usual = unit == larger.smaller() || unit == Unit.DAY || unit == Unit.WEEK || unit == Unit.MONTH;
        return unit.compareTo(larger) < 0 && near && usual;
    }

    /** An age of a person is left alone; that of a war or a company is a length. */
    private static Length afterAge(Terms terms, Length length) {
        int end = length.end();
        if (terms.is(end, "of") && terms.is(end + 1, "age")) return null;
        int old = terms.isHyphen(end) ? end + 1 : end;
        if (old > end && terms.is(old, "long")) return length.until(old + 1);
        if (!terms.isAny(old, "old", "olds")) return length;
        if (old == end) return null;
        for (int k = old + 1; k <= old + 4; k++) if (terms.has(k, Sense.THING)) return length.until(old + 1);
        return null;
    }
}
