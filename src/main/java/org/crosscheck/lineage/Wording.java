package org.crosscheck.lineage;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How words are read before they are compared, so that light editing does not show: case and compatibility forms are folded
 * (NFKC_Casefold, Unicode section 3.13), spellings are made one, honorifics are left out. What a language needs is in lists under
 * {@code lineage/en}.
 */
final class Wording {
    /** Longer than any word: nonsense, taken as it stands, since normalizing may take the square of its length. */
    private static final int LONGEST = 64;
    /** What must stand before an ending, so that "four" is not read as "for". */
    private static final int STEM = 3;

    private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Set<String> HONORIFICS = new HashSet<>(lines("honorifics"));
    private static final Set<String> ABBREVIATIONS = new HashSet<>(lines("abbreviations"));
    private static final Map<String, String> SPELLINGS = new HashMap<>();
    private static final Map<String, String> ENDINGS = new HashMap<>();
    private static final int LONGEST_ENDING;

    static {
        for (String line : lines("spellings")) {
            String[] pair = line.split(" ");
            if (line.startsWith("-")) ENDINGS.put(pair[0].substring(1), pair[1].substring(1));
            else SPELLINGS.put(pair[0], pair[1]);
        }
        LONGEST_ENDING =
                ENDINGS.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    private Wording() {}

    /** {@code word} as it is compared; null where it is an honorific. */
    static String fold(String word) {
        if (word.length() > LONGEST) return word;
        String folded = NFKC_CASEFOLD.normalize(word);
        return HONORIFICS.contains(folded) ? null : spelled(folded);
    }

    /** Whether a full stop after {@code word} may stand inside a sentence. */
    static boolean isAbbreviation(String word) {
        String folded = NFKC_CASEFOLD.normalize(word);
        return HONORIFICS.contains(folded) || ABBREVIATIONS.contains(folded);
    }

    private static String spelled(String word) {
        String other = SPELLINGS.get(word);
        if (other != null) return other;
        for (int at = Math.max(STEM, word.length() - LONGEST_ENDING); at < word.length() - 1; at++) {
            String ending = ENDINGS.get(word.substring(at));
            if (ending != null) return word.substring(0, at) + ending;
        }
        return word;
    }

    /** A list of the language, without comments. */
    static List<String> lines(String list) {
        try (InputStream in = Wording.class.getResourceAsStream("/lineage/en/" + list + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
