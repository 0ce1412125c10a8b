package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Dates and months with names: "May 2, 2017", "2nd of May", "Tuesday (May 2)", "3-4 May", "May '17", "in July". Months that
 * are also names or verbs need a date or a preposition beside them.
 */
final class DateReader implements Reader {
    static final String DATE = "time.date";
    static final String MONTH = "time.month";
    static final String RANGE = "time.range";
    private static final String[] AFTER_A_DAY = {
        "and", "at", "he", "she", "it", "they", "we", "i", "after", "before", "when", "with", "but", "as", "by",
        "because", "that", "while", "where", "the", "to"
    };

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.is(i, "the")) return dayAlone(terms, i);
        Reading read = terms.has(i, Sense.WEEKDAY) ? withWeekday(terms, i) : date(terms, i);
        return read == null ? null : withNearYear(terms, read);
    }

    /**
     * "On the 15th": of the month of the day mentioned last; else the latest such day, or in the future tense the coming one.
     */
    private static Reading dayAlone(Terms terms, int i) {
        int day = terms.digits(i + 1, 1, 2);
        boolean fits =
                day >= 1 && day <= 31 && terms.is(i - 1, "on") && terms.has(i + 2, Sense.TH) && terms.isTied(i + 2);
        boolean over = !terms.at(i + 3).isWord() || terms.isAny(i + 3, AFTER_A_DAY);
        if (!fits || !over || terms.isHyphen(i + 3)) return null;
        return new Reading(i + 3, setting -> dayAlone(day, setting), DATE);
    }

    private static Span dayAlone(int day, Setting setting) {
        Span told = setting.mentions().day();
        if (told != null) {
            YearMonth month = YearMonth.from(told.first());
            return month.isValidDay(day) ? Span.day(month.atDay(day)) : null;
        }
        boolean ahead = setting.tense() == Tense.FUTURE;
        YearMonth month = YearMonth.from(setting.today());
        for (int n = 0; n < 4; n++, month = month.plusMonths(ahead ? 1 : -1)) {
            if (!month.isValidDay(day)) continue;
            LocalDate one = month.atDay(day);
            if (ahead ? !one.isBefore(setting.today()) : !one.isAfter(setting.today())) return Span.day(one);
        }
        return null;
    }

    /** "Feb. 27 last year", "July of this year". */
    private static Reading withNearYear(Terms terms, Reading read) {
        int at = terms.isAny(read.end(), "of", ",") ? read.end() + 1 : read.end();
        if (!(read.expression() instanceof CalendarDate date) || date.year() != null) return read;
        if (!terms.isAny(at, "last", "this", "next") || !terms.is(at + 1, "year")) return read;
        int shift = terms.is(at, "last") ? -1 : terms.is(at, "next") ? 1 : 0;
        Expression dated =
                setting -> date.withYear(setting.now().getYear() + shift).in(setting);
        return new Reading(at + 2, dated, read.rule());
    }

    private static Reading withWeekday(Terms terms, int i) {
        if (!terms.at(i).isCapitalised()) return null;
        int at = terms.afterDot(i + 1);
        boolean bracket = terms.is(at, "(");
        if (terms.is(at, ",") || bracket) at++;
        if (terms.is(at, "the")) at++;
        if (at == i + 1 && !terms.at(at).spaced()) return null;
        Reading date = date(terms, at);
        if (date == null || !(date.expression() instanceof CalendarDate day) || day.day() == 0) return null;
        int end = bracket && terms.is(date.end(), ")") ? date.end() + 1 : date.end();
        return new Reading(end, day.on(DayOfWeek.of(terms.number(i, Sense.WEEKDAY))), DATE);
    }

    /** Without a weekday. */
    private static Reading date(Terms terms, int i) {
        if (isMonth(terms, i)) {
            Reading date = monthFirst(terms, i);
            return date != null ? date : month(terms, i);
        }
        return dayFirst(terms, i);
    }

    static boolean isMonth(Terms terms, int i) {
        return terms.has(i, Sense.MONTH) && terms.at(i).isCapitalised();
    }

    private static Reading monthFirst(Terms terms, int i) {
        int month = terms.number(i, Sense.MONTH);
        int at = terms.afterDot(i + 1);
        if (terms.is(at, "the")) at++;
        int day = day(terms, at);
        if (day < 0) return null;
        int end = afterOrdinal(terms, at + 1);
        int second = -1;
        if (terms.isHyphen(end) || terms.isAny(end, "and", "to", "through", "—")) {
            second = day(terms, end + 1);
            if (second > day) {
                int after = afterOrdinal(terms, end + 2);
                if (isMonth(terms, after) || isClock(terms, after)) second = -1;
                else end = after;
            }
        }
        if (terms.isTied(end)
                && (terms.at(end).isWord() && !terms.is(end, "'s")
                        || terms.at(end).isDigits()
                        || terms.is(end, ":") && terms.isTied(end + 1)
                        || terms.is(end, "%"))) return null;
        int comma = terms.is(end, ",") ? end + 1 : terms.is(end, "of") ? end + 1 : end;
        Integer year = year(terms, comma, comma == end);
        if (year != null) end = yearEnd(terms, comma);
        return reading(year, month, day, second, end);
    }

    /** "15" of "March 15 GMT" and "9" of "9 a.m." are no days. */
    private static boolean isClock(Terms terms, int i) {
        return terms.isAny(i, "a", "am", "p", "pm") && !terms.is(i + 1, "time");
    }

    private static Reading dayFirst(Terms terms, int i) {
        int day = day(terms, i);
        if (day < 0 || terms.continuesBefore(i)) return null;
        int at = afterOrdinal(terms, i + 1);
        int second = -1;
        if (terms.isHyphen(at) || terms.isAny(at, "and", "to", "through", "—")) {
            second = day(terms, at + 1);
            if (second <= day) return null;
            at = afterOrdinal(terms, at + 2);
        }
        if (terms.isHyphen(at) && terms.isTied(at)) at++;
        if (terms.is(at, "of")) at++;
        if (!isMonth(terms, at) || terms.isTied(at) && at == i + 1) return null;
        int end = terms.afterDot(at + 1);
        int month = terms.number(at, Sense.MONTH);
        if (terms.isHyphen(end) && terms.isTied(end)) end++;
        int comma = terms.is(end, ",") ? end + 1 : end;
        Integer year = year(terms, comma, comma == end);
        if (year == null && day(terms, end) > 0 && !terms.is(end + 1, ":") && at == i + 1 && !terms.isHyphen(end - 1)) {
            // "2016 people on 3 May 5 of them": rather the month first
            return null;
        }
        if (year != null) end = yearEnd(terms, comma);
        else if (terms.isAny(end - 1, "-", "–")) end--;
        return reading(year, month, day, second, end);
    }

    private static Reading reading(Integer year, int month, int day, int second, int end) {
        CalendarDate first = new CalendarDate(year, month, day, null);
        if (second <= day) return new Reading(end, first, DATE);
        CalendarDate last = new CalendarDate(year, month, second, null);
        return new Reading(end, new RangeOf(first, last), RANGE);
    }

    private static Reading month(Terms terms, int i) {
        int end = terms.afterDot(i + 1);
        int comma = terms.isAny(end, ",", "of") ? end + 1 : end;
        Integer year = year(terms, comma, comma == end);
        int month = terms.number(i, Sense.MONTH);
        if (year != null) return new Reading(yearEnd(terms, comma), CalendarDate.ofMonth(year, month), MONTH);
        if (!standsAlone(terms, i)) return null;
        // the dot of "Dec." may end the sentence
        int bare = end > i + 1 && terms.startsSentence(end) ? i + 1 : end;
        return new Reading(bare, CalendarDate.ofMonth(null, month), MONTH);
    }

    /** Whether it is a month also without a date: "in May", "June" but not "Theresa May", "June said", "Mar". */
    private static boolean standsAlone(Terms terms, int i) {
        if (terms.isTied(i) && !terms.isHyphen(i - 1) && !terms.isAny(i - 1, "(", "\"", "“", "'", "‘", "/", "—"))
            return false;
        if (terms.at(i + 1).isCapitalised() && !terms.has(i + 1, Sense.MONTH) && !terms.startsSentence(i + 1))
            return false;
        if (terms.isTied(i + 1) && terms.at(i + 1).isDigits()) return false;
        if (!terms.has(i, Sense.DOUBTFUL)) return true;
        if (isJoined(terms, i)) return true;
        int before = terms.isHyphen(i - 1) || terms.is(i - 1, "of") ? i - 2 : i - 1;
        if (terms.is(i - 1, "of"))
            return terms.has(before, Sense.PHASE)
                    || terms.isAny(before, "month", "half", "week", "weekend", "days", "day");
        return terms.has(before, Sense.MONTHLY)
                || terms.has(before, Sense.PHASE)
                || !terms.is(i, "may")
                        && !terms.is(i, "march")
                        && terms.at(i).text().length() > 3
                        && terms.has(before, Sense.PREPOSITION);
    }

    /** Whether it is an end of a range of months: "January-March", "between March and May". */
    private static boolean isJoined(Terms terms, int i) {
        int next = terms.afterDot(i + 1);
        boolean and = terms.is(next, "and") && terms.is(i - 1, "between");
        if ((and || terms.has(next, Sense.TO)) && isMonth(terms, next + 1)) return true;
        int before = terms.is(i - 2, ".") ? i - 3 : i - 2;
        return (terms.has(i - 1, Sense.TO) || terms.is(i - 1, "and")) && isMonth(terms, before);
    }

    /** A day of the month; -1 where there is none. */
    private static int day(Terms terms, int i) {
        int day = terms.digits(i, 1, 2);
        if (day < 0) {
            day = terms.has(i, Sense.ORDINAL) ? terms.number(i, Sense.ORDINAL) : 0;
        }
        return day >= 1 && day <= 31 ? day : -1;
    }

    private static int afterOrdinal(Terms terms, int i) {
        return terms.has(i, Sense.TH) && terms.isTied(i) ? i + 1 : i;
    }

    private static Integer year(Terms terms, int i, boolean near) {
        int year = terms.fourDigits(i);
        if (year > 0 && !terms.continuesBefore(i) && (near || terms.at(i).spaced())) {
            boolean number = terms.isTied(i + 1)
                    && (terms.is(i + 1, ",") || terms.is(i + 1, "."))
                    && terms.isTied(i + 2)
                    && terms.at(i + 2).isDigits();
            return number || terms.isTied(i + 1) && terms.is(i + 1, "%") ? null : year;
        }
        if (!terms.isAny(i, "'", "‘")) return null;
        int two = terms.isTied(i + 1) ? terms.digits(i + 1, 2, 2) : -1;
        return two < 0 ? null : YearReader.century(two);
    }

    private static int yearEnd(Terms terms, int i) {
        return terms.at(i).isDigits() ? i + 1 : i + 2;
    }
}
