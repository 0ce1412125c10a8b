package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.crosscheck.fact.FactService;
import org.crosscheck.fact.FactService.Traced;
import org.crosscheck.fact.FactView;
import org.crosscheck.party.PartyService;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.report.FindingView;
import org.crosscheck.report.FindingView.PositionView;
import org.crosscheck.report.FindingView.ReportedValueView;
import org.crosscheck.report.FindingView.SilenceView;
import org.crosscheck.report.MatrixView.Cell;
import org.crosscheck.report.MatrixView.Place;
import org.crosscheck.report.ReportQuery;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.verdict.Stance;
import org.crosscheck.web.Timeline.Named;

/** What all voices say on one question, or one of them, with the evidence. The address of one voice's is that of a cell. */
@Path("/stories/{story}/findings/{attribute}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FindingPage {
    private final StoryService stories;
    private final AttributeService attributes;
    private final SourceService sources;
    private final FactService facts;
    private final ReportService reports;
    private final PartyService parties;

    FindingPage(
            StoryService stories,
            AttributeService attributes,
            SourceService sources,
            FactService facts,
            ReportService reports,
            PartyService parties) {
        this.stories = stories;
        this.attributes = attributes;
        this.sources = sources;
        this.facts = facts;
        this.reports = reports;
        this.parties = parties;
    }

    /**
     * The words of a source that a fact rests on.
     *
     * @param origin the source that it copies them from; null where they are its own
     */
    public record Quote(FactView fact, Named source, Named origin) {}

    /**
     * A value that a voice gives.
     *
     * @param more how many facts there are beyond {@code quotes}
     */
    public record Said(ReportedValueView reported, List<Quote> quotes, int more) {}

    /** What one voice says. */
    public record Speaking(Named voice, Place place, PositionView position, List<Said> values, List<Said> earlier) {}

    /**
     * That a voice has no word on it.
     *
     * @param quotes by which others report it
     * @param account its own, which has nothing on it; null where others report it
     */
    public record Silent(Named voice, SilenceView silence, List<Quote> quotes, Named account) {}

    /**
     * What the page shows.
     *
     * @param voice the only one that is shown; null for all
     * @param kin the sources that affirm it and go back to one origin, where there are several
     * @param handedOn see {@link MatrixTable#query}
     */
    public record Shown(
            StoryView story,
            AttributeView attribute,
            FindingView finding,
            Named voice,
            List<Speaking> speaking,
            List<Silent> silent,
            List<List<Named>> kin,
            ReportQuery query,
            String handedOn) {

        public String path() {
            return "/stories/" + story.id() + "/findings/" + finding.attribute();
        }
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance finding(Shown page);

        static native TemplateInstance finding$content(Shown page);
    }

    /** @param fragment whether only what the page says is wanted, and not the page around it */
    @GET
    public TemplateInstance finding(
            @PathParam("story") String story,
            @PathParam("attribute") String attribute,
            @QueryParam("voice") String voice,
            @QueryParam("fragment") @DefaultValue("false") boolean fragment,
            @BeanParam ReportQuery query) {
        Shown shown = shown(story, attribute, voice, query);
        return fragment ? Templates.finding$content(shown) : Templates.finding(shown);
    }

    private Shown shown(String story, String attribute, String voice, ReportQuery query) {
        StoryView of = stories.view(story);
        AttributeView question = attributes.view(story, attribute);
        ReportService.Laid laid = reports.read(story, attribute, query);
        FindingView finding = laid.findings().get(0);
        Known known = known(story, finding, voice, query.rollUp());
        Map<String, Place> places = new HashMap<>();
        for (Cell cell : laid.matrix().rows().get(0).cells()) places.put(cell.voice(), cell.place());
        return new Shown(
                of,
                question,
                finding,
                voice == null ? null : known.party(voice),
                finding.positions().stream()
                        .filter(position -> voice == null || position.voice().equals(voice))
                        .map(position -> new Speaking(
                                known.party(position.voice()),
                                places.get(position.voice()),
                                position,
                                known.said(position.values()),
                                position.earlier() == null ? List.of() : known.said(position.earlier())))
                        .toList(),
                finding.silences().stream()
                        .filter(silence -> voice == null || silence.voice().equals(voice))
                        .map(known::silent)
                        .toList(),
                known.kin(finding),
                query,
                MatrixTable.handedOn(query));
    }

    private Known known(String story, FindingView finding, String voice, boolean rolledUp) {
        List<SourceView> all = sources.outlines(story);
        Set<String> ids = new HashSet<>();
        all.forEach(source -> ids.add(source.publisher()));
        finding.positions().forEach(position -> ids.add(position.voice()));
        finding.silences().forEach(silence -> ids.add(silence.voice()));
        if (voice != null) ids.add(voice);
        Map<String, String> names = parties.names(ids);
        if (voice != null && !names.containsKey(voice)) throw ProblemException.notFound("party", voice);
        Map<String, SourceView> documents = new HashMap<>();
        all.forEach(source -> documents.put(source.id(), source));
        Map<String, Traced> traced = new TreeMap<>();
        facts.accepted(story, finding.attribute())
                .forEach(each -> traced.put(each.fact().id(), each));
        return new Known(names, documents, traced, rolledUp);
    }

    /** What the parts of a finding, which names all of it by id, stand for. */
    private record Known(
            Map<String, String> names, Map<String, SourceView> sources, Map<String, Traced> facts, boolean rolledUp) {
        Named party(String id) {
            return new Named(id, names.getOrDefault(id, id));
        }

        Named source(String id) {
            return sources.containsKey(id) ? Timeline.named(sources.get(id), names) : new Named(id, id);
        }

        List<Said> said(List<ReportedValueView> values) {
            return values.stream().map(this::said).toList();
        }

        private Said said(ReportedValueView reported) {
            List<Quote> quotes = reported.facts().stream()
                    .filter(facts::containsKey)
                    .map(id -> quote(facts.get(id)))
                    .toList();
            return new Said(reported, quotes, (int) reported.count() - quotes.size());
        }

        private Quote quote(Traced traced) {
            String source = traced.fact().source();
            return new Quote(
                    traced.fact(), source(source), traced.origin().equals(source) ? null : source(traced.origin()));
        }

        Silent silent(SilenceView silence) {
            List<String> by = silence.by() == null ? List.of() : silence.by();
            List<Quote> quotes = facts.values().stream()
                    .filter(traced -> traced.fact().stance() == Stance.OMITS
                            && by.contains(traced.fact().source())
                            && (rolledUp || silence.voice().equals(traced.fact().claimant())))
                    .map(this::quote)
                    .toList();
            return new Silent(
                    party(silence.voice()),
                    silence,
                    quotes,
                    silence.source() == null ? null : source(silence.source()));
        }

        List<List<Named>> kin(FindingView finding) {
            Map<String, Set<String>> byLineage = new TreeMap<>();
            for (PositionView position : finding.positions()) {
                if (position.stance() != Stance.AFFIRMS) continue;
                for (ReportedValueView value : position.values())
                    for (String fact : value.facts())
                        if (facts.containsKey(fact)) {
                            Traced traced = facts.get(fact);
                            byLineage
                                    .computeIfAbsent(lineage(traced.origin()), name -> new TreeSet<>())
                                    .add(traced.fact().source());
                        }
            }
            List<List<Named>> kin = new ArrayList<>();
            byLineage.values().stream()
                    .filter(together -> together.size() > 1)
                    .forEach(together ->
                            kin.add(together.stream().map(this::source).toList()));
            return kin;
        }

        private String lineage(String source) {
            return sources.containsKey(source) ? sources.get(source).lineage() : source;
        }
    }
}
