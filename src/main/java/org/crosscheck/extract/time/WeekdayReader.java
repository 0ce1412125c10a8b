package org.crosscheck.extract.time;

/** Days of the week: "Tuesday", "Monday afternoon". Not "Mondays", "the Tuesday club" or "Black Friday". */
final class WeekdayReader implements Reader {
    static final String WEEKDAY = "time.weekday";

    @Override
    public Reading read(Terms terms, int i) {
        if (!terms.has(i, Sense.WEEKDAY) || !isDay(terms, i)) return null;
        int end = terms.at(i).text().length() > 5 || terms.startsSentence(terms.afterDot(i + 1))
                ? i + 1
                : terms.afterDot(i + 1);
        return new Reading(afterPart(terms, end), CalendarDate.ofWeekday(terms.number(i, Sense.WEEKDAY)), WEEKDAY);
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
