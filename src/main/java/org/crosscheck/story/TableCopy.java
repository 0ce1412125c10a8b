package org.crosscheck.story;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes new rows as PostgreSQL's COPY takes them, in the connection of the transaction: for rows that come by the thousand, where
 * Hibernate would keep and compare each. PostgreSQL stores them while we write the next. In COPY's text format.
 */
public final class TableCopy {
    /** Characters that are sent at once. */
    private static final int CHUNK = 65_536;

    private final String sql;

    /** @param columns in the order in which a row's values are given */
    public TableCopy(String table, String... columns) {
        this.sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN";
    }

    /** One row, value by value. */
    public static final class Row {
        private final StringBuilder out = new StringBuilder(CHUNK + CHUNK / 8);
        private boolean first = true;

        private Row() {}

        /** The next value in PostgreSQL's notation; null is NULL. */
        public Row add(Object value) {
            if (!first) out.append('\t');
            first = false;
            if (value == null) out.append("\\N");
            else escape(value.toString());
            return this;
        }

        /** The next value, an array of texts. */
        public Row add(String[] texts) {
            return add(Stream.of(texts)
                    .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                    .collect(Collectors.joining(",", "{", "}")));
        }

        private void escape(String text) {
            if (isPlain(text)) {
                out.append(text);
                return;
            }
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                char escaped = switch (text.charAt(i)) {
                    case '\\' -> '\\';
                    case '\t' -> 't';
                    case '\n' -> 'n';
                    case '\r' -> 'r';
                    default -> 0;
                };
                if (escaped == 0) continue;
                out.append(text, from, i).append('\\').append(escaped);
                from = i + 1;
            }
            out.append(text, from, text.length());
        }

        /** Mostly so, and found out faster than by going through it. */
        private static boolean isPlain(String text) {
            return text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        }

        private void end() {
            out.append('\n');
            first = true;
        }
    }

    /** Says what the values of {@code item} are. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(T item, Row row);
    }

    /** Writes a row for each of {@code items}, after what the session still has to write, since they may refer to that. */
    public <T> void write(Session db, Iterable<T> items, Writer<T> writer) {
        db.flush();
        db.doWork(connection ->
                write(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), items, writer));
    }

    private static <T> void write(CopyIn copy, Iterable<T> items, Writer<T> writer) throws SQLException {
        try {
            Row row = new Row();
            for (T item : items) {
                writer.write(item, row);
                row.end();
                if (row.out.length() >= CHUNK) send(row, copy);
            }
            send(row, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) copy.cancelCopy();
        }
    }

    private static void send(Row row, CopyIn copy) throws SQLException {
        byte[] bytes = row.out.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        row.out.setLength(0);
    }
}
