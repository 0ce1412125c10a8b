package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.value.Duration;
import org.crosscheck.value.InvalidValueException;

/** Lengths of time as durations: "more than two hours", "in its sixth year", "for decades". */
final class DurationReader {
    static final String LENGTH = "duration.length";
    static final String ORDINAL_YEAR = "duration.ordinal-year";
    static final String VAGUE = "duration.vague";

    private final LengthReader lengths;
    private final Modifiers modifiers;
    private final Reader times;
    private final Map<Unit, List<String>> vague = new EnumMap<>(Unit.class);

    DurationReader(String language, LengthReader lengths, Modifiers modifiers, Reader times) {
        this.lengths = lengths;
        this.modifiers = modifiers;
        this.times = times;
        Tables.rows(language, "vague-lengths.tsv").forEach(row -> vague.put(Unit.valueOf(row.get(0)), row));
    }

    /** A duration in a text. */
    record Lasting(int end, Duration duration, String rule) {}

    /** The duration at {@code i}; null where there is none. */
    Lasting read(Terms terms, int i) {
        Lasting read = ordinal(terms, i);
        if (read == null) read = vague(terms, i);
        if (read == null) read = lasting(terms, i);
        if (read != null) return read;
        Modifiers.Modifier modifier = modifiers.at(terms, i);
        int at = modifier.end();
        if (at > i && terms.is(at, "the") && terms.is(i, "within")) at++;
        Length length = lengths.read(terms, at);
        if (length == null) return null;
        Modifiers.Modifier after = modifiers.after(terms, length.end());
        Bound bound = after.bound() == Bound.EXACT ? modifier.bound() : after.bound();
        try {
            boolean exact = length.isExact()
                    || terms.has(at, Sense.CARDINAL)
                    || terms.at(at).isDigits();
            return new Lasting(after.end(), length.duration(bound), exact ? LENGTH : VAGUE);
        } catch (InvalidValueException tooLong) {
            return null;
        }
    }

    /** "In its sixth year": at least five years have passed, and less than six. */
    private Lasting ordinal(Terms terms, int i) {
        if (!terms.isAny(i, "in", "into", "entering", "entered", "enters", "enter") || !terms.has(i + 1, Sense.OWNER))
            return null;
        boolean digits = terms.at(i + 2).isDigits() && terms.has(i + 3, Sense.TH);
        int nth = digits
                ? terms.digits(i + 2, 1, 3)
                : terms.has(i + 2, Sense.ORDINAL) ? terms.number(i + 2, Sense.ORDINAL) : 0;
        int at = digits ? i + 4 : i + 3;
        if (terms.isAny(at, "full", "straight", "consecutive")) at++;
        if (nth < 1 || !terms.has(at, Sense.UNIT)) return null;
        Unit unit = Unit.valueOf(terms.value(at, Sense.UNIT));
        if (unit == Unit.QUARTER || unit == Unit.CENTURY || unit == Unit.SECOND) return null;
        boolean the = terms.isAny(i + 1, "the", "a");
        if (the && !terms.is(at + 1, "of") && !terms.isAny(i, "entering", "entered", "enters")
                || times.read(terms, i + 1) != null) return null;
        Duration duration =
                new Duration(unit.iso(BigDecimal.valueOf(nth - 1L)), false, unit.iso(BigDecimal.valueOf(nth)), true);
        return new Lasting(at + 1, duration, ORDINAL_YEAR);
    }

    /** "Year-long", "daylong". */
    private static Lasting lasting(Terms terms, int i) {
        boolean hyphen = terms.has(i, Sense.UNIT) && terms.isHyphen(i + 1) && terms.is(i + 2, "long");
        if (!hyphen && !terms.has(i, Sense.LONG)) return null;
        Unit unit = Unit.valueOf(terms.value(i, hyphen ? Sense.UNIT : Sense.LONG));
        Duration one = new Duration(unit.iso(BigDecimal.ONE), false, unit.iso(BigDecimal.valueOf(2)), true);
        return new Lasting(hyphen ? i + 3 : i + 1, one, LENGTH);
    }

    /** "For years", "after decades of": a documented range. */
    private Lasting vague(Terms terms, int i) {
        if (!terms.has(i, Sense.UNITS)) return null;
        boolean lasting =
                terms.has(i - 1, Sense.SPANNING) && !terms.isAny(i + 1, "ago", "later", "earlier", "before", "to");
        boolean of = terms.isAny(i, "years", "decades", "months", "weeks", "centuries")
                && terms.is(i + 1, "of")
                && (terms.startsSentence(i)
                        || terms.isAny(
                                i - 1, "despite", "following", "with", "through", ",", "by", "ended", "and", "over"));
        if (!lasting && !of) return null;
        List<String> row = vague.get(Unit.valueOf(terms.value(i, Sense.UNITS)));
        return row == null ? null : new Lasting(i + 1, new Duration(row.get(1), false, row.get(2), true), VAGUE);
    }
}
