package org.crosscheck.verdict;

import org.crosscheck.value.Relation;

/**
 * The two voices that decided a verdict.
 *
 * @param right the other voice; {@code left} itself where a voice contradicts itself
 * @param relation how left's region stands to right's; null where right is silent
 */
public record Deciding(String left, String right, Relation relation) {}
