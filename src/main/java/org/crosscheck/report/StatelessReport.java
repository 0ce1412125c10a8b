package org.crosscheck.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.fact.CheckedSource;
import org.crosscheck.fact.NormalFact;
import org.crosscheck.fact.Status;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;
import org.crosscheck.source.Copies;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeView;
import org.crosscheck.verdict.Attribute;
import org.crosscheck.verdict.Parties;
import org.crosscheck.verdict.Tally;
import org.crosscheck.verdict.ValueGroup;

/** Reports on sources that are not stored, as they would be if they were. */
@ApplicationScoped
public class StatelessReport {
    private final ReportService reports;
    private final Taxonomies taxonomies;

    StatelessReport(ReportService reports, Taxonomies taxonomies) {
        this.reports = reports;
        this.taxonomies = taxonomies;
    }

    /**
     * The report in JSON, with version 0.
     *
     * @param concepts what is stated on top of the stored ones
     * @param parties what is stated on top of the stored ones
     */
    public byte[] of(
            String story,
            List<AttributeView> attributes,
            List<CheckedSource> sources,
            List<ConceptView> concepts,
            List<PartyView> parties) {
        List<Attribute> questions = attributes.stream()
                .filter(each -> !each.onlyProposed())
                .map(StatelessReport::attribute)
                .toList();
        List<SourceView> documents =
                sources.stream().map(CheckedSource::document).toList();
        Copies copies = Copies.among(documents);
        Map<String, Collection<ValueGroup>> groups = groups(questions, sources, copies);
        Evaluation evaluation = new Evaluation(
                questions,
                groups,
                StoredFacts.sources(documents, Lineages.of(documents, copies.wholes())),
                taxonomies.around(concepts, Evaluation.concepts(questions, groups)),
                parties(parties, groups, sources));
        return reports.report(story, evaluation);
    }

    private static Attribute attribute(AttributeView given) {
        AttributeView whole = given.stated(given.id());
        return new Attribute(
                whole.id(), whole.label(), whole.type(), whole.unit(), whole.tolerance(), whole.evolving());
    }

    /** What {@code sources} say on {@code attributes}, whether they are stored or not. */
    static Map<String, Collection<ValueGroup>> groups(
            List<Attribute> attributes, List<CheckedSource> sources, Copies copies) {
        Map<String, Tally> tallies = new HashMap<>();
        attributes.forEach(attribute -> tallies.put(attribute.id(), new Tally(attribute.evolving())));
        for (CheckedSource source : sources) {
            String publisher = source.document().publisher();
            Instant publishedAt = source.document().publishedAt();
            for (NormalFact fact : source.facts()) {
                Tally tally = tallies.get(fact.fact().attribute());
                if (fact.fact().status() == Status.ACCEPTED && tally != null)
                    tally.add(fact.toFact(publisher, publishedAt, fact.copiedFrom(copies)));
            }
        }
        Map<String, Collection<ValueGroup>> groups = new HashMap<>();
        tallies.forEach((attribute, tally) -> groups.put(attribute, tally.groups()));
        return groups;
    }

    private static Parties parties(
            List<PartyView> stated, Map<String, Collection<ValueGroup>> groups, List<CheckedSource> sources) {
        Set<String> named = new HashSet<>();
        groups.values().forEach(ofAttribute -> ofAttribute.forEach(group -> named.add(group.voice())));
        sources.stream().map(CheckedSource::document).map(SourceView::publisher).forEach(named::add);
        Parties parties = StoredFacts.parties(PartyService.withWholes(named).values());
        for (PartyView party : stated) {
            parties.names().put(party.id(), party.name());
            if (party.partOf() != null) parties.partOf().put(party.id(), party.partOf());
        }
        return parties;
    }
}
