package org.crosscheck.decision;

/** What an editor says of a finding. */
public enum Outcome {
    /** The sources do stand to each other as the finding says. */
    CONFIRMED,
    /** The finding is of no interest, or rests on an error. */
    DISMISSED,
    /** The finding is right, and has a {@link Cause}. */
    EXPLAINED
}
