package org.crosscheck.report;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.crosscheck.verdict.Stance;

/** A matrix as CSV (RFC 4180) for spreadsheets. */
final class MatrixCsv {
    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);
    static final List<Variant> OR_JSON =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, TYPE).build();
    private static final String STARTS_FORMULA = "=+-@\t\r";

    private MatrixCsv() {}

    static String of(MatrixView matrix) {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(csv, CSVFormat.RFC4180)) {
            List<String> head = new ArrayList<>(List.of("attribute", "label", "verdict", "sources", "lineages"));
            matrix.voices().forEach(voice -> head.add(voice.id()));
            printer.printRecord(head);
            for (MatrixView.Row row : matrix.rows()) printer.printRecord(cells(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private static List<String> cells(MatrixView.Row row) {
        List<String> cells = new ArrayList<>(List.of(
                row.attribute(),
                harmless(row.label()),
                row.verdict().name(),
                String.valueOf(row.support().sources()),
                String.valueOf(row.support().lineages())));
        row.cells().forEach(cell -> cells.add(harmless(text(cell))));
        return cells;
    }

    private static String text(MatrixView.Cell cell) {
        if (cell.place() == MatrixView.Place.NOT_ADDRESSED) return "";
        if (cell.stance() == null) return cell.place().name();
        String said = cell.values().stream()
                .map(reported -> reported.wordings().isEmpty()
                        ? reported.value().toValue().describe()
                        : reported.wordings().get(0))
                .collect(Collectors.joining("; "));
        return (cell.stance() == Stance.DENIES ? "denies: " : "") + said + " [" + cell.place() + "]";
    }

    /** Keeps spreadsheets from running text of a source as a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
