package org.crosscheck.source;

/** Whether a document's silence counts. */
public enum Coverage {
    /** Means to be a full account of what it covers, as an official readout does. */
    COMPLETE,
    /** An ordinary article. */
    SELECTIVE
}
