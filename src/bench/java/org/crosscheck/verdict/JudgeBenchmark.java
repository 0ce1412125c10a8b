package org.crosscheck.verdict;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.crosscheck.value.Value;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One million facts on one attribute, tallied and judged. {@code timesCounting} is how many times longer that takes than
 * reading the same facts and only counting their wordings in a hash map, measured in the same run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class JudgeBenchmark {
    private static final int FACTS = 1_000_000;

    @Param({"QUANTITY", "TIME"})
    public Value.Type type;

    @Param({"10", "1000", "10000"})
    public int distinct;

    private ManyFacts facts;

    @Setup
    public void make() {
        facts = new ManyFacts(type, distinct, FACTS);
    }

    /** Counts what JMH prints beside the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Ratio {
        public double timesCounting;
        private double countingNanos;

        @Setup(Level.Iteration)
        public void count(JudgeBenchmark benchmark) {
            long start = System.nanoTime();
            Map<String, Integer> counts = benchmark.count();
            countingNanos = System.nanoTime() - start;
            if (counts.size() != benchmark.distinct) throw new IllegalStateException();
        }
    }

    @Benchmark
    public Finding judge(Ratio ratio) {
        long start = System.nanoTime();
        Finding finding = facts.judged();
        ratio.timesCounting = (System.nanoTime() - start) / ratio.countingNanos;
        return finding;
    }

    @Benchmark
    public Map<String, Integer> count() {
        Map<String, Integer> counts = new HashMap<>();
        facts.forEach(fact -> counts.merge(fact.wording(), 1, Integer::sum));
        return counts;
    }
}
