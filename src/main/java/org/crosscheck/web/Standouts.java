package org.crosscheck.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.crosscheck.report.FindingView;
import org.crosscheck.verdict.Flag;

/**
 * What a reader of a story should see first.
 *
 * @param contradicted where voices contradict each other, the best supported first
 * @param unsaid where a voice is silent, first where most of the others speak and its silence is best known
 * @param repeated where fewer origins stand behind it than sources, the greatest difference first
 */
public record Standouts(List<FindingView> contradicted, List<FindingView> unsaid, List<FindingView> repeated) {
    private static final int SHOWN = 3;

    /** What says most of the story in one sentence: what only others mention cannot be seen in any one source. May be null. */
    public FindingView example() {
        return Stream.of(unsaid, contradicted).flatMap(List::stream).findFirst().orElse(null);
    }

    public boolean any() {
        return !contradicted.isEmpty() || !unsaid.isEmpty() || !repeated.isEmpty();
    }

    static Standouts of(List<FindingView> findings) {
        return new Standouts(
                first(findings, finding -> finding.verdict() == Flag.CONTRADICTION, bySupport()),
                first(
                        findings,
                        finding -> finding.verdict() == Flag.OMISSION,
                        Comparator.comparing(Standouts::waysItIsKnown)
                                .reversed()
                                .thenComparing(bySupport())),
                first(
                        findings,
                        finding -> finding.verdict() == Flag.AGREEMENT && repeats(finding) > 0,
                        Comparator.comparing(Standouts::repeats).reversed()));
    }

    private static List<FindingView> first(
            List<FindingView> findings, Predicate<FindingView> which, Comparator<FindingView> order) {
        return findings.stream().filter(which).sorted(order).limit(SHOWN).toList();
    }

    private static Comparator<FindingView> bySupport() {
        return Comparator.comparing((FindingView finding) -> finding.support().lineages())
                .thenComparing(finding -> finding.support().facts())
                .reversed();
    }

    private static long waysItIsKnown(FindingView finding) {
        return finding.silences().stream()
                .filter(silence -> finding.deciding() != null
                        && silence.voice().equals(finding.deciding().right()))
                .map(FindingView.SilenceView::known)
                .distinct()
                .count();
    }

    private static int repeats(FindingView finding) {
        return finding.support().sources() - finding.support().lineages();
    }
}
