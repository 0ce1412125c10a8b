package org.crosscheck.extract.quantity;

import java.math.BigDecimal;

/**
 * A number as a text writes it.
 *
 * @param value what it amounts to; a position from the end is negative
 * @param end the index of the first token after it
 * @param scale the product of the scales that it ends in: a million in "2.5 million", 1 in "59"
 * @param form how it is written
 */
public record Numeral(BigDecimal value, int end, BigDecimal scale, Form form) {

    /** How a number is written; what it starts with decides. */
    public enum Form {
        /** "59", "1,234.5", "2.5 million". */
        DIGITS,
        /** "fifty-nine", "a dozen". */
        WORDS,
        /** "half", "two thirds", "3/4"; not "two and a half", which is more than a part. */
        PART
    }

    Numeral negated() {
        return new Numeral(value.negate(), end, scale, form);
    }
}
