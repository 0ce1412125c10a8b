package org.crosscheck.extract.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;

/** The modifiers of a language: "more than", "nearly", "or so". */
final class Modifiers {
    private record Phrase(List<String> words, Bound bound) {}

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Modifiers(String language) {
        for (List<String> row : Tables.rows(language, "modifiers.tsv")) {
            Phrase phrase = new Phrase(List.of(row.get(0).split(" ")), Bound.valueOf(row.get(1)));
            byFirstWord
                    .computeIfAbsent(phrase.words().get(0), first -> new ArrayList<>())
                    .add(phrase);
        }
        byFirstWord
                .values()
                .forEach(phrases -> phrases.sort(
                        Comparator.comparingInt(phrase -> -phrase.words().size())));
    }

    /** A modifier in a text. */
    record Modifier(int end, Bound bound) {}

    /** The words of all modifiers. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        byFirstWord.values().forEach(phrases -> phrases.forEach(phrase -> words.addAll(phrase.words())));
        return words;
    }

    /** The longest modifier at {@code i}; EXACT where there is none. */
    Modifier at(Terms terms, int i) {
        for (Phrase phrase : byFirstWord.getOrDefault(terms.at(i).folded(), List.of())) {
            int k = 0;
            while (k < phrase.words().size() && terms.is(i + k, phrase.words().get(k))) k++;
            if (k == phrase.words().size()) return new Modifier(i + k, phrase.bound());
        }
        return new Modifier(i, Bound.EXACT);
    }

    /** A modifier that follows a length: "or more", "or so". */
    Modifier after(Terms terms, int i) {
        if (!terms.is(i, "or")) return new Modifier(i, Bound.EXACT);
        if (terms.isAny(i + 1, "more", "longer")) return new Modifier(i + 2, Bound.LEAST);
        if (terms.isAny(i + 1, "less", "fewer")) return new Modifier(i + 2, Bound.MOST);
        return terms.is(i + 1, "so") ? new Modifier(i + 2, Bound.ABOUT) : new Modifier(i, Bound.EXACT);
    }
}
