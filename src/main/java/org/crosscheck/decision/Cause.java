package org.crosscheck.decision;

/** Why sources differ, where an editor knows. */
public enum Cause {
    /** Some source is wrong. */
    WRONG_VALUE,
    /** They speak of different things. */
    DIFFERENT_SCOPE,
    /** Some source was overtaken by events. */
    OUTDATED,
    /** Some source can be read in more than one way. */
    AMBIGUOUS,
    /** They are more or less precise. */
    PRECISION
}
