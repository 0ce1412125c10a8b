package org.crosscheck.extract.time;

/** How words around a number bound it: "more than", "at least", "nearly" ({@code modifiers.tsv}). */
enum Bound {
    EXACT,
    MORE,
    LEAST,
    LESS,
    MOST,
    NEARLY,
    ABOUT
}
