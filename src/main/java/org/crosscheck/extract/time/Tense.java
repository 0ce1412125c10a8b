package org.crosscheck.extract.time;

/** Which way the words near a time look. */
enum Tense {
    PAST,
    FUTURE,
    NONE
}
