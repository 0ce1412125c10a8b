package org.crosscheck.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.crosscheck.access.Caller;
import org.crosscheck.http.Existing;
import org.crosscheck.http.LargeBodies;
import org.crosscheck.http.Lines;
import org.crosscheck.http.Room;
import org.crosscheck.http.Sha256;
import org.crosscheck.monitor.Tally;
import org.crosscheck.problem.AllFaults;
import org.crosscheck.problem.Problem;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.crosscheck.problem.Problems;
import org.crosscheck.problem.Violations;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * Imports dossiers from a stream, one a line, each in a transaction of its own, and answers each as it is done, in their order. A few
 * are in work at once where the stream has them already; what becomes of them is what would if they came one after the other, see
 * {@link LineInWork}. No more are held: who sends faster than we store waits, and so do we for who reads slower than we answer.
 */
@ApplicationScoped
class BulkImport {
    private static final Logger LOG = Logger.getLogger(BulkImport.class);
    private static final String ROWS = "crosscheck.import.rows";
    private static final String FACTS = "crosscheck.import.facts";
    /** What the same import did before, and is told again. */
    private static final String REPEATED = "REPEATED";

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /** How long we wait, again and again, for a database that is away before we refuse a line. */
    private static final List<Duration> PATIENCE =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));

    /** One line may be more than the database does in time; two in a row mean that it is away. */
    private static final int ENOUGH = 2;

    private final DossierService dossiers;
    private final Imports imports;
    private final Caller caller;
    private final AllFaults faults;
    private final ObjectMapper json;
    private final ManagedExecutor threads;
    private final LargeBodies bodies;
    private final Room streams;
    private final Clock clock;
    private final Tally tally;
    private final long longestLine;
    private final int atOnce;

    BulkImport(
            DossierService dossiers,
            Imports imports,
            Caller caller,
            AllFaults faults,
            ObjectMapper json,
            ManagedExecutor threads,
            LargeBodies bodies,
            Clock clock,
            Tally tally,
            @ConfigProperty(name = "crosscheck.max-body-size") MemorySize longestLine,
            @ConfigProperty(name = "crosscheck.max-dossiers-at-once") int atOnce,
            @ConfigProperty(name = "crosscheck.max-imports-at-once") int streamsAtOnce) {
        this.dossiers = dossiers;
        this.imports = imports;
        this.caller = caller;
        this.faults = faults;
        this.json = json;
        this.threads = threads;
        this.bodies = bodies;
        this.clock = clock;
        this.tally = tally;
        this.longestLine = longestLine.asLongValue();
        this.atOnce = atOnce;
        this.streams = new Room(streamsAtOnce);
    }

    /**
     * What to do with a stream.
     *
     * @param id names the import
     * @param from the first line to take
     * @param quiet whether only refused lines are answered
     */
    record Order(String id, Existing existing, long from, boolean quiet) {}

    /** Lets in the stream that {@code call} brings. Throws a 503 problem where there are enough. */
    void letIn(RoutingContext call) {
        streams.take(1, call, "Too many imports are running.");
    }

    /** Takes the lines of {@code in} and answers them to {@code out}, the last time with the totals. */
    void run(Order order, InputStream in, OutputStream out) throws IOException {
        imports.forgetOldDossiers();
        imports.forgetOld();
        Count count = new Count(order.id());
        count.tell(false);
        boolean atEnd = false;
        try {
            atEnd = takeAll(order, new Lines(in, longestLine), count, out);
        } catch (IOException e) {
            // Nobody is there to be told; the missing last line says it to whoever still is.
            LOG.infof("The import %s broke off after line %d: %s", order.id(), count.lines, e.getMessage());
            count.tell(false);
            return;
        }
        write(ImportLine.last(count.tell(atEnd)), out);
    }

    /** Tells whether all lines were taken. */
    private boolean takeAll(Order order, Lines lines, Count count, OutputStream out) throws IOException {
        Deque<LineInWork> inWork = new ArrayDeque<>();
        Later<Lines.Line> coming = null;
        boolean atEnd = false;
        int away = 0;
        try {
            while (true) {
                // Who sends no more before an answer may take any time over it: only what has begun to come is read
                // meanwhile.
                boolean more = inWork.isEmpty() || coming == null && lines.hasBegun() && hasRoom(inWork);
                if (coming == null && more && !atEnd && away < ENOUGH) coming = read(lines);
                LineInWork first = inWork.peek();
                if (first == null && coming == null) return away < ENOUGH;
                Later.awaitAny(first == null ? null : first.answer(), coming);
                if (first != null && first.answer().isDone()) {
                    inWork.remove();
                    ImportLine answer = first.answer().get();
                    count.lines = first.number();
                    if (answer == null) continue;
                    count.take(answer);
                    if (!order.quiet() || answer.problem() != null) write(answer, out);
                    away = isAway(answer) ? away + 1 : 0;
                } else {
                    Lines.Line line = coming.get();
                    coming = null;
                    if (line == null) atEnd = true;
                    else inWork.add(begin(order, line, inWork));
                }
            }
        } finally {
            // They work for the request, which ends with us.
            inWork.forEach(line -> line.answer().await());
            if (coming != null) coming.await();
        }
    }

    /** Long lines are taken one at a time, since what is made of one takes many times its size. */
    private boolean hasRoom(Collection<LineInWork> inWork) {
        long held = inWork.stream().mapToLong(LineInWork::size).sum();
        return inWork.size() < atOnce && held < longestLine / atOnce;
    }

    private Later<Lines.Line> read(Lines lines) {
        Later<Lines.Line> line = new Later<>();
        threads.execute(() -> line.run(lines::next));
        return line;
    }

    /** Has {@code line} taken, unless there is nothing to take. Waits here for room, so that none has any that waits for one before it. */
    private LineInWork begin(Order order, Lines.Line line, Collection<LineInWork> before) throws IOException {
        LineInWork work = new LineInWork(line, before);
        if (line.number() < order.from() || line.isBlank()) {
            work.run(() -> null);
            return work;
        }
        Room.Held room = uninterrupted(() -> bodies.await(work.size()));
        try {
            threads.execute(() -> {
                try (room) {
                    work.run(() -> patiently(order, line, work));
                }
            });
        } catch (RuntimeException shuttingDown) {
            room.close();
            throw shuttingDown;
        }
        return work;
    }

    private ImportLine patiently(Order order, Lines.Line line, LineInWork work) throws IOException {
        for (Duration pause : PATIENCE) {
            ImportLine answer = take(order, line, work);
            if (!isAway(answer)) return answer;
            uninterrupted(() -> {
                Thread.sleep(pause.toMillis());
                return null;
            });
        }
        return take(order, line, work);
    }

    /** Something that waits. */
    private interface Waiting<T> {
        T get() throws InterruptedException;
    }

    private static <T> T uninterrupted(Waiting<T> waiting) throws IOException {
        try {
            return waiting.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("shutting down");
        }
    }

    private static boolean isAway(ImportLine answer) {
        return answer.status() == ProblemType.UNAVAILABLE.status();
    }

    private ImportLine take(Order order, Lines.Line line, LineInWork work) {
        String story = null;
        try {
            if (line.bytes() == null) return ImportLine.refused(line.number(), null, tooLong());
            DossierView dossier = json.readValue(line.bytes(), DossierView.class);
            if (dossier != null && dossier.story() != null)
                story = dossier.story().id();
            check(dossier, line.bytes().length);
            var imported = new DossierService.Imported(order.id(), Sha256.hex(line.bytes()), dossier);
            work.awaitTurn(dossier);
            ImportLine done = store(order, line, imported, work);
            tally.add(facts(dossier), FACTS, "outcome", outcome(done));
            return done;
        } catch (IOException | RuntimeException e) {
            return ImportLine.refused(line.number(), story, ofStream(Problems.of(e)));
        }
    }

    private ImportLine store(Order order, Lines.Line line, DossierService.Imported imported, LineInWork work) {
        try {
            return dossiers.take(line.number(), imported, order.existing(), work);
        } catch (DossierService.NotYet others) {
            work.awaitAllBefore();
            return dossiers.take(line.number(), imported, order.existing(), work);
        }
    }

    void expect(@Observes StartupEvent start) {
        Stream<String> outcomes = Stream.of(ImportLine.Outcome.values()).map(ImportLine.Outcome::name);
        Stream.concat(outcomes, Stream.of(REPEATED)).forEach(outcome -> {
            tally.expect(ROWS, "Rows of imports, by what became of them", "of", "dossiers", "outcome", outcome);
            if (!outcome.equals(ImportLine.Outcome.REFUSED.name()))
                tally.expect(FACTS, "Facts in the dossiers of imports", "outcome", outcome);
        });
    }

    private static long facts(DossierView dossier) {
        return dossier.sources().stream()
                .filter(source -> source.facts() != null)
                .mapToLong(source -> source.facts().size())
                .sum();
    }

    private static String outcome(ImportLine answer) {
        return answer.again() == null ? answer.outcome().name() : REPEATED;
    }

    /** A problem says the line of a body, of which there is only one here. */
    private static Problem ofStream(Problem problem) {
        return new Problem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail().replace("At line 1, column ", "At column "),
                problem.violations());
    }

    private Problem tooLong() {
        return Problems.of(
                ProblemType.CONTENT_TOO_LARGE,
                "Send lines of at most " + longestLine + " bytes, for instance fewer sources in a dossier.");
    }

    private void check(DossierView dossier, int bytes) {
        Violations violations = new Violations();
        if (dossier == null) violations.add("", "Send a dossier.");
        else if (dossier.story() != null && dossier.story().id() == null)
            violations.add("/story/id", "Give the story an id.");
        else faults.in(dossier, bytes).copyTo(violations);
        violations.throwIfAny();
        String story = dossier.story().id();
        if (!caller.mayWrite(story))
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Your key is for other stories than \"" + story + "\". Ask an admin for one that has it.");
    }

    private void write(ImportLine answer, OutputStream out) throws IOException {
        out.write(json.writeValueAsBytes(answer));
        out.write('\n');
        out.flush();
    }

    /** Counts what becomes of the lines. */
    private final class Count {
        private final String id;
        private final Instant startedAt = clock.instant();
        private final Map<ImportLine.Outcome, Long> outcomes = new EnumMap<>(ImportLine.Outcome.class);
        private Instant toldAt = startedAt;
        private long lines;

        Count(String id) {
            this.id = id;
        }

        private long of(ImportLine.Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0L);
        }

        void take(ImportLine answer) {
            outcomes.merge(answer.outcome(), 1L, Long::sum);
            tally.add(1, ROWS, "of", "dossiers", "outcome", outcome(answer));
            if (toldAt.plus(TELL_EVERY).isBefore(clock.instant())) tell(false);
        }

        /** Writes down how far we are. An import does not depend on that. */
        ImportView tell(boolean done) {
            toldAt = clock.instant();
            ImportView view = new ImportView(
                    id,
                    lines,
                    of(ImportLine.Outcome.CREATED),
                    of(ImportLine.Outcome.REPLACED),
                    of(ImportLine.Outcome.UNCHANGED),
                    of(ImportLine.Outcome.SKIPPED),
                    of(ImportLine.Outcome.REFUSED),
                    startedAt,
                    toldAt,
                    done);
            try {
                imports.tell(view);
            } catch (RuntimeException e) {
                LOG.warnf("Cannot write down how far the import %s is: %s", id, e.getMessage());
            }
            return view;
        }
    }
}
