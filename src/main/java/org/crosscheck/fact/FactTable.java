package org.crosscheck.fact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.http.Csv;
import org.crosscheck.http.Ids;
import org.crosscheck.problem.AllFaults;
import org.crosscheck.problem.Problems;
import org.crosscheck.problem.Violation;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.Value;

/** Facts as a table: one row a fact, with the columns of {@link FactColumn}. */
@ApplicationScoped
class FactTable {
    /** What is stored in one transaction, which has its time. */
    private static final int MAX_ROWS = 100_000;

    private static final Set<FactColumn> QUOTES = Set.of(FactColumn.EXACT, FactColumn.PREFIX, FactColumn.SUFFIX);
    private static final List<FactColumn> TEXTS = List.of(
            FactColumn.ID,
            FactColumn.ATTRIBUTE,
            FactColumn.CLAIMANT,
            FactColumn.STANCE,
            FactColumn.WORDING,
            FactColumn.CERTAINTY,
            FactColumn.AS_OF,
            FactColumn.STATUS,
            FactColumn.ORIGIN,
            FactColumn.RULE,
            FactColumn.REASON);

    /** Columns in which space counts. */
    private static final Set<FactColumn> WORDS = Set.of(
            FactColumn.VALUE,
            FactColumn.WORDING,
            FactColumn.EXACT,
            FactColumn.PREFIX,
            FactColumn.SUFFIX,
            FactColumn.RULE,
            FactColumn.REASON);

    private final ObjectMapper json;
    private final AllFaults faults;

    FactTable(ObjectMapper json, AllFaults faults) {
        this.json = json;
        this.faults = faults;
    }

    /**
     * A table of facts that was sent.
     *
     * @param columns where each column is
     */
    record Sheet(List<Csv.Row> rows, Map<FactColumn, Integer> columns, boolean decimalComma) {
        /** The cell of that column in {@code row} without space around it; null where empty. */
        String cell(Csv.Row row, FactColumn column) {
            Integer at = columns.get(column);
            String cell = at == null ? null : row.cell(at);
            return cell == null || cell.isBlank() ? null : cell.strip();
        }

        /** The ids that the table has in {@code column}; nothing is called what is no id. */
        Set<String> named(FactColumn column) {
            Set<String> named = new HashSet<>();
            for (Csv.Row row : rows) {
                String id = cell(row, column);
                if (id != null && id.matches(Ids.PATTERN)) named.add(id);
            }
            return named;
        }

        boolean has(FactColumn column) {
            return columns.containsKey(column);
        }
    }

    static String write(List<FactView> facts) {
        StringBuilder csv = new StringBuilder(Csv.line(FactColumn.titles()));
        facts.forEach(fact -> csv.append(Csv.line(FactColumn.row(fact))));
        return csv.toString();
    }

    /** Throws a problem where the body is no table, or its header not ours. */
    static Sheet read(InputStream body) throws IOException {
        Csv.Table table = Csv.read(body, MAX_ROWS);
        Violations violations = new Violations();
        Map<FactColumn, Integer> columns = new EnumMap<>(FactColumn.class);
        for (int i = 0; i < table.columns().size(); i++) {
            String title = table.columns().get(i);
            FactColumn column = FactColumn.titled(title);
            if (column == null)
                violations.add(
                        "/" + title,
                        "Remove the column \"" + title + "\"; known columns are "
                                + String.join(", ", FactColumn.titles()) + ".");
            else if (columns.put(column, i) != null)
                violations.add("/" + title, "The column \"" + title + "\" is there twice; keep one.");
        }
        for (FactColumn needed : List.of(FactColumn.SOURCE, FactColumn.ATTRIBUTE)) {
            if (!columns.containsKey(needed))
                violations.add("/" + needed.title(), "Add the column \"" + needed.title() + "\".");
        }
        violations.throwIfAny();
        return new Sheet(table.rows(), columns, table.decimalComma());
    }

    /**
     * The fact of {@code row}; empty where {@code violations} says what must change.
     *
     * @param asked the type of the attribute that it answers, or null
     */
    Optional<FactView> fact(Sheet sheet, Csv.Row row, Value.Type asked, Violations violations) {
        Violations own = new Violations();
        ObjectNode node = json.createObjectNode();
        Map<FactColumn, String> cells = new EnumMap<>(FactColumn.class);
        sheet.columns().forEach((column, at) -> {
            String cell = row.cell(at);
            boolean words = WORDS.contains(column);
            if (cell != null && (words || !cell.isBlank())) cells.put(column, words ? cell : cell.strip());
        });
        TEXTS.forEach(column -> {
            if (cells.containsKey(column)) node.put(column.title(), cells.get(column));
        });
        number(FactColumn.CONFIDENCE, cells, sheet.decimalComma(), node, own);
        whole(FactColumn.REVISION, cells, node, own);
        ObjectNode value = ValueCells.read(cells, asked, sheet.decimalComma(), own);
        if (value != null) node.set("value", value);
        ObjectNode evidence = json.createObjectNode();
        QUOTES.forEach(column -> {
            if (cells.containsKey(column)) evidence.put(column.title(), cells.get(column));
        });
        whole(FactColumn.START, cells, evidence, own);
        whole(FactColumn.END, cells, evidence, own);
        if (!evidence.isEmpty()) node.set("evidence", evidence);
        Optional<FactView> fact = own.isEmpty() ? read(node, own) : Optional.empty();
        own.copyTo(violations);
        return fact;
    }

    private static void number(
            FactColumn column,
            Map<FactColumn, String> cells,
            boolean decimalComma,
            ObjectNode node,
            Violations violations) {
        if (!cells.containsKey(column)) return;
        BigDecimal number = ValueCells.number(cells.get(column), decimalComma);
        if (number == null) violations.add("/" + column.title(), "Give a number.");
        else node.put(column.title(), number);
    }

    private static void whole(
            FactColumn column, Map<FactColumn, String> cells, ObjectNode node, Violations violations) {
        if (!cells.containsKey(column)) return;
        String cell = cells.get(column);
        if (cell.matches("\\d{1,9}")) node.put(column.title(), Integer.parseInt(cell));
        else violations.add("/" + column.title(), "Give a whole number.");
    }

    /** Reads {@code node} by the rules of every body. */
    private Optional<FactView> read(ObjectNode node, Violations violations) {
        try {
            FactView fact = json.treeToValue(node, FactView.class);
            Violations found = faults.in(fact, 0);
            found.copyTo(violations);
            return found.isEmpty() ? Optional.of(fact) : Optional.empty();
        } catch (JsonProcessingException e) {
            Problems.of(e).violations().forEach(each -> violations.add(each.pointer(), each.message()));
            return Optional.empty();
        }
    }

    /** What {@code violations} say of a fact in JSON, said of the cells that it came from. */
    static List<Violation> ofCells(Violations violations) {
        return violations.all().stream()
                .map(each -> new Violation(column(each.pointer()), each.message()))
                .toList();
    }

    private static String column(String pointer) {
        String field = pointer.substring(pointer.lastIndexOf('/') + 1);
        boolean single = Set.of("number", "edtf", "concept", "text").contains(field);
        return single ? "/value" : field.isEmpty() ? "" : "/" + field;
    }
}
