package org.crosscheck.lineage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Tells which sentences of a text are copies of earlier ones, and which earlier text it is mostly a copy of.
 *
 * <p>A sentence is a copy where an earlier text contains half of its shingles or more: containment, not resemblance (Broder, 1997),
 * so that a sentence that was cut is a copy of the whole. What a copy adds to its origin counts as the origin's from then on, so a
 * sentence that is edited again and again keeps one origin. Takes time and memory linear in the prints.
 */
public final class CopyFinder {
    private static final double CONTAINED = 0.5;
    /** A text is a copy of another that has more of its words than this. */
    private static final double MOSTLY = 0.5;
    /**
     * Enough where the text credits others, and so says itself that it is not all its own. Also what must be copied outside quotation
     * marks in any case: two that quote one statement at length need not know of each other.
     */
    private static final double PARTLY = 0.25;

    /**
     * What a text has of earlier ones.
     *
     * @param whole the source that it is mostly a copy of; null where there is none
     * @param origins for each sentence the source that it goes back to; null where it is the text's own
     */
    public record Found(String whole, List<String> origins) {}

    private final List<String> sources;
    private final Map<String, Integer> places = new HashMap<>();
    private final Postings postings = new Postings();
    private final Shares ofOrigins;
    private final Shares ofSources;

    /** @param sources all sources that will be named, in the order of publication */
    public CopyFinder(List<String> sources) {
        this.sources = List.copyOf(sources);
        sources.forEach(source -> places.put(source, places.size()));
        ofOrigins = new Shares(sources.size());
        ofSources = new Shares(sources.size());
    }

    /**
     * What {@code sentences} have of the texts added so far, of which all must be earlier.
     *
     * @param credits whether the text credits others: then more than a quarter of its words makes it a copy, else more than half
     */
    public Found find(List<Sentence> sentences, boolean credits) {
        List<String> origins = new ArrayList<>();
        Map<Integer, Extent> copied = new TreeMap<>();
        Extent all = new Extent();
        for (Sentence sentence : sentences) {
            all.add(sentence);
            count(sentence);
            int fewest = (int) Math.max(Sentence.FEWEST, Math.ceil(CONTAINED * sentence.prints().length));
            OptionalInt origin = ofOrigins.firstWith(fewest);
            origins.add(origin.isPresent() ? sources.get(origin.getAsInt()) : null);
            ofSources.forEachWith(
                    fewest,
                    source -> copied.computeIfAbsent(source, first -> new Extent())
                            .add(sentence));
        }
        String whole = copied.entrySet().stream()
                .filter(share -> share.getValue().makesACopy(all, credits ? PARTLY : MOSTLY))
                .findFirst()
                .map(share -> sources.get(share.getKey()))
                .orElse(null);
        return new Found(whole, Collections.unmodifiableList(origins));
    }

    /** How much of a text some of its sentences are. */
    private static final class Extent {
        private long words;
        private long unquoted;

        void add(Sentence sentence) {
            words += sentence.words();
            unquoted += sentence.unquoted();
        }

        boolean makesACopy(Extent all, double share) {
            boolean quotesOnly = all.unquoted > 0 && unquoted <= PARTLY * all.unquoted;
            return words > share * all.words && !quotesOnly;
        }
    }

    private void count(Sentence sentence) {
        ofOrigins.clear();
        ofSources.clear();
        for (long print : sentence.prints()) {
            ofOrigins.next();
            ofSources.next();
            postings.forEach(print, posting -> {
                ofOrigins.add(postings.origin(posting));
                ofSources.add(postings.source(posting));
            });
        }
    }

    /** Adds the text of {@code source}, of which {@code origins} says what {@link #find} found. */
    public void add(String source, List<Sentence> sentences, List<String> origins) {
        int by = places.get(source);
        for (int i = 0; i < origins.size(); i++) {
            int from = origins.get(i) == null ? by : places.get(origins.get(i));
            for (long print : sentences.get(i).prints()) postings.add(print, by, from);
        }
    }
}
