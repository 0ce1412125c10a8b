package org.crosscheck.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/** Refuses paths and queries that hold what no text has, as {@link PlainText} does for bodies: no id is called so. */
@Provider
@PreMatching
public class ReadableUri implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        if (!isReadable(uri.getRawPath()) || !isReadable(uri.getRawQuery()))
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Leave control characters out of the URL, and encode the others as UTF-8.");
    }

    private static boolean isReadable(String raw) {
        if (raw == null || raw.indexOf('%') < 0) return true;
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes(raw)).toString();
            return PlainText.firstOddity(text) < 0;
        } catch (CharacterCodingException | NumberFormatException notUtf8) {
            return false;
        }
    }

    private static ByteBuffer bytes(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '%') {
                bytes.writeBytes(String.valueOf(raw.charAt(i)).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            bytes.write(Integer.parseInt(raw.substring(i + 1, Math.min(i + 3, raw.length())), 16));
            i += 2;
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }
}
