package org.crosscheck.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.crosscheck.decision.DecisionView;
import org.crosscheck.fact.ValueView;
import org.crosscheck.value.Relation;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Deciding;
import org.crosscheck.verdict.Finding;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Position;
import org.crosscheck.verdict.Reason;
import org.crosscheck.verdict.ReportedValue;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;
import org.crosscheck.verdict.Support;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A finding in JSON. */
@Schema(
        name = "Finding",
        requiredProperties = {
            "attribute",
            "label",
            "type",
            "verdict",
            "flags",
            "positions",
            "silences",
            "support",
            "reasons",
            "explanation"
        },
        description = "The verdict on one attribute, and what it rests on.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FindingView(
        @Schema(description = "The story, where findings of several are listed.")
        String story,

        @Schema(examples = "safe-zones") String attribute,
        @Schema(examples = "Safe zones") String label,
        Value.Type type,
        @Schema(description = "The first of the flags.") Flag verdict,

        @Schema(description = "All that apply, the weightiest first.")
        List<Flag> flags,

        @Schema(description = "What each voice says.") List<PositionView> positions,

        @Schema(description = "Who has no word on it, and how that is known.")
        List<SilenceView> silences,

        SupportView support,

        @Schema(description = "The two voices that decided the verdict; absent where no pair decides.")
        DecidingView deciding,

        @Schema(description = "One for each flag, in the same order.")
        List<ReasonView> reasons,

        @Schema(description = "The verdict in one plain sentence.")
        String explanation,

        @Schema(
                description =
                        "An editor's word on it; absent where there is none, and where the report is of another time or"
                                + " rolled up.")
        DecisionView decision,

        @Schema(description = "How it stood at the version that a report compares with; absent where there was none.")
        VerdictState previous) {

    /** What one voice says. */
    @Schema(
            name = "Position",
            requiredProperties = {"voice", "stance", "inconsistent", "sources", "lineages", "values"},
            description = "What one voice says of the attribute, over all sources that report it.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PositionView(
            @Schema(description = "The party that speaks.", examples = "white-house")
            String voice,

            @Schema(description = "AFFIRMS or DENIES.") Stance stance,

            @Schema(description = "Whether what it says cannot all hold.")
            boolean inconsistent,

            @Schema(description = "How many sources report it.")
            int sources,

            @Schema(description = "How many independent origins those have.")
            int lineages,

            @Schema(description = "What it says; of an evolving attribute, what it said last.")
            List<ReportedValueView> values,

            @Schema(description = "Of an evolving attribute, what it said before.")
            List<ReportedValueView> earlier) {

        static PositionView of(Position position) {
            return new PositionView(
                    position.voice(),
                    position.stance(),
                    position.inconsistent(),
                    position.sources(),
                    position.lineages(),
                    position.values().stream().map(ReportedValueView::of).toList(),
                    position.earlier().stream().map(ReportedValueView::of).toList());
        }

        Position toPosition() {
            return new Position(
                    voice,
                    stance,
                    inconsistent,
                    sources,
                    lineages,
                    values.stream().map(ReportedValueView::toReported).toList(),
                    List.of());
        }
    }

    /** One value within a position. */
    @Schema(
            name = "ReportedValue",
            requiredProperties = {"value", "count", "wordings", "sources", "facts"},
            description = "One value within a position, and who reports it in which words.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ReportedValueView(
            ValueView value,

            @Schema(description = "When it held, for an evolving attribute.")
            Instant asOf,

            @Schema(description = "How many facts say so.") long count,

            @Schema(description = "The sources' words, at most 100 of them.")
            List<String> wordings,

            @Schema(description = "The sources that say so.")
            List<String> sources,

            @Schema(description = "The ids of the facts, at most 100 of them.")
            List<String> facts) {

        static ReportedValueView of(ReportedValue reported) {
            return new ReportedValueView(
                    ValueView.of(reported.value()),
                    reported.asOf(),
                    reported.count(),
                    reported.wordings(),
                    reported.sources(),
                    reported.facts());
        }

        ReportedValue toReported() {
            return new ReportedValue(value.toValue(), asOf, count, wordings, sources, facts);
        }
    }

    /** That a voice has no word on it. */
    @Schema(
            name = "Silence",
            requiredProperties = {"voice", "known"},
            description = "That a voice has no word on the attribute.")
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record SilenceView(
            @Schema(examples = "kremlin") String voice,
            Silence.Known known,

            @Schema(description = "The sources that report it, where REPORTED.")
            List<String> by,

            @Schema(description = "The voice's own full account, where OBSERVED.")
            String source) {}

    /** How much stands behind it. */
    @Schema(
            name = "Support",
            requiredProperties = {"facts", "sources", "lineages"},
            description = "How much affirms the attribute.")
    public record SupportView(
            @Schema(description = "Affirming facts.") long facts,
            @Schema(description = "Sources that have them.") int sources,

            @Schema(description = "Independent origins of those sources.")
            int lineages) {

        static SupportView of(Support support) {
            return new SupportView(support.facts(), support.sources(), support.lineages());
        }
    }

    /** The pair behind the verdict. */
    @Schema(
            name = "Deciding",
            requiredProperties = {"left", "right", "relation"},
            description = "The two voices that decided the verdict.")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record DecidingView(
            String left,
            String right,

            @Schema(
                    description = "How what left says stands to what right says; null where right is silent.",
                    nullable = true)
            Relation relation) {

        static DecidingView of(Deciding deciding) {
            return deciding == null ? null : new DecidingView(deciding.left(), deciding.right(), deciding.relation());
        }
    }

    /** Why a flag is there. */
    @Schema(
            name = "Reason",
            requiredProperties = {"code", "operands"},
            description = "Why a flag is there: the rule, and the values that it rests on.")
    public record ReasonView(Reason.Code code, List<ValueView> operands) {}

    static FindingView of(Finding finding) {
        return new FindingView(
                null,
                finding.attribute(),
                finding.label(),
                finding.type(),
                finding.verdict(),
                finding.flags(),
                finding.positions().stream().map(PositionView::of).toList(),
                finding.silences().stream()
                        .map(each -> new SilenceView(each.voice(), each.known(), each.by(), each.source()))
                        .toList(),
                SupportView.of(finding.support()),
                DecidingView.of(finding.deciding()),
                finding.reasons().stream()
                        .map(reason -> new ReasonView(
                                reason.code(),
                                reason.operands().stream().map(ValueView::of).toList()))
                        .toList(),
                finding.explanation(),
                null,
                null);
    }

    FindingView inStory(String id) {
        return with(id, label, explanation, decision);
    }

    FindingView decided(DecisionView by) {
        return with(story, label, explanation, by);
    }

    /** What decisions rest on: all of it but the words that present it. */
    FindingView basis() {
        return with(null, null, null, null);
    }

    private FindingView with(String inStory, String called, String explained, DecisionView decided) {
        return new FindingView(
                inStory, attribute, called, type, verdict, flags, positions, silences, support, deciding, reasons,
                explained, decided, previous);
    }

    /** The parties that speak of the attribute, or are known to be silent on it. */
    SortedSet<String> voices() {
        SortedSet<String> voices = new TreeSet<>();
        positions.forEach(position -> voices.add(position.voice()));
        silences.forEach(silence -> voices.add(silence.voice()));
        return voices;
    }
}
