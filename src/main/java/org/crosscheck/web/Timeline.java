package org.crosscheck.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.source.SourceView;
import org.crosscheck.web.Known.Named;

/**
 * The sources of a story in the order of their publication, and which of them go back to one origin: {@code timeline.html} draws it.
 *
 * @param width of the rail, in pixels
 */
public record Timeline(List<Entry> entries, int width) {
    private static final int LANE = 16;

    /**
     * One source.
     *
     * @param facts how many of its facts are accepted
     * @param kin null where it shares its origin with no other source
     * @param derivedFrom the sources that it says it is a version of
     * @param lines the part of the rail beside it
     * @param x where on the rail it is
     */
    public record Entry(
            SourceView source,
            String publisher,
            long facts,
            Kin kin,
            List<Named> derivedFrom,
            List<Line> lines,
            int x) {}

    /**
     * A lineage of several sources.
     *
     * @param letter names it to people
     * @param colour 0 to 5
     * @param size how many sources it has
     * @param lane where its line runs; the first lane is that of all sources that are alone
     * @param first the place of its first source
     * @param last the place of its last source
     */
    public record Kin(String letter, int colour, int size, int lane, int first, int last) {
        private static final int COLOURS = 6;

        private Kin to(int place) {
            return new Kin(letter, colour, size + 1, lane, first, place);
        }

        private Kin nth(int n, int onLane) {
            return new Kin(letter(n), n % COLOURS, size, onLane, first, last);
        }

        private static String letter(int n) {
            return (n < 26 ? "" : letter(n / 26 - 1)) + (char) ('A' + n % 26);
        }
    }

    /** A line of the rail beside one source, which is 10 high; {@code kin} is null for that of time. */
    public record Line(Kin kin, int x, int from, int to) {}

    /**
     * @param sources in the order of their publication, with their lineages
     * @param names of their publishers, by id
     * @param facts how many accepted ones each source has that has any
     */
    public static Timeline of(List<SourceView> sources, Map<String, String> names, Map<String, Long> facts) {
        Map<String, Kin> kins = kins(sources);
        Known known = Known.of(sources, names);
        List<Entry> entries = new ArrayList<>();
        for (int place = 0; place < sources.size(); place++) {
            SourceView source = sources.get(place);
            Kin kin = kins.get(source.lineage());
            entries.add(new Entry(
                    source,
                    known.party(source.publisher()).name(),
                    facts.getOrDefault(source.id(), 0L),
                    kin,
                    known.sources(source.derivedFrom()),
                    lines(place, sources.size(), kins),
                    x(kin == null ? 0 : kin.lane())));
        }
        int lanes = kins.values().stream().mapToInt(Kin::lane).max().orElse(0) + 1;
        return new Timeline(entries, lanes * LANE);
    }

    /** The lineages of several sources, by name, in the order of their first. */
    static Map<String, Kin> kins(List<SourceView> sources) {
        Map<String, Kin> all = new LinkedHashMap<>();
        for (int place = 0; place < sources.size(); place++) {
            Kin alone = new Kin(null, 0, 1, 0, place, place);
            int now = place;
            all.merge(sources.get(place).lineage(), alone, (kin, other) -> kin.to(now));
        }
        all.values().removeIf(kin -> kin.size() == 1);
        List<Integer> busyUntil = new ArrayList<>(List.of(Integer.MAX_VALUE));
        int n = 0;
        for (Map.Entry<String, Kin> each : all.entrySet()) {
            Kin kin = each.getValue();
            each.setValue(kin.nth(n++, freeLane(busyUntil, kin)));
        }
        return all;
    }

    private static int freeLane(List<Integer> busyUntil, Kin kin) {
        int lane = 0;
        while (lane < busyUntil.size() && busyUntil.get(lane) >= kin.first()) lane++;
        if (lane == busyUntil.size()) busyUntil.add(kin.last());
        else busyUntil.set(lane, kin.last());
        return lane;
    }

    private static List<Line> lines(int place, int places, Map<String, Kin> kins) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(null, 0, place, 0, places - 1));
        kins.values().stream()
                .filter(kin -> kin.first() <= place && place <= kin.last())
                .forEach(kin -> lines.add(line(kin, kin.lane(), place, kin.first(), kin.last())));
        return lines;
    }

    private static Line line(Kin kin, int lane, int place, int first, int last) {
        return new Line(kin, x(lane), place == first ? 5 : 0, place == last ? 5 : 10);
    }

    private static int x(int lane) {
        return lane * LANE + LANE / 2;
    }
}
