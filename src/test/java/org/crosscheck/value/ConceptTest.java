package org.crosscheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConceptTest {
    private static final BroaderGraph TAXONOMY = BroaderGraph.of(List.of(
            new BroaderGraph.Node("europe", "place", List.of()),
            new BroaderGraph.Node("germany", "place", List.of("europe")),
            new BroaderGraph.Node("hamburg", "place", List.of("germany", "ports")),
            new BroaderGraph.Node("berlin", "place", List.of("germany")),
            new BroaderGraph.Node("ports", "place", List.of()),
            new BroaderGraph.Node("islands", "place", List.of("off the map")),
            new BroaderGraph.Node("g20-summit", "event", List.of("hamburg")),
            new BroaderGraph.Node("film-festival", "event", List.of("berlin")),
            new BroaderGraph.Node("minister", "office", List.of()),
            new BroaderGraph.Node("chancellor", "office", List.of())));

    @ParameterizedTest
    @CsvSource({
        "germany, germany, EQUAL",
        "hamburg, germany, NARROWER",
        "hamburg, europe, NARROWER",
        "hamburg, ports, NARROWER",
        "g20-summit, europe, NARROWER",
        "germany, ports, OVERLAPPING",
        "europe, ports, OVERLAPPING",
        "hamburg, berlin, DISJOINT",
        "berlin, ports, DISJOINT",
        "minister, chancellor, DISJOINT",
        "minister, germany, INCOMPARABLE",
        "g20-summit, minister, INCOMPARABLE",
        "g20-summit, berlin, DISJOINT",
        "g20-summit, film-festival, DISJOINT",
        "unknown, unknown, EQUAL",
        "unknown, germany, INCOMPARABLE",
        "off the map, islands, INCOMPARABLE",
    })
    void concepts_relate_along_their_broader_links(String a, String b, Relation relation) {
        assertThat(new Concept(a).relate(new Concept(b), TAXONOMY)).isEqualTo(relation);
        assertThat(new Concept(b).relate(new Concept(a), TAXONOMY)).isEqualTo(relation.converse());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a\u0000b", "\uDC00"})
    void a_concept_needs_an_id(String id) {
        assertThatThrownBy(() -> new Concept(id))
                .isInstanceOfSatisfying(
                        InvalidValueException.class, e -> assertThat(e.field()).isEqualTo("concept"));
    }

    @Test
    void a_concept_knows_its_scheme() {
        assertThat(TAXONOMY.scheme("hamburg")).contains("place");
        assertThat(TAXONOMY.scheme("unknown")).isEmpty();
    }

    @Test
    void a_cycle_is_named_by_what_it_runs_through() {
        assertThat(Hierarchy.cycle(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"))))
                .hasValueSatisfying(cycle ->
                        assertThat(cycle).hasSize(3).startsWith(cycle.get(2)).contains("b", "c"));
        assertThat(Hierarchy.cycle(Map.of("a", List.of("a")))).isEqualTo(Optional.of(List.of("a", "a")));
    }

    @Test
    void two_ways_up_are_no_cycle() {
        assertThat(Hierarchy.cycle(
                        Map.of("a", List.of("b", "c"), "b", List.of("d"), "c", List.of("d"), "d", List.of())))
                .isEmpty();
    }

    @Test
    void a_long_chain_is_walked_without_recursion() {
        Map<String, List<String>> chain = IntStream.range(0, 100_000)
                .boxed()
                .collect(Collectors.toMap(i -> "n" + i, i -> List.of("n" + (i + 1))));
        assertThat(Hierarchy.cycle(chain)).isEmpty();
        assertThat(Hierarchy.above("n0", id -> chain.getOrDefault(id, List.of())))
                .hasSize(100_000);
    }
}
