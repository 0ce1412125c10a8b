package org.crosscheck.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Text;
import org.crosscheck.value.Time;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;

/** A story in few words. Sources are of their own lineage, and their publisher has their name, unless said otherwise. */
final class Newsroom {
    static final Instant MONDAY = Instant.parse("2017-05-01T12:00:00Z");
    static final Instant TUESDAY = Instant.parse("2017-05-02T12:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2017-05-03T12:00:00Z");

    static final Taxonomy TAXONOMY = BroaderGraph.of(List.of(
            new BroaderGraph.Node("germany", "place", List.of()),
            new BroaderGraph.Node("hamburg", "place", List.of("germany")),
            new BroaderGraph.Node("berlin", "place", List.of("germany")),
            new BroaderGraph.Node("france", "place", List.of()),
            new BroaderGraph.Node("minister", "person", List.of()),
            new BroaderGraph.Node("vehicle", "kind", List.of()),
            new BroaderGraph.Node("car", "kind", List.of("vehicle")),
            new BroaderGraph.Node("truck", "kind", List.of("vehicle"))));

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> partOf = new HashMap<>();
    private Instant now = MONDAY;

    static Attribute attribute(Value.Type type) {
        return new Attribute("it", "It", type, null, null, false);
    }

    static Attribute evolving(Value.Type type) {
        return new Attribute("it", "It", type, null, null, true);
    }

    static Attribute tolerant(Value.Type type, String unit, String tolerance) {
        return new Attribute("it", "It", type, unit, new BigDecimal(tolerance), false);
    }

    static Quantity number(long number) {
        return Quantity.exactly(BigDecimal.valueOf(number), null);
    }

    static Quantity count(long number, String unit) {
        return Quantity.exactly(BigDecimal.valueOf(number), unit);
    }

    static Quantity between(long min, long max) {
        return Quantity.between(BigDecimal.valueOf(min), BigDecimal.valueOf(max), null);
    }

    static Quantity atLeast(long min) {
        return Quantity.between(BigDecimal.valueOf(min), null, null);
    }

    static Concept in(String place) {
        return new Concept(place);
    }

    static Time on(String edtf) {
        return new Time(edtf);
    }

    static Text words(String text) {
        return new Text(text);
    }

    static final Topic IT = new Topic();

    Newsroom at(Instant time) {
        now = time;
        return this;
    }

    Newsroom copying(String source, String lineage) {
        sources.put(source, new Source(source, source, false, Set.of(), lineage));
        return this;
    }

    Newsroom fullAccount(String source, String publisher, String... covers) {
        sources.put(source, new Source(source, publisher, true, Set.of(covers), source));
        return this;
    }

    Newsroom article(String source, String publisher) {
        sources.put(source, new Source(source, publisher, false, Set.of(), source));
        return this;
    }

    Newsroom named(String party, String name) {
        names.put(party, name);
        return this;
    }

    Newsroom partOf(String party, String whole) {
        partOf.put(party, whole);
        return this;
    }

    Newsroom says(String voice, Value value) {
        return reports(voice, voice, Stance.AFFIRMS, value, null);
    }

    Newsroom denies(String voice, Value value) {
        return reports(voice, voice, Stance.DENIES, value, null);
    }

    Newsroom reports(String source, String voice, Value value) {
        return reports(source, voice, Stance.AFFIRMS, value, null);
    }

    Newsroom reportsSilence(String source, String voice) {
        return reports(source, voice, Stance.OMITS, null, null);
    }

    Newsroom reports(String source, String voice, Stance stance, Value value, String wording) {
        sources.putIfAbsent(source, new Source(source, source, false, Set.of(), source));
        facts.add(new Fact("f" + facts.size(), source, "it", voice, stance, value, wording, now));
        return this;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    Finding judged(Attribute attribute) {
        return judged(attribute, false);
    }

    Finding rolledUp(Attribute attribute) {
        return judged(attribute, true);
    }

    private Finding judged(Attribute attribute, boolean rollUp) {
        Tally tally = new Tally(attribute.evolving());
        facts.forEach(tally::add);
        return new Judge(TAXONOMY, new Parties(names, partOf), sources.values(), rollUp)
                .judge(attribute, tally.groups());
    }

    static Position position(Finding finding, String voice, Stance stance) {
        return finding.positions().stream()
                .filter(position -> position.voice().equals(voice) && position.stance() == stance)
                .findFirst()
                .orElseThrow();
    }
}
