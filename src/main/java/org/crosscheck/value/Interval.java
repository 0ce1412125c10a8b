package org.crosscheck.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A non-empty interval of a number line. {@code low} and {@code high} are null where that end is open to infinity, and
 * belong to the interval unless {@code lowExcluded} or {@code highExcluded}.
 */
public record Interval(BigDecimal low, boolean lowExcluded, BigDecimal high, boolean highExcluded) {

    public Interval {
        if (empty(low, lowExcluded, high, highExcluded))
            throw new IllegalArgumentException("empty interval " + low + " to " + high);
        low = plain(low);
        high = plain(high);
    }

    public static Interval point(BigDecimal at) {
        return new Interval(at, false, at, false);
    }

    public Relation relate(Interval other) {
        if (endsBefore(other) || other.endsBefore(this)) return Relation.DISJOINT;
        int low = compareLow(other);
        int high = compareHigh(other);
        if (low == 0 && high == 0) return Relation.EQUAL;
        if (low >= 0 && high <= 0) return Relation.NARROWER;
        if (low <= 0 && high >= 0) return Relation.BROADER;
        return Relation.OVERLAPPING;
    }

    /** What both allow; empty where they are disjoint. */
    public Optional<Interval> meet(Interval other) {
        if (endsBefore(other) || other.endsBefore(this)) return Optional.empty();
        Interval later = compareLow(other) >= 0 ? this : other;
        Interval earlier = compareHigh(other) <= 0 ? this : other;
        return Optional.of(new Interval(later.low, later.lowExcluded, earlier.high, earlier.highExcluded));
    }

    /** This interval with {@code margin} more allowed at each end; {@code margin} is not negative. */
    public Interval widen(BigDecimal margin) {
        return new Interval(
                low == null ? null : low.subtract(margin),
                lowExcluded,
                high == null ? null : high.add(margin),
                highExcluded);
    }

    /** Whether every number of this lies below every number of {@code other}. */
    public boolean endsBefore(Interval other) {
        return high != null && other.low != null && empty(other.low, other.lowExcluded, high, highExcluded);
    }

    /** Negative where this starts before {@code other}, zero where they start together, positive where it starts later. */
    public int compareLow(Interval other) {
        if (low == null || other.low == null) return Boolean.compare(low != null, other.low != null);
        int order = low.compareTo(other.low);
        return order != 0 ? order : Boolean.compare(lowExcluded, other.lowExcluded);
    }

    /** Negative where this ends before {@code other} does, zero where they end together, positive where it ends later. */
    public int compareHigh(Interval other) {
        if (high == null || other.high == null) return Boolean.compare(high == null, other.high == null);
        int order = high.compareTo(other.high);
        return order != 0 ? order : Boolean.compare(other.highExcluded, highExcluded);
    }

    private static boolean empty(BigDecimal low, boolean lowExcluded, BigDecimal high, boolean highExcluded) {
        if (low == null || high == null) return false;
        int order = low.compareTo(high);
        return order > 0 || (order == 0 && (lowExcluded || highExcluded));
    }

    /** One representation for each number, so that equal intervals are equal records. */
    static BigDecimal plain(BigDecimal number) {
        if (number == null) return null;
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
