package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;

/**
 * Parts of a time that has its own words: "early 2016", "mid-May", "the end of last year", "earlier this week" (the whole
 * week), "the first half of 2017", "the last week of April", "circa 1850".
 */
final class PhaseReader implements Reader {
    private final Reader times;

    PhaseReader(Reader times) {
        this.times = times;
    }

    @Override
    public Reading read(Terms terms, int i) {
        int at = terms.is(i, "the") ? i + 1 : i;
        Reading read = null;
        if (terms.has(at, Sense.PHASE)) read = phase(terms, at);
        if (read == null && (terms.has(at, Sense.UNIT) || terms.is(at, "weekend"))) read = week(terms, at);
        if (read == null && at == i && terms.has(at, Sense.WITHIN)) read = within(terms, at);
        if (read == null && at == i && terms.has(at, Sense.ABOUT)) read = about(terms, at);
        return read != null ? read : half(terms, at);
    }

    private Reading phase(Terms terms, int i) {
        Phase phase = Phase.valueOf(terms.value(i, Sense.PHASE));
        int at = i + 1;
        boolean to = terms.is(i + 1, "to") || terms.isHyphen(i + 1) && terms.is(i + 2, "to");
        if (to) {
            at = terms.is(i + 1, "to") ? i + 2 : i + 3;
            if (terms.isHyphen(at)) at++;
            if (!terms.has(at, Sense.PHASE)) return null;
            at++;
        }
        boolean noun = terms.isAny(i, "end", "beginning", "start", "middle", "outset", "close");
        if (terms.isHyphen(at)) at++;
        else if (terms.is(at, "of") || !noun && terms.isAny(at, "in", "on")) at++;
        else if (noun) return null;
        Reading inner = unit(terms, at);
        if (inner == null) inner = times.read(terms, at);
        if (inner == null) return null;
        Expression of = inner.expression();
        return new Reading(
                inner.end(),
                setting -> {
                    Span span = of.in(setting);
                    return span == null ? null : phase.of(span);
                },
                inner.rule());
    }

    /** "the week of May 8", "the month of May", "year-end". */
    private Reading week(Terms terms, int i) {
        Unit unit = Unit.valueOf(terms.value(i, Sense.UNIT));
        if (unit.compareTo(Unit.DAY) <= 0) return null;
        if (terms.isHyphen(i + 1) && terms.is(i + 2, "end") && unit != Unit.WEEK)
            return new Reading(i + 3, setting -> Phase.LATE.of(unit.around(setting.today())), ShiftReader.RELATIVE);
        boolean of = terms.isAny(i + 1, "of", "beginning", "starting");
        boolean ended = terms.isAny(i + 1, "ended", "ending") && unit == Unit.WEEK;
        Reading inner = of || ended ? times.read(terms, i + 2) : null;
        if (inner == null || !isDate(inner.rule()) && !inner.rule().equals(DateReader.RANGE)) return null;
        Expression date = inner.expression();
        return new Reading(
                inner.end(),
                setting -> {
                    Span span = date.in(setting);
                    if (span == null || !span.isDay()) return span;
                    return ended ? Span.days(span.first().minusDays(6), span.last()) : unit.around(span.first());
                },
                DateReader.RANGE);
    }

    /** "the month" after "the end of": the current one. */
    private static Reading unit(Terms terms, int i) {
        if (!terms.is(i, "the")
                || !terms.has(i + 1, Sense.UNIT)
                || terms.isAny(i + 1, "day", "night")
                || terms.is(i + 2, "of")) return null;
        Unit unit = Unit.valueOf(terms.value(i + 1, Sense.UNIT));
        if (unit.isClock()) return null;
        return new Reading(i + 2, setting -> unit.around(setting.today()), ShiftReader.RELATIVE);
    }

    private Reading within(Terms terms, int i) {
        int at = terms.isAny(i + 1, "in", "on") ? i + 2 : i + 1;
        Reading inner = at > i + 1 ? unit(terms, at) : null;
        if (inner == null) inner = times.read(terms, at);
        return inner == null || inner.rule().equals(YearReader.YEAR) ? null : inner;
    }

    private Reading about(Terms terms, int i) {
        int at = terms.is(i + 1, ".") && terms.isAny(i, "c", "ca") ? i + 2 : i + 1;
        if (at == i + 1 && terms.is(i, "c")) return null;
        int year = terms.isAny(i, "c", "ca", "circa") ? terms.fourDigits(at) : -1;
        Reading inner = year > 0 && !terms.isFragment(at, at)
                ? new Reading(at + 1, new CalendarDate(year, 0, 0, null), YearReader.YEAR)
                : times.read(terms, at);
        if (inner == null || terms.isAny(i, "about", "around", "approximately") && !isDate(inner.rule())) return null;
        Expression of = inner.expression();
        return new Reading(
                inner.end(),
                setting -> {
                    Span span = of.in(setting);
                    return span == null ? null : span.approximate();
                },
                inner.rule());
    }

    private static boolean isDate(String rule) {
        return rule.equals(DateReader.DATE) || rule.equals(DateReader.MONTH);
    }

    /** "first half of 2017", "last three months of 2016", "third week of May". */
    private Reading half(Terms terms, int i) {
        boolean last = terms.isAny(i, "last", "final");
        int nth = terms.has(i, Sense.ORDINAL) ? terms.number(i, Sense.ORDINAL) : last ? 1 : 0;
        if (nth < 1) return null;
        if (terms.has(i + 1, Sense.WEEKDAY) && terms.isAny(i + 2, "of", "in"))
            return weekday(terms, i, last ? -1 : nth);
        int at = terms.isHyphen(i + 1) ? i + 2 : i + 1;
        int count = terms.has(at, Sense.CARDINAL) ? terms.number(at, Sense.CARDINAL) : terms.digits(at, 1, 2);
        if (count > 0) at++;
        boolean half = terms.is(at, "half");
        if (!half && !terms.has(at, count > 1 ? Sense.UNITS : Sense.UNIT) || !terms.is(at + 1, "of")) return null;
        Reading inner = unit(terms, at + 2);
        if (inner == null) inner = times.read(terms, at + 2);
        if (inner == null) return null;
        Expression of = inner.expression();
        if (half) return new Reading(inner.end(), setting -> half(of.in(setting), last || nth == 2), DateReader.RANGE);
        Unit unit = Unit.valueOf(terms.value(at, count > 1 ? Sense.UNITS : Sense.UNIT));
        if (unit.isClock()) return null;
        int many = Math.max(1, count);
        int before = last ? -many : nth - 1;
        return new Reading(
                inner.end(),
                setting -> Part.of(of.in(setting), unit, before, many),
                unit == Unit.QUARTER ? YearPartReader.QUARTER : DateReader.RANGE);
    }

    /** "The first Tuesday of November", "the last Friday in April". */
    private Reading weekday(Terms terms, int i, int nth) {
        Reading month = times.read(terms, i + 3);
        if (month == null || !month.rule().equals(DateReader.MONTH)) return null;
        DayOfWeek weekday = DayOfWeek.of(terms.number(i + 1, Sense.WEEKDAY));
        Expression of = month.expression();
        return new Reading(
                month.end(),
                setting -> {
                    Span in = of.in(setting);
                    return in == null
                            ? null
                            : Span.day(in.first().with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday)));
                },
                WeekdayReader.WEEKDAY);
    }

    private static Span half(Span span, boolean second) {
        if (span == null) return null;
        return switch (span.unit()) {
            case MONTH ->
                Span.days(
                        second ? span.first().withDayOfMonth(16) : span.first(),
                        second ? span.last() : span.first().withDayOfMonth(15));
            case YEAR -> Part.of(span, Unit.MONTH, second ? 6 : 0, 6);
            case DECADE -> Part.of(span, Unit.YEAR, second ? 5 : 0, 5);
            case CENTURY -> Part.of(span, Unit.YEAR, second ? 50 : 0, 50);
            default -> span;
        };
    }
}
