package org.crosscheck.extract.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.value.Duration;

/**
 * A length of time as words give it: {@code low} to {@code high} of a unit, and the rest in smaller ones.
 *
 * @param end the index of the term after it
 * @param step what it is counted in: one unit; a half after "and a half"; a tenth after 2.5
 * @param rest the counts of smaller units, as in "two years and three months"
 */
record Length(int end, BigDecimal low, BigDecimal high, BigDecimal step, Unit unit, List<Part> rest) {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    /** So many of a unit. */
    record Part(Unit unit, BigDecimal count) {}

    /** One {@code unit}. */
    static Length one(int end, Unit unit) {
        return new Length(end, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, unit, List.of());
    }

    boolean isExact() {
        return low.compareTo(high) == 0;
    }

    Length until(int longerEnd) {
        return new Length(longerEnd, low, high, step, unit, rest);
    }

    /** With so many more of a smaller unit. */
    Length and(int longerEnd, Part part) {
        List<Part> parts = new ArrayList<>(rest);
        parts.add(part);
        return new Length(longerEnd, low, high, BigDecimal.ONE, unit, List.copyOf(parts));
    }

    /** The smallest unit it is told in. */
    Unit smallest() {
        return rest.isEmpty() ? unit : rest.get(rest.size() - 1).unit();
    }

    /**
     * The duration that it denotes. Whole units stated are that many whole units, so "six years" is [P6Y, P7Y), as "six-year"
     * is in DESIGN.md; "two to three weeks" is [P2W, P3W]; "about" and "nearly" allow a tenth, as value.Approximation does.
     */
    Duration duration(Bound bound) {
        if (!isExact()) return between(bound);
        String exact = iso(low);
        return switch (bound) {
            case EXACT -> new Duration(exact, false, next(), true);
            case MORE -> new Duration(exact, true, null, false);
            case LEAST -> new Duration(exact, false, null, false);
            case LESS -> new Duration(null, false, exact, true);
            case MOST -> new Duration(null, false, exact, false);
            case NEARLY -> new Duration(tenthsOff(-1), false, exact, true);
            case ABOUT -> new Duration(tenthsOff(-1), false, tenthsOff(1), false);
        };
    }

    private Duration between(Bound bound) {
        return switch (bound) {
            case MORE, LEAST -> new Duration(unit.iso(low), bound == Bound.MORE, null, false);
            case LESS, MOST -> new Duration(null, false, unit.iso(high), bound == Bound.LESS);
            default -> new Duration(unit.iso(low), false, unit.iso(high), false);
        };
    }

    private String next() {
        if (rest.isEmpty()) return iso(low.add(step));
        Part last = rest.get(rest.size() - 1);
        List<Part> more = new ArrayList<>(rest.subList(0, rest.size() - 1));
        more.add(new Part(last.unit(), last.count().add(BigDecimal.ONE)));
        return iso(low, more);
    }

    private String tenthsOff(int tenths) {
        return unit.iso(low.add(low.multiply(TENTH).multiply(BigDecimal.valueOf(tenths))));
    }

    /** Parts of a unit are whole smaller ones, where they can be: half a year is six months. */
    private String iso(BigDecimal count) {
        BigDecimal whole = count.setScale(0, RoundingMode.FLOOR);
        Unit smaller = unit.smaller();
        boolean parts = whole.compareTo(count) != 0 && smaller != null;
        if (!rest.isEmpty() || !parts || step.compareTo(TENTH) <= 0 && smaller == Unit.MONTH) return iso(count, rest);
        Part part = new Part(smaller, count.subtract(whole).multiply(BigDecimal.valueOf(unit.perSmaller())));
        return unit == Unit.DECADE && whole.signum() != 0 ? iso(count, rest) : iso(whole, List.of(part));
    }

    private String iso(BigDecimal count, List<Part> more) {
        if (more.isEmpty()) return unit.iso(count);
        StringBuilder iso = new StringBuilder(count.signum() == 0 ? "P" : unit.iso(count));
        for (Part part : more) {
            boolean time = part.unit().isClock() && iso.indexOf("T") < 0;
            iso.append(time ? "T" : "").append(part.unit().designated(part.count()));
        }
        return iso.toString();
    }
}
