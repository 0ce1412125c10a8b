package org.crosscheck.value;

import java.math.BigDecimal;
import java.util.Optional;

/** What a value denotes, free of notation: 1 km and 1000 m are one region. Equal records denote equal regions. */
public sealed interface Region {

    /** An interval of one axis. */
    record Range(Axis axis, Interval interval) implements Region {
        /** This range with {@code margin}, in the axis's own unit, more allowed at each end. */
        public Range widen(BigDecimal margin) {
            return new Range(axis, interval.widen(margin));
        }
    }

    /** A concept, and with it everything narrower. */
    record Node(String concept) implements Region {}

    /** All accounts that contain these folded words, in this order. */
    record Phrase(String folded) implements Region {}

    /** That the matter is addressed at all. */
    record Addressed() implements Region {}

    /** The relation of this region to {@code other}; regions of different kinds are INCOMPARABLE. */
    default Relation relate(Region other, Taxonomy taxonomy) {
        if (equals(other)) return Relation.EQUAL;
        if (this instanceof Range a && other instanceof Range b) return relate(a, b, taxonomy);
        if (this instanceof Node a && other instanceof Node b) return taxonomy.relate(a.concept, b.concept);
        if (this instanceof Phrase a && other instanceof Phrase b) return Words.relate(a.folded, b.folded);
        return Relation.INCOMPARABLE;
    }

    /**
     * The one region that allows what both allow, where one record can say it. Empty where the two are disjoint or
     * incomparable, and for concepts or words that merely overlap.
     */
    default Optional<Region> meet(Region other, Taxonomy taxonomy) {
        return switch (relate(other, taxonomy)) {
            case EQUAL, NARROWER -> Optional.of(this);
            case BROADER -> Optional.of(other);
            case OVERLAPPING ->
                this instanceof Range a && other instanceof Range b ? meet(a, b, taxonomy) : Optional.empty();
            case DISJOINT, INCOMPARABLE -> Optional.empty();
        };
    }

    private static Relation relate(Range a, Range b, Taxonomy taxonomy) {
        if (a.axis.equals(b.axis)) return a.interval.relate(b.interval);
        Relation kinds = a.axis.relate(b.axis, taxonomy);
        if (kinds == Relation.INCOMPARABLE) return kinds;
        Interval left = a.axis.onCommonLine(a.interval, b.axis);
        Interval right = b.axis.onCommonLine(b.interval, a.axis);
        return left.relate(right).times(kinds);
    }

    private static Optional<Region> meet(Range a, Range b, Taxonomy taxonomy) {
        Relation kinds = a.axis.relate(b.axis, taxonomy);
        if (!a.axis.sharesLineWith(b.axis) || kinds == Relation.INCOMPARABLE) return Optional.empty();
        Axis narrower = kinds.isInside() ? a.axis : b.axis;
        return a.interval.meet(b.interval).map(both -> new Range(narrower, both));
    }
}
