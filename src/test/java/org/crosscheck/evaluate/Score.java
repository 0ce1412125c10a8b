package org.crosscheck.evaluate;

import java.util.List;
import java.util.Locale;
import org.crosscheck.value.Taxonomy;

/**
 * How much of what is to be found was found, and how much of what was proposed is right.
 *
 * @param expected facts of the dossier
 * @param proposed facts that were read from the texts
 * @param found those that are both
 */
record Score(int expected, int proposed, int found) {
    static final Score NONE = new Score(0, 0, 0);

    /** @param withVoice whether it also matters who says it */
    static Score of(List<Said> expected, List<Said> proposed, boolean withVoice, Taxonomy taxonomy) {
        List<Said> wanted = Said.distinct(expected, withVoice, taxonomy);
        List<Said> given = Said.distinct(proposed, withVoice, taxonomy);
        long found = wanted.stream()
                .filter(each -> each.isIn(given, withVoice, taxonomy))
                .count();
        return new Score(wanted.size(), given.size(), (int) found);
    }

    Score plus(Score other) {
        return new Score(expected + other.expected, proposed + other.proposed, found + other.found);
    }

    double precision() {
        return proposed == 0 ? 0 : (double) found / proposed;
    }

    double recall() {
        return expected == 0 ? 0 : (double) found / expected;
    }

    double f1() {
        return found == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    /** As cells of a table in Markdown. */
    String cells() {
        return String.format(
                Locale.ROOT,
                "%d / %d / %d | %.2f | %.2f | %.2f",
                found,
                proposed,
                expected,
                precision(),
                recall(),
                f1());
    }
}
