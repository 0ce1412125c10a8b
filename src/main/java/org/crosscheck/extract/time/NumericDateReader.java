package org.crosscheck.extract.time;

/**
 * Dates in digits: 2017-05-02 (ISO 8601), 5/2/2017 and 5-2-17 (month first, as in American news, unless that is no month),
 * 2.5.2017 (day first, as in Europe). A year of two digits is of this century up to 49.
 */
final class NumericDateReader implements Reader {
    @Override
    public Reading read(Terms terms, int i) {
        if (!terms.at(i).isDigits()) return null;
        if (terms.is(i, "9")
                && terms.is(i + 1, "/")
                && terms.is(i + 2, "11")
                && terms.isTied(i + 2)
                && !terms.isFragment(i, i + 2))
            return new Reading(i + 3, new CalendarDate(2001, 9, 11, null), HolidayReader.HOLIDAY);
        if (terms.at(i).folded().length() == 8) return basic(terms, i);
        String glue = terms.at(i + 1).folded();
        boolean date = glue.equals("-") || glue.equals("/") || glue.equals(".");
        if (!date) return null;
        if (terms.digits(i, 4, 4) > 0 && isYearAndMonth(terms, i, glue))
            return new Reading(
                    i + 3, CalendarDate.ofMonth(terms.digits(i, 4, 4), terms.digits(i + 2, 2, 2)), DateReader.MONTH);
        if (!terms.is(i + 3, glue)) return null;
        for (int k = i + 1; k <= i + 4; k++) if (!terms.isTied(k)) return null;
        boolean clock = terms.is(i + 5, "t") && terms.isTied(i + 5);
        if (!clock && terms.isFragment(i, i + 4)) return null;
        CalendarDate day = day(terms, i, glue);
        return day == null ? null : new Reading(i + 5, day, DateReader.DATE);
    }

    private static CalendarDate day(Terms terms, int i, String glue) {
        int first = terms.digits(i, 1, 4);
        int second = terms.digits(i + 2, 1, 2);
        int third = terms.digits(i + 4, 1, 4);
        if (first < 0 || second < 0 || third < 0) return null;
        if (terms.digits(i, 4, 4) > 0) return terms.digits(i + 4, 1, 2) < 0 ? null : date(first, second, third);
        if (terms.digits(i, 1, 2) < 0) return null;
        if (terms.digits(i + 4, 2, 2) >= 0) third = YearReader.century(third);
        else if (terms.digits(i + 4, 4, 4) < 0) return null;
        boolean padded = terms.digits(i, 2, 2) >= 0 && terms.digits(i + 2, 2, 2) >= 0;
        boolean version = !padded || terms.has(i - 1, Sense.NUMBERED) || terms.isTied(i);
        if (glue.equals(".") && terms.digits(i + 4, 4, 4) < 0 && version) return null;
        CalendarDate monthFirst = glue.equals(".") ? null : date(third, first, second);
        return monthFirst != null ? monthFirst : date(third, second, first);
    }

    /** 2017-05, but not 2016-17. */
    private static boolean isYearAndMonth(Terms terms, int i, String glue) {
        int month = terms.digits(i + 2, 2, 2);
        int year = terms.fourDigits(i);
        return glue.equals("-")
                && year > 0
                && month >= 1
                && month <= 12
                && month <= year % 100
                && terms.isTied(i + 1)
                && terms.isTied(i + 2)
                && !terms.isFragment(i, i + 2);
    }

    /** 20170502. */
    private static Reading basic(Terms terms, int i) {
        int digits = terms.digits(i, 8, 8);
        int year = digits / 10_000;
        if (year < 1900 || year > 2100 || terms.isFragment(i, i)) return null;
        CalendarDate date = date(year, digits / 100 % 100, digits % 100);
        return date == null ? null : new Reading(i + 1, date, DateReader.DATE);
    }

    private static CalendarDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) return null;
        return new CalendarDate(year, month, day, null);
    }
}
