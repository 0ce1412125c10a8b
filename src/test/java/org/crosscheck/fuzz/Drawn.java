package org.crosscheck.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that was drawn.
 *
 * @param path with its query, as it goes over the line
 * @param story the id in its path; null for none
 * @param strangePath whether an id in the path is none, so that it may lead elsewhere
 * @param body null for none
 */
record Drawn(String method, String path, String story, boolean strangePath, Map<String, String> headers, byte[] body) {
    private static final int SHOWN = 600;

    @Override
    public String toString() {
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return "%s %s %s %s".formatted(method, shown(path), headers, shown(text));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "… (" + text.length() + ")";
    }
}
