package org.crosscheck.web;

import com.ibm.icu.text.DateTimePatternGenerator;
import java.time.LocalDate;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in the words of a language: "2 May 2017" of {@code 2017-05-02}. Reads the EDTF of {@code value.Time}. */
record ShownTimes(Locale language, ValueMessages say) {
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2})(:\\d{2})(?:\\.\\d+)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern DATE = Pattern.compile("Y?(-?[\\dX]{4,9})(?:-(\\d{2}|XX))?(?:-(\\d{2}|XX))?([~?%])?");
    private static final String UNKNOWN = "XX";
    private static final int FIRST_SEASON = 21;

    /** English dates and units as most of the world writes them. */
    static Locale region(Locale language) {
        return language.equals(Locale.ENGLISH) ? Locale.UK : language;
    }

    String shown(String edtf) {
        int slash = edtf.indexOf('/');
        if (slash < 0) return date(edtf);
        String from = edtf.substring(0, slash);
        String to = edtf.substring(slash + 1);
        if (isOpen(from)) return say.until(date(to));
        if (isOpen(to)) return say.from(date(from));
        return say.between(date(from), date(to));
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals("..");
    }

    private String date(String edtf) {
        Matcher time = DATE_TIME.matcher(edtf);
        if (time.matches()) return second(time);
        Matcher date = DATE.matcher(edtf);
        if (!date.matches()) return edtf;
        String span = span(date.group(1), date.group(2), date.group(3));
        String qualifier = date.group(4);
        if (qualifier == null) return span;
        return switch (qualifier) {
            case "~" -> say.about(span);
            case "?" -> say.uncertain(span);
            default -> say.uncertain(say.about(span));
        };
    }

    private String second(Matcher time) {
        String seconds = time.group(3).equals(":00") ? "" : time.group(3);
        String zone = time.group(4) == null || time.group(4).equals("Z") ? "UTC" : "UTC" + time.group(4);
        return in("yMMMMd", LocalDate.parse(time.group(1))) + ", " + time.group(2) + seconds + " " + zone;
    }

    private String span(String year, String month, String day) {
        if (year.indexOf('X') >= 0) return years(year);
        int y = Integer.parseInt(year);
        if (month == null || month.equals(UNKNOWN)) return year(y);
        int m = Integer.parseInt(month);
        if (m >= FIRST_SEASON) return season(m - FIRST_SEASON, year(y));
        if (day == null || day.equals(UNKNOWN)) return in("yMMMM", LocalDate.of(y, m, 1));
        return in("yMMMMd", LocalDate.of(y, m, Integer.parseInt(day)));
    }

    /** A decade or a century. */
    private String years(String unspecified) {
        int low = Integer.parseInt(unspecified.replace('X', '0'));
        int high = Integer.parseInt(unspecified.replace('X', '9'));
        return say.between(year(Math.min(low, high)), year(Math.max(low, high)));
    }

    private String year(int year) {
        return in("y", LocalDate.of(year, 1, 1));
    }

    private String season(int number, String year) {
        return switch (number) {
            case 0 -> say.spring(year);
            case 1 -> say.summer(year);
            case 2 -> say.autumn(year);
            default -> say.winter(year);
        };
    }

    /** The fields of {@code date} that {@code skeleton} names, and the era where it is not ours. */
    private String in(String skeleton, LocalDate date) {
        String fields = date.getEra() == IsoEra.BCE ? "G" + skeleton : skeleton;
        String pattern = DateTimePatternGenerator.getInstance(language).getBestPattern(fields);
        return DateTimeFormatter.ofPattern(pattern, language).format(date);
    }
}
