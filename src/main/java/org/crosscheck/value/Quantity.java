package org.crosscheck.value;

import java.math.BigDecimal;

/**
 * An interval of a unit: "59 missiles" is [59, 59] of {@code missile}, "at least 12" is [12, ∞), "more than 12" is
 * (12, ∞).
 *
 * @param min least number, null where open to below
 * @param minExclusive whether {@code min} itself is left out
 * @param max greatest number, null where open to above
 * @param maxExclusive whether {@code max} itself is left out
 * @param unit a concept (a counted thing), an ISO 4217 code, a UCUM code, or null for a plain number
 */
public record Quantity(BigDecimal min, boolean minExclusive, BigDecimal max, boolean maxExclusive, String unit)
        implements Value {
    /** Characters that a unit may have. */
    public static final int MAX_UNIT_LENGTH = 128;
    /** Digits that a number may have before and after its decimal point. */
    private static final int MAX_DIGITS = 40;

    public Quantity {
        min = bounded("min", min);
        max = bounded("max", max);
        if (min == null && max == null)
            throw new InvalidValueException("min", "Give min, max or both; a quantity without bounds says nothing.");
        if (minExclusive && min == null)
            throw new InvalidValueException(
                    "minExclusive", "Leave minExclusive out, or give the min that it excludes.");
        if (maxExclusive && max == null)
            throw new InvalidValueException(
                    "maxExclusive", "Leave maxExclusive out, or give the max that it excludes.");
        if (min != null && max != null) {
            int order = min.compareTo(max);
            if (order > 0) throw new InvalidValueException("min", "min is above max; swap them.");
            if (order == 0 && (minExclusive || maxExclusive))
                throw new InvalidValueException("max", "min and max are the same number, so neither can be excluded.");
        }
        if (unit != null && (unit.isBlank() || unit.length() > MAX_UNIT_LENGTH || !Words.isLegible(unit)))
            throw new InvalidValueException(
                    "unit",
                    "Give a unit of 1 to " + MAX_UNIT_LENGTH + " characters: a concept, an ISO 4217 or a UCUM code.");
    }

    /** Exactly {@code number}. */
    public static Quantity exactly(BigDecimal number, String unit) {
        return between(number, number, unit);
    }

    /** From {@code min} to {@code max}, both included; null is open. */
    public static Quantity between(BigDecimal min, BigDecimal max, String unit) {
        return new Quantity(min, false, max, false, unit);
    }

    private static BigDecimal bounded(String field, BigDecimal number) {
        if (number == null) return null;
        if ((long) number.precision() - number.scale() > MAX_DIGITS || number.scale() > MAX_DIGITS)
            throw new InvalidValueException(
                    field, "Give at most " + MAX_DIGITS + " digits before and after the decimal point.");
        return Interval.plain(number);
    }

    @Override
    public Type type() {
        return Type.QUANTITY;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        Measure measure = Measure.of(unit, taxonomy);
        return new Region.Range(measure.axis(), measure.onAxis(new Interval(min, minExclusive, max, maxExclusive)));
    }

    /** The size of a difference of {@code amount} of {@code unit}, on the axis that its quantities are compared on. */
    public static BigDecimal differenceOnAxis(BigDecimal amount, String unit, Taxonomy taxonomy) {
        return Measure.of(unit, taxonomy).differenceOnAxis(amount);
    }

    @Override
    public String key() {
        String numbers = (minExclusive ? "(" : "[") + min + "," + max + (maxExclusive ? ")" : "]");
        return unit == null ? numbers : numbers + unit;
    }

    @Override
    public String describe() {
        String numbers;
        if (min == null) numbers = (maxExclusive ? "less than " : "at most ") + max.toPlainString();
        else if (max == null) numbers = (minExclusive ? "more than " : "at least ") + min.toPlainString();
        else if (min.equals(max)) numbers = min.toPlainString();
        else numbers = min.toPlainString() + " to " + max.toPlainString();
        return unit == null ? numbers : numbers + " " + unit;
    }
}
