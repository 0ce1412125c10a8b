package org.crosscheck.verdict;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.crosscheck.value.Ordinal;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Taxonomy;
import org.crosscheck.value.Text;
import org.crosscheck.value.Time;
import org.crosscheck.value.Topic;
import org.crosscheck.value.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All findings of a story of 60 voices and 200 attributes, from its facts; beside it, how long it takes to only count their wordings in a
 * hash map. Voices fall into five camps on each attribute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReportBenchmark {
    private static final int VOICES = 60;
    private static final int ATTRIBUTES = 200;
    private static final int CAMPS = 5;
    private static final Instant NOON = Instant.parse("2017-05-02T12:00:00Z");

    @Param({"12000", "100000", "1000000"})
    public int facts;

    private final List<Attribute> attributes = new ArrayList<>();
    private final List<List<Value>> values = new ArrayList<>();
    private List<String> voices;
    private List<Source> sources;
    private List<String> wordings;

    @Setup
    public void make() {
        for (int i = 0; i < ATTRIBUTES; i++) {
            int attribute = i;
            values.add(IntStream.range(0, CAMPS)
                    .mapToObj(camp -> value(attribute, camp))
                    .toList());
            attributes.add(new Attribute(
                    "attribute-" + i, "Attribute " + i, values.get(i).get(0).type(), null, null, false));
        }
        voices = IntStream.range(0, VOICES).mapToObj(i -> "voice-" + i).toList();
        wordings = IntStream.range(0, CAMPS).mapToObj(i -> "answer " + i).toList();
        sources = voices.stream()
                .map(voice -> new Source("of-" + voice, voice, false, Set.of(), "of-" + voice))
                .toList();
    }

    private static Value value(int attribute, int camp) {
        return switch (attribute % CAMPS) {
            case 0 -> Quantity.between(BigDecimal.valueOf(50 + camp), BigDecimal.valueOf(60 + camp), "km");
            case 1 -> new Time("2017-05-0" + (1 + camp));
            case 2 -> new Ordinal(1 + camp);
            case 3 -> new Text("answer " + camp);
            default -> new Topic();
        };
    }

    private void forEach(Consumer<Fact> reader) {
        for (int i = 0; i < facts; i++) {
            int attribute = i % ATTRIBUTES;
            int voice = i / ATTRIBUTES % VOICES;
            int camp = (voice * 31 + attribute) % CAMPS;
            reader.accept(new Fact(
                    "fact-" + i,
                    sources.get(voice).id(),
                    attributes.get(attribute).id(),
                    voices.get(voice),
                    Stance.AFFIRMS,
                    values.get(attribute).get(camp),
                    wordings.get(camp),
                    NOON));
        }
    }

    @Benchmark
    public List<Finding> report() {
        Map<String, Tally> tallies = new HashMap<>();
        forEach(fact -> tallies.computeIfAbsent(fact.attribute(), id -> new Tally(false))
                .add(fact));
        Judge judge = new Judge(Taxonomy.EMPTY, new Parties(Map.of(), Map.of()), sources, false);
        return attributes.stream()
                .map(attribute ->
                        judge.judge(attribute, tallies.get(attribute.id()).groups()))
                .toList();
    }

    @Benchmark
    public Map<String, Integer> count() {
        Map<String, Integer> counts = new HashMap<>();
        forEach(fact -> counts.merge(fact.wording(), 1, Integer::sum));
        return counts;
    }
}
