package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.IntFunction;

/**
 * What comes once a year: a date, a month, a season, a quarter, a holiday. Without a year it is, in the past tense, the
 * latest that has begun, as long as that is not more than eight months back (ten for a day); in the future tense the earliest that is not
 * over; else the nearest, and the past one of two as near.
 *
 * @param year the year where the words give it, else null
 * @param inYear the one of a year; null where there is none, as on 29 February
 */
record Yearly(Integer year, IntFunction<Span> inYear) implements Expression {
    private static final int LONG_AGO = 245;
    private static final int LONG_AGO_FOR_A_DAY = 300;

    @Override
    public Span in(Setting setting) {
        if (year != null) return inYear.apply(year);
        return nearest(past(setting.today()), future(setting.today()), setting);
    }

    /** The one that is on a weekday, this year or the last or the next; the nearest where none is. */
    Span on(DayOfWeek weekday, Setting setting) {
        Span past = past(setting.today());
        if (past != null && past.first().getDayOfWeek() == weekday) return past;
        Span future = future(setting.today());
        if (future != null && future.first().getDayOfWeek() == weekday) return future;
        return nearest(past, future, setting);
    }

    /** Last, this or next: the latest that is over, the nearest, the earliest that has not begun. */
    Span shifted(int shift, Setting setting) {
        LocalDate today = setting.today();
        if (shift == 0) {
            Span same = inYear.apply(today.getYear());
            return same != null && same.unit() != Unit.QUARTER ? same : in(setting);
        }
        for (int year = today.getYear() + shift; ; year -= shift) {
            Span one = inYear.apply(year);
            if (one == null) return null;
            boolean fits = shift < 0 ? one.last().isBefore(today) : one.first().isAfter(today);
            Span nearer = inYear.apply(year - shift);
            boolean nearerFits = nearer != null
                    && (shift < 0
                            ? nearer.last().isBefore(today)
                            : nearer.first().isAfter(today));
            if (fits && !nearerFits) return one;
            if (!fits) return inYear.apply(year + shift);
        }
    }

    private Span past(LocalDate today) {
        Span same = inYear.apply(today.getYear());
        return same != null && !same.first().isAfter(today) ? same : inYear.apply(today.getYear() - 1);
    }

    private Span future(LocalDate today) {
        Span same = inYear.apply(today.getYear());
        Span before = inYear.apply(today.getYear() - 1);
        if (before != null && !before.last().isBefore(today)) return before;
        return same != null && !same.last().isBefore(today) ? same : inYear.apply(today.getYear() + 1);
    }

    private static Span nearest(Span past, Span future, Setting setting) {
        if (past == null) return future;
        if (future == null || past.equals(future)) return past;
        long back = ChronoUnit.DAYS.between(past.last(), setting.today());
        long ahead = ChronoUnit.DAYS.between(setting.today(), future.first());
        int longAgo = past.isDay() ? LONG_AGO_FOR_A_DAY : LONG_AGO;
        return switch (setting.tense()) {
            case PAST -> back <= longAgo || back <= ahead ? past : future;
            case FUTURE -> future;
            case NONE -> back <= ahead ? past : future;
        };
    }
}
