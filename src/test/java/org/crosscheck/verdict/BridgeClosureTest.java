package org.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Time;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.Test;

/** The example story of the exchange format: a barge hits a bridge, and two papers and the port tell of it. */
class BridgeClosureTest {
    private static final Instant EVENING = Instant.parse("2026-03-14T18:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-15T07:00:00Z");
    private static final Instant STATEMENT = Instant.parse("2026-03-14T20:00:00Z");

    private final BroaderGraph concepts = BroaderGraph.of(List.of(
            new BroaderGraph.Node("vehicle", "kind", List.of()),
            new BroaderGraph.Node("car", "kind", List.of("vehicle")),
            new BroaderGraph.Node("old-harbour", "place", List.of()),
            new BroaderGraph.Node("pier-4", "place", List.of("old-harbour"))));
    private final Parties parties = new Parties(
            Map.of(
                    "city-gazette", "City Gazette",
                    "river-post", "River Post",
                    "port-authority", "Port Authority",
                    "city-hall", "City Hall",
                    "city-hall-spokesman", "City Hall spokesman"),
            Map.of("city-hall-spokesman", "city-hall"));
    private final List<Source> sources = List.of(
            new Source("gazette-evening", "city-gazette", false, Set.of(), "gazette-evening"),
            new Source("post-morning", "river-post", false, Set.of(), "post-morning"),
            new Source(
                    "port-statement",
                    "port-authority",
                    true,
                    Set.of("reopening", "earlier-warning", "collision-place"),
                    "port-statement"));
    private final List<Fact> facts = new ArrayList<>();

    BridgeClosureTest() {
        gazette("vehicles-damaged", "city-gazette", count(3, "car"), "three cars");
        gazette("collision-place", "city-gazette", new Concept("pier-4"), "at Pier 4");
        gazette("reopening", "port-authority", new Time("2026-03"), "this month");
        gazette("reopening", "city-hall", new Time("2026-04-02"), "on 2 April");
        String silence = "City Hall did not mention the warning";
        add("gazette-evening", "earlier-warning", "city-hall", Stance.OMITS, null, silence, EVENING);
        gazette("people-hurt", "city-gazette", count(2, "person"), "two people");
        post("vehicles-damaged", count(3, "vehicle"), "three vehicles");
        post("collision-place", new Concept("old-harbour"), "in the Old Harbour");
        post("people-hurt", count(5, "person"), "five people");
        port("earlier-warning", new Topic(), "a warning was issued in January");
        port("reopening", new Time("2026-03-28/2026-03-31"), "between 28 and 31 March");
    }

    @Test
    void three_cars_are_narrower_than_three_vehicles() {
        Finding finding = judge("vehicles-damaged", Value.Type.QUANTITY, "vehicle", false);
        assertThat(finding.flags()).containsExactly(Flag.REFINEMENT);
        assertThat(finding.deciding()).isEqualTo(new Deciding("city-gazette", "river-post", Relation.NARROWER));
        assertThat(finding.explanation())
                .isEqualTo("City Gazette says “three cars”, which is more precise than what River Post says:"
                        + " “three vehicles”.");
    }

    @Test
    void no_day_is_both_in_the_last_days_of_march_and_the_second_of_april() {
        Finding finding = judge("reopening", Value.Type.TIME, null, false);
        assertThat(finding.flags()).containsExactly(Flag.CONTRADICTION);
        assertThat(finding.explanation())
                .isEqualTo("Port Authority says “this month” and “between 28 and 31 March”, while City Hall says"
                        + " “on 2 April”; both cannot hold.");
    }

    @Test
    void the_ports_statement_covers_the_place_and_does_not_say() {
        Finding finding = judge("collision-place", Value.Type.CONCEPT, null, false);
        assertThat(finding.flags()).containsExactly(Flag.OMISSION, Flag.REFINEMENT);
        assertThat(finding.silences())
                .containsExactly(new Silence("port-authority", Silence.Known.OBSERVED, List.of(), "port-statement"));
    }

    @Test
    void the_gazette_reports_that_city_hall_did_not_mention_the_warning() {
        Finding finding = judge("earlier-warning", Value.Type.TOPIC, null, false);
        assertThat(finding.flags()).containsExactly(Flag.OMISSION, Flag.UNCORROBORATED);
        assertThat(finding.silences())
                .containsExactly(new Silence("city-hall", Silence.Known.REPORTED, List.of("gazette-evening"), null));
        assertThat(finding.explanation())
                .isEqualTo(
                        "Port Authority speaks of it, while City Hall does not mention it, as gazette-evening reports.");
    }

    @Test
    void five_replaces_two() {
        Finding finding = judge("people-hurt", Value.Type.QUANTITY, "person", true);
        assertThat(finding.flags()).containsExactly(Flag.UPDATE);
        assertThat(finding.explanation())
                .isEqualTo("River Post says “five people”, later than “two people” from City Gazette.");
    }

    private Finding judge(String attribute, Value.Type type, String unit, boolean evolving) {
        Tally tally = new Tally(evolving);
        facts.stream().filter(fact -> fact.attribute().equals(attribute)).forEach(tally::add);
        return new Judge(concepts, parties, sources, false)
                .judge(new Attribute(attribute, attribute, type, unit, null, evolving), tally.groups());
    }

    private static Quantity count(int number, String unit) {
        return Quantity.exactly(BigDecimal.valueOf(number), unit);
    }

    private void gazette(String attribute, String voice, Value value, String wording) {
        add("gazette-evening", attribute, voice, Stance.AFFIRMS, value, wording, EVENING);
    }

    private void post(String attribute, Value value, String wording) {
        add("post-morning", attribute, "river-post", Stance.AFFIRMS, value, wording, MORNING);
    }

    private void port(String attribute, Value value, String wording) {
        add("port-statement", attribute, "port-authority", Stance.AFFIRMS, value, wording, STATEMENT);
    }

    private void add(
            String source, String attribute, String voice, Stance stance, Value value, String wording, Instant asOf) {
        facts.add(new Fact("fact-" + facts.size(), source, attribute, voice, stance, value, wording, asOf));
    }
}
