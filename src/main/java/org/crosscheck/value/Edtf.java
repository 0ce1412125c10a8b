package org.crosscheck.value;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Extended Date/Time Format, ISO 8601-2:2019 annex A (the Library of Congress's EDTF), levels 0 and 1, as spans of
 * seconds since 1970-01-01T00:00:00Z, the start included and the end excluded.
 *
 * <ul>
 *   <li>A date spans its year, month or day; a date and time spans its second. Without a zone it is read in UTC.
 *   <li>Unspecified digits span all that they may be: {@code 201X} is 2010 to 2019, {@code 2017-05-XX} is May 2017.
 *   <li>{@code ~} (approximate) and {@code ?} (uncertain) allow one more unit of the date's precision on each side,
 *       {@code %} (both) two; a year with unspecified digits has the precision of those digits.
 *   <li>Seasons 21 to 24 are the meteorological ones of the northern hemisphere: spring is March to May, and the winter of
 *       a year starts in its December.
 *   <li>An interval runs from the start of its first date to the end of its last, which must come after it; {@code ..} and
 *       an unknown end are open.
 * </ul>
 */
final class Edtf {
    private static final String ADVICE =
            "Give an EDTF level 1 date or interval, such as 2017-05-02, 2017-07, 2017-05-03/2017-05-04, 2017-04~, 201X or"
                    + " 2017/.. .";
    private static final Pattern DATE =
            Pattern.compile("(-?(?:\\d{4}|\\d{3}X|\\d{2}XX))(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([~?%])?");
    private static final Pattern LONG_YEAR = Pattern.compile("Y(-?\\d{5,9})([~?%])?");
    private static final Pattern DATE_TIME = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})T(\\d{2}):(\\d{2}):(\\d{2})(?:\\.\\d{1,9})?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final int FIRST_SEASON = 21;
    private static final int LAST_SEASON = 24;
    private static final int LONGEST = 64;

    private Edtf() {}

    /** The span that {@code edtf} denotes. Throws InvalidValueException where it is no EDTF of level 0 or 1. */
    static Interval span(String edtf) {
        if (edtf.length() > LONGEST) throw invalid();
        try {
            int slash = edtf.indexOf('/');
            if (slash < 0) return date(edtf);
            String from = edtf.substring(0, slash);
            String to = edtf.substring(slash + 1);
            if (isOpen(from) && isOpen(to)) throw invalid();
            Interval start = isOpen(from) ? null : date(from);
            Interval end = isOpen(to) ? null : date(to);
            return new Interval(
                    start == null ? null : start.low(), false, end == null ? null : end.high(), end != null);
        } catch (DateTimeException | IllegalArgumentException noDate) {
            throw invalid();
        }
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private static Interval date(String edtf) {
        Matcher date = DATE.matcher(edtf);
        if (date.matches()) return calendarDate(date);
        Matcher year = LONG_YEAR.matcher(edtf);
        if (year.matches()) return years(Integer.parseInt(year.group(1)), 1, margin(year.group(2)));
        Matcher time = DATE_TIME.matcher(edtf);
        if (time.matches()) return second(time);
        throw invalid();
    }

    private static Interval calendarDate(Matcher date) {
        String year = date.group(1);
        String month = date.group(2);
        String day = date.group(3);
        int margin = margin(date.group(4));
        if (year.indexOf('X') >= 0) {
            if (month != null && !(month.equals("XX") && (day == null || day.equals("XX")))) throw invalid();
            boolean century = year.endsWith("XX");
            int first = Integer.parseInt(year.replace('X', '0'));
            int years = century ? 100 : 10;
            // the decade -201X is the years -2019 to -2010
            return years(year.startsWith("-") ? first - years + 1 : first, years, margin);
        }
        int y = Integer.parseInt(year);
        if (month == null || month.equals("XX")) {
            if (day != null && !day.equals("XX")) throw invalid();
            return years(y, 1, margin);
        }
        int m = Integer.parseInt(month);
        if (m >= FIRST_SEASON && m <= LAST_SEASON) {
            if (day != null) throw invalid();
            return months(LocalDate.of(y, (m - FIRST_SEASON) * 3 + 3, 1), 3, margin);
        }
        LocalDate firstOfMonth = LocalDate.of(y, m, 1);
        if (day == null || day.equals("XX")) return months(firstOfMonth, 1, margin);
        LocalDate on = LocalDate.of(y, m, Integer.parseInt(day));
        return between(on.minusDays(margin), on.plusDays(1L + margin));
    }

    private static Interval years(int first, int count, int margin) {
        LocalDate start = LocalDate.of(first, 1, 1);
        long more = (long) margin * count;
        return between(start.minusYears(more), start.plusYears(count + more));
    }

    private static Interval months(LocalDate start, int count, int margin) {
        long more = (long) margin * count;
        return between(start.minusMonths(more), start.plusMonths(count + more));
    }

    private static Interval second(Matcher time) {
        LocalTime clock = LocalTime.of(
                Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)), Integer.parseInt(time.group(4)));
        LocalDateTime local = LocalDateTime.of(LocalDate.parse(time.group(1)), clock);
        ZoneOffset zone = time.group(5) == null ? ZoneOffset.UTC : ZoneOffset.of(time.group(5));
        long start = local.toEpochSecond(zone);
        return new Interval(BigDecimal.valueOf(start), false, BigDecimal.valueOf(start + 1), true);
    }

    private static Interval between(LocalDate start, LocalDate end) {
        return new Interval(epochSecond(start), false, epochSecond(end), true);
    }

    private static BigDecimal epochSecond(LocalDate day) {
        return BigDecimal.valueOf(day.toEpochDay())
                .multiply(BigDecimal.valueOf(ChronoUnit.DAYS.getDuration().toSeconds()));
    }

    private static int margin(String qualifier) {
        if (qualifier == null) return 0;
        return qualifier.equals("%") ? 2 : 1;
    }

    private static InvalidValueException invalid() {
        return new InvalidValueException("edtf", ADVICE);
    }
}
