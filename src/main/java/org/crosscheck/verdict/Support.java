package org.crosscheck.verdict;

/**
 * How much stands behind an attribute.
 *
 * @param facts affirming facts
 * @param sources sources with such facts
 * @param lineages independent origins of those facts
 */
public record Support(long facts, int sources, int lineages) {}
