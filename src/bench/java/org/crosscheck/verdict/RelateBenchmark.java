package org.crosscheck.verdict;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Concept;
import org.crosscheck.value.Duration;
import org.crosscheck.value.Ordinal;
import org.crosscheck.value.Quantity;
import org.crosscheck.value.Region;
import org.crosscheck.value.Relation;
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

/** What it takes to relate two values of each type, from their notation and from the regions that they denote. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RelateBenchmark {
    private static final Taxonomy PLACES = BroaderGraph.of(List.of(
            new BroaderGraph.Node("germany", "place", List.of()),
            new BroaderGraph.Node("hamburg", "place", List.of("germany")),
            new BroaderGraph.Node("berlin", "place", List.of("germany"))));

    /** Two values to relate. */
    public enum Two {
        NUMBERS(number("59", null), number("60", null)),
        UNITS(number("1", "[mi_i]"), number("1609", "m")),
        ORDINALS(new Ordinal(3), new Ordinal(4)),
        TIMES(new Time("2017-05-03/2017-05-04"), new Time("2017-05")),
        MONTHS(new Duration("P6Y", false, "P7Y", true), new Duration("P5Y", false, "P6Y", true)),
        MONTHS_AND_DAYS(new Duration("P1Y", false, "P1Y", false), new Duration("P365D", false, "P365D", false)),
        CONCEPTS(new Concept("hamburg"), new Concept("berlin")),
        TEXTS(new Text("a very good conversation"), new Text("Businesslike and constructive")),
        TOPICS(new Topic(), new Topic());

        private final Value left;
        private final Value right;

        Two(Value left, Value right) {
            this.left = left;
            this.right = right;
        }

        private static Quantity number(String number, String unit) {
            return Quantity.exactly(new BigDecimal(number), unit);
        }
    }

    @Param
    public Two two;

    private Region left;
    private Region right;

    @Setup
    public void make() {
        left = two.left.region(PLACES);
        right = two.right.region(PLACES);
    }

    @Benchmark
    public Relation values() {
        return two.left.relate(two.right, PLACES);
    }

    @Benchmark
    public Relation regionsOnly() {
        return left.relate(right, PLACES);
    }
}
