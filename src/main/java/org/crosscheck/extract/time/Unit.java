package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** A unit of the calendar or the clock: how ISO 8601 writes it, how to step by it, and the span of one of it. */
enum Unit {
    SECOND("PT", "S", 1, ChronoUnit.SECONDS),
    MINUTE("PT", "M", 1, ChronoUnit.MINUTES),
    HOUR("PT", "H", 1, ChronoUnit.HOURS),
    DAY("P", "D", 1, ChronoUnit.DAYS),
    WEEKEND("P", "W", 1, ChronoUnit.WEEKS),
    WEEK("P", "W", 1, ChronoUnit.WEEKS),
    FORTNIGHT("P", "W", 2, ChronoUnit.WEEKS),
    MONTH("P", "M", 1, ChronoUnit.MONTHS),
    QUARTER("P", "M", 3, ChronoUnit.MONTHS),
    YEAR("P", "Y", 1, ChronoUnit.YEARS),
    DECADE("P", "Y", 10, ChronoUnit.YEARS),
    CENTURY("P", "Y", 100, ChronoUnit.YEARS),
    MILLENNIUM("P", "Y", 1000, ChronoUnit.YEARS);

    /** Steps are bounded so that the calendar does not end. */
    private static final long MOST = 9_000;

    private final String prefix;
    private final String designator;
    private final int factor;
    private final ChronoUnit step;

    Unit(String prefix, String designator, int factor, ChronoUnit step) {
        this.prefix = prefix;
        this.designator = designator;
        this.factor = factor;
        this.step = step;
    }

    boolean isClock() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    /** {@code count} of it in ISO 8601. */
    String iso(BigDecimal count) {
        return prefix + designated(count);
    }

    /** {@code count} of it within a duration of ISO 8601: 18M. */
    String designated(BigDecimal count) {
        return plain(count.multiply(BigDecimal.valueOf(factor))) + designator;
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The time {@code count} of it later; earlier where negative. */
    LocalDateTime shift(LocalDateTime from, BigDecimal count) {
        BigDecimal steps = count.multiply(BigDecimal.valueOf(factor));
        if (steps.abs().compareTo(BigDecimal.valueOf(this == SECOND || this == MINUTE ? MOST * MOST : MOST)) > 0)
            return null;
        if (step == ChronoUnit.YEARS)
            return from.plusMonths(steps.multiply(BigDecimal.valueOf(12)).longValue());
        return from.plus(steps.longValue(), step);
    }

    LocalDate shift(LocalDate from, int count) {
        return from.plus((long) count * factor, step);
    }

    /** The one of it that {@code day} lies in. Weeks start on Monday (ISO 8601); a weekend is that week's last two days. */
    Span around(LocalDate day) {
        return switch (this) {
            case SECOND, MINUTE, HOUR, DAY -> Span.day(day);
            case WEEKEND -> Span.days(monday(day).plusDays(5), monday(day).plusDays(6));
            case WEEK -> Span.days(monday(day), monday(day).plusDays(6));
            case FORTNIGHT -> Span.days(monday(day), monday(day).plusDays(13));
            case MONTH -> Span.month(YearMonth.from(day));
            case QUARTER -> Span.quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
            case YEAR -> Span.year(day.getYear());
            case DECADE -> Span.decade(Math.floorDiv(day.getYear(), 10) * 10);
            case CENTURY -> Span.century(Math.floorDiv(day.getYear(), 100));
            case MILLENNIUM ->
                Span.years(Math.floorDiv(day.getYear(), 1000) * 1000, Math.floorDiv(day.getYear(), 1000) * 1000 + 999);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** A smaller unit that so many make one of this, for parts: a half year is six months. Null where there is none. */
    Unit smaller() {
        return switch (this) {
            case MINUTE -> SECOND;
            case HOUR -> MINUTE;
            case DAY -> HOUR;
            case QUARTER, YEAR -> MONTH;
            case DECADE, CENTURY, MILLENNIUM -> YEAR;
            default -> null;
        };
    }

    /** How many of {@link #smaller} one of it is. */
    int perSmaller() {
        return switch (this) {
            case MINUTE, HOUR -> 60;
            case DAY -> 24;
            case QUARTER -> 3;
            case YEAR -> 12;
            case DECADE -> 10;
            case CENTURY -> 100;
            case MILLENNIUM -> 1000;
            default -> 1;
        };
    }
}
