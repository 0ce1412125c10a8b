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
import org.crosscheck.verdict.Flag;

/** Writes down every change of a verdict, in the transaction that changes it. */
@ApplicationScoped
class Recorder {
    private static final String COUNTER = "crosscheck.verdicts.changed";

    private final Caller caller;
    private final OwnJson json;
    private final Dispatcher dispatcher;
    private final Tally tally;
    private final Clock clock;

    Recorder(Caller caller, OwnJson json, Dispatcher dispatcher, Tally tally, Clock clock) {
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
        for (VerdictsChanged.Change change : changed.changes()) {
            ChangeEntity row = new ChangeEntity();
            row.storyId = changed.story();
            row.id = UUID.randomUUID();
            row.version = changed.version();
            row.attribute = change.attribute();
            row.fromVerdict = verdict(change.from());
            row.toVerdict = verdict(change.to());
            row.body = json.write(new ChangeView(
                    null,
                    row.id.toString(),
                    row.storyId,
                    row.version,
                    row.attribute,
                    change.label(),
                    change.from(),
                    change.to(),
                    now,
                    by,
                    change.cause(),
                    change.explanation()));
            row.persist();
            tally.add(1, COUNTER, "from", label(row.fromVerdict), "to", label(row.toVerdict));
        }
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
