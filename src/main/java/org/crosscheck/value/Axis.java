package org.crosscheck.value;

/**
 * The number line that a {@link Region.Range} lies on.
 *
 * @param kind what its numbers count
 * @param name the dimension, currency or counted thing; empty for the other kinds
 */
public record Axis(Kind kind, String name) {

    /** What the numbers of an axis count. */
    public enum Kind {
        /** Seconds since 1970-01-01T00:00:00Z. */
        TIME,
        /** Places from the first. */
        PLACE,
        /** Places from the last. */
        PLACE_FROM_END,
        /** Calendar months, twelve to a year. */
        MONTHS,
        /** Seconds; a day has 86,400. */
        SECONDS,
        /** Coherent SI units of the dimension that {@link Axis#name} gives. */
        PHYSICAL,
        /** Units of the currency that {@link Axis#name} gives (ISO 4217). */
        MONEY,
        /** Things of the kind that {@link Axis#name} gives. */
        COUNTED
    }

    /** Axes of counted things nest as their concepts do; months and seconds are one line read two ways. */
    Relation relate(Axis other, Taxonomy taxonomy) {
        if (equals(other)) return Relation.EQUAL;
        if (kind == Kind.COUNTED && other.kind == Kind.COUNTED) {
            Relation things = taxonomy.relate(name, other.name);
            return things == Relation.NARROWER || things == Relation.BROADER ? things : Relation.INCOMPARABLE;
        }
        return isLength() && other.isLength() ? Relation.EQUAL : Relation.INCOMPARABLE;
    }

    /** Whether this axis is INCOMPARABLE to every other. */
    public boolean standsAlone(Taxonomy taxonomy) {
        return !isLength() && !(kind == Kind.COUNTED && taxonomy.contains(name));
    }

    /** Whether numbers of this axis and of {@code other} count alike, without conversion. */
    boolean sharesLineWith(Axis other) {
        return kind == other.kind;
    }

    /** Whether whatever this counts, {@code other} counts too, and alike. */
    boolean isInside(Axis other, Taxonomy taxonomy) {
        return sharesLineWith(other) && relate(other, taxonomy).isInside();
    }

    /** {@code interval} of this axis, as it is compared with intervals of {@code other}. */
    Interval onCommonLine(Interval interval, Axis other) {
        return kind == Kind.MONTHS && other.kind == Kind.SECONDS ? CalendarLength.seconds(interval) : interval;
    }

    private boolean isLength() {
        return kind == Kind.MONTHS || kind == Kind.SECONDS;
    }
}
