package org.crosscheck.extract;

import java.text.BreakIterator;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.crosscheck.extract.fit.Cast;
import org.crosscheck.extract.fit.Question;
import org.crosscheck.extract.fit.Vocabulary;
import org.crosscheck.value.Value;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * An article of 800 words read into proposals, and the same words read into values alone, on one core. {@code timesBreaking} is how
 * many times longer that takes than the JDK's word breaker takes to walk over the article; {@code megabytesPerSecond} is of UTF-16
 * units, one to a byte in English.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx300m")
public class ExtractBenchmark {
    private static final String PARAGRAPH = """
            The harbour authority said on Tuesday that at least 12 people were killed and 34 injured when a ferry with 240 passengers \
            ran aground 5 kilometres off Port Avel. Lena Ost, the harbour master, told reporters the vessel had been travelling at \
            22 knots, nearly twice the limit. “We warned them twice in 2023,” she said. “Nobody listened.” The company made no \
            mention of life jackets. According to the coast guard, rescuers will search until Friday, and the cost may reach \
            $2.5 million, up by 3 per cent from last year. A spokesman for the ministry denied that the ship lacked a licence.

            """;

    private static final int ARTICLE = 800;
    private static final OffsetDateTime PUBLISHED = OffsetDateTime.parse("2024-05-08T10:00:00Z");

    private Extractor extractor;
    private Vocabulary vocabulary;
    private Cast cast;
    private List<Question> questions;
    private String article;
    private double breaking;

    @Setup
    public void write() {
        extractor = new Extractor("en");
        vocabulary = new Vocabulary(List.of(), extractor.places());
        cast = new Cast("en", List.of(), Set.of(), extractor.places());
        questions = List.of(
                question("deaths", Value.Type.QUANTITY, "person", "killed"),
                question("passengers", Value.Type.QUANTITY, "passenger", "with"),
                question("life-jackets", Value.Type.TOPIC, null, "life jackets"),
                question("speed", Value.Type.QUANTITY, "[kn_i]", "travelling at"));
        int words = PARAGRAPH.trim().split("\\s+").length;
        article = PARAGRAPH.repeat((ARTICLE + words - 1) / words);
    }

    private static Question question(String id, Value.Type type, String unit, String cue) {
        return new Question(id, type, unit, id, null, List.of(cue), List.of(), Set.of(), false);
    }

    /** What the results are compared with. */
    @Setup(Level.Iteration)
    public void walk() {
        long start = System.nanoTime();
        int boundaries = 0;
        int rounds = 200;
        for (int i = 0; i < rounds; i++) {
            BreakIterator breaker = BreakIterator.getWordInstance(Locale.ENGLISH);
            breaker.setText(article);
            while (breaker.next() != BreakIterator.DONE) boundaries++;
        }
        if (boundaries == 0) throw new IllegalStateException("the article has no words");
        breaking = (System.nanoTime() - start) / 1e6 / rounds;
    }

    /** Nanoseconds of the reads of an iteration, and how many. JMH's own counters would be summed over the iterations. */
    private long nanos;

    private int reads;

    @Setup(Level.Iteration)
    public void reset() {
        nanos = 0;
        reads = 0;
    }

    @TearDown(Level.Iteration)
    public void compare() {
        if (reads == 0) return;
        double one = (double) nanos / reads;
        System.out.printf(
                Locale.ROOT,
                "%.1f megabytesPerSecond, %.0f timesBreaking: ",
                article.length() / (one / 1e3),
                one / 1e6 / breaking);
    }

    @Benchmark
    public Object propose() {
        long start = System.nanoTime();
        Object read = extractor.propose(article, PUBLISHED, "post", vocabulary, cast, questions);
        nanos += System.nanoTime() - start;
        reads++;
        return read;
    }

    /** What the other two are held against. */
    @Benchmark
    public int breakWords() {
        BreakIterator breaker = BreakIterator.getWordInstance(Locale.ENGLISH);
        breaker.setText(article);
        int boundaries = 0;
        while (breaker.next() != BreakIterator.DONE) boundaries++;
        return boundaries;
    }

    @Benchmark
    public Object normalize() {
        long start = System.nanoTime();
        Object values = extractor.values(article, PUBLISHED);
        nanos += System.nanoTime() - start;
        reads++;
        return values;
    }
}
