package org.crosscheck.fact;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crosscheck.monitor.Tally;

/** Counts, by rule, what is proposed and what editors make of it: how good a rule is where it is at work. */
@ApplicationScoped
class ProposalCounts {
    /**
     * The rules that read values. A dossier may bring facts of any rule that somebody thought of: those are counted together, since each
     * name is a series for ever.
     */
    static final Set<String> RULES = Set.of(
            "concept.name",
            "duration.length",
            "duration.ordinal-year",
            "duration.vague",
            "ordinal.digits",
            "ordinal.from-end",
            "ordinal.words",
            "quantity.age",
            "quantity.counted",
            "quantity.money",
            "quantity.number",
            "quantity.percent",
            "quantity.range",
            "quantity.ratio",
            "quantity.unit",
            "quantity.vague",
            "silence.declined",
            "silence.no-details",
            "silence.no-mention",
            "silence.no-response",
            "silence.not-mentioned",
            "silence.not-said",
            "silence.omitted",
            "silence.said-only",
            "silence.silent",
            "silence.stopped-short",
            "text.characterisation",
            "time.century",
            "time.clock",
            "time.date",
            "time.decade",
            "time.fiscal-year",
            "time.holiday",
            "time.month",
            "time.quarter",
            "time.range",
            "time.relative",
            "time.season",
            "time.weekday",
            "time.year",
            "topic.cue");

    private static final String MODEL = "model";
    private static final String OTHER = "other";
    private static final String PROPOSED = "crosscheck.proposals";
    private static final String REVIEWED = "crosscheck.proposals.reviewed";
    private static final String CORRECTED = "CORRECTED";

    private final Tally tally;

    ProposalCounts(Tally tally) {
        this.tally = tally;
    }

    void expect(@Observes StartupEvent start) {
        Stream.concat(RULES.stream(), Stream.of(MODEL, OTHER)).forEach(rule -> {
            for (Status status : List.of(Status.PROPOSED, Status.ACCEPTED))
                tally.expect(
                        PROPOSED,
                        "Facts read from texts, by the rule that read their value",
                        "rule",
                        rule,
                        "status",
                        status.name());
            for (String outcome : List.of(Status.ACCEPTED.name(), CORRECTED, Status.REJECTED.name()))
                tally.expect(REVIEWED, "Proposals that editors have decided on", "rule", rule, "outcome", outcome);
        });
    }

    /** A fact that was read from a text, in the status that the story gives it by itself. */
    void proposed(FactView fact) {
        tally.add(
                1, PROPOSED, "rule", label(fact.rule()), "status", fact.status().name());
    }

    /** An editor's word on {@code fact}, which is still as it was. Counts if it was a proposal and is decided now. */
    void reviewed(FactEntity fact, Status status, boolean restated) {
        if (fact.origin != Origin.EXTRACTED || fact.status != Status.PROPOSED || status == Status.PROPOSED) return;
        String outcome = status == Status.ACCEPTED && restated ? CORRECTED : status.name();
        tally.add(1, REVIEWED, "rule", label(fact.rule), "outcome", outcome);
    }

    /** The rule that read the value: the first word, before the rule that found who says so. */
    static String label(String rule) {
        if (rule == null) return OTHER;
        int end = rule.indexOf(' ');
        String first = end < 0 ? rule : rule.substring(0, end);
        if (first.equals(MODEL)) return MODEL;
        return RULES.contains(first) ? first : OTHER;
    }
}
