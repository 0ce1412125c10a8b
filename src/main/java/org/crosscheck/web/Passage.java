package org.crosscheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosscheck.fact.Evidence;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Status;

/**
 * A stretch of a source's text that is evidence of the same facts from its start to its end, or of none.
 *
 * @param facts the facts that wait for a decision, then those that are accepted
 * @param waits whether any waits
 */
public record Passage(String text, List<String> facts, boolean waits) {

    public String ids() {
        return String.join(" ", facts);
    }

    /** All of the text, in order. What is rejected marks nothing. */
    static List<Passage> of(String text, List<FactView> facts) {
        List<FactView> placed = facts.stream()
                .filter(fact -> fact.status() != Status.REJECTED && isIn(text, fact.evidence()))
                .sorted((one, other) -> Boolean.compare(isAccepted(one), isAccepted(other)))
                .toList();
        TreeSet<Integer> cuts = placed.stream()
                .flatMap(
                        fact -> List.of(fact.evidence().start(), fact.evidence().end()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        cuts.add(text.length());
        List<Passage> passages = new ArrayList<>();
        int start = 0;
        for (int end : cuts) {
            if (end > start) passages.add(between(start, end, text, placed));
            start = end;
        }
        return passages;
    }

    private static Passage between(int start, int end, String text, List<FactView> placed) {
        List<FactView> here = placed.stream()
                .filter(fact ->
                        fact.evidence().start() <= start && fact.evidence().end() >= end)
                .toList();
        return new Passage(
                text.substring(start, end),
                here.stream().map(FactView::id).toList(),
                here.stream().anyMatch(fact -> !isAccepted(fact)));
    }

    private static boolean isAccepted(FactView fact) {
        return fact.status() == Status.ACCEPTED;
    }

    private static boolean isIn(String text, Evidence evidence) {
        return evidence != null
                && evidence.start() != null
                && evidence.end() != null
                && evidence.start() < evidence.end()
                && evidence.end() <= text.length();
    }
}
