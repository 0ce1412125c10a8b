package org.crosscheck.decision;

/** Where an editor's word on a finding stands. */
public enum Standing {
    CONFIRMED,
    DISMISSED,
    EXPLAINED,
    /** What it rested on has changed since. */
    LAPSED,
    /** Nobody has decided. */
    NONE;

    /** @param decision null where there is none */
    public static Standing of(DecisionView decision) {
        if (decision == null) return NONE;
        return Boolean.TRUE.equals(decision.lapsed())
                ? LAPSED
                : valueOf(decision.outcome().name());
    }
}
