package org.crosscheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.crosscheck.fact.ValueView;
import org.crosscheck.report.FindingView.ReportedValueView;
import org.crosscheck.report.MatrixView;
import org.crosscheck.report.MatrixView.Place;
import org.crosscheck.report.ReportQuery;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.SourceView;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Stance;

/**
 * The matrix as a page shows it: official voices first, then those who publish, then those who are quoted, each by how much they say.
 *
 * @param columns those shown
 * @param rows those shown
 * @param voices all voices, in the order of columns
 * @param verdicts all verdicts that there are
 */
public record MatrixTable(
        List<Column> columns,
        List<Row> rows,
        List<Column> voices,
        List<Verdict> verdicts,
        boolean rollUp,
        String asOf,
        HandedOn handedOn) {
    /** As many characters of a wording as a cell shows. */
    private static final int SHOWN = 70;

    /** A voice. */
    public record Column(String id, String name, long cells, boolean chosen) {}

    /** A verdict, and how many rows have it. */
    public record Verdict(Flag flag, long rows, boolean chosen) {}

    /** A question, with the cells of the columns. */
    public record Row(MatrixView.Row of, List<Cell> cells) {}

    /**
     * What one voice says, in short.
     *
     * @param value the first of the normalized values; null where it says none, or the question is only whether something is so
     * @param wording the first of the sources' wordings; null where there is none
     * @param language that of the wording, where it is known
     * @param more how many other values and wordings there are
     */
    public record Cell(
            String voice, Place place, boolean denies, ValueView value, String wording, String language, long more) {
        static Cell of(MatrixView.Cell cell, Map<String, String> languages) {
            if (cell.values().isEmpty()) return new Cell(cell.voice(), cell.place(), false, null, null, null, 0);
            ValueView first = cell.values().get(0).value();
            Optional<ReportedValueView> worded = cell.values().stream()
                    .filter(value -> !value.wordings().isEmpty())
                    .findFirst();
            List<String> wordings = cell.values().stream()
                    .flatMap(value -> value.wordings().stream())
                    .distinct()
                    .toList();
            return new Cell(
                    cell.voice(),
                    cell.place(),
                    cell.stance() == Stance.DENIES,
                    first instanceof ValueView.TopicView ? null : first,
                    worded.map(value -> shortened(value.wordings().get(0))).orElse(null),
                    worded.map(value -> language(value.sources(), languages)).orElse(null),
                    Math.max(cell.values().size(), wordings.size()) - 1L);
        }

        /** The one language that all of these sources have; null where they have several, or none that is known. */
        private static String language(List<String> sources, Map<String, String> languages) {
            List<String> spoken =
                    sources.stream().map(languages::get).distinct().toList();
            return spoken.size() == 1 ? spoken.get(0) : null;
        }

        private static String shortened(String wording) {
            if (wording.length() <= SHOWN) return wording;
            int end = wording.offsetByCodePoints(0, wording.codePointCount(0, SHOWN));
            return wording.substring(0, end).stripTrailing() + "…";
        }

        /** Whether there is something to see. */
        public boolean speaks() {
            return place != Place.NOT_ADDRESSED;
        }
    }

    public boolean chosenVerdicts() {
        return verdicts.stream().anyMatch(Verdict::chosen);
    }

    public boolean chosenVoices() {
        return voices.stream().anyMatch(Column::chosen);
    }

    public boolean filtered() {
        return chosenVerdicts() || chosenVoices() || rollUp || asOf != null;
    }

    /** All places that there are, for the key of symbols. */
    public List<Place> places() {
        return List.of(Place.values());
    }

    /** The path of the finding of a row. */
    public String path(String story, Row row) {
        return "/stories/" + story + "/findings/" + row.of().attribute();
    }

    static MatrixTable of(
            ReportService.Laid report,
            List<SourceView> sources,
            Set<Flag> verdicts,
            Set<String> voices,
            ReportQuery query) {
        MatrixView matrix = report.matrix();
        List<Column> all = columns(matrix, sources, voices);
        Map<String, String> languages = new HashMap<>();
        sources.forEach(source -> languages.put(source.id(), source.language()));
        Map<String, Integer> places = new HashMap<>();
        IntStream.range(0, matrix.voices().size())
                .forEach(i -> places.put(matrix.voices().get(i).id(), i));
        List<Column> shown =
                voices.isEmpty() ? all : all.stream().filter(Column::chosen).toList();
        List<Row> rows = matrix.rows().stream()
                .filter(row -> verdicts.isEmpty() || verdicts.contains(row.verdict()))
                .map(row -> new Row(
                        row,
                        shown.stream()
                                .map(column -> Cell.of(row.cells().get(places.get(column.id())), languages))
                                .toList()))
                .filter(row ->
                        voices.isEmpty() || row.cells().stream().anyMatch(cell -> cell.place() != Place.NOT_ADDRESSED))
                .toList();
        return new MatrixTable(
                shown, rows, all, verdicts(matrix, verdicts), query.rollUp(), query.asOf(), HandedOn.of(query));
    }

    private static List<Verdict> verdicts(MatrixView matrix, Set<Flag> chosen) {
        Map<Flag, Long> counts = new EnumMap<>(Flag.class);
        matrix.rows().forEach(row -> counts.merge(row.verdict(), 1L, Long::sum));
        List<Verdict> verdicts = new ArrayList<>();
        counts.forEach((flag, rows) -> verdicts.add(new Verdict(flag, rows, chosen.contains(flag))));
        return verdicts;
    }

    private static List<Column> columns(MatrixView matrix, List<SourceView> sources, Set<String> chosen) {
        Map<String, Long> cells = new LinkedHashMap<>();
        matrix.voices().forEach(voice -> cells.put(voice.id(), 0L));
        matrix.rows().stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.place() != Place.NOT_ADDRESSED)
                .forEach(cell -> cells.merge(cell.voice(), 1L, Long::sum));
        Map<String, Integer> ranks = new HashMap<>();
        sources.forEach(
                source -> ranks.merge(source.publisher(), source.coverage() == Coverage.COMPLETE ? 0 : 1, Math::min));
        return matrix.voices().stream()
                .map(voice -> new Column(voice.id(), voice.name(), cells.get(voice.id()), chosen.contains(voice.id())))
                .sorted(Comparator.comparing((Column column) -> ranks.getOrDefault(column.id(), 2))
                        .thenComparing(Comparator.comparing(Column::cells).reversed())
                        .thenComparing(Column::name))
                .toList();
    }

    /** What a page hands on to those that it leads to: empty, or beginning with {@code &}. */
}
