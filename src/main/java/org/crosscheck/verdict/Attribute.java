package org.crosscheck.verdict;

import java.math.BigDecimal;
import org.crosscheck.value.Value;

/**
 * One question that a story asks of its sources.
 *
 * @param unit unit of the answers, or null
 * @param tolerance how far apart two answers may be and still count as compatible: in {@code unit} for quantities, in
 *     days for times; null for none
 * @param evolving whether the answer changes with time, as a death toll does
 */
public record Attribute(
        String id, String label, Value.Type type, String unit, BigDecimal tolerance, boolean evolving) {}
