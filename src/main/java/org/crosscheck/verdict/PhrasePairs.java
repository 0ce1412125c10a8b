package org.crosscheck.verdict;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;

/**
 * Phrases are never disjoint. All of them are nested exactly where each, sorted by length, is contained in the next; and a
 * phrase contains another exactly where one of its runs of words is that phrase, which a table of phrases tells.
 */
record PhrasePairs(Optional<Pair> disjoint, Optional<Pair> incomparable, Optional<Pair> refining) implements Pairs {

    static PhrasePairs among(List<Stand> distinct, Taxonomy taxonomy) {
        return new PhrasePairs(Optional.empty(), incomparable(distinct, taxonomy), nested(distinct));
    }

    private static Optional<Pair> incomparable(List<Stand> distinct, Taxonomy taxonomy) {
        List<Stand> byLength = distinct.stream()
                .sorted(Comparator.<Stand>comparingInt(stand -> phrase(stand).length())
                        .thenComparing(PhrasePairs::phrase))
                .toList();
        for (int i = 1; i < byLength.size(); i++) {
            Stand shorter = byLength.get(i - 1);
            Stand longer = byLength.get(i);
            if (shorter.region().relate(longer.region(), taxonomy) == Relation.INCOMPARABLE) {
                boolean inOrder = shorter.voice().compareTo(longer.voice()) <= 0;
                return Optional.of(
                        inOrder
                                ? new Pair(shorter, longer, Relation.INCOMPARABLE)
                                : new Pair(longer, shorter, Relation.INCOMPARABLE));
            }
        }
        return Optional.empty();
    }

    private static Optional<Pair> nested(List<Stand> distinct) {
        Map<Integer, Map<Integer, Map<String, Stand>>> byWordsAndHash = new HashMap<>();
        TreeSet<Integer> lengths = new TreeSet<>();
        for (Stand stand : distinct) {
            String[] words = phrase(stand).split(" ");
            lengths.add(words.length);
            byWordsAndHash
                    .computeIfAbsent(words.length, n -> new HashMap<>())
                    .computeIfAbsent(hash(words, 0, words.length), h -> new HashMap<>())
                    .put(phrase(stand), stand);
        }
        for (Stand stand : distinct) {
            String[] words = phrase(stand).split(" ");
            for (int length : lengths.headSet(words.length)) {
                Stand part = run(words, length, byWordsAndHash.get(length));
                if (part != null) return Optional.of(new Pair(stand, part, Relation.NARROWER));
            }
        }
        return Optional.empty();
    }

    /** A known phrase that is a run of {@code length} of these words, or null. The hash rolls along (Rabin and Karp, 1987). */
    private static Stand run(String[] words, int length, Map<Integer, Map<String, Stand>> known) {
        int hash = hash(words, 0, length);
        int power = 1;
        for (int i = 1; i < length; i++) power *= 31;
        for (int start = 0; ; start++) {
            Map<String, Stand> candidates = known.get(hash);
            if (candidates != null) {
                Stand part = candidates.get(String.join(" ", List.of(words).subList(start, start + length)));
                if (part != null) return part;
            }
            if (start + length == words.length) return null;
            hash = (hash - words[start].hashCode() * power) * 31 + words[start + length].hashCode();
        }
    }

    private static int hash(String[] words, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) hash = hash * 31 + words[i].hashCode();
        return hash;
    }

    private static String phrase(Stand stand) {
        return ((Region.Phrase) stand.only()).folded();
    }
}
