package org.crosscheck.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.crosscheck.access.Caller;
import org.crosscheck.http.OwnJson;
import org.crosscheck.report.VerdictState;
import org.crosscheck.report.VerdictsChanged;
import org.crosscheck.verdict.Flag;

/** Writes down every change of a verdict, in the transaction that changes it. */
@ApplicationScoped
class Recorder {
    private final Caller caller;
    private final OwnJson json;
    private final Dispatcher dispatcher;
    private final Clock clock;

    Recorder(Caller caller, OwnJson json, Dispatcher dispatcher, Clock clock) {
        this.caller = caller;
        this.json = json;
        this.dispatcher = dispatcher;
        this.clock = clock;
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
        }
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) VerdictsChanged changed) {
        dispatcher.wake();
    }

    private static Flag verdict(VerdictState standing) {
        return standing == null ? null : standing.verdict();
    }
}
