package org.crosscheck.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.fact.ValueView;
import org.crosscheck.party.PartyService;
import org.crosscheck.report.FindingView;
import org.crosscheck.report.MatrixView;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.SourceView;

/** Looks up once what a page will have to say. */
@ApplicationScoped
public class Wordings {
    private final Visit visit;
    private final ConceptService concepts;
    private final PartyService parties;

    Wordings(Visit visit, ConceptService concepts, PartyService parties) {
        this.visit = visit;
        this.concepts = concepts;
        this.parties = parties;
    }

    /** For a page about findings of {@code report}, which rests on {@code sources}. */
    public Wording of(ReportService.Laid report, Collection<SourceView> sources) {
        Map<String, String> names = new HashMap<>(
                parties.names(sources.stream().map(SourceView::publisher).collect(Collectors.toSet())));
        for (MatrixView.Voice voice : report.matrix().voices()) names.put(voice.id(), voice.name());
        return of(report.findings().stream().flatMap(Wordings::values), names, sources);
    }

    /**
     * For a page with these values.
     *
     * @param names names of parties
     */
    public Wording of(Stream<ValueView> values, Map<String, String> names, Collection<SourceView> sources) {
        Map<String, SourceView> known = new HashMap<>();
        for (SourceView source : sources) known.put(source.id(), source);
        Locale language = visit.language();
        return new Wording(
                language,
                messages(ExplanationMessages.class, language),
                new ShownValues(language, messages(ValueMessages.class, language), labels(values)),
                names,
                known);
    }

    static <T> T messages(Class<T> bundle, Locale language) {
        return language.equals(Locale.ENGLISH)
                ? MessageBundles.get(bundle)
                : MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }

    private Map<String, String> labels(Stream<ValueView> values) {
        Set<String> ids = new HashSet<>();
        values.forEach(value -> {
            if (value instanceof ValueView.ConceptRefView concept) ids.add(concept.concept());
            else if (value instanceof ValueView.QuantityView quantity && quantity.unit() != null)
                ids.add(quantity.unit());
        });
        return concepts.labels(ids);
    }

    private static Stream<ValueView> values(FindingView finding) {
        Stream<ValueView> said = finding.positions().stream()
                .flatMap(position -> Stream.of(position.values(), position.earlier()))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(FindingView.ReportedValueView::value);
        return Stream.concat(said, finding.reasons().stream().flatMap(reason -> reason.operands().stream()));
    }
}
