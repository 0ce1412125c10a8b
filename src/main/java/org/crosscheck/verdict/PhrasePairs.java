package org.crosscheck.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.value.PhraseTable;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;

/**
 * Phrases are never disjoint: of two voices' words, one voice says all that the other does and more, or the two are
 * incomparable. What a voice says, a {@link PhraseTable} finds without trying every two phrases.
 */
record PhrasePairs(Optional<Pair> disjoint, Optional<Pair> incomparable, Optional<Pair> refining) implements Pairs {

    static PhrasePairs among(List<Stand> distinct) {
        return new PhrasePairs(Optional.empty(), unnested(distinct), nested(distinct));
    }

    /**
     * All are nested exactly where each contains the one before it in the order of {@link #bySize}, since a voice that
     * says more comes later there.
     */
    private static Optional<Pair> unnested(List<Stand> distinct) {
        List<Stand> sorted = new ArrayList<>(distinct);
        sorted.sort(PhrasePairs::bySize);
        for (int i = 1; i < sorted.size(); i++) {
            Stand less = sorted.get(i - 1);
            Stand more = sorted.get(i);
            if (said(more, new PhraseTable(phrases(less))).containsAll(phrases(less))) continue;
            boolean inOrder = less.voice().compareTo(more.voice()) <= 0;
            return Optional.of(new Pair(inOrder ? less : more, inOrder ? more : less, Relation.INCOMPARABLE));
        }
        return Optional.empty();
    }

    /** By the length of the longest phrase, then of the next, and so on; whoever has none left says less. */
    private static int bySize(Stand a, Stand b) {
        List<String> left = phrases(a);
        List<String> right = phrases(b);
        for (int i = 0; i < left.size() && i < right.size(); i++) {
            int order = Integer.compare(left.get(i).length(), right.get(i).length());
            if (order != 0) return order;
        }
        return Integer.compare(left.size(), right.size());
    }

    private static Optional<Pair> nested(List<Stand> distinct) {
        Map<String, List<Stand>> byRarest = byRarestPhrase(distinct);
        PhraseTable table = new PhraseTable(
                distinct.stream().flatMap(stand -> phrases(stand).stream()).toList());
        for (Stand stand : distinct) {
            Set<String> said = said(stand, table);
            for (String phrase : said) {
                for (Stand other : byRarest.getOrDefault(phrase, List.of())) {
                    if (other != stand && said.containsAll(phrases(other)))
                        return Optional.of(new Pair(stand, other, Relation.NARROWER));
                }
            }
        }
        return Optional.empty();
    }

    /** The stands under that phrase of theirs which the fewest share, so that few are looked at in vain. */
    private static Map<String, List<Stand>> byRarestPhrase(List<Stand> stands) {
        Map<String, Integer> uses = new HashMap<>();
        stands.forEach(stand -> phrases(stand).forEach(phrase -> uses.merge(phrase, 1, Integer::sum)));
        Map<String, List<Stand>> byRarest = new HashMap<>();
        for (Stand stand : stands) {
            String rarest =
                    phrases(stand).stream().min(Comparator.comparing(uses::get)).orElseThrow();
            byRarest.computeIfAbsent(rarest, phrase -> new ArrayList<>()).add(stand);
        }
        return byRarest;
    }

    private static Set<String> said(Stand stand, PhraseTable table) {
        Set<String> said = new LinkedHashSet<>();
        phrases(stand).forEach(phrase -> said.addAll(table.within(phrase)));
        return said;
    }

    /** Longest first, as an intersection keeps them. */
    private static List<String> phrases(Stand stand) {
        return stand.region().parts().stream()
                .map(part -> ((Region.Phrase) part).folded())
                .toList();
    }
}
