/**
 * The engine: facts in, findings out. Facts of one attribute are tallied into {@link org.crosscheck.verdict.ValueGroup}s
 * (one for each voice, stance and value), groups of one voice are its {@link org.crosscheck.verdict.Position}, and the
 * {@link org.crosscheck.verdict.Judge} compares positions. Its work and memory grow with the number of groups and of
 * distinct values, never with the square of the number of facts.
 *
 * <p>Plain Java, and deterministic: the order of facts changes nothing.
 */
package org.crosscheck.verdict;
