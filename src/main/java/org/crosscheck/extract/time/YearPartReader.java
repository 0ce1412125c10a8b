package org.crosscheck.extract.time;

/**
 * Seasons, quarters and fiscal years: "the summer of 2016", "Q3 2016", "third-quarter", "fiscal 2017". When a fiscal year
 * starts depends on who counts it, so it is given as the calendar year, or years, that it is named for; a quarter is one of
 * the calendar.
 */
final class YearPartReader implements Reader {
    static final String SEASON = "time.season";
    static final String QUARTER = "time.quarter";
    static final String FISCAL = "time.fiscal-year";

    @Override
    public Reading read(Terms terms, int i) {
        int at = terms.is(i, "the") ? i + 1 : i;
        if (terms.has(at, Sense.SEASON)) return season(terms, i, at);
        Reading latest = latest(terms, i);
        if (latest != null) return latest;
        Reading read = fiscal(terms, at);
        return read != null ? read : quarter(terms, at);
    }

    private static Reading season(Terms terms, int i, int at) {
        int code = terms.number(at, Sense.SEASON);
        int year = at + 1;
        if (terms.isAny(year, "of", ",") || terms.isHyphen(year)) year++;
        if (terms.is(year, "the") && terms.is(year + 1, "year")) year = at;
        Integer of = yearAt(terms, year);
        if (of != null) {
            int end = year + 1;
            if (terms.isHyphen(end) || terms.is(end, "/"))
                end = terms.isTied(end + 1) && terms.digits(end + 1, 2, 4) > 0 ? end + 2 : end;
            return new Reading(end, season(of, code), SEASON);
        }
        int two = terms.isAny(year, "'", "‘") && terms.isTied(year + 1) ? terms.digits(year + 1, 2, 2) : -1;
        if (two >= 0) return new Reading(year + 2, season(YearReader.century(two), code), SEASON);
        boolean named =
                i < at && terms.has(i - 1, Sense.MONTHLY) && !terms.at(at).isCapitalised();
        return named ? new Reading(at + 1, season(null, code), SEASON) : null;
    }

    static Yearly season(Integer year, int code) {
        return new Yearly(year, of -> Span.season(of, code));
    }

    private static Reading fiscal(Terms terms, int i) {
        int at = i;
        if (terms.isAny(i, "fiscal", "financial")) {
            at = terms.isAny(i + 1, "year", "years") ? i + 2 : i + 1;
        } else if (terms.is(i, "fy") && terms.at(i).text().equals("FY")) {
            at = i + 1;
            int two = terms.digits(at, 2, 2);
            if (two >= 0) return new Reading(at + 1, new CalendarDate(YearReader.century(two), 0, 0, null), FISCAL);
        } else {
            return fiscalAfter(terms, i);
        }
        Reading years = years(terms, at);
        return years == null ? null : new Reading(years.end(), years.expression(), FISCAL);
    }

    private static Reading fiscalAfter(Terms terms, int i) {
        Reading years = years(terms, i);
        if (years == null
                || !terms.isAny(years.end(), "fiscal", "financial", "budget")
                || !terms.is(years.end() + 1, "year")) return null;
        return new Reading(years.end() + 2, years.expression(), FISCAL);
    }

    private static Reading years(Terms terms, int i) {
        int year = terms.fourDigits(i);
        if (year < 0) return null;
        boolean to = (terms.isHyphen(i + 1) || terms.is(i + 1, "/")) && terms.isTied(i + 1) && terms.isTied(i + 2);
        int two = to ? terms.digits(i + 2, 2, 2) : -1;
        int four = to ? terms.fourDigits(i + 2) : -1;
        int last = four > 0 ? four : two >= 0 ? year / 100 * 100 + two : year;
        if (last < year) return null;
        if (last > year) return new Reading(i + 3, setting -> Span.years(year, last), YearReader.YEAR);
        return new Reading(i + 1, new CalendarDate(year, 0, 0, null), YearReader.YEAR);
    }

    /** "Q3 2016", "3Q", "third quarter of 2016", "third-quarter"; the year may follow. */
    private static Reading quarter(Terms terms, int i) {
        int quarter = -1;
        int end = i + 2;
        if (terms.is(i, "q") && terms.isTied(i + 1)) quarter = terms.digits(i + 1, 1, 1);
        else if (terms.is(i + 1, "q") && terms.isTied(i + 1)) quarter = terms.digits(i, 1, 1);
        else {
            int at = i + 1;
            quarter = terms.has(i, Sense.ORDINAL) ? terms.number(i, Sense.ORDINAL) : -1;
            if (terms.digits(i, 1, 1) > 0 && terms.has(at, Sense.TH)) {
                quarter = terms.digits(i, 1, 1);
                at++;
            }
            if (terms.isHyphen(at)) at++;
            if (!terms.is(at, "quarter") || terms.isHyphen(at + 1) && terms.isAny(at + 2, "final", "finals"))
                return null;
            end = at + 1;
        }
        if (quarter < 1 || quarter > 4) return null;
        boolean letter = terms.is(i, "q") || terms.is(i + 1, "q");
        int shortened = terms.isAny(end, "'", "‘") ? end + 1 : end;
        int two = letter && terms.isTied(end) && terms.isTied(shortened) ? terms.digits(shortened, 2, 2) : -1;
        if (two >= 0) return new Reading(shortened + 1, new Quarter(YearReader.century(two), quarter), QUARTER);
        int year = terms.is(end, "of") || terms.is(end, ",") ? end + 1 : end;
        if (terms.isAny(year, "fiscal", "FY")) year++;
        Integer of = yearAt(terms, year);
        int which = quarter;
        return new Reading(of == null ? end : year + 1, new Quarter(of, which), QUARTER);
    }

    static Integer yearAt(Terms terms, int i) {
        int year = terms.fourDigits(i);
        if (year > 0 && !terms.has(i + 1, Sense.COUNTED)) return year;
        return null;
    }

    /** "The quarter": the one mentioned last, else the latest that is over. */
    private static Reading latest(Terms terms, int i) {
        int at = terms.is(i + 1, "latest") ? i + 2 : i + 1;
        if (!terms.is(i, "the")
                || !terms.is(at, "quarter")
                || terms.isAny(at + 1, "of", "century", "ended", "ending")
                || terms.isHyphen(at + 1)) return null;
        return new Reading(
                at + 1,
                setting -> {
                    Span last = setting.mentions().month();
                    return last != null && last.unit() == Unit.QUARTER
                            ? last
                            : Unit.QUARTER.around(setting.today().minusMonths(3));
                },
                QUARTER);
    }

    /** Without a year a quarter is the latest that is over, or in the future tense the earliest that is not. */
    private record Quarter(Integer year, int quarter) implements Expression {
        @Override
        public Span in(Setting setting) {
            if (year != null) return Span.quarter(year, quarter);
            int now = setting.now().getYear();
            boolean over = Span.quarter(now, quarter).last().isBefore(setting.today());
            if (setting.tense() == Tense.FUTURE) return Span.quarter(over ? now + 1 : now, quarter);
            return Span.quarter(over ? now : now - 1, quarter);
        }
    }
}
