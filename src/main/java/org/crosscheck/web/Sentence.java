package org.crosscheck.web;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.fact.ValueView;
import org.crosscheck.report.FindingView;
import org.crosscheck.report.FindingView.PositionView;
import org.crosscheck.report.FindingView.ReportedValueView;
import org.crosscheck.report.FindingView.SilenceView;
import org.crosscheck.verdict.Silence;
import org.crosscheck.verdict.Stance;

/**
 * Puts the ground of a verdict into one sentence, from its reason, deciding pair, positions and silences: what
 * {@link FindingView#explanation} says in English, in any language. Never says who is right.
 */
record Sentence(FindingView finding, ExplanationMessages say, Terms terms) {
    private static final int NAMED = 3;

    /** What the data of a sentence is called. */
    interface Terms {
        String name(String voice);

        /** The source that reports a silence. */
        String source(String id);

        /** The source that means to be a full account. */
        String account(String id);

        /** A value that no source has words for. */
        String value(ValueView value);

        /** The words of those sources. */
        String wording(String words, List<String> sources);
    }

    String words() {
        String left = finding.deciding() == null ? null : finding.deciding().left();
        String right = finding.deciding() == null ? null : finding.deciding().right();
        return switch (finding.reasons().get(0).code()) {
            case DISJOINT_VALUES -> say.disjoint(name(left), affirmed(left), name(right), affirmed(right));
            case INCONSISTENT_VOICE -> say.inconsistent(name(left), affirmed(left));
            case AFFIRMED_AND_DENIED -> denied(left, right);
            case SILENT_WHILE_AFFIRMED -> silent(left, right);
            case INCOMPARABLE_VALUES -> say.incomparable(name(left), affirmed(left), name(right), affirmed(right));
            case REPLACED_BY_LATER -> replaced(left, right);
            case DIFFERENT_PRECISION -> precision(left, right);
            case EQUAL_VALUES -> equal();
            case ONE_LINEAGE -> say.oneLineage(say.sources(sources()));
            case NOBODY_AFFIRMS -> nobodyAffirms();
        };
    }

    private String denied(String left, String right) {
        String said = affirmed(left);
        String denied = said(right, Stance.DENIES);
        if (left.equals(right)) return say.deniedByItself(name(left), said, denied);
        return denied.equals(said)
                ? say.denied(name(left), said, name(right))
                : say.deniedInOtherWords(name(left), said, name(right), denied);
    }

    private String silent(String left, String right) {
        String how = finding.silences().stream()
                .filter(silence -> silence.voice().equals(right))
                .map(this::known)
                .reduce(say::and)
                .orElse("");
        return left.equals(right)
                ? say.silentElsewhere(name(left), name(right), how)
                : say.silent(name(left), name(right), how);
    }

    private String known(SilenceView silence) {
        if (silence.known() == Silence.Known.OBSERVED) return say.observed(terms.account(silence.source()));
        List<String> sources =
                silence.by().stream().map(terms::source).distinct().toList();
        return say.reported(list(sources), sources.size());
    }

    private String replaced(String left, String right) {
        List<ValueView> values = finding.reasons().get(0).operands();
        String later = said(left, values.get(0));
        String earlier = said(right, values.get(1));
        return left.equals(right)
                ? say.replacedByItself(name(left), later, earlier)
                : say.replaced(name(left), later, earlier, name(right));
    }

    private String precision(String left, String right) {
        return switch (finding.deciding().relation()) {
            case NARROWER -> say.morePrecise(name(left), affirmed(left), name(right), affirmed(right));
            case BROADER -> say.morePrecise(name(right), affirmed(right), name(left), affirmed(left));
            default -> say.overlapping(name(left), affirmed(left), name(right), affirmed(right));
        };
    }

    private String equal() {
        List<String> voices = affirming().map(PositionView::voice).toList();
        return say.equal(
                names(voices),
                voices.size(),
                affirmed(voices.get(0)),
                say.sources(finding.support().sources()),
                say.lineages(finding.support().lineages()));
    }

    private String nobodyAffirms() {
        List<String> deniers =
                finding.positions().stream().map(PositionView::voice).toList();
        if (!deniers.isEmpty()) return say.onlyDenied(names(deniers), deniers.size());
        List<String> silent =
                finding.silences().stream().map(SilenceView::voice).distinct().toList();
        return silent.isEmpty() ? say.noWord() : say.onlySilence(names(silent), silent.size());
    }

    private Stream<PositionView> affirming() {
        return finding.positions().stream().filter(position -> position.stance() == Stance.AFFIRMS);
    }

    private int sources() {
        return (int) affirming()
                .flatMap(position -> values(position.values()))
                .flatMap(value -> value.sources().stream())
                .distinct()
                .count();
    }

    private String affirmed(String voice) {
        return said(voice, Stance.AFFIRMS);
    }

    private String said(String voice, Stance stance) {
        return finding.positions().stream()
                .filter(position -> position.voice().equals(voice) && position.stance() == stance)
                .findFirst()
                .map(position -> list(
                        values(position.values()).map(this::said).distinct().toList()))
                .orElseGet(say::nothing);
    }

    private String said(String voice, ValueView value) {
        return affirming()
                .filter(position -> position.voice().equals(voice))
                .flatMap(position -> Stream.concat(values(position.values()), values(position.earlier())))
                .filter(reported -> reported.value().toValue().equals(value.toValue()))
                .findFirst()
                .map(this::said)
                .orElseGet(() -> terms.value(value));
    }

    private String said(ReportedValueView reported) {
        return reported.wordings().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(words -> say.quoted(terms.wording(words, reported.sources())))
                .orElseGet(() -> terms.value(reported.value()));
    }

    /** What JSON leaves out where it is empty. */
    private static Stream<ReportedValueView> values(List<ReportedValueView> values) {
        return Optional.ofNullable(values).stream().flatMap(Collection::stream);
    }

    private String name(String voice) {
        return terms.name(voice);
    }

    private String names(List<String> voices) {
        return list(voices.stream().map(terms::name).toList());
    }

    /** The first few of {@code items}, and how many more there are. */
    private String list(List<String> items) {
        int last = Math.min(items.size(), NAMED + 1) - 1;
        if (last < 1) return String.join("", items);
        String first = items.stream().limit(last).collect(Collectors.joining(", "));
        return last == NAMED ? say.andMore(first, items.size() - NAMED) : say.and(first, items.get(last));
    }
}
