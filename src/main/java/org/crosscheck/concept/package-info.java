/**
 * Concepts: what values and counted things are kinds of, with broader links as in SKOS. An authority file, shared by all
 * stories and guarded by {@link org.crosscheck.party.Authority}.
 */
package org.crosscheck.concept;
