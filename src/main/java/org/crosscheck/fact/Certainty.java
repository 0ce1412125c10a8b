package org.crosscheck.fact;

/** How firmly a source puts it. */
public enum Certainty {
    STATED,
    /** "May", "appeared to", "is believed to". */
    HEDGED,
    /** "Will", "plans to". */
    PLANNED
}
