package org.crosscheck.extract.time;

import java.time.ZoneId;

/**
 * Times of day, alone or with the date beside them: "3 p.m.", "15:30 GMT", "noon Tuesday", "May 2 at 10.30am local time", "half
 * past three", "2017-05-02T15:30:00Z".
 */
final class ClockReader implements Reader {
    static final String CLOCK = "time.clock";

    private static final String[] ABOUT = {"about", "around", "approximately", "roughly"};

    private final Reader times;

    ClockReader(Reader times) {
        this.times = times;
    }

    /** A time of day that the reader found; its date is still open. */
    private record Face(int end, Clock clock) {}

    @Override
    public Reading read(Terms terms, int i) {
        Face face = near(terms, i);
        if (face == null) face = face(terms, i);
        if (face != null) return withDate(terms, face);
        Reading date = times.read(terms, i);
        return date == null ? null : withClock(terms, date);
    }

    /** "Shortly before 5 a.m.", "around noon". */
    private static Face near(Terms terms, int i) {
        boolean about = terms.isAny(i, ABOUT);
        boolean side = terms.has(i, Sense.NEAR) && terms.isAny(i + 1, "before", "after");
        if (!about && !side) return null;
        Face face = face(terms, about ? i + 1 : i + 2);
        if (face == null) return null;
        Clock.Near near = about ? Clock.Near.AROUND : terms.is(i + 1, "before") ? Clock.Near.BEFORE : Clock.Near.AFTER;
        return new Face(face.end(), face.clock().near(near));
    }

    private Reading withDate(Terms terms, Face face) {
        int at = face.end();
        if (terms.is(at, ",")) at++;
        if (terms.isAny(at, "on", "(")) at++;
        Reading date = terms.startsSentence(at) ? null : times.read(terms, at);
        boolean dated = date != null && isDay(date, terms, at);
        return new Reading(
                dated ? date.end() : face.end(), dated ? face.clock().on(date.expression()) : face.clock(), CLOCK);
    }

    private static boolean isDay(Reading date, Terms terms, int i) {
        String rule = date.rule();
        return rule.equals(DateReader.DATE)
                || rule.equals(WeekdayReader.WEEKDAY)
                || rule.equals(ShiftReader.RELATIVE)
                        && (terms.has(i, Sense.DAY) || terms.has(i + 1, Sense.PART) || terms.is(i + 2, "day"));
    }

    private Reading withClock(Terms terms, Reading date) {
        int at = date.end();
        if (terms.is(at, "t") && terms.isTied(at) && terms.isTied(at + 1)) at++;
        else {
            if (terms.is(at, ",")) at++;
            if (terms.is(at, "at")) at++;
        }
        boolean day = date.rule().equals(DateReader.DATE)
                || date.rule().equals(WeekdayReader.WEEKDAY)
                || date.rule().equals(ShiftReader.RELATIVE);
        Face face = null;
        if (day && !terms.startsSentence(at)) {
            face = near(terms, at);
            if (face == null) face = face(terms, at);
        }
        if (face == null
                || face.clock().zone() == null
                        && terms.at(at).isWord()
                        && at == date.end()
                        && face.clock().near() == Clock.Near.AT
                        && !terms.has(at, Sense.CLOCK)) return date;
        return new Reading(face.end(), face.clock().on(date.expression()), CLOCK);
    }

    private static Face face(Terms terms, int i) {
        if (terms.has(i, Sense.CLOCK)) {
            if (terms.isHyphen(i + 1)) return null;
            return withZone(terms, i + 1, new Clock(terms.number(i, Sense.CLOCK), 0, Unit.MINUTE, null, null), false);
        }
        boolean ends = terms.isHyphen(i - 1) && (halfOfDay(terms, i + 1) >= 0 || halfOfDay(terms, i + 3) >= 0);
        if (terms.at(i).isDigits() && (ends || !terms.continuesBefore(i))) return digits(terms, i);
        Face spoken = past(terms, i);
        return spoken != null ? spoken : oClock(terms, i);
    }

    private static Face digits(Terms terms, int i) {
        if (terms.isTied(i) && terms.isAny(i - 1, "$", "€", "£", "#", ".", ",", ":")) return null;
        int hour = terms.digits(i, 1, 2);
        if (hour < 0) return military(terms, i);
        Face past = past(terms, i);
        if (past != null) return past;
        boolean letter =
                terms.is(i + 1, "h") && terms.isTied(i + 3) && terms.at(i + 3).isWord();
        boolean colon = terms.is(i + 1, ":") || terms.is(i + 1, "h") && !letter;
        boolean minutes = (colon || terms.is(i + 1, "."))
                && terms.isTied(i + 1)
                && terms.isTied(i + 2)
                && terms.digits(i + 2, 2, 2) >= 0;
        int minute = minutes ? terms.digits(i + 2, 2, 2) : 0;
        int end = minutes ? i + 3 : i + 1;
        int second = 0;
        Unit unit = minutes ? Unit.MINUTE : Unit.HOUR;
        if (colon
                && minutes
                && terms.is(end, ":")
                && terms.isTied(end)
                && terms.isTied(end + 1)
                && terms.digits(end + 1, 2, 2) >= 0) {
            second = terms.digits(end + 1, 2, 2);
            unit = Unit.SECOND;
            end += 2;
            if (terms.is(end, ".")
                    && terms.isTied(end)
                    && terms.isTied(end + 1)
                    && terms.at(end + 1).isDigits()) end += 2;
        }
        if (hour > 24 || minute > 59 || second > 59) return null;
        if (hour == 12 && minute == 0 && terms.has(end, Sense.CLOCK)) return face(terms, end);
        int half = halfOfDay(terms, end);
        if (half >= 0) {
            if (hour < 1 || hour > 12)
                return hour <= 24 && minutes
                        ? withZone(terms, meridiemEnd(terms, end), clock(hour, minute, second, unit), false)
                        : null;
            return withZone(terms, meridiemEnd(terms, end), clock(hour % 12 + half, minute, second, unit), false);
        }
        if (terms.is(end, "o") && terms.is(end + 1, "'")
                || terms.isAny(end, "o'clock")
                || terms.is(end, "o") && terms.is(end + 1, "'clock")) return oClock(terms, i);
        boolean bare =
                !minutes && hour >= 1 && hour <= 12 && terms.isAny(i - 1, "at", "about", "around", "by", "until");
        if (!minutes && !(bare && halfByDay(terms, end) >= 0)) return null;
        int byDay = hour <= 12 ? halfByDay(terms, end) : -1;
        if (byDay >= 0) return new Face(end, clock(hour % 12 + byDay, minute, second, unit));
        Face offset = offset(terms, end, clock(hour, minute, second, unit), terms.is(i - 1, "t") && terms.isTied(i));
        if (offset != null) return offset;
        if (terms.isTied(end) && (terms.at(end).isDigits() || terms.is(end, "%") || isGlue(terms, end))) return null;
        if (terms.isTied(end) && terms.at(end).isWord() && !terms.has(end, Sense.ZONE)) return null;
        return withZone(terms, end, clock(hour, minute, second, unit), !colon);
    }

    /** "+02:00", "+0200" or "-0500" after a time of day; of an ISO 8601 time tied to it, else after a space. */
    private static Face offset(Terms terms, int i, Clock clock, boolean iso) {
        if (!terms.isAny(i, "+", "-") || !terms.isTied(i + 1) || iso != terms.isTied(i)) return null;
        int four = terms.digits(i + 1, 4, 4);
        boolean colon = terms.is(i + 2, ":") && terms.isTied(i + 2) && terms.isTied(i + 3);
        int hours = four >= 0 ? four / 100 : terms.digits(i + 1, 2, 2);
        int minutes = four >= 0 ? four % 100 : colon ? terms.digits(i + 3, 2, 2) : -1;
        if (hours < 0 || hours >= 18 || minutes < 0 || minutes > 59) return null;
        String sign = terms.is(i, "-") ? "-" : "+";
        ZoneId zone = ZoneId.of(sign + Span.iso(hours, 2) + ":" + Span.iso(minutes, 2));
        return new Face(four >= 0 ? i + 2 : i + 4, clock.in(zone));
    }

    /** 0 or 12 where the day that follows says which half is meant, as in "at 7 tonight" and "at 9 Friday morning"; else -1. */
    private static int halfByDay(Terms terms, int i) {
        if (terms.startsSentence(i)) return -1;
        if (terms.is(i, "tonight")) return 12;
        boolean day = terms.is(i, "this") || terms.isAny(i, "tomorrow", "yesterday") || terms.has(i, Sense.WEEKDAY);
        if (!day || !terms.has(i + 1, Sense.PART)) return -1;
        if (terms.is(i + 1, "morning")) return 0;
        return terms.isAny(i + 1, "afternoon", "evening", "night") ? 12 : -1;
    }

    private static boolean isGlue(Terms terms, int i) {
        return terms.isAny(i, ":", ".", "/")
                && terms.isTied(i + 1)
                && terms.at(i + 1).isDigits();
    }

    private static Clock clock(int hour, int minute, int second, Unit unit) {
        return new Clock(hour * 60 + minute, second, unit, null, null);
    }

    /** 0 for a.m., 12 for p.m., -1 for neither. */
    private static int halfOfDay(Terms terms, int i) {
        boolean dotted = terms.is(i + 1, ".") && terms.is(i + 2, "m");
        if (terms.is(i, "am") && !isVerb(terms, i) || dotted && terms.is(i, "a")) return 0;
        return terms.is(i, "pm") || dotted && terms.is(i, "p") ? 12 : -1;
    }

    private static boolean isVerb(Terms terms, int i) {
        return terms.is(i - 1, "i");
    }

    private static int meridiemEnd(Terms terms, int i) {
        if (!terms.is(i + 1, ".") || !terms.is(i + 2, "m")) return i + 1;
        return terms.is(i + 3, ".") && terms.isTied(i + 3) ? i + 4 : i + 3;
    }

    /** "1500 GMT", "0930 hours". */
    private static Face military(Terms terms, int i) {
        int time = terms.digits(i, 4, 4);
        if (time < 0 || time / 100 > 24 || time % 100 > 59) return null;
        boolean hours = terms.isAny(i + 1, "hours", "hrs")
                && time / 100 < 24
                && (terms.is(i - 1, "at") || terms.at(i).folded().startsWith("0"));
        if (!hours && !(terms.has(i + 1, Sense.ZONE) && isUpper(terms, i + 1))) return null;
        Clock clock = clock(time / 100, time % 100, 0, Unit.MINUTE);
        return hours ? withZone(terms, i + 2, clock, false) : withZone(terms, i + 1, clock, true);
    }

    /** "Half past three", "quarter to five", "ten past six". */
    private static Face past(Terms terms, int i) {
        int at = terms.is(i, "a") ? i + 1 : i;
        int minutes = terms.is(at, "half") ? 30 : terms.is(at, "quarter") ? 15 : number(terms, at);
        if (minutes < 1 || minutes > 30) return null;
        int word = terms.is(at + 1, "minutes") ? at + 2 : at + 1;
        boolean before = terms.is(word, "to");
        int hour = number(terms, word + 1);
        if (!before && !terms.is(word, "past") || hour < 1 || hour > 12) return null;
        boolean named = terms.isAny(at, "half", "quarter");
        if (before && !named && !(terms.is(i - 1, "at"))) return null;
        return withPart(terms, word + 2, before ? hour * 60 - minutes : hour * 60 + minutes, Unit.MINUTE);
    }

    private static Face oClock(Terms terms, int i) {
        int hour = number(terms, i);
        if (hour < 1 || hour > 12) return null;
        int end = i + 1;
        if (!terms.is(end, "o") || !terms.is(end + 1, "'clock")) return null;
        return withPart(terms, end + 2, hour * 60, Unit.HOUR);
    }

    private static int number(Terms terms, int i) {
        return terms.has(i, Sense.CARDINAL) ? terms.number(i, Sense.CARDINAL) : terms.digits(i, 1, 2);
    }

    /** "In the morning", "in the afternoon" and "at night" choose the half of the day. */
    private static Face withPart(Terms terms, int end, int minute, Unit unit) {
        int at = terms.is(end, "in") && terms.is(end + 1, "the") ? end + 2 : terms.is(end, "at") ? end + 1 : end;
        if (at == end || !terms.has(at, Sense.PART)) {
            int half = halfOfDay(terms, end);
            int time = half < 0 ? minute : minute % 720 + half * 60;
            return withZone(
                    terms, half < 0 ? end : meridiemEnd(terms, end), new Clock(time, 0, unit, null, null), false);
        }
        boolean late = terms.isAny(at, "afternoon", "evening") || terms.is(at, "night") && minute >= 6 * 60;
        return withZone(terms, at + 1, new Clock(late ? minute % 720 + 720 : minute, 0, unit, null, null), false);
    }

    /** With its zone; null where one is needed and there is none. */
    private static Face withZone(Terms terms, int i, Clock clock, boolean needed) {
        int at = terms.is(i, "(") ? i + 1 : i;
        if (terms.is(at, "local") && terms.is(at + 1, "time"))
            return new Face(at == i ? at + 2 : afterBracket(terms, at + 2), clock);
        if (terms.has(at, Sense.ZONE)) {
            ZoneId zone = ZoneId.of(terms.value(at, Sense.ZONE));
            boolean spelt = terms.at(at).text().length() > 4 || terms.at(at).isCapitalised() && !isUpper(terms, at);
            int word = terms.isAny(at + 1, "standard", "daylight", "summer") ? at + 2 : at + 1;
            if (terms.is(word, "time"))
                return new Face(at == i ? word + 1 : afterBracket(terms, word + 1), clock.in(zone));
            if (!spelt && isUpper(terms, at))
                return new Face(at == i ? at + 1 : afterBracket(terms, at + 1), clock.in(zone));
        }
        return needed ? null : new Face(i, clock);
    }

    private static int afterBracket(Terms terms, int i) {
        return terms.is(i, ")") ? i + 1 : i;
    }

    private static boolean isUpper(Terms terms, int i) {
        String word = terms.at(i).text();
        return !word.equals(terms.at(i).folded()) && word.equals(word.toUpperCase(java.util.Locale.ROOT));
    }
}
