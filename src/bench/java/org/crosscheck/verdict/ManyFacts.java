package org.crosscheck.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Time;
import org.crosscheck.value.Value;

/**
 * Many facts on one attribute, made one by one as a reader makes them and never held: each value has a voice of its own,
 * and a hundred sources share them all.
 */
final class ManyFacts {
    private static final Instant NOON = Instant.parse("2017-05-02T12:00:00Z");

    private final int facts;
    private final List<Value> values;
    private final List<String> voices;
    private final List<String> wordings;
    private final List<String> sources;

    ManyFacts(Value.Type type, int distinct, int facts) {
        this.facts = facts;
        this.values = IntStream.range(0, distinct).mapToObj(i -> value(type, i)).toList();
        this.voices = IntStream.range(0, distinct).mapToObj(i -> "voice-" + i).toList();
        this.wordings =
                IntStream.range(0, distinct).mapToObj(i -> "wording " + i).toList();
        this.sources = IntStream.range(0, 100).mapToObj(i -> "source-" + i).toList();
    }

    /** Nested intervals that also overlap by chance, so that nothing is decided by the first pair. */
    private static Value value(Value.Type type, int i) {
        return switch (type) {
            case QUANTITY -> Quantity.between(BigDecimal.valueOf(-i), BigDecimal.valueOf(i * 7L % 10_007), "km");
            case TIME -> new Time("%04d-%02d/%04d".formatted(1000 + i % 900, 1 + i % 12, 2000 + i / 2));
            default -> throw new IllegalArgumentException(type.name());
        };
    }

    void forEach(Consumer<Fact> reader) {
        for (int i = 0; i < facts; i++) {
            int value = i % values.size();
            reader.accept(new Fact(
                    "fact-" + i,
                    sources.get(i % sources.size()),
                    "it",
                    voices.get(value),
                    Stance.AFFIRMS,
                    values.get(value),
                    wordings.get(value),
                    NOON));
        }
    }

    Tally tallied() {
        Tally tally = new Tally(false);
        forEach(tally::add);
        return tally;
    }

    Finding judged() {
        Attribute attribute = new Attribute("it", "It", values.get(0).type(), null, null, false);
        return new Judge(Taxonomy.EMPTY, new Parties(Map.of(), Map.of()), List.of(), false)
                .judge(attribute, tallied().groups());
    }
}
