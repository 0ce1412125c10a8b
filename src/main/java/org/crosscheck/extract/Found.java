package org.crosscheck.extract;

import org.crosscheck.value.Value;

/**
 * A value that a text states.
 *
 * @param start where its words start in the text, in UTF-16 units
 * @param end where they end, exclusive
 * @param rule the name of the rule that read them, such as {@code quantity.money}
 * @param thing what a count counts, in the singular and as far as the text says: {@code tomahawk cruise missile} where the
 *     value's unit is its head noun, {@code missile}; null where nothing more is said than the unit
 */
public record Found(int start, int end, Value value, String rule, String thing) {
    public Found(int start, int end, Value value, String rule) {
        this(start, end, value, rule, null);
    }

    public int length() {
        return end - start;
    }
}
