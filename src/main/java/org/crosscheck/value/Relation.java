package org.crosscheck.value;

/**
 * How region A stands to region B: the five relations of the region connection calculus RCC-5 (Randell, Cui and Cohn,
 * 1992), and {@link #INCOMPARABLE} where no rule decides.
 */
public enum Relation {
    /** A and B allow the same answers. */
    EQUAL,
    /** A lies inside B: A says more. */
    NARROWER,
    /** B lies inside A: A says less. */
    BROADER,
    /** Some answers are in both, and each has answers of its own. */
    OVERLAPPING,
    /** No answer is in both. */
    DISJOINT,
    /** No rule decides: words that differ, units of different dimensions, concepts of different schemes. */
    INCOMPARABLE;

    /** The relation of B to A, where this is the relation of A to B. */
    public Relation converse() {
        return switch (this) {
            case NARROWER -> BROADER;
            case BROADER -> NARROWER;
            default -> this;
        };
    }

    /** The relation of A1×A2 to B1×B2, where this relates A1 to B1 and {@code other} relates A2 to B2. */
    public Relation times(Relation other) {
        if (this == INCOMPARABLE || other == INCOMPARABLE) return INCOMPARABLE;
        if (this == DISJOINT || other == DISJOINT) return DISJOINT;
        if (this == EQUAL) return other;
        if (other == EQUAL || this == other) return this;
        return OVERLAPPING;
    }

    /** A allows nothing that B does not. */
    public boolean isInside() {
        return this == EQUAL || this == NARROWER;
    }

    /** One is more precise than the other, or both are more precise than what they share: neither the same nor apart. */
    public boolean refines() {
        return this == NARROWER || this == BROADER || this == OVERLAPPING;
    }
}
