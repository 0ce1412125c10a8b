/**
 * Normalized values and how they relate. A value denotes a region: the set of exact answers that it allows. Every
 * type obeys one algebra, {@link org.crosscheck.value.Relation}, and its laws: relating is the converse of being
 * related, a value equals itself, widening never makes a contradiction, converting units changes nothing.
 *
 * <p>Plain Java: no framework, no JSON, no storage. Regions of concepts and of counted things need a
 * {@link org.crosscheck.value.Taxonomy}, which callers supply.
 */
package org.crosscheck.value;
