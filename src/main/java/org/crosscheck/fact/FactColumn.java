package org.crosscheck.fact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of facts as a table, in their order. */
enum FactColumn {
    ID("id", FactView::id),
    SOURCE("source", FactView::source),
    ATTRIBUTE("attribute", FactView::attribute),
    CLAIMANT("claimant", FactView::claimant),
    STANCE("stance", FactView::stance),
    TYPE("type", fact -> ValueCells.of(fact.value()).type()),
    /** What a value is that is no interval; an interval of one point may be given here too. */
    VALUE("value", fact -> ValueCells.of(fact.value()).value()),
    MIN("min", fact -> ValueCells.of(fact.value()).min()),
    MIN_EXCLUSIVE("minExclusive", fact -> ValueCells.of(fact.value()).minExclusive()),
    MAX("max", fact -> ValueCells.of(fact.value()).max()),
    MAX_EXCLUSIVE("maxExclusive", fact -> ValueCells.of(fact.value()).maxExclusive()),
    UNIT("unit", fact -> ValueCells.of(fact.value()).unit()),
    WORDING("wording", FactView::wording),
    CERTAINTY("certainty", FactView::certainty),
    AS_OF("asOf", FactView::asOf),
    STATUS("status", FactView::status),
    ORIGIN("origin", FactView::origin),
    EXACT("exact", ofEvidence(Evidence::exact)),
    PREFIX("prefix", ofEvidence(Evidence::prefix)),
    SUFFIX("suffix", ofEvidence(Evidence::suffix)),
    START("start", ofEvidence(Evidence::start)),
    END("end", ofEvidence(Evidence::end)),
    RULE("rule", FactView::rule),
    CONFIDENCE("confidence", FactView::confidence),
    REASON("reason", FactView::reason),
    REVISION("revision", FactView::revision);

    private final String title;
    private final Function<FactView, ?> cell;

    FactColumn(String title, Function<FactView, ?> cell) {
        this.title = title;
        this.cell = cell;
    }

    private static Function<FactView, ?> ofEvidence(Function<Evidence, ?> part) {
        return fact -> fact.evidence() == null ? null : part.apply(fact.evidence());
    }

    /** As the header of the table has it. */
    String title() {
        return title;
    }

    /** The column of that title, in whichever case, or null. */
    static FactColumn titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equalsIgnoreCase(title))
                .findFirst()
                .orElse(null);
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(FactColumn::title).toList();
    }

    /** The row of {@code fact}; null cells are empty. */
    static List<String> row(FactView fact) {
        return Arrays.stream(values())
                .map(column -> text(column.cell.apply(fact)))
                .toList();
    }

    /** Numbers are written out as long as somebody would read them so. */
    private static String text(Object cell) {
        if (cell instanceof BigDecimal number && Math.abs(number.scale()) < 20) return number.toPlainString();
        return cell == null ? null : cell.toString();
    }
}
