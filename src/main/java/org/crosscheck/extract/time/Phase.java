package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Early, in the middle of, or late in a span: its first, middle or last third, in whole units of the next smaller kind.
 *
 * <table>
 *   <tr><td>month</td><td>days 1 to 10</td><td>11 to 20</td><td>21 to the last</td></tr>
 *   <tr><td>season, quarter</td><td colspan="3">its first, second, third month</td></tr>
 *   <tr><td>year</td><td>January to April</td><td>May to August</td><td>September to December</td></tr>
 *   <tr><td>decade</td><td>years 0 to 3</td><td>4 to 6</td><td>7 to 9</td></tr>
 *   <tr><td>century</td><td>years 00 to 33</td><td>34 to 66</td><td>67 to 99</td></tr>
 * </table>
 *
 * A day and a week stay whole.
 */
enum Phase {
    EARLY,
    MIDDLE,
    LATE;

    Span of(Span span) {
        int year = span.first().getYear();
        return switch (span.unit()) {
            case MONTH -> span.from().equals(span.to()) ? ofMonth(span) : span;
            case QUARTER -> Span.month(YearMonth.from(span.first()).plusMonths(ordinal()));
            case YEAR ->
                span.from().equals(span.to())
                        ? Span.months(YearMonth.of(year, 1 + 4 * ordinal()), YearMonth.of(year, 4 + 4 * ordinal()))
                        : span;
            case DECADE -> Span.years(year + pick(0, 4, 7), year + pick(3, 6, 9));
            case CENTURY -> Span.years(year + pick(0, 34, 67), year + pick(33, 66, 99));
            default -> span;
        };
    }

    private Span ofMonth(Span month) {
        LocalDate first = month.first().withDayOfMonth(pick(1, 11, 21));
        return Span.days(first, this == LATE ? month.last() : month.first().withDayOfMonth(pick(10, 20, 0)));
    }

    private int pick(int early, int middle, int late) {
        return this == EARLY ? early : this == MIDDLE ? middle : late;
    }
}
