package org.crosscheck.extract.time;

/** A time as words give it. */
interface Expression {
    /** The span that it denotes in a setting; null where it denotes none, such as 30 February. */
    Span in(Setting setting);
}
