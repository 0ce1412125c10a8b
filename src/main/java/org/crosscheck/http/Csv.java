package org.crosscheck.http;

import jakarta.ws.rs.core.MediaType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/**
 * CSV (RFC 4180) for spreadsheets: in UTF-8, with a header. A cell that a spreadsheet would run as a formula is written with an
 * apostrophe before it (OWASP, CSV injection), which is taken off again when it is read. An empty cell is no value.
 */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);

    private static final String LINE_END = "\r\n";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** What starts a formula, in full width too, behind however many apostrophes. */
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d+)?");
    private static final Pattern QUOTED = Pattern.compile("[\",;\\r\\n\\t]|^\\s|\\s$");
    private static final int BUFFERED_CHARACTERS = 65_536;

    /** More columns than any table of ours has. */
    private static final int MAX_COLUMNS = 200;

    private Csv() {}

    /** A line of a table; null cells are empty. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(String text) {
        if (text == null) return "";
        boolean runs = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
        String harmless = runs ? "'" + text : text;
        return QUOTED.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /**
     * A table as it was sent.
     *
     * @param columns its header
     * @param decimalComma whether it comes from a spreadsheet that writes 1,5: then semicolons part its cells
     */
    public record Table(List<String> columns, List<Row> rows, boolean decimalComma) {}

    /**
     * A row of a table.
     *
     * @param line where it ends in the file, from 1
     * @param cells null where empty
     */
    public record Row(long line, String[] cells) {
        /** The cell of column {@code i}, or null. */
        public String cell(int i) {
            return i < cells.length ? cells[i] : null;
        }
    }

    /**
     * Reads a table of at most {@code maxRows} rows; commas part its cells, or semicolons or tabs if they do so in its header.
     * Throws a 400 problem that names the line where it stops being CSV.
     */
    public static Table read(InputStream body, int maxRows) throws IOException {
        Reader text = new BufferedReader(
                new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()), BUFFERED_CHARACTERS);
        char delimiter = delimiter(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser =
                CSVParser.builder().setReader(text).setFormat(format).get()) {
            List<String> columns = null;
            List<Row> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                if (columns == null) columns = header(record);
                else if (hasContent(record)) rows.add(row(record, parser.getCurrentLineNumber(), columns.size()));
                if (rows.size() > maxRows)
                    throw new ProblemException(
                            ProblemType.CONTENT_TOO_LARGE, "Send at most " + maxRows + " rows at a time.");
            }
            if (columns == null) throw malformed("Send a table: its first line names the columns.");
            return new Table(columns, rows, delimiter == ';');
        } catch (CharacterCodingException e) {
            throw notUtf8();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) throw notUtf8();
            throw e.getCause() instanceof CSVException csv ? unreadable(csv) : e;
        } catch (CSVException e) {
            throw unreadable(e);
        }
    }

    /** The first of the usual delimiters in the header; a byte order mark is passed over. */
    private static char delimiter(Reader text) throws IOException {
        text.mark(BUFFERED_CHARACTERS);
        try {
            int first = text.read();
            boolean marked = first == BYTE_ORDER_MARK;
            char found = ',';
            for (int i = 0, c = marked ? text.read() : first; i < BUFFERED_CHARACTERS / 2; i++, c = text.read()) {
                if (c == ';' || c == '\t') found = (char) c;
                if (c < 0 || c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r') break;
            }
            text.reset();
            if (marked) text.read();
            return found;
        } catch (CharacterCodingException e) {
            throw notUtf8();
        }
    }

    private static List<String> header(CSVRecord record) {
        if (record.size() > MAX_COLUMNS) throw malformed("Send a table of at most " + MAX_COLUMNS + " columns.");
        return Arrays.stream(record.values()).map(String::strip).toList();
    }

    private static boolean hasContent(CSVRecord record) {
        for (String cell : record) if (!cell.isEmpty()) return true;
        return false;
    }

    private static Row row(CSVRecord record, long line, int columns) {
        if (record.size() > columns)
            throw malformed("Line " + line + " has " + record.size() + " cells, and the header " + columns
                    + "; quote cells that have the separator in them.");
        String[] cells = record.values();
        for (int i = 0; i < cells.length; i++) cells[i] = cells[i].isEmpty() ? null : plain(cells[i]);
        return new Row(line, cells);
    }

    /** The text of a cell without the apostrophe that kept it harmless. */
    private static String plain(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    private static ProblemException notUtf8() {
        return malformed("Send UTF-8: spreadsheets call it \"CSV UTF-8\".");
    }

    private static ProblemException unreadable(CSVException e) {
        var line = Pattern.compile("line:? ?(\\d+)").matcher(String.valueOf(e.getMessage()));
        String where = line.find() ? " in line " + line.group(1) : "";
        return malformed("Check the quotes" + where + ": one is not closed, or text follows one that is.");
    }

    private static ProblemException malformed(String advice) {
        return new ProblemException(ProblemType.MALFORMED_CSV, advice);
    }
}
