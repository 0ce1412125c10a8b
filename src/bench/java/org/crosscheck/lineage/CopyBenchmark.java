package org.crosscheck.lineage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
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
 * An article of 800 words, read into printed sentences, and held against the sentences of earlier articles of which it copies half of
 * one. {@code timesFolding} is how many times longer that takes than lower-casing the article's words and hashing them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CopyBenchmark {
    private static final int SENTENCES = 40;
    private static final int WORDS = 20;
    private static final int VOCABULARY = 5_000;
    private static final int ROUNDS = 1_000;

    @Param({"1", "100", "1000"})
    public int earlier;

    private final Random random = new Random(1);
    private String article;
    private List<Sentence> sentences;
    private CopyFinder finder;

    @Setup
    public void write() {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < earlier; i++) sources.add("s" + i);
        finder = new CopyFinder(sources);
        for (String source : sources) {
            List<Sentence> own = Sentences.of(article(SENTENCES));
            finder.add(source, own, Collections.nCopies(own.size(), null));
        }
        String half = article(SENTENCES / 2);
        List<Sentence> copied = Sentences.of(half);
        finder.add(sources.get(0), copied, Collections.nCopies(copied.size(), null));
        article = half + article(SENTENCES / 2);
        sentences = Sentences.of(article);
    }

    private String article(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("The");
            for (int n = 1; n < WORDS; n++) text.append(" word").append(random.nextInt(VOCABULARY));
            text.append(". ");
        }
        return text.toString();
    }

    /** Counts what JMH prints beside the time. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Ratio {
        public double timesFolding;
        private double foldingNanos;

        @Setup(Level.Iteration)
        public void fold(CopyBenchmark benchmark) {
            long start = System.nanoTime();
            int hash = 0;
            for (int i = 0; i < ROUNDS; i++) {
                for (String word : benchmark.article.split(" "))
                    hash = 31 * hash + word.toLowerCase(Locale.ROOT).hashCode();
            }
            foldingNanos = (System.nanoTime() - start) / (double) ROUNDS;
            if (hash == 0) throw new IllegalStateException();
        }
    }

    @Benchmark
    public List<Sentence> print(Ratio ratio) {
        long start = System.nanoTime();
        List<Sentence> printed = Sentences.of(article);
        ratio.timesFolding = (System.nanoTime() - start) / ratio.foldingNanos;
        return printed;
    }

    /** What the other two are held against. */
    @Benchmark
    public int fold() {
        int hash = 0;
        for (String word : article.split(" "))
            hash = 31 * hash + word.toLowerCase(Locale.ROOT).hashCode();
        return hash;
    }

    @Benchmark
    public CopyFinder.Found match(Ratio ratio) {
        long start = System.nanoTime();
        CopyFinder.Found found = finder.find(sentences, false);
        ratio.timesFolding = (System.nanoTime() - start) / ratio.foldingNanos;
        return found;
    }
}
