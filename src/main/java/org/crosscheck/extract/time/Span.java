package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Days of the calendar, and how EDTF writes them.
 *
 * @param unit how precise it is
 * @param first its first day
 * @param last its last day
 * @param from the EDTF of its start
 * @param to the EDTF of its end, the same where it is no interval
 */
record Span(Unit unit, LocalDate first, LocalDate last, String from, String to) {

    private Span(Unit unit, LocalDate first, LocalDate last, String edtf) {
        this(unit, first, last, edtf, edtf);
    }

    static Span day(LocalDate day) {
        return new Span(Unit.DAY, day, day, iso(day));
    }

    static Span days(LocalDate first, LocalDate last) {
        return new Span(
                last.toEpochDay() - first.toEpochDay() == 6 ? Unit.WEEK : Unit.DAY, first, last, iso(first), iso(last));
    }

    static Span month(YearMonth month) {
        return new Span(Unit.MONTH, month.atDay(1), month.atEndOfMonth(), iso(month));
    }

    static Span months(YearMonth first, YearMonth last) {
        return new Span(Unit.MONTH, first.atDay(1), last.atEndOfMonth(), iso(first), iso(last));
    }

    static Span year(int year) {
        return new Span(Unit.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), iso(year));
    }

    static Span years(int first, int last) {
        return new Span(Unit.YEAR, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), iso(first), iso(last));
    }

    /** The ten years from {@code first}, which ends in 0. */
    static Span decade(int first) {
        return new Span(
                Unit.DECADE, LocalDate.of(first, 1, 1), LocalDate.of(first + 9, 12, 31), iso(first / 10, 3) + "X");
    }

    /** The hundred years that start with {@code hundreds}: 19 for 1900 to 1999, as "the 20th century" is used. */
    static Span century(int hundreds) {
        return new Span(
                Unit.CENTURY,
                LocalDate.of(hundreds * 100, 1, 1),
                LocalDate.of(hundreds * 100 + 99, 12, 31),
                iso(hundreds, 2) + "XX");
    }

    /** A season by its EDTF code, 21 to 24; the winter of a year starts in its December. */
    static Span season(int year, int code) {
        YearMonth start = YearMonth.of(year, (code - 21) * 3 + 3);
        return new Span(Unit.QUARTER, start.atDay(1), start.plusMonths(2).atEndOfMonth(), iso(year) + "-" + code);
    }

    /** A calendar quarter, as the interval of its months. */
    static Span quarter(int year, int quarter) {
        YearMonth start = YearMonth.of(year, quarter * 3 - 2);
        return new Span(
                Unit.QUARTER, start.atDay(1), start.plusMonths(2).atEndOfMonth(), iso(start), iso(start.plusMonths(2)));
    }

    /** Part of a day, from one EDTF date and time to another. */
    static Span clock(Unit unit, LocalDate day, String from, String to) {
        return new Span(unit, day, day, from, to);
    }

    /** From the start of one to the end of another. */
    static Span between(Span start, Span end) {
        return new Span(end.unit, start.first, end.last, start.from, end.to);
    }

    Span approximate() {
        return from.equals(to) && unit != Unit.QUARTER && from.length() <= 10
                ? new Span(unit, first, last, from + "~")
                : this;
    }

    Span since() {
        return new Span(unit, first, last, from, "..");
    }

    Span until() {
        return new Span(unit, first, last, "..", to);
    }

    /** All before it, up to the unit before its first. */
    Span before() {
        if (unit.isClock()) return new Span(unit, first, last, "..", from);
        return new Span(unit, first, last, "..", coarse().around(first.minusDays(1)).to);
    }

    /** All after it, from the unit after its last. */
    Span after() {
        if (unit.isClock()) return since();
        return new Span(unit, first, last, coarse().around(last.plusDays(1)).from, "..");
    }

    private Unit coarse() {
        return unit == Unit.YEAR || unit == Unit.MONTH ? unit : Unit.DAY;
    }

    boolean isDay() {
        return unit == Unit.DAY && first.equals(last);
    }

    String edtf() {
        return from.equals(to) ? from : from + "/" + to;
    }

    static String iso(LocalDate day) {
        return iso(day.getYear()) + "-" + iso(day.getMonthValue(), 2) + "-" + iso(day.getDayOfMonth(), 2);
    }

    static String iso(YearMonth month) {
        return iso(month.getYear()) + "-" + iso(month.getMonthValue(), 2);
    }

    static String iso(int year) {
        return iso(year, 4);
    }

    static String iso(int number, int digits) {
        String plain = String.valueOf(Math.abs(number));
        return (number < 0 ? "-" : "") + "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
