package org.crosscheck.value;

/**
 * An interval of ISO 8601 durations: "six-year" is six whole years, [P6Y, P7Y); "in its sixth year" is [P5Y, P6Y).
 * Years and months compare with each other exactly, and so do weeks, days and times; across the two a month lasts what
 * it may last in the calendar ({@link CalendarLength}).
 *
 * @param min shortest duration, null where open; bounds are inclusive unless excluded
 * @param max longest duration, null where open
 */
public record Duration(String min, boolean minExclusive, String max, boolean maxExclusive) implements Value {

    public Duration {
        IsoDuration low = min == null ? null : IsoDuration.parse("min", min);
        IsoDuration high = max == null ? null : IsoDuration.parse("max", max);
        if (low == null && high == null)
            throw new InvalidValueException("min", "Give min, max or both; a duration without bounds says nothing.");
        if (minExclusive && low == null)
            throw new InvalidValueException(
                    "minExclusive", "Leave minExclusive out, or give the min that it excludes.");
        if (maxExclusive && high == null)
            throw new InvalidValueException(
                    "maxExclusive", "Leave maxExclusive out, or give the max that it excludes.");
        try {
            range(low, minExclusive, high, maxExclusive);
        } catch (IllegalArgumentException empty) {
            throw new InvalidValueException("min", "min is not below max; swap them, or exclude neither.");
        }
    }

    @Override
    public Type type() {
        return Type.DURATION;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        return range(
                min == null ? null : IsoDuration.parse("min", min),
                minExclusive,
                max == null ? null : IsoDuration.parse("max", max),
                maxExclusive);
    }

    private static Region.Range range(IsoDuration low, boolean lowExcluded, IsoDuration high, boolean highExcluded) {
        if ((low == null || low.isMonths()) && (high == null || high.isMonths())) {
            Interval months = new Interval(
                    low == null ? null : low.months(), lowExcluded, high == null ? null : high.months(), highExcluded);
            return new Region.Range(new Axis(Axis.Kind.MONTHS, ""), months);
        }
        Interval seconds = new Interval(
                low == null ? null : low.inSeconds().low(),
                lowExcluded,
                high == null ? null : high.inSeconds().high(),
                highExcluded);
        return new Region.Range(new Axis(Axis.Kind.SECONDS, ""), seconds);
    }

    @Override
    public String key() {
        return (minExclusive ? "(" : "[") + min + "," + max + (maxExclusive ? ")" : "]");
    }

    @Override
    public String describe() {
        if (min == null) return (maxExclusive ? "less than " : "at most ") + max;
        if (max == null) return (minExclusive ? "more than " : "at least ") + min;
        if (min.equals(max)) return min;
        return min + (maxExclusive ? " to less than " : " to ") + max;
    }
}
