package org.crosscheck.fact;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.proposal.Proposed;

/**
 * What was read from a submitted text, before anything is stored.
 *
 * @param proposals those from sentences that the stored text of the source does not have
 * @param unchanged where the sentences start that it has too, and where they end
 */
record Reading(List<Proposal> proposals, NavigableMap<Integer, Integer> unchanged, Proposed.By by, String note) {

    /** Whether the words that start at {@code offset} are in a sentence that the stored text has too. */
    boolean isUnchanged(int offset) {
        return isWithin(unchanged, offset);
    }

    static boolean isWithin(NavigableMap<Integer, Integer> sentences, int offset) {
        Map.Entry<Integer, Integer> sentence = sentences.floorEntry(offset);
        return sentence != null && offset < sentence.getValue();
    }
}
