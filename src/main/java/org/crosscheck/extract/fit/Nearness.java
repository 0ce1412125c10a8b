package org.crosscheck.extract.fit;

import java.util.Set;
import org.crosscheck.extract.fit.Cues.Pointer;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;

/** How surely a value answers a question whose cue stands so near to it. */
final class Nearness {
    /** So many tokens between a value and its cue halve the confidence. */
    private static final double HALVING = 18;
    /** What is left for a plain number where a number of something is asked for. */
    private static final double WITHOUT_UNIT = 0.85;
    /** What is left for a number that is part of another, and for a name that is part of its cue. */
    private static final double OF_A_PART = 0.6;
    /** What is left where no preposition leads to a place: of "Merkel of Germany met him in Sochi" it is Sochi. */
    private static final double NOT_LED_TO = 0.85;

    private final Tokens tokens;
    private final Answers answers;
    private final Set<String> leading;
    private final Set<String> articles;
    private final Set<String> partitives;

    Nearness(Tokens tokens, Answers answers, Set<String> leading, Set<String> articles, Set<String> partitives) {
        this.tokens = tokens;
        this.answers = answers;
        this.leading = leading;
        this.articles = articles;
        this.partitives = partitives;
    }

    /** Tokens between a value and what points to its question. */
    int gap(Candidate candidate, Pointer pointer) {
        return Math.max(0, Math.max(candidate.first() - pointer.last(), pointer.first() - candidate.last()));
    }

    /** How surely a value answers the question that {@code pointer} points to, 0 to 1. */
    double score(Candidate candidate, Pointer pointer, boolean lacksUnit) {
        return pointer.strength()
                * HALVING
                / (HALVING + gap(candidate, pointer))
                * weight(candidate, pointer, lacksUnit);
    }

    /** What is left of the score of a number without the unit that is asked for, and of a name that nothing leads to. */
    private double weight(Candidate candidate, Pointer pointer, boolean lacksUnit) {
        if (candidate.value() instanceof Quantity && isPart(candidate.first())) return OF_A_PART;
        if (lacksUnit) return WITHOUT_UNIT;
        if (!(candidate.value() instanceof Concept concept)) return 1;
        if (answers.isPlace(concept)) return leading.contains(before(candidate.first())) ? 1 : NOT_LED_TO;
        // the missile of "missile strike" is part of the question, and seldom an answer to it
        boolean partOfCue = pointer.first() <= candidate.first() && candidate.last() <= pointer.last();
        return partOfCue && !answers.isOfItsScheme(concept, pointer.question()) ? OF_A_PART : 1;
    }

    /** Whether what is counted is told to be part of a whole: "24 people, including six children". */
    private boolean isPart(int first) {
        return partitives.contains(tokens.at(first - 1).folded())
                || partitives.contains(tokens.at(first - 2).folded());
    }

    /** The word before a name, past its article. */
    private String before(int first) {
        String word = tokens.at(first - 1).folded();
        return articles.contains(word) ? tokens.at(first - 2).folded() : word;
    }
}
