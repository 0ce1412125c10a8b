package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * A date as far as it is given; 0 and null where it is not. A year that is missing is
 * that of the time told of just before ("In 1969 he left. In May he returned."), else found by {@link Yearly}; a weekday alone is the most recent one, today included, and in the future tense the coming one,
 * today included.
 */
record CalendarDate(Integer year, int month, int day, DayOfWeek weekday) implements Expression {
    static CalendarDate ofMonth(Integer year, int month) {
        return new CalendarDate(year, month, 0, null);
    }

    static CalendarDate ofWeekday(int number) {
        return new CalendarDate(null, 0, 0, DayOfWeek.of(number));
    }

    CalendarDate on(DayOfWeek weekday) {
        return new CalendarDate(year, month, day, weekday);
    }

    CalendarDate withYear(Integer year) {
        return new CalendarDate(year, month, day, weekday);
    }

    CalendarDate withMonth(int month) {
        return new CalendarDate(year, month, day, weekday);
    }

    @Override
    public Span in(Setting setting) {
        if (year != null) return at(year);
        if (month == 0) return Span.day(weekdayIn(setting));
        if (setting.told() != null && setting.tense() != Tense.FUTURE && weekday == null)
            return following(setting.told());
        Yearly yearly = yearly();
        return weekday == null ? yearly.in(setting) : yearly.on(weekday, setting);
    }

    Yearly yearly() {
        return new Yearly(null, this::at);
    }

    private LocalDate weekdayIn(Setting setting) {
        return setting.today()
                .with(
                        setting.tense() == Tense.FUTURE
                                ? TemporalAdjusters.nextOrSame(weekday)
                                : TemporalAdjusters.previousOrSame(weekday));
    }

    private Span at(int year) {
        if (month == 0) return Span.year(year);
        YearMonth in = YearMonth.of(year, month);
        if (day == 0) return Span.month(in);
        return in.isValidDay(day) ? Span.day(in.atDay(day)) : null;
    }

    /** The first such date from {@code start} on: the end of a range. */
    Span following(Span start) {
        if (year != null) return at(year);
        if (month == 0) return Span.day(start.first().with(TemporalAdjusters.next(weekday)));
        Span same = at(start.first().getYear());
        return same != null && same.last().isBefore(start.first())
                ? at(start.first().getYear() + 1)
                : same;
    }
}
