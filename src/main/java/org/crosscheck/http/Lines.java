package org.crosscheck.http;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream of JSON (NDJSON), as they come. Holds no more than the one that is asked for, and none that is longer than the limit. */
public final class Lines {
    public static final String MEDIA_TYPE = "application/x-ndjson";
    public static final MediaType TYPE = MediaType.valueOf(MEDIA_TYPE);
    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final long limit;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long number;

    public Lines(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
    }

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param bytes null where it is longer than the limit
     */
    public record Line(long number, byte[] bytes) {
        public boolean isBlank() {
            if (bytes == null) return false;
            for (byte each : bytes) if (each != ' ' && each != '\t' && each != '\r') return false;
            return true;
        }
    }

    /** Whether some of the next line has been read already. */
    public boolean hasBegun() {
        return at < end;
    }

    /** The next line, or null. The last one needs no end; a stream that breaks off throws. */
    public Line next() throws IOException {
        if (at == end && !fill()) return null;
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean fits = true;
        do {
            int start = at;
            while (at < end && buffer[at] != '\n') at++;
            fits = fits && line.size() + at - start <= limit;
            if (fits) line.write(buffer, start, at - start);
            else line = new ByteArrayOutputStream(0);
        } while (at == end && fill());
        at = Math.min(end, at + 1);
        return new Line(number, fits ? line.toByteArray() : null);
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
