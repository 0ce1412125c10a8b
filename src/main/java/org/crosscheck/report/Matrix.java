package org.crosscheck.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.report.MatrixView.Place;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.PositionRelations;
import org.crosscheck.verdict.Silence;

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
        return new MatrixView.Row(
                finding.attribute(),
                finding.label(),
                finding.type(),
                finding.verdict(),
                finding.support(),
                voices.stream()
                        .map(voice -> cell(finding, voice.id(), relations))
                        .toList());
    }

    private static MatrixView.Cell cell(FindingView finding, String voice, PositionRelations relations) {
        Optional<FindingView.PositionView> position = Comparison.position(finding, voice);
        List<Silence.Known> silent = finding.silences().stream()
                .filter(silence -> silence.voice().equals(voice))
                .map(FindingView.SilenceView::known)
                .distinct()
                .toList();
        return new MatrixView.Cell(
                voice,
                position.map(each -> place(each, finding, relations)).orElseGet(() -> silence(silent)),
                position.map(FindingView.PositionView::stance).orElse(null),
                position.map(FindingView.PositionView::values).orElse(List.of()),
                silent);
    }

    private static Place place(FindingView.PositionView position, FindingView finding, PositionRelations relations) {
        if (position.inconsistent()) return Place.CONTRADICTS;
        Set<Place> places = EnumSet.of(Place.ALONE);
        for (FindingView.PositionView other : finding.positions()) {
            if (other.voice().equals(position.voice())) continue;
            Relation relation = relations.relate(position.toPosition(), other.toPosition());
            places.add(
                    switch (relation) {
                        case EQUAL -> Place.AGREES;
                        case NARROWER, BROADER, OVERLAPPING -> Place.REFINES;
                        case INCOMPARABLE -> Place.UNDETERMINED;
                        case DISJOINT -> sameTime(position, other) ? Place.CONTRADICTS : Place.UPDATES;
                    });
        }
        return places.iterator().next();
    }

    private static boolean sameTime(FindingView.PositionView one, FindingView.PositionView other) {
        return Objects.equals(one.values().get(0).asOf(), other.values().get(0).asOf());
    }

    private static Place silence(List<Silence.Known> silent) {
        if (silent.contains(Silence.Known.REPORTED)) return Place.REPORTED_SILENT;
        return silent.isEmpty() ? Place.NOT_ADDRESSED : Place.OBSERVED_SILENT;
    }
}
