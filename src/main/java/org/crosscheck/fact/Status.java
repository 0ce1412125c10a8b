package org.crosscheck.fact;

/** Where a fact is in its review. Only accepted facts reach a report. */
public enum Status {
    PROPOSED,
    ACCEPTED,
    REJECTED
}
