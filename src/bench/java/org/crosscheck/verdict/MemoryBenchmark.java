package org.crosscheck.verdict;

import java.util.concurrent.TimeUnit;
import org.crosscheck.value.Value;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * What a tally keeps of facts that nobody else holds: {@code retainedKiB} is heap in use after collection, with the tally
 * less without. It grows with {@code distinct}, and with {@code facts} only until each value has its samples.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class MemoryBenchmark {

    @Param({"100000", "1000000"})
    public int facts;

    @Param({"10", "1000", "10000"})
    public int distinct;

    private ManyFacts many;

    @Setup
    public void make() {
        many = new ManyFacts(Value.Type.QUANTITY, distinct, facts);
    }

    /** Counts what JMH prints beside the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Heap {
        public double retainedKiB;
    }

    @Benchmark
    public Tally tally(Heap heap) {
        long before = used();
        Tally tally = many.tallied();
        heap.retainedKiB = (used() - before) / 1024.0;
        return tally;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
