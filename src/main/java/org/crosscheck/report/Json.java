package org.crosscheck.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JSON in UTF-8, as a part of bytes that others may share, and that nobody changes. */
record Json(byte[] within, int from, int to) {

    static Json of(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new Json(bytes, 0, bytes.length);
    }

    int length() {
        return to - from;
    }

    String text() {
        return new String(within, from, length(), StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return length() == within.length ? within : Arrays.copyOfRange(within, from, to);
    }

    void writeTo(ByteArrayOutputStream out) {
        out.write(within, from, length());
    }

    /** An object, with one more field. */
    Json with(String field, String value) {
        return of(text().substring(0, text().length() - 1) + ",\"" + field + "\":" + value + "}");
    }
}
