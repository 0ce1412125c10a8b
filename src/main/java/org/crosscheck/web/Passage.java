package org.crosscheck.web;

import java.util.List;
import java.util.stream.Stream;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Status;
import org.crosscheck.web.MarkedText.Mark;
import org.crosscheck.web.MarkedText.Piece;

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
        List<Mark<FactView>> marks = facts.stream()
                .filter(fact -> fact.status() != Status.REJECTED && isPlaced(fact))
                .map(fact -> new Mark<>(fact.evidence().start(), fact.evidence().end(), fact))
                .toList();
        return MarkedText.of(text, marks).stream().map(Passage::of).toList();
    }

    private static Passage of(Piece<FactView> piece) {
        List<String> waiting = ids(piece, Status.PROPOSED);
        List<String> all = Stream.concat(waiting.stream(), ids(piece, Status.ACCEPTED).stream())
                .toList();
        return new Passage(piece.text(), all, !waiting.isEmpty());
    }

    private static List<String> ids(Piece<FactView> piece, Status status) {
        return piece.marks().stream()
                .filter(fact -> fact.status() == status)
                .map(FactView::id)
                .toList();
    }

    private static boolean isPlaced(FactView fact) {
        return fact.evidence() != null
                && fact.evidence().start() != null
                && fact.evidence().end() != null;
    }
}
