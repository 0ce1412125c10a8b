package org.crosscheck.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Many folded phrases, arranged so that those which a text contains are found without trying each: a hash rolls along
 * the text for each number of words that a phrase has (Rabin and Karp, 1987).
 */
public final class PhraseTable {
    private final Map<Integer, Map<Integer, Set<String>>> byWordsAndHash = new TreeMap<>();

    public PhraseTable(Collection<String> phrases) {
        for (String phrase : phrases) {
            String[] words = phrase.split(" ");
            byWordsAndHash
                    .computeIfAbsent(words.length, n -> new HashMap<>())
                    .computeIfAbsent(hash(words, words.length), h -> new HashSet<>())
                    .add(phrase);
        }
    }

    /** The phrases that {@code text}, folded, contains word for word; itself among them if it is one. */
    public Set<String> within(String text) {
        String[] words = text.split(" ");
        Set<String> found = new LinkedHashSet<>();
        byWordsAndHash.forEach((length, byHash) -> {
            if (length <= words.length) find(words, length, byHash, found);
        });
        return found;
    }

    private static void find(String[] words, int length, Map<Integer, Set<String>> byHash, Set<String> found) {
        int hash = hash(words, length);
        int power = 1;
        for (int i = 1; i < length; i++) power *= 31;
        for (int start = 0; ; start++) {
            Set<String> candidates = byHash.get(hash);
            if (candidates != null && !found.containsAll(candidates)) {
                String run = String.join(" ", Arrays.asList(words).subList(start, start + length));
                if (candidates.contains(run)) found.add(run);
            }
            if (start + length == words.length) return;
            hash = (hash - words[start].hashCode() * power) * 31 + words[start + length].hashCode();
        }
    }

    private static int hash(String[] words, int count) {
        int hash = 0;
        for (int i = 0; i < count; i++) hash = hash * 31 + words[i].hashCode();
        return hash;
    }
}
