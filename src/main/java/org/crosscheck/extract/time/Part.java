package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.YearMonth;

/** Whole units inside a span, counted from its start: the first week of a month is its days 1 to 7. */
final class Part {
    private Part() {}

    /**
     * {@code count} units of {@code span} after leaving out {@code before} of them, or the last ones where {@code before} is
     * negative. Null where the span has none such.
     */
    static Span of(Span span, Unit unit, int before, int count) {
        if (span == null) return null;
        LocalDate first = before < 0 ? unit.shift(span.last().plusDays(1), before) : unit.shift(span.first(), before);
        LocalDate last = unit.shift(first, count).minusDays(1);
        if (first.isBefore(span.first()) || first.isAfter(span.last()) || last.isAfter(span.last())) return null;
        return switch (unit) {
            case DAY -> first.equals(last) ? Span.day(first) : Span.days(first, last);
            case MONTH, QUARTER ->
                count == 1 && unit == Unit.MONTH
                        ? Span.month(YearMonth.from(first))
                        : Span.months(YearMonth.from(first), YearMonth.from(last));
            case YEAR -> count == 1 ? Span.year(first.getYear()) : Span.years(first.getYear(), last.getYear());
            case DECADE ->
                count == 1 && first.getYear() % 10 == 0
                        ? Span.decade(first.getYear())
                        : Span.years(first.getYear(), last.getYear());
            case WEEKEND -> null;
            default -> Span.days(first, last);
        };
    }
}
