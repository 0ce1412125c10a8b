package org.crosscheck.value;

import java.math.BigDecimal;

/**
 * One position in an order: 3 is the third, -1 the last, -2 the second to last. Positions from different ends are
 * INCOMPARABLE, since nobody says how many there are.
 */
public record Ordinal(long number) implements Value {
    public Ordinal {
        if (number == 0) throw new InvalidValueException("number", "Positions count from 1; use -1 for the last.");
    }

    @Override
    public Type type() {
        return Type.ORDINAL;
    }

    @Override
    public Region region(Taxonomy taxonomy) {
        Axis axis = new Axis(number > 0 ? Axis.Kind.PLACE : Axis.Kind.PLACE_FROM_END, "");
        return new Region.Range(axis, Interval.point(BigDecimal.valueOf(number)));
    }

    @Override
    public String key() {
        return Long.toString(number);
    }

    @Override
    public String describe() {
        return number > 0 ? "number " + number : number == -1 ? "the last" : "number " + -number + " from the end";
    }
}
