package org.crosscheck.extract.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the tables of a language: tab-separated lines in {@code extract/<language>/<name>}; what follows {@code #} at the
 * start of a line is a comment.
 */
public final class Tables {
    private Tables() {}

    /** Whether there are tables for {@code language}, an ISO 639 code. */
    public static boolean speak(String language) {
        return Tables.class.getResource("/extract/" + language + "/numbers.tsv") != null;
    }

    /** The lines of a table, each split at its tabs. */
    public static List<List<String>> rows(String language, String name) {
        String path = "/extract/" + language + "/" + name;
        try (InputStream in = Tables.class.getResourceAsStream(path)) {
            if (in == null) throw new IllegalArgumentException("there is no table " + path);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.strip().split("\\t+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of two columns. */
    public static Map<String, String> pairs(String language, String name) {
        Map<String, String> pairs = new HashMap<>();
        rows(language, name).forEach(row -> pairs.put(row.get(0), row.get(1)));
        return Map.copyOf(pairs);
    }

    /** The first column of a table. */
    public static Set<String> words(String language, String name) {
        Set<String> words = new HashSet<>();
        rows(language, name).forEach(row -> words.add(row.get(0)));
        return Set.copyOf(words);
    }
}
