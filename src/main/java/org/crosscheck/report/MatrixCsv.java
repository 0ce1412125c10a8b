package org.crosscheck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.crosscheck.http.Csv;
import org.crosscheck.verdict.Stance;

/** A matrix as CSV. */
final class MatrixCsv {
    private MatrixCsv() {}

    static String of(MatrixView matrix) {
        List<String> head = new ArrayList<>(List.of("attribute", "label", "verdict", "sources", "lineages"));
        matrix.voices().forEach(voice -> head.add(voice.id()));
        StringBuilder csv = new StringBuilder(Csv.line(head));
        matrix.rows().forEach(row -> csv.append(Csv.line(cells(row))));
        return csv.toString();
    }

    private static List<String> cells(MatrixView.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.attribute(),
                row.label(),
                row.verdict().name(),
                String.valueOf(row.support().sources()),
                String.valueOf(row.support().lineages())));
        row.cells().forEach(cell -> cells.add(text(cell)));
        return cells;
    }

    private static String text(MatrixView.Cell cell) {
        if (cell.place() == MatrixView.Place.NOT_ADDRESSED) return null;
        if (cell.stance() == null) return cell.place().name();
        String said = cell.values().stream()
                .map(reported -> reported.wordings().isEmpty()
                        ? reported.value().toValue().describe()
                        : reported.wordings().get(0))
                .collect(Collectors.joining("; "));
        return (cell.stance() == Stance.DENIES ? "denies: " : "") + said + " [" + cell.place() + "]";
    }
}
