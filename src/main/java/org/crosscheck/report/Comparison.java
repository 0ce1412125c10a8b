package org.crosscheck.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.PositionRelations;

/** Puts two voices side by side. */
record Comparison(String left, String right, Map<String, Attribute> attributes, Taxonomy taxonomy) {

    ComparisonView of(Snapshot snapshot, List<FindingView> findings) {
        ComparisonView view = new ComparisonView(
                snapshot.story(),
                snapshot.version(),
                left,
                right,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        for (FindingView finding : findings) {
            Optional<FindingView.PositionView> ofLeft = position(finding, left);
            Optional<FindingView.PositionView> ofRight = position(finding, right);
            if (ofLeft.isPresent() && ofRight.isPresent()) {
                Relation relation = new PositionRelations(attributes.get(finding.attribute()), taxonomy)
                        .relate(ofLeft.get().toPosition(), ofRight.get().toPosition());
                list(view, relation).add(row(finding, relation, ofLeft, ofRight));
            } else if (ofLeft.isPresent()) {
                view.onlyLeft().add(row(finding, null, ofLeft, ofRight));
            } else if (ofRight.isPresent()) {
                view.onlyRight().add(row(finding, null, ofLeft, ofRight));
            }
        }
        return view;
    }

    private static List<ComparisonView.Row> list(ComparisonView view, Relation relation) {
        return switch (relation) {
            case EQUAL -> view.agree();
            case NARROWER, BROADER, OVERLAPPING -> view.refine();
            case DISJOINT -> view.contradict();
            case INCOMPARABLE -> view.undetermined();
        };
    }

    /** What {@code voice} says; where it both affirms and denies, what it affirms. */
    static Optional<FindingView.PositionView> position(FindingView finding, String voice) {
        return finding.positions().stream()
                .filter(position -> position.voice().equals(voice))
                .min(Comparator.comparing(FindingView.PositionView::stance));
    }

    private ComparisonView.Row row(
            FindingView finding,
            Relation relation,
            Optional<FindingView.PositionView> ofLeft,
            Optional<FindingView.PositionView> ofRight) {
        return new ComparisonView.Row(
                finding.attribute(),
                finding.label(),
                finding.type(),
                finding.verdict(),
                relation,
                side(finding, left, ofLeft),
                side(finding, right, ofRight));
    }

    private static ComparisonView.Side side(
            FindingView finding, String voice, Optional<FindingView.PositionView> position) {
        return new ComparisonView.Side(
                position.map(FindingView.PositionView::stance).orElse(null),
                position.map(FindingView.PositionView::values).orElse(List.of()),
                finding.silences().stream()
                        .filter(silence -> silence.voice().equals(voice))
                        .map(FindingView.SilenceView::known)
                        .distinct()
                        .toList());
    }
}
