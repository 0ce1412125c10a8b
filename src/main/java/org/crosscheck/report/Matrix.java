package org.crosscheck.report;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.fact.ValueView;
import org.crosscheck.report.MatrixView.Place;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.PositionRelations;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;

/** Lays findings out as attributes by voices. */
record Matrix(Map<String, String> names, Map<String, Attribute> attributes, Taxonomy taxonomy) {

    MatrixView of(Snapshot snapshot, List<FindingView> findings) {
        List<MatrixView.Voice> voices = snapshot.entries().stream()
                .flatMap(entry -> entry.voices().stream())
                .distinct()
                .sorted()
                .map(voice -> new MatrixView.Voice(voice, names.getOrDefault(voice, voice)))
                .toList();
        List<MatrixView.Row> rows =
                findings.stream().map(finding -> row(finding, voices)).toList();
        return new MatrixView(snapshot.story(), snapshot.version(), voices, rows);
    }

    private MatrixView.Row row(FindingView finding, List<MatrixView.Voice> voices) {
        PositionRelations relations = new PositionRelations(attributes.get(finding.attribute()), taxonomy);
        Collection<List<FindingView.PositionView>> stands = finding.positions().stream()
                .collect(Collectors.groupingBy(Stand::of))
                .values();
        return new MatrixView.Row(
                finding.attribute(),
                finding.label(),
                finding.type(),
                finding.verdict(),
                finding.support(),
                voices.stream()
                        .map(voice -> cell(finding, voice.id(), stands, relations))
                        .toList(),
                finding.decision());
    }

    private static MatrixView.Cell cell(
            FindingView finding,
            String voice,
            Collection<List<FindingView.PositionView>> stands,
            PositionRelations relations) {
        Optional<FindingView.PositionView> position = Comparison.position(finding, voice);
        List<Silence.Known> silent = finding.silences().stream()
                .filter(silence -> silence.voice().equals(voice))
                .map(FindingView.SilenceView::known)
                .distinct()
                .toList();
        return new MatrixView.Cell(
                voice,
                position.map(each -> place(each, stands, relations)).orElseGet(() -> silence(silent)),
                position.map(FindingView.PositionView::stance).orElse(null),
                position.map(FindingView.PositionView::values).orElse(List.of()),
                silent);
    }

    /** What many voices say alike. */
    private record Stand(Stance stance, List<ValueView> values, Instant asOf) {
        static Stand of(FindingView.PositionView position) {
            return new Stand(
                    position.stance(),
                    position.values().stream()
                            .map(FindingView.ReportedValueView::value)
                            .toList(),
                    position.values().get(0).asOf());
        }
    }

    /** @param stands all positions on the attribute; of those who say the same, one speaks for all */
    private static Place place(
            FindingView.PositionView position,
            Collection<List<FindingView.PositionView>> stands,
            PositionRelations relations) {
        if (position.inconsistent()) return Place.CONTRADICTS;
        Set<Place> places = EnumSet.of(Place.ALONE);
        for (List<FindingView.PositionView> alike : stands)
            alike.stream()
                    .filter(other -> !other.voice().equals(position.voice()))
                    .findFirst()
                    .ifPresent(other -> places.add(beside(position, other, relations)));
        return places.iterator().next();
    }

    private static Place beside(
            FindingView.PositionView position, FindingView.PositionView other, PositionRelations relations) {
        return switch (relations.relate(position.toPosition(), other.toPosition())) {
            case EQUAL -> Place.AGREES;
            case NARROWER, BROADER, OVERLAPPING -> Place.REFINES;
            case INCOMPARABLE -> Place.UNDETERMINED;
            case DISJOINT -> sameTime(position, other) ? Place.CONTRADICTS : Place.UPDATES;
        };
    }

    private static boolean sameTime(FindingView.PositionView one, FindingView.PositionView other) {
        return Objects.equals(one.values().get(0).asOf(), other.values().get(0).asOf());
    }

    private static Place silence(List<Silence.Known> silent) {
        if (silent.contains(Silence.Known.REPORTED)) return Place.REPORTED_SILENT;
        return silent.isEmpty() ? Place.NOT_ADDRESSED : Place.OBSERVED_SILENT;
    }
}
