package org.crosscheck.change;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.crosscheck.access.Caller;
import org.crosscheck.http.OwnJson;
import org.crosscheck.monitor.Tally;
import org.crosscheck.report.VerdictState;
import org.crosscheck.report.VerdictsChanged;
import org.crosscheck.story.TableCopy;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** Writes down every change of a verdict, in the transaction that changes it. */
@ApplicationScoped
class Recorder {
    private static final String COUNTER = "crosscheck.verdicts.changed";
    private static final TableCopy CHANGE = new TableCopy(
            "verdict_change", "story_id", "id", "version", "attribute_id", "from_verdict", "to_verdict", "body");

    private final Session db;
    private final Caller caller;
    private final OwnJson json;
    private final Dispatcher dispatcher;
    private final Tally tally;
    private final Clock clock;

    Recorder(Session db, Caller caller, OwnJson json, Dispatcher dispatcher, Tally tally, Clock clock) {
        this.db = db;
        this.caller = caller;
        this.json = json;
        this.dispatcher = dispatcher;
        this.tally = tally;
        this.clock = clock;
    }

    void expect(@Observes StartupEvent start) {
        List<Flag> states = new ArrayList<>(List.of(Flag.values()));
        states.add(null);
        for (Flag from : states)
            for (Flag to : states)
                if (from != to) tally.expect(COUNTER, "Changes of verdicts", "from", label(from), "to", label(to));
    }

    void record(@Observes VerdictsChanged changed) {
        Instant now = clock.instant();
        String by = caller.name();
        CHANGE.write(db, changed.changes(), (change, row) -> {
            String id = UUID.randomUUID().toString();
            row.add(changed.story())
                    .add(id)
                    .add(changed.version())
                    .add(change.attribute())
                    .add(verdict(change.from()))
                    .add(verdict(change.to()))
                    .add(json.write(new ChangeView(
                            null,
                            id,
                            changed.story(),
                            changed.version(),
                            change.attribute(),
                            change.label(),
                            change.from(),
                            change.to(),
                            now,
                            by,
                            change.cause(),
                            change.explanation())));
        });
        for (VerdictsChanged.Change change : changed.changes())
            tally.add(1, COUNTER, "from", label(verdict(change.from())), "to", label(verdict(change.to())));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) VerdictsChanged changed) {
        dispatcher.wake();
    }

    private static String label(Flag verdict) {
        return verdict == null ? "NONE" : verdict.name();
    }

    private static Flag verdict(VerdictState standing) {
        return standing == null ? null : standing.verdict();
    }
}
