package org.crosscheck.fact;

/** Who made a fact out of the text. */
public enum Origin {
    EDITOR,
    EXTRACTED
}
