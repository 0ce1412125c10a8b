package org.crosscheck.extract.speech;

/** How firmly a clause is put forward; a reader's first question after who says it. */
public enum Certainty {
    /** As a fact: "fired 59 missiles". */
    STATED,
    /** As possible, likely or second-hand: "may have fired", "reportedly fired". */
    HEDGED,
    /** As something still to come: "will fire", "plans to fire", and "would fire" in reported speech. */
    PLANNED
}
