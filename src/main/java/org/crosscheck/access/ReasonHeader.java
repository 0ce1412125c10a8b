package org.crosscheck.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.crosscheck.http.PlainText;
import org.crosscheck.problem.ProblemException;

/** Reads why a request changes something: UTF-8, percent-encoded (RFC 3986) where it is not ASCII. */
@Provider
public class ReasonHeader implements ContainerRequestFilter {
    public static final String NAME = "Crosscheck-Reason";

    /** As many as a review's reason may have. */
    public static final int MAX_LENGTH = 1000;

    private static final String ADVICE = "Give the reason in at most " + MAX_LENGTH
            + " characters, in UTF-8, percent-encoded where it is not ASCII and with %25 for a percent sign.";

    private final Reason reason;

    ReasonHeader(Reason reason) {
        this.reason = reason;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String header = request.getHeaderString(NAME);
        if (header == null || request.getMethod().equals(HttpMethod.GET)) return;
        String text = decode(header).strip();
        if (text.codePointCount(0, text.length()) > MAX_LENGTH || PlainText.firstOddity(text) >= 0) throw unreadable();
        reason.give(text.isEmpty() ? null : text);
    }

    private static String decode(String header) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(header.length());
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c > '~') throw unreadable();
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            String digits = header.substring(i + 1, Math.min(i + 3, header.length()));
            if (!digits.matches("[0-9A-Fa-f]{2}")) throw unreadable();
            bytes.write(Integer.parseInt(digits, 16));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return ProblemException.parameter(NAME, ADVICE);
    }
}
