package org.crosscheck.extract.time;

import java.math.BigDecimal;
import org.crosscheck.value.Duration;

/**
 * A length of time as words give it: {@code low} to {@code high} of a unit, and {@code rest} of a smaller one.
 *
 * @param end the index of the term after it
 * @param step what it is counted in: one unit; a half after "and a half"; a tenth after 2.5
 * @param smaller the unit of the rest; null where there is none
 */
record Length(int end, BigDecimal low, BigDecimal high, BigDecimal step, Unit unit, Unit smaller, BigDecimal rest) {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    boolean isExact() {
        return low.compareTo(high) == 0;
    }

    Length until(int longerEnd) {
        return new Length(longerEnd, low, high, step, unit, smaller, rest);
    }

    /**
     * The duration that it denotes. Whole units stated are that many whole units, so "six years" is [P6Y, P7Y), as "six-year"
     * is in DESIGN.md; "two to three weeks" is [P2W, P3W]; "about" and "nearly" allow a tenth, as value.Approximation does.
     */
    Duration duration(Bound bound) {
        if (!isExact()) return between(bound);
        String exact = iso(low, rest);
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
        return smaller == null ? iso(low.add(step), null) : iso(low, rest.add(BigDecimal.ONE));
    }

    private String tenthsOff(int tenths) {
        return unit.iso(low.add(low.multiply(TENTH).multiply(BigDecimal.valueOf(tenths))));
    }

    private String iso(BigDecimal count, BigDecimal rest) {
        if (smaller != null) return unit.iso(count, smaller, rest);
        BigDecimal whole = count.setScale(0, java.math.RoundingMode.FLOOR);
        Unit parts = unit.smaller();
        if (parts == null || whole.compareTo(count) == 0 || step.compareTo(TENTH) <= 0 && parts == Unit.MONTH)
            return unit.iso(count);
        BigDecimal part = count.subtract(whole).multiply(BigDecimal.valueOf(unit.perSmaller()));
        return whole.signum() == 0
                ? parts.iso(part)
                : unit == Unit.DECADE ? unit.iso(count) : unit.iso(whole, parts, part);
    }
}
