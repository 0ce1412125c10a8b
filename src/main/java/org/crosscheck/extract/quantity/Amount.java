package org.crosscheck.extract.quantity;

import java.math.BigDecimal;

/**
 * A number with the unit that it is directly written with.
 *
 * @param value in {@code unit}; the number as written where there is none
 * @param end the index of the first token after it
 * @param scale the scale that its number ends in, see {@link Numeral}
 * @param form how its number is written
 * @param unit null where it has none
 * @param rule the name of the rule that read its unit
 */
record Amount(BigDecimal value, int end, BigDecimal scale, Numeral.Form form, String unit, String rule) {
    static final String NUMBER = "quantity.number";
    static final String PERCENT = "quantity.percent";
    static final String MONEY = "quantity.money";
    static final String UNIT = "quantity.unit";
    static final String AGE = "quantity.age";

    static Amount of(Numeral number) {
        return new Amount(number.value(), number.end(), number.scale(), number.form(), null, NUMBER);
    }

    Amount with(BigDecimal value, String unit, String rule, int end) {
        return new Amount(value, end, scale, form, unit, rule);
    }

    boolean isPlain() {
        return unit == null;
    }
}
