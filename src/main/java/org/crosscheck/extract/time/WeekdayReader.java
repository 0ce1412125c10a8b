package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;

/** Days of the week: "Tuesday", "Monday afternoon". Not "Mondays", "the Tuesday club" or "Black Friday". */
final class WeekdayReader implements Reader {
    static final String WEEKDAY = "time.weekday";

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.has(i + 1, Sense.WEEKDAYS)) return counted(terms, i);
        if (!terms.has(i, Sense.WEEKDAY) || !isDay(terms, i)) return null;
        int end = terms.at(i).text().length() > 5 || terms.startsSentence(terms.afterDot(i + 1))
                ? i + 1
                : terms.afterDot(i + 1);
        return new Reading(afterPart(terms, end), CalendarDate.ofWeekday(terms.number(i, Sense.WEEKDAY)), WEEKDAY);
    }

    /** "Two Fridays ago", "three Tuesdays from now". */
    private static Reading counted(Terms terms, int i) {
        int many = terms.has(i, Sense.CARDINAL) ? terms.number(i, Sense.CARDINAL) : terms.digits(i, 1, 2);
        boolean ago = terms.is(i + 2, "ago");
        boolean ahead = terms.is(i + 2, "from") && terms.is(i + 3, "now");
        if (many < 1 || !ago && !ahead) return null;
        DayOfWeek weekday = DayOfWeek.of(terms.number(i + 1, Sense.WEEKDAYS));
        return new Reading(
                ago ? i + 3 : i + 4,
                setting -> Span.day(
                        ago
                                ? setting.today()
                                        .with(TemporalAdjusters.previous(weekday))
                                        .minusWeeks(many - 1L)
                                : setting.today()
                                        .with(TemporalAdjusters.next(weekday))
                                        .plusWeeks(many - 1L)),
                WEEKDAY);
    }

    private static boolean isDay(Terms terms, int i) {
        if (!terms.at(i).isCapitalised()
                || terms.has(i - 1, Sense.NAMING) && terms.at(i - 1).isCapitalised()) return false;
        if (terms.has(i, Sense.DOUBTFUL)) return terms.is(i - 1, "on") || terms.is(i + 1, ".") && terms.is(i + 2, ",");
        if (terms.has(i + 1, Sense.HABIT) || terms.isAny(i + 1, "nights", "mornings", "afternoons", "evenings"))
            return false;
        return !terms.is(i - 1, "a")
                || terms.has(i + 1, Sense.PART)
                || !terms.at(i + 1).isWord()
                || terms.is(i - 2, "from");
    }

    /** After a part of the day, if there is one. */
    static int afterPart(Terms terms, int i) {
        int at = terms.isAny(i, "late", "early", "mid") ? i + 1 : i;
        if (terms.isHyphen(at) && at > i) at++;
        return terms.has(at, Sense.PART) ? at + 1 : i;
    }
}
