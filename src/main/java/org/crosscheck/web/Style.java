package org.crosscheck.web;

import io.quarkus.qute.RawString;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.crosscheck.http.Sha256;

/**
 * The style of all pages. It stands in each page, so that the first paint needs no second request, and the Content-Security-Policy
 * lets it in by its hash and nothing else.
 */
@ApplicationScoped
class Style {
    private static final List<String> PARTS = List.of("base", "matrix", "source", "editing");

    private final String css;
    private final String policy;

    Style() {
        StringBuilder all = new StringBuilder();
        PARTS.forEach(part -> all.append(read("/web/" + part + ".css")));
        css = all.toString();
        policy = "default-src 'none'; style-src 'sha256-" + sha256(css) + "'; script-src 'self'; connect-src 'self';"
                + " img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    RawString css() {
        return new RawString(css);
    }

    /** The Content-Security-Policy of pages. */
    String policy() {
        return policy;
    }

    private static String read(String resource) {
        try (InputStream in = Style.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Sha256.hex(text)));
    }
}
