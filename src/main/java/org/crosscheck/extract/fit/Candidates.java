package org.crosscheck.extract.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.speech.Claim;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Text;

/** What may answer a question in a sentence: values, names of concepts, and the words in which somebody describes something. */
final class Candidates {
    /** Tokens that a characterisation has at most. */
    private static final int LONGEST_CHARACTERISATION = 14;

    private final Tokens tokens;
    private final Set<String> copulas;

    Candidates(Tokens tokens, Set<String> copulas) {
        this.tokens = tokens;
        this.copulas = copulas;
    }

    /** All of a sentence, of the tokens from {@code from}, up to and without {@code to}. */
    List<Candidate> in(int from, int to, List<Vocabulary.Mention> naming, List<Found> stating, List<Claim> claiming) {
        List<Candidate> candidates = new ArrayList<>();
        for (Found found : stating) {
            candidates.add(new Candidate(
                    tokens.indexAt(found.start()),
                    tokens.indexAt(found.end() - 1),
                    found.value(),
                    found.thing(),
                    found.rule()));
        }
        int covered = -1;
        for (Vocabulary.Mention mention : naming) {
            // what lies inside a longer name is not meant
            if (mention.last() >= to || mention.last() <= covered && !startsWithLast(candidates, mention)) continue;
            covered = Math.max(covered, mention.last());
            candidates.add(new Candidate(
                    mention.first(), mention.last(), new Concept(mention.concept()), null, "concept.name"));
        }
        quotations(from, to, candidates);
        claiming.forEach(claim -> characterisation(claim, to).ifPresent(candidates::add));
        return candidates;
    }

    /** Short quotations within a sentence: words that somebody chose. */
    private void quotations(int from, int to, List<Candidate> candidates) {
        int open = -1;
        for (int i = from; i < to; i++) {
            if (!isQuotationMark(i)) continue;
            boolean opens = open < 0
                    || i - open > LONGEST_CHARACTERISATION
                    || tokens.at(i).spaced() && i > open + 1;
            if (!opens && i > open + 1) candidate(open + 1, i - 1).ifPresent(candidates::add);
            open = opens ? i : -1;
        }
    }

    private Optional<Candidate> candidate(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && isMark(first)) first++;
        while (first < last && isMark(last)) last--;
        if (isMark(first)) return Optional.empty();
        first = predicate(first, last);
        return Optional.of(
                new Candidate(first, last, new Text(tokens.between(first, last)), null, "text.characterisation"));
    }

    /** The few words in which somebody describes something: what is called, or a short quotation. */
    private Optional<Candidate> characterisation(Claim claim, int to) {
        int first = tokens.indexAt(claim.start());
        int last = tokens.indexAt(claim.end() - 1);
        if (last >= to || last - first > LONGEST_CHARACTERISATION) return Optional.empty();
        if (!claim.quoted() && !claim.rule().endsWith("label")) return Optional.empty();
        int[] quoted = quoted(first, last);
        return candidate(quoted[0], quoted[1]);
    }

    /** What is said of the subject, where the words start with a short one and a copula: "this is | a betrayal". */
    private int predicate(int first, int last) {
        for (int i = first + 1; i <= Math.min(last - 1, first + 4); i++) {
            if (copulas.contains(tokens.at(i).folded())) return i + 1;
        }
        return first;
    }

    /** From the first quotation mark to the last, where there are any. */
    private int[] quoted(int first, int last) {
        int open = first;
        int close = last;
        while (open < last && !isQuotationMark(open)) open++;
        while (close > first && !isQuotationMark(close)) close--;
        return open < close ? new int[] {open, close} : new int[] {first, last};
    }

    private boolean isQuotationMark(int token) {
        return "\"\u201c\u201d\u201e\u00ab\u00bb".contains(tokens.at(token).text());
    }

    private boolean isMark(int token) {
        return !tokens.at(token).isWord() && !tokens.at(token).isDigits();
    }

    /** Several concepts may have one name. */
    private boolean startsWithLast(List<Candidate> candidates, Vocabulary.Mention mention) {
        Candidate last = candidates.isEmpty() ? null : candidates.get(candidates.size() - 1);
        return last != null && last.first() == mention.first() && last.last() == mention.last();
    }
}
