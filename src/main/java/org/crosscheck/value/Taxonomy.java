package org.crosscheck.value;

import java.util.List;
import java.util.Optional;

/** Looks up how concepts relate along their broader links (SKOS {@code broader}, transitively). */
public interface Taxonomy {

    /** No concepts at all: counted things are then only equal to themselves. */
    Taxonomy EMPTY = BroaderGraph.of(List.of());

    /** Whether {@code id} names a concept. A unit that does is a counted thing of that kind. */
    boolean contains(String id);

    /** The scheme of a concept; empty where {@code id} names none. */
    Optional<String> scheme(String id);

    /**
     * EQUAL, nested along broader links, OVERLAPPING where the two share a narrower concept, else DISJOINT within one
     * scheme and INCOMPARABLE across schemes; yet what lies inside one of two DISJOINT concepts is DISJOINT from what lies
     * inside the other, whatever their schemes. An id that names no concept equals itself and is INCOMPARABLE otherwise.
     */
    Relation relate(String left, String right);
}
