package org.crosscheck.http;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Tells URLs from what no text has, as {@link PlainText} does for bodies: no id is called so. */
final class ReadableUri {
    private ReadableUri() {}

    /** Whether {@code raw} is a URL, every escape in it is one, and all of them together are UTF-8 without control characters. */
    static boolean isReadable(String raw) {
        if (!isUri(raw)) return false;
        if (raw.indexOf('%') < 0) return true;
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes(raw)).toString();
            return PlainText.firstOddity(text) < 0;
        } catch (CharacterCodingException | NumberFormatException notUtf8) {
            return false;
        }
    }

    private static boolean isUri(String raw) {
        try {
            new URI(raw);
            return true;
        } catch (URISyntaxException e) {
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
            bytes.write(escaped(raw, i));
            i += 2;
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static int escaped(String raw, int percent) {
        String digits = raw.substring(percent + 1, Math.min(percent + 3, raw.length()));
        if (!digits.matches("[0-9A-Fa-f]{2}")) throw new NumberFormatException(digits);
        return Integer.parseInt(digits, 16);
    }
}
