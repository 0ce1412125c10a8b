package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Times by their distance from another: "two weeks ago", "a day later", "the day before", "three days after Christmas", "in
 * two days". They are as precise as their unit: two weeks ago is a week, from Monday to Sunday, as EDTF has no weeks.
 */
final class OffsetReader implements Reader {
    private final LengthReader lengths;
    private final Modifiers modifiers;
    private final Reader times;

    OffsetReader(LengthReader lengths, Modifiers modifiers, Reader times) {
        this.lengths = lengths;
        this.modifiers = modifiers;
        this.times = times;
    }

    @Override
    public Reading read(Terms terms, int i) {
        if (terms.is(i, "in")) return ahead(terms, i);
        if (terms.is(i, "the") && terms.has(i + 1, Sense.UNIT)) {
            Unit unit = Unit.valueOf(terms.value(i + 1, Sense.UNIT));
            boolean eve = terms.isAny(i + 2, "before", "after") && !unit.isClock();
            return eve ? from(terms, i + 2, Bound.EXACT, Length.one(i + 2, unit)) : null;
        }
        Modifiers.Modifier modifier = modifiers.at(terms, i);
        Length length = lengths.read(terms, modifier.end());
        if (length == null) return null;
        int end = terms.is(length.end(), "'") ? length.end() + 1 : length.end();
        return from(terms, end, modifier.bound(), length);
    }

    /** "In two days", where the words nearby look ahead; "in two days' time" anyway. */
    private Reading ahead(Terms terms, int i) {
        Modifiers.Modifier modifier = modifiers.at(terms, i + 1);
        Length length = lengths.read(terms, modifier.end());
        if (length == null || !length.isExact()) return null;
        boolean time = terms.is(length.end(), "'") && terms.is(length.end() + 1, "time")
                || terms.is(length.end(), "'s") && terms.is(length.end() + 1, "time");
        int end = time ? length.end() + 2 : length.end();
        if (terms.isAny(end, "of", "in", "-") && !time) return null;
        return new Reading(
                end,
                setting -> time || setting.tense() == Tense.FUTURE
                        ? from(setting.now(), length, 1, modifier.bound())
                        : null,
                ShiftReader.RELATIVE);
    }

    private Reading from(Terms terms, int i, Bound bound, Length length) {
        if (terms.is(i, "ago") && terms.isAny(i + 1, "today", "yesterday")) {
            int days = terms.number(i + 1, Sense.DAY);
            return new Reading(
                    i + 2,
                    setting -> beside(Span.day(setting.today().plusDays(days)), length, -1),
                    ShiftReader.RELATIVE);
        }
        if (terms.is(i, "ago") && terms.is(i + 1, "this") && terms.has(i + 2, Sense.UNIT) && length.isExact()) {
            Unit within = Unit.valueOf(terms.value(i + 2, Sense.UNIT));
            if (!within.isClock() && within.compareTo(length.unit()) <= 0)
                return new Reading(i + 3, setting -> within(setting, length, within), ShiftReader.RELATIVE);
        }
        if (terms.is(i, "ago"))
            return new Reading(i + 1, setting -> from(setting.now(), length, -1, bound), ShiftReader.RELATIVE);
        if (terms.is(i, "from") && terms.is(i + 1, "now"))
            return new Reading(i + 2, setting -> from(setting.now(), length, 1, bound), ShiftReader.RELATIVE);
        boolean back = terms.isAny(i, "earlier", "before", "prior", "previously");
        boolean on = terms.isAny(i, "later", "after", "afterward", "afterwards", "from", "hence");
        if (!back && !on) return null;
        int direction = back ? -1 : 1;
        int at = terms.is(i, "prior") && terms.is(i + 1, "to") ? i + 2 : i + 1;
        if (terms.isAny(i, "before", "after", "from", "prior")) {
            if (terms.is(i, "before") && terms.is(at, "last")) {
                Unit unit = length.unit();
                if (!terms.has(at + 1, Sense.UNIT))
                    return new Reading(
                            at + 1, setting -> unit.around(unit.shift(setting.today(), -2)), ShiftReader.RELATIVE);
            }
            Reading other = times.read(terms, at);
            if (other != null && !terms.is(other.end(), "'s")) {
                Expression of = other.expression();
                return new Reading(
                        other.end(), setting -> beside(of.in(setting), length, direction), ShiftReader.RELATIVE);
            }
            if (terms.is(i, "from") || terms.at(at).isWord() && !terms.startsSentence(at) && !isOver(terms, at))
                return null;
        }
        if (terms.is(i + 1, "than") || length.unit().isClock()) return null;
        return new Reading(i + 1, setting -> fromAnchor(setting, length, direction), ShiftReader.RELATIVE);
    }

    /** "Sixty years ago this week": the week around that day. */
    private static Span within(Setting setting, Length length, Unit within) {
        LocalDateTime then = length.unit().shift(setting.now(), length.low().negate());
        return then == null ? null : within.around(then.toLocalDate());
    }

    private static Span fromAnchor(Setting setting, Length length, int direction) {
        Unit unit = length.unit();
        if (!setting.hasAnchor(unit)) return null;
        LocalDate start = direction < 0 ? setting.anchorFirst(unit) : setting.anchorLast(unit);
        return from(start.atStartOfDay(), length, direction, Bound.EXACT);
    }

    /** Whether a clause ends before {@code i}: "the day after" has no complement. */
    private static boolean isOver(Terms terms, int i) {
        return terms.isAny(
                i, "and", "but", "when", "in", "at", "on", "as", "with", "by", "was", "were", "had", "to", "for", "or",
                "while", "because");
    }

    private static Span from(LocalDateTime start, Length length, int direction, Bound bound) {
        BigDecimal way = BigDecimal.valueOf(direction);
        LocalDateTime near = length.unit().shift(start, length.low().multiply(way));
        for (Length.Part part : length.rest())
            near = near == null ? null : part.unit().shift(near, part.count().multiply(way));
        LocalDateTime far = length.unit().shift(start, length.high().multiply(way));
        if (near == null || far == null) return null;
        Unit unit = precision(length);
        if (!length.isExact()) {
            Span a = unit.around(near.toLocalDate());
            Span b = unit.around(far.toLocalDate());
            return unit.isClock() ? null : direction < 0 ? Span.between(b, a) : Span.between(a, b);
        }
        if (unit.isClock()) return Clock.span(near, unit);
        Span span = unit.around(near.toLocalDate());
        return switch (bound) {
            case MORE, LEAST -> direction < 0 ? span.until() : span.since();
            case ABOUT, NEARLY -> span.approximate();
            default -> length.unit().compareTo(Unit.YEAR) > 0 ? span.approximate() : span;
        };
    }

    private static Unit precision(Length length) {
        if (!length.rest().isEmpty()) return length.smallest();
        if (length.unit().compareTo(Unit.YEAR) > 0) return Unit.YEAR;
        if (length.unit() == Unit.FORTNIGHT || length.unit() == Unit.WEEKEND) return Unit.WEEK;
        if (length.unit() == Unit.QUARTER) return Unit.QUARTER;
        boolean whole = length.low().stripTrailingZeros().scale() <= 0;
        return whole || length.unit().smaller() == null
                ? length.unit()
                : length.unit().smaller();
    }

    /** So far from a span: a day from a day, a month from a month. */
    private static Span beside(Span span, Length length, int direction) {
        if (span == null || length.unit().isClock() || !length.isExact()) return null;
        LocalDateTime start = (direction < 0 ? span.first() : span.last()).atStartOfDay();
        LocalDateTime there = length.unit().shift(start, length.low().multiply(BigDecimal.valueOf(direction)));
        if (there == null) return null;
        if (span.isDay() || length.unit() == Unit.DAY || ChronoUnit.DAYS.between(span.first(), span.last()) < 8)
            return Span.day(there.toLocalDate());
        return length.unit().around(there.toLocalDate());
    }
}
