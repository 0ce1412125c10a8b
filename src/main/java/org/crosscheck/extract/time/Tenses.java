package org.crosscheck.extract.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;

/**
 * Which way the words near a time look: the nearest verb of its sentence decides, one before the time rather than one after
 * it. An infinitive looks forward, but for those after implicative verbs ("managed to"; Karttunen, Language 47, 1971).
 */
final class Tenses {
    private static final int BEFORE = 20;
    private static final int AFTER = 10;

    /** What follows "closes" in headlines of the day that is over. */
    private static final Set<String> CLOSING =
            Set.of("up", "down", "higher", "lower", "at", "flat", "above", "below", "in");

    /** Verbs whose past is their infinitive. */
    private static final Set<String> SAME_FORM = Set.of("cut", "put", "hit", "quit", "spread");

    private static final String[] MODALS = {
        "will", "would", "could", "should", "must", "might", "may", "can", "'ll", "shall"
    };
    /** A word this near before a time decides, whatever follows. */
    private static final int NEAREST = 4;

    private final Map<String, Tense> words = new HashMap<>();
    private final Map<String, List<List<String>>> ahead = new HashMap<>();
    private final Set<String> implicative = new HashSet<>();

    Tenses(String language) {
        for (List<String> row : Tables.rows(language, "tenses.tsv")) {
            if (row.get(1).equals("HAPPENED")) implicative.add(row.get(0));
            else if (row.get(1).equals("AHEAD"))
                ahead.computeIfAbsent(row.get(0), first -> new ArrayList<>())
                        .add(List.of(row.get(2).split(" ")));
            else words.put(row.get(0), Tense.valueOf(row.get(1)));
        }
    }

    /** The tense around the terms from {@code start} to before {@code end}. */
    Tense near(Terms terms, int start, int end) {
        int back = start - 1;
        Tense before = Tense.NONE;
        for (; back >= 0 && back >= start - BEFORE && before == Tense.NONE; back--) {
            if (terms.startsSentence(back + 1)) break;
            before = of(terms, back);
        }
        Tense after = Tense.NONE;
        int ahead = end;
        for (; ahead < terms.size() && ahead < end + AFTER && after == Tense.NONE; ahead++) {
            if (terms.startsSentence(ahead)) break;
            // ", officials said" tells who says it, not when it is
            if (before != Tense.NONE && terms.has(ahead, Sense.SAYING)) break;
            after = of(terms, ahead);
        }
        if (before == Tense.NONE && after == Tense.NONE) return isLimit(terms, start) ? Tense.FUTURE : Tense.NONE;
        if (before == Tense.NONE) return after;
        if (after == Tense.NONE) return before;
        return start - back <= Math.max(NEAREST, 2 * (ahead - end)) ? before : after;
    }

    /** "Are on Sunday", "by Friday", "as early as Monday", "no later than May 5". */
    private static boolean isLimit(Terms terms, int i) {
        if (terms.is(i - 1, "by")) return true;
        if (terms.is(i - 1, "on") && terms.isAny(i - 2, "is", "are")) return true;
        return terms.isAny(i - 1, "as", "than") && terms.isAny(i - 2, "early", "soon", "late", "later", "sooner");
    }

    private Tense of(Terms terms, int i) {
        Token token = terms.at(i);
        if (!token.isWord()) return Tense.NONE;
        // "will be held" looks where "will" looks
        if (terms.isAny(i - 1, "be", "being")) return Tense.NONE;
        if (isAhead(terms, i) && !terms.is(i - 1, "to")) return Tense.FUTURE;
        if (token.is("closes") && CLOSING.contains(terms.at(i + 1).folded())) return Tense.NONE;
        boolean toBe = token.is("be") && terms.is(i - 1, "to") && terms.isAny(i - 2, "is", "are", "'s", "'re");
        if (toBe) return Tense.FUTURE;
        Tense tense = words.get(token.folded());
        // "would cut" looks where "would" looks
        if (tense == Tense.PAST && SAME_FORM.contains(token.folded())) {
            if (terms.isAny(i - 1, MODALS)) return Tense.NONE;
            if (terms.is(i - 1, "to")) return Tense.FUTURE;
        }
        if (tense != null) return tense;
        boolean plain = terms.isPlain(i) || terms.isAny(i, "take", "enter", "wait", "spend");
        if (terms.is(i - 1, "to") && plain && !token.isCapitalised() && isVerb(token.folded()))
            return implicative.contains(terms.at(i - 2).folded()) ? Tense.PAST : Tense.FUTURE;
        return token.folded().length() > 4 && token.folded().endsWith("ed") ? Tense.PAST : Tense.NONE;
    }

    /** "Takes effect", "comes into force". */
    private boolean isAhead(Terms terms, int i) {
        for (List<String> rest : ahead.getOrDefault(terms.at(i).folded(), List.of())) {
            int k = 0;
            while (k < rest.size() && terms.is(i + 1 + k, rest.get(k))) k++;
            if (k == rest.size()) return true;
        }
        return false;
    }

    /** Whether what follows "to" may be an infinitive: it is no determiner, pronoun or plural. */
    private boolean isVerb(String word) {
        return word.length() > 1 && words.get(word) != Tense.NONE && !word.endsWith("s") && !word.endsWith("ing");
    }
}
