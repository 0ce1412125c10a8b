package org.crosscheck.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.crosscheck.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list, by the key that it starts after: pages stay right while others write. */
public class PageRequest {
    private static final String SEPARATOR = "\n";
    private static final Instant START_OF_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    @Parameter(description = "How many items at most.")
    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(500)
    int limit;

    @Parameter(description = "Where the page starts: the cursor of the previous page's Link rel=\"next\".")
    @QueryParam("cursor")
    String cursor;

    /** How many rows to ask for: one more than the page, to know whether there is a next one. */
    public int rows() {
        return limit + 1;
    }

    int limit() {
        return limit;
    }

    /** The {@code size} parts of the key that the page starts after; empty strings for the first page. */
    public List<String> after(int size) {
        if (cursor == null) return Collections.nCopies(size, "");
        try {
            String key = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(key.split(SEPARATOR, -1));
            if (parts.size() == size && key.matches("[\\x20-\\x7e\\n]*")) return parts;
        } catch (IllegalArgumentException notBase64) {
            // falls through to the same advice
        }
        throw noCursor();
    }

    /** The instant in a part of the key, or the end of time for the first page. */
    public Instant instant(String part) {
        if (cursor == null) return END_OF_TIME;
        try {
            Instant instant = Instant.parse(part);
            if (!instant.isBefore(START_OF_TIME) && !instant.isAfter(END_OF_TIME)) return instant;
        } catch (DateTimeException e) {
            // falls through to the same advice
        }
        throw noCursor();
    }

    private static ProblemException noCursor() {
        return ProblemException.parameter("cursor", "Leave it out, or follow the Link header of the previous page.");
    }

    static String cursor(List<String> key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
