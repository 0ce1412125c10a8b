package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Holidays of a language's {@code holidays.tsv}, with their year or without: "Christmas Day, 2016", "Easter". */
final class HolidayReader implements Reader {
    static final String HOLIDAY = "time.holiday";
    private static final Pattern FIXED = Pattern.compile("(\\d\\d)-(\\d\\d)");
    private static final Pattern NTH = Pattern.compile("(\\d\\d)-(\\d)#(\\d)(?:\\+(\\d))?");
    private static final Pattern EASTER = Pattern.compile("easter([+-]\\d+)");

    private record Holiday(List<String> words, IntFunction<Span> inYear) {}

    private final Map<String, List<Holiday>> byFirstWord = new HashMap<>();

    HolidayReader(String language) {
        for (List<String> row : Tables.rows(language, "holidays.tsv")) {
            List<String> words =
                    Tokens.of(row.get(0)).list().stream().map(Token::folded).toList();
            byFirstWord
                    .computeIfAbsent(words.get(0), first -> new ArrayList<>())
                    .add(new Holiday(words, rule(row.get(1))));
        }
        byFirstWord
                .values()
                .forEach(holidays -> holidays.sort(
                        Comparator.comparingInt(holiday -> -holiday.words().size())));
    }

    @Override
    public Reading read(Terms terms, int i) {
        int at = terms.is(i, "the") ? i + 1 : i;
        List<Holiday> holidays = byFirstWord.get(terms.at(at).folded());
        if (holidays == null || !terms.at(at).isCapitalised() && !terms.is(i, "the")) return null;
        for (Holiday holiday : holidays) {
            if (!matches(terms, at, holiday.words())) continue;
            int end = at + holiday.words().size();
            int year = terms.isAny(end, ",", "of", "in") ? end + 1 : end;
            Integer of = YearPartReader.yearAt(terms, year);
            return new Reading(of == null ? end : year + 1, new Yearly(of, holiday.inYear()), HOLIDAY);
        }
        return null;
    }

    /** The holiday of so many words at {@code i} in any year, for "last Christmas"; null where there is none. */
    private static boolean matches(Terms terms, int i, List<String> words) {
        for (int k = 0; k < words.size(); k++) if (!terms.is(i + k, words.get(k))) return false;
        Token last = terms.at(i + words.size() - 1);
        return words.size() == 1 || last.isCapitalised() || !last.isWord() || last.is("'s");
    }

    private static IntFunction<Span> rule(String rule) {
        Matcher fixed = FIXED.matcher(rule);
        if (fixed.matches()) {
            int month = Integer.parseInt(fixed.group(1));
            int day = Integer.parseInt(fixed.group(2));
            return year -> Span.day(LocalDate.of(year, month, day));
        }
        Matcher easter = EASTER.matcher(rule);
        if (easter.matches()) {
            int days = Integer.parseInt(easter.group(1));
            return year -> Span.day(easter(year).plusDays(days));
        }
        Matcher nth = NTH.matcher(rule);
        if (!nth.matches()) throw new IllegalArgumentException("no rule of a holiday: " + rule);
        int month = Integer.parseInt(nth.group(1));
        DayOfWeek weekday = DayOfWeek.of(Integer.parseInt(nth.group(2)));
        int which = Integer.parseInt(nth.group(3));
        int more = nth.group(4) == null ? 0 : Integer.parseInt(nth.group(4));
        return year -> Span.day(LocalDate.of(year, month, 1)
                .with(
                        which == 5
                                ? TemporalAdjusters.lastInMonth(weekday)
                                : TemporalAdjusters.dayOfWeekInMonth(which, weekday))
                .plusDays(more));
    }

    /** Western Easter: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, 1991, chapter 8). */
    private static LocalDate easter(int year) {
        int a = Math.floorMod(year, 19);
        int b = Math.floorDiv(year, 100);
        int c = Math.floorMod(year, 100);
        int d = Math.floorMod(19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15, 30);
        int e = Math.floorMod(32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4, 7);
        int m = (a + 11 * d + 22 * e) / 451;
        int n = d + e - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
