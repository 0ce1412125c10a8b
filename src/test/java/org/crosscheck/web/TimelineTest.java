package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.SourceView;
import org.crosscheck.web.Timeline.Entry;
import org.crosscheck.web.Timeline.Kin;
import org.crosscheck.web.Timeline.Line;
import org.junit.jupiter.api.Test;

/** Which lines join sources of one origin. */
class TimelineTest {

    /** Sources published one after the other, each in the lineage of its letter. */
    private static Timeline of(String lineages) {
        List<SourceView> sources = new ArrayList<>();
        for (int i = 0; i < lineages.length(); i++)
            sources.add(new SourceView(
                    "s" + i,
                    "paper",
                    null,
                    null,
                    Instant.EPOCH.plusSeconds(i),
                    null,
                    List.of(),
                    i == 1 ? List.of("s0", "gone") : List.of(),
                    null,
                    Coverage.SELECTIVE,
                    List.of(),
                    lineages.substring(i, i + 1),
                    null,
                    1));
        return Timeline.of(sources, Map.of("paper", "The Paper"), Map.of("s0", 3L));
    }

    private static List<String> letters(Timeline timeline) {
        return timeline.entries().stream()
                .map(Entry::kin)
                .map(kin -> kin == null ? "" : kin.letter() + kin.size())
                .toList();
    }

    /** The lanes of the lines beside a source, without that of time. */
    private static List<Integer> lanes(Timeline timeline, int place) {
        return timeline.entries().get(place).lines().stream()
                .map(Line::kin)
                .filter(kin -> kin != null)
                .map(Kin::lane)
                .toList();
    }

    @Test
    void only_sources_that_share_an_origin_have_a_letter() {
        assertThat(letters(of("xyxzy"))).containsExactly("A2", "B2", "A2", "", "B2");
    }

    @Test
    void a_line_runs_from_the_first_of_a_lineage_to_the_last_and_lanes_are_used_again() {
        Timeline timeline = of("xyxzyww");
        assertThat(lanes(timeline, 0)).containsExactly(1);
        assertThat(lanes(timeline, 1)).containsExactly(1, 2);
        assertThat(lanes(timeline, 3)).containsExactly(2);
        assertThat(lanes(timeline, 5)).as("w runs where x ran").containsExactly(1);
        assertThat(timeline.width()).isEqualTo(3 * 16);
        List<Line> last = timeline.entries().get(6).lines();
        assertThat(last).allSatisfy(line -> {
            assertThat(line.from()).isZero();
            assertThat(line.to()).isEqualTo(5);
        });
    }

    @Test
    void an_entry_says_who_how_much_and_whence() {
        Timeline timeline = of("xx");
        assertThat(timeline.entries().get(0).facts()).isEqualTo(3);
        assertThat(timeline.entries().get(1).facts()).isZero();
        assertThat(timeline.entries().get(1).publisher()).isEqualTo("The Paper");
        assertThat(timeline.entries().get(1).derivedFrom())
                .containsExactly(new Known.Named("s0", "The Paper"), new Known.Named("gone", "gone"));
    }

    @Test
    void after_z_come_two_letters() {
        StringBuilder lineages = new StringBuilder();
        for (char c = 'A'; c < 'A' + 28; c++) lineages.append(c).append(c);
        assertThat(letters(of(lineages.toString()))).contains("Z2", "AA2", "AB2");
    }

    @Test
    void no_sources_have_no_timeline() {
        assertThat(of("").entries()).isEmpty();
    }
}
