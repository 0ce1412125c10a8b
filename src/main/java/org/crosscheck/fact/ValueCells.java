package org.crosscheck.fact;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.Value;

/**
 * A value as cells of a table: bounds of intervals each have a column, and what any other value is stands in one. All may be
 * null.
 */
record ValueCells(
        Object type, Object value, Object min, Boolean minExclusive, Object max, Boolean maxExclusive, String unit) {
    private static final int LONGEST_NUMBER = 100;
    private static final ValueCells NONE = of(null, null);

    private static ValueCells of(Value.Type type, Object value) {
        return new ValueCells(type, value, null, null, null, null, null);
    }

    static ValueCells of(ValueView view) {
        if (view instanceof ValueView.QuantityView q)
            return new ValueCells(
                    Value.Type.QUANTITY, null, q.min(), q.minExclusive(), q.max(), q.maxExclusive(), q.unit());
        if (view instanceof ValueView.DurationView d)
            return new ValueCells(
                    Value.Type.DURATION, null, d.min(), d.minExclusive(), d.max(), d.maxExclusive(), null);
        if (view instanceof ValueView.OrdinalView o) return of(Value.Type.ORDINAL, o.number());
        if (view instanceof ValueView.TimeView t) return of(Value.Type.TIME, t.edtf());
        if (view instanceof ValueView.ConceptRefView c) return of(Value.Type.CONCEPT, c.concept());
        if (view instanceof ValueView.TextView t) return of(Value.Type.TEXT, t.text());
        return view == null ? NONE : of(Value.Type.TOPIC, null);
    }

    /** The field of a value of {@code type} that its cell "value" has; null where its value is an interval, or only a type. */
    private static String field(Value.Type type) {
        return switch (type) {
            case ORDINAL -> "number";
            case TIME -> "edtf";
            case CONCEPT -> "concept";
            case TEXT -> "text";
            case QUANTITY, DURATION, TOPIC -> null;
        };
    }

    /** Whether a value of {@code type} may have something in {@code column}. */
    private static boolean has(Value.Type type, FactColumn column) {
        if (column == FactColumn.UNIT) return type == Value.Type.QUANTITY;
        return column == FactColumn.VALUE ? type != Value.Type.TOPIC : isInterval(type);
    }

    private static boolean isInterval(Value.Type type) {
        return type == Value.Type.QUANTITY || type == Value.Type.DURATION;
    }

    /**
     * The JSON of the value that {@code cells} give; null where they give none, or where {@code violations} says what must change.
     *
     * @param asked the type of the attribute that it answers, or null
     * @param decimalComma whether 1,5 is a number
     */
    static ObjectNode read(
            Map<FactColumn, String> cells, Value.Type asked, boolean decimalComma, Violations violations) {
        Value.Type type = cells.get(FactColumn.TYPE) == null ? asked : type(cells.get(FactColumn.TYPE), violations);
        boolean empty = Stream.of(
                        FactColumn.TYPE,
                        FactColumn.VALUE,
                        FactColumn.MIN,
                        FactColumn.MIN_EXCLUSIVE,
                        FactColumn.MAX,
                        FactColumn.MAX_EXCLUSIVE,
                        FactColumn.UNIT)
                .map(cells::get)
                .allMatch(Objects::isNull);
        if (type == null || empty) return null;
        Violations own = new Violations();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type.name());
        for (FactColumn column : List.of(FactColumn.VALUE, FactColumn.MIN, FactColumn.MAX, FactColumn.UNIT)) {
            String cell = cells.get(column);
            if (cell == null) continue;
            if (!has(type, column)) own.add("/" + column.title(), "Leave it empty: a " + type + " has none.");
            else if (column == FactColumn.UNIT) json.put("unit", cell.strip());
            else if (!isInterval(type)) single(type, cell, json, own);
            else bound(type, column, cell, decimalComma, json, own);
        }
        for (FactColumn column : List.of(FactColumn.MIN_EXCLUSIVE, FactColumn.MAX_EXCLUSIVE)) {
            String cell = cells.get(column);
            if (cell == null) continue;
            if (!has(type, column)) own.add("/" + column.title(), "Leave it empty: a " + type + " has none.");
            else excluded(column, cell, json, own);
        }
        own.copyTo(violations);
        return own.isEmpty() ? json : null;
    }

    private static Value.Type type(String cell, Violations violations) {
        for (Value.Type type : Value.Type.values()) if (type.name().equals(cell.strip())) return type;
        violations.add("/type", "Give one of " + List.of(Value.Type.values()) + ", or leave it empty.");
        return null;
    }

    private static void single(Value.Type type, String cell, ObjectNode json, Violations violations) {
        if (type == Value.Type.TEXT) json.put("text", cell);
        else if (type != Value.Type.ORDINAL) json.put(field(type), cell.strip());
        else if (cell.strip().matches("[+-]?\\d{1,18}")) json.put("number", Long.parseLong(cell.strip()));
        else violations.add("/value", "Give a whole number.");
    }

    private static void bound(
            Value.Type type,
            FactColumn column,
            String cell,
            boolean decimalComma,
            ObjectNode json,
            Violations violations) {
        boolean point = column == FactColumn.VALUE;
        for (String field : point ? List.of("min", "max") : List.of(column.title())) {
            if (json.has(field)) {
                violations.add("/" + column.title(), "Leave it empty, or leave the cell \"value\" empty.");
            } else if (type == Value.Type.DURATION) {
                json.put(field, cell.strip());
            } else {
                BigDecimal number = number(cell, decimalComma);
                if (number != null) json.put(field, number);
                else if (!field.equals("max") || !point)
                    violations.add("/" + column.title(), "Give a number, such as 59 or 1.5.");
            }
        }
    }

    /** The number that {@code cell} is, or null. */
    static BigDecimal number(String cell, boolean decimalComma) {
        String text = decimalComma && cell.indexOf('.') < 0 ? cell.strip().replace(',', '.') : cell.strip();
        boolean number = text.length() <= LONGEST_NUMBER && text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");
        return number ? new BigDecimal(text) : null;
    }

    private static void excluded(FactColumn column, String cell, ObjectNode json, Violations violations) {
        switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> json.put(column.title(), true);
            case "false" -> json.put(column.title(), false);
            default -> violations.add("/" + column.title(), "Give true or false, or leave it empty.");
        }
    }
}
