package org.crosscheck.extract.time;

/**
 * Years, decades and centuries: "2016", "the year 1999", "44 BC", "2011-13", "the 1990s", "the '90s", "19th-century". Four
 * digits are a year where they are not counted, measured, paid or numbered; those outside 1900 to 2099 need a preposition.
 */
final class YearReader implements Reader {
    static final String YEAR = "time.year";
    static final String DECADE = "time.decade";
    static final String CENTURY = "time.century";
    private static final int PIVOT = 49;
    private static final String[] DECADES = {
        "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"
    };

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.is(i, "the")) {
            Reading decade = decade(terms, i + 1, true);
            return decade != null ? decade : century(terms, i + 1);
        }
        Reading read = decade(terms, i, false);
        if (read == null) read = century(terms, i);
        if (read == null) read = era(terms, i);
        if (read == null && terms.is(i, "year")) read = named(terms, i);
        return read != null ? read : year(terms, i);
    }

    /** The year that two digits stand for. */
    static int century(int two) {
        return two <= PIVOT ? 2000 + two : 1900 + two;
    }

    /** "1990s", "'90s", "nineties". */
    private static Reading decade(Terms terms, int i, boolean the) {
        int at = terms.isAny(i, "'", "‘", "’") && terms.isTied(i + 1) ? i + 1 : i;
        if (the && terms.at(i).isWord()) {
            for (int k = 0; k < DECADES.length; k++) if (terms.is(i, DECADES[k])) return decade(i + 1, 1920 + 10 * k);
            return null;
        }
        int four = terms.fourDigits(at);
        int two = terms.digits(at, 2, 2);
        if (four < 0 && (two < 0 || at == i && !the) || two % 10 != 0 && four < 0 || !terms.isTied(at + 1)) return null;
        int s = terms.isAny(at + 1, "'", "’") ? at + 2 : at + 1;
        if (!terms.isAny(s, "s", "'s") || !terms.isTied(s)) return null;
        int first = four > 0 ? four : (two < 30 ? 2000 : 1900) + two;
        if (first % 100 == 0 && four > 0 && first < 2000)
            return new Reading(s + 1, setting -> Span.century(first / 100), CENTURY);
        return first % 10 == 0 ? decade(s + 1, first) : null;
    }

    private static Reading decade(int end, int first) {
        return new Reading(end, setting -> Span.decade(first), DECADE);
    }

    /** "21st century", "19th-century", "twentieth century". */
    private static Reading century(Terms terms, int i) {
        int number = terms.has(i, Sense.ORDINAL) ? terms.number(i, Sense.ORDINAL) : terms.digits(i, 1, 2);
        int at = i + 1;
        if (terms.at(i).isDigits()) {
            if (!terms.isTied(at) || !terms.has(at, Sense.TH)) return null;
            at++;
        } else if (terms.is(i, "twenty") && terms.isHyphen(at) && terms.is(at + 1, "first")) {
            number = 21;
            at += 2;
        }
        if (number < 1 || number > 30) return null;
        if (terms.isHyphen(at)) at++;
        if (!terms.is(at, "century")) return null;
        int hundreds = number - 1;
        if (terms.isAny(at + 1, "bc", "bce"))
            return new Reading(at + 2, setting -> Span.years(-100 * hundreds - 99, -100 * hundreds), CENTURY);
        return new Reading(at + 1, setting -> Span.century(hundreds), CENTURY);
    }

    /** "AD 79", "44 BC". */
    private static Reading era(Terms terms, int i) {
        if (terms.is(i, "ad") && terms.at(i).text().equals("AD")) {
            int year = terms.digits(i + 1, 1, 4);
            return year > 0 && !terms.isFragment(i + 1, i + 1) ? year(i + 2, year) : null;
        }
        int year = terms.digits(i, 1, 4);
        if (year <= 0 || !terms.has(i + 1, Sense.ERA) || !terms.at(i + 1).isCapitalised() || terms.continuesBefore(i))
            return null;
        return year(i + 2, terms.number(i + 1, Sense.ERA) > 0 ? year : 1 - year);
    }

    /** "year 1999", "year-end 2016". */
    private static Reading named(Terms terms, int i) {
        int year = terms.fourDigits(i + 1);
        return year > 0 && !terms.isFragment(i + 1, i + 1) ? year(i + 2, year) : null;
    }

    private static Reading year(int end, int year) {
        return new Reading(end, new CalendarDate(year, 0, 0, null), YEAR);
    }

    private static Reading year(Terms terms, int i) {
        int two = terms.isAny(i, "'", "‘") && terms.isTied(i + 1) ? terms.digits(i + 1, 2, 2) : -1;
        if (two >= 0 && terms.isAny(i - 1, "in", "of", "since", "by", "until") && !terms.isFragment(i + 1, i + 1))
            return year(i + 2, century(two));
        int year = terms.fourDigits(i);
        if (year < 0) return null;
        Reading range = range(terms, i, year);
        if (range != null) return range;
        boolean after =
                terms.isTied(i + 1) && terms.isHyphen(i + 1) && !terms.at(i + 2).isDigits();
        if ((after ? terms.continuesBefore(i) : terms.isFragment(i, i)) || terms.isTied(i) && !opens(terms, i - 1))
            return null;
        if (terms.isTied(i + 1) && terms.isAny(i + 1, "%", "/", ":", "$", "°", "+")) return null;
        return isYear(terms, i, year) ? year(i + 1, year) : null;
    }

    private static boolean opens(Terms terms, int i) {
        return terms.isAny(i, "(", "[", "\"", "“", "'", "‘", "—", "–", ";", "*", "/")
                || terms.is(i, "-") && terms.has(i - 1, Sense.PHASE);
    }

    private static boolean isYear(Terms terms, int i, int year) {
        int next = i + 1;
        boolean licensed =
                terms.has(i - 1, Sense.PREPOSITION) || terms.isHyphen(i - 1) || terms.has(i - 1, Sense.PHASE);
        boolean modern = year >= 1900 && year < 2100;
        if (terms.has(i - 1, Sense.NUMBERED) || terms.has(next, Sense.COUNTED)) return false;
        if (terms.isAny(i - 1, "$", "€", "£", "¥", "#", "than", "about", "over", "under")) return false;
        boolean round = year % 100 == 0 && year != 2000;
        boolean plural = isPlural(terms, next);
        if (!modern || round)
            return licensed && !plural && !terms.isAny(i - 1, "to", "and", "for", "a")
                    || terms.is(i - 1, "(") && terms.is(next, ")");
        if (terms.is(next, "of") && !terms.has(i - 1, Sense.MONTHLY)) return false;
        if (licensed) return true;
        if (plural && !terms.at(i - 1).is("the") && !terms.has(i - 1, Sense.OWNER) && !terms.is(i - 1, "'s"))
            return false;
        return !terms.at(i - 1).isDigits();
    }

    private static boolean isPlural(Terms terms, int i) {
        String word = terms.at(i).folded();
        return terms.at(i).isWord()
                && !terms.at(i).isCapitalised()
                && word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !terms.isAny(i, "was", "has", "this", "does", "its");
    }

    /** "2011-13", "2011–2013". */
    private static Reading range(Terms terms, int i, int year) {
        if (!terms.isHyphen(i + 1) && !terms.is(i + 1, "/") || !terms.isTied(i + 1) || !terms.isTied(i + 2))
            return null;
        int four = terms.fourDigits(i + 2);
        int two = terms.digits(i + 2, 2, 2);
        int last = four > 0 ? four : two >= 0 ? year / 100 * 100 + two : -1;
        if (last <= year || terms.isFragment(i, i + 2) || terms.is(i + 1, "/") && last != year + 1) return null;
        if (two >= 0 && last - year > 50) return null;
        if (terms.has(i + 3, Sense.COUNTED) || terms.has(i - 1, Sense.NUMBERED)) return null;
        return new Reading(i + 3, setting -> Span.years(year, last), DateReader.RANGE);
    }
}
