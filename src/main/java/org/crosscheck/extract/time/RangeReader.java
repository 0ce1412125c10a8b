package org.crosscheck.extract.time;

import java.util.Set;

/**
 * From one time to another, and open ends: "from May 3 to May 5", "between 2011 and 2013", "Monday through Friday", "since
 * 2011", "until Friday". "Before" and "after" leave the time itself out.
 */
final class RangeReader implements Reader {
    /** Rules whose times may be joined by "to" alone. */
    private static final Set<String> JOINED = Set.of(
            DateReader.DATE,
            DateReader.MONTH,
            WeekdayReader.WEEKDAY,
            YearReader.YEAR,
            ClockReader.CLOCK,
            YearReader.DECADE,
            YearPartReader.SEASON,
            YearPartReader.QUARTER);

    private static final int NOON = 720;

    private final Reader times;

    RangeReader(Reader times) {
        this.times = times;
    }

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.isAny(i, "from", "between")) {
            Reading range = joined(terms, i + 1, true, terms.is(i, "between"));
            return range == null ? null : new Reading(range.end(), range.expression(), DateReader.RANGE);
        }
        if (terms.has(i, Sense.OPEN)) return open(terms, i);
        return joined(terms, i, false, false);
    }

    /** One time, or two that are joined; only two where they must be. */
    private Reading joined(Terms terms, int i, boolean must, boolean and) {
        Reading first = times.read(terms, i);
        if (first == null) return hours(terms, i, and);
        int at = first.end();
        if (terms.is(at, ",") && must) at++;
        boolean to = and ? terms.is(at, "and") : terms.has(at, Sense.TO);
        Reading second = to && (must || JOINED.contains(first.rule())) ? times.read(terms, at + 1) : null;
        if (second == null || !must && !second.rule().equals(first.rule())) return must ? null : first;
        return new Reading(second.end(), new RangeOf(first.expression(), second.expression()), DateReader.RANGE);
    }

    /** "9-11 a.m.", "8 to 10 p.m.": the first hour lies before the second in the same half of the day, or in the other. */
    private Reading hours(Terms terms, int i, boolean and) {
        int hour = terms.digits(i, 1, 2);
        boolean to = and ? terms.is(i + 1, "and") : terms.has(i + 1, Sense.TO);
        if (hour < 1 || hour > 12 || !to || terms.continuesBefore(i)) return null;
        Reading second = times.read(terms, i + 2);
        if (second == null || !(second.expression() instanceof Clock end) || terms.is(second.end() - 1, "'clock"))
            return null;
        int half = end.minute() >= NOON ? NOON : 0;
        int minute = hour % 12 * 60 + half;
        if (minute >= end.minute()) minute = (minute + NOON) % (2 * NOON);
        Clock start = new Clock(minute, 0, Unit.HOUR, end.zone(), end.date());
        return new Reading(second.end(), new RangeOf(start, end), DateReader.RANGE);
    }

    private Reading open(Terms terms, int i) {
        int at = terms.isAny(i + 1, "about", "around", "at") ? i + 2 : i + 1;
        if (terms.isAny(i - 1, "shortly", "just", "soon", "right", "immediately")) return null;
        Reading time = times.read(terms, at);
        if (time == null || terms.is(time.end(), "'s") || terms.is(i - 1, "day") || isQualified(terms, time.end()))
            return null;
        boolean end = terms.is(i, "before") && (terms.is(at, "end") || terms.is(at + 1, "end"));
        String open = end ? "UNTIL" : terms.value(i, Sense.OPEN);
        Expression of = time.expression();
        return new Reading(
                time.end(),
                setting -> {
                    Span span = of.in(setting.looking(tense(open, setting, time.rule())));
                    return span == null ? null : open(open, span);
                },
                DateReader.RANGE);
    }

    /** "Since" looks back, and "until" a weekday looks ahead where no verb says otherwise. */
    private static Tense tense(String open, Setting setting, String rule) {
        if (open.equals("SINCE")) return Tense.PAST;
        boolean ahead = open.equals("UNTIL") && rule.equals(WeekdayReader.WEEKDAY) && setting.tense() == Tense.NONE;
        return ahead ? Tense.FUTURE : setting.tense();
    }

    /** Whether a noun follows that the time only qualifies: "before Tuesday talks". */
    private static boolean isQualified(Terms terms, int i) {
        return terms.isHyphen(i) && terms.isTied(i);
    }

    private static Span open(String open, Span span) {
        return switch (open) {
            case "SINCE" -> span.since();
            case "UNTIL" -> span.until();
            case "BEFORE" -> span.before();
            default -> span.after();
        };
    }
}
