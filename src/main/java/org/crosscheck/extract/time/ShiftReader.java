package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Times by their place from the reference or the time mentioned last: "yesterday", "tonight", "last week", "this morning",
 * "next Tuesday", "the following year", "the past three months". A calendar unit is meant whole, so "last year" is the year;
 * "the past year" and "the last year" run up to the reference.
 */
final class ShiftReader implements Reader {
    static final String RELATIVE = "time.relative";

    private final Reader holidays;
    private final Counts counts;

    ShiftReader(Reader holidays, Counts counts) {
        this.holidays = holidays;
        this.counts = counts;
    }

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.has(i, Sense.DAY)) {
            int days = terms.number(i, Sense.DAY);
            int end = terms.is(i, "tonight") ? i + 1 : WeekdayReader.afterPart(terms, i + 1);
            return new Reading(end, setting -> Span.day(setting.today().plusDays(days)), RELATIVE);
        }
        boolean the = terms.is(i, "the") || terms.isAny(i, "this", "that") && terms.has(i + 1, Sense.SHIFT);
        int at = the ? i + 1 : i;
        if (the && terms.is(at, "weekend")) return weekend(at + 1);
        return terms.has(at, Sense.SHIFT) ? shift(terms, at, the) : null;
    }

    /** "The weekend" alone: the last one, or the coming one where the words look ahead. */
    private static Reading weekend(int end) {
        return new Reading(
                end,
                setting -> {
                    Span weekend = Unit.WEEKEND.around(setting.today());
                    boolean last =
                            setting.tense() != Tense.FUTURE && weekend.first().isAfter(setting.today());
                    return last ? Unit.WEEKEND.around(setting.today().minusWeeks(1)) : weekend;
                },
                RELATIVE);
    }

    private Reading shift(Terms terms, int i, boolean the) {
        String[] value = terms.value(i, Sense.SHIFT).split(" ");
        int shift = Integer.parseInt(value[0]);
        boolean anchored = value[1].equals("anchor");
        int at = i + 1;
        if (terms.isAny(at, "fiscal", "calendar", "financial", "school", "academic")) at++;
        if (terms.has(at, Sense.UNIT)) return unit(terms, i, at, shift, anchored, the);
        if (terms.has(at, Sense.PART)) {
            int days = terms.is(i, "next") ? 1 : shift;
            boolean fromAnchor = anchored || terms.is(i, "next");
            return terms.isAny(i, "past", "coming")
                    ? null
                    : new Reading(
                            at + 1,
                            setting -> Span.day(
                                    (fromAnchor ? setting.anchorLast(Unit.DAY) : setting.today()).plusDays(days)),
                            RELATIVE);
        }
        if (terms.has(at, Sense.WEEKDAY) && terms.at(at).isCapitalised()) return weekday(terms, at, shift, anchored);
        if (DateReader.isMonth(terms, at) && !terms.at(at + 1).isDigits()) {
            CalendarDate month = CalendarDate.ofMonth(null, terms.number(at, Sense.MONTH));
            return new Reading(
                    terms.afterDot(at + 1), setting -> month.yearly().shifted(shift, setting), DateReader.MONTH);
        }
        if (terms.has(at, Sense.SEASON)) {
            Yearly season = YearPartReader.season(null, terms.number(at, Sense.SEASON));
            return new Reading(at + 1, setting -> season.shifted(shift, setting), YearPartReader.SEASON);
        }
        Reading holiday = holidays.read(terms, at);
        if (holiday != null && holiday.expression() instanceof Yearly yearly)
            return new Reading(holiday.end(), setting -> yearly.shifted(shift, setting), holiday.rule());
        boolean verb =
                !the && !terms.isAny(i - 1, "in", "over", "during", "for", "within", "of", "through", "these", "those");
        return verb ? null : run(terms, i, shift);
    }

    /** "The past three months": from the unit that many back to the current one. */
    private Reading run(Terms terms, int i, int shift) {
        Counts.Count count = counts.at(terms, i + 1);
        if (shift == 0 || count == null || count.article() || count.low().compareTo(count.high()) != 0) return null;
        int at =
                terms.isAny(count.end(), "full", "consecutive", "straight", "calendar") ? count.end() + 1 : count.end();
        boolean hyphen = terms.isHyphen(at) && terms.has(at + 1, Sense.UNIT);
        if (!terms.has(at, Sense.UNITS) && !hyphen) return null;
        Unit unit = Unit.valueOf(hyphen ? terms.value(at + 1, Sense.UNIT) : terms.value(at, Sense.UNITS));
        if (terms.is(at + 1, "of") || hyphen) return null;
        BigDecimal steps = count.low().multiply(BigDecimal.valueOf(shift));
        return new Reading(at + 1, setting -> upTo(setting, unit, steps), RELATIVE);
    }

    private static Span upTo(Setting setting, Unit unit, BigDecimal steps) {
        LocalDateTime other = unit.shift(setting.now(), steps);
        if (other == null) return null;
        Unit precise = switch (unit) {
            case QUARTER -> Unit.MONTH;
            case DECADE, CENTURY, MILLENNIUM -> Unit.YEAR;
            case WEEK, FORTNIGHT, WEEKEND -> Unit.DAY;
            default -> unit;
        };
        Span now = precise.around(setting.today());
        Span then = precise.around(other.toLocalDate());
        return steps.signum() < 0 ? Span.between(then, now) : Span.between(now, then);
    }

    private static Reading unit(Terms terms, int i, int at, int shift, boolean anchored, boolean the) {
        Unit unit = Unit.valueOf(terms.value(at, Sense.UNIT));
        boolean night = terms.is(at, "night");
        if (unit.isClock() || the && terms.is(at + 1, "of") || terms.isHyphen(at + 1) && terms.isTied(at + 1))
            return null;
        if (unit == Unit.DAY && !night && !anchored && !terms.is(i, "next")) return null;
        if (terms.is(i, "past") && !the || terms.is(i, "this") && unit == Unit.DAY && !night) return null;
        if (the && terms.isAny(i, "past", "last") && unit != Unit.WEEKEND && unit != Unit.QUARTER && unit != Unit.DAY)
            return new Reading(at + 1, setting -> upTo(setting, lower(unit), scaled(unit, shift)), RELATIVE);
        boolean next = the && terms.is(i, "next");
        if (next && unit != Unit.DAY && unit != Unit.WEEKEND)
            return new Reading(
                    at + 1,
                    setting -> setting.tense() == Tense.PAST
                            ? shifted(unit, setting.anchorLast(unit), 1)
                            : upTo(setting, lower(unit), scaled(unit, 1)),
                    RELATIVE);
        boolean fromAnchor = anchored || unit == Unit.DAY && next || terms.is(i, "next") && unit == Unit.DAY;
        return new Reading(
                at + 1,
                setting -> {
                    if (!fromAnchor) return shifted(unit, setting.today(), shift);
                    // what follows something not mentioned is unknown
                    if (shift > 0 && !setting.hasAnchor(unit) && setting.tense() != Tense.FUTURE) return null;
                    return shifted(unit, shift > 0 ? setting.anchorLast(unit) : setting.anchorFirst(unit), shift);
                },
                RELATIVE);
    }

    private static Span shifted(Unit unit, LocalDate from, int shift) {
        return unit.around(unit.shift(from, shift));
    }

    /** A year up to now is told in months, a month and a week in days. */
    private static Unit lower(Unit unit) {
        return switch (unit) {
            case YEAR -> Unit.MONTH;
            case DECADE, CENTURY, MILLENNIUM -> Unit.YEAR;
            default -> Unit.DAY;
        };
    }

    private static BigDecimal scaled(Unit unit, int shift) {
        int many = switch (unit) {
            case YEAR -> 12;
            case DECADE -> 10;
            case CENTURY -> 100;
            case MILLENNIUM -> 1000;
            case MONTH -> 30;
            case FORTNIGHT -> 14;
            case WEEK -> 7;
            default -> 1;
        };
        return BigDecimal.valueOf((long) many * shift);
    }

    private static Reading weekday(Terms terms, int at, int shift, boolean anchored) {
        DayOfWeek weekday = DayOfWeek.of(terms.number(at, Sense.WEEKDAY));
        return new Reading(
                WeekdayReader.afterPart(terms, at + 1),
                setting -> {
                    LocalDate from = anchored ? setting.anchorLast(Unit.DAY) : setting.today();
                    if (shift > 0) return Span.day(from.with(TemporalAdjusters.next(weekday)));
                    if (shift < 0) return Span.day(from.with(TemporalAdjusters.previous(weekday)));
                    return Span.day(from.with(
                            anchored || setting.tense() == Tense.PAST
                                    ? TemporalAdjusters.previousOrSame(weekday)
                                    : TemporalAdjusters.nextOrSame(weekday)));
                },
                WeekdayReader.WEEKDAY);
    }
}
