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
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.crosscheck.web.Known.Named;

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
    private final Wordings wordings;
    private final Visit visit;

    FindingPage(
            StoryService stories,
            AttributeService attributes,
            SourceService sources,
            FactService facts,
            ReportService reports,
            PartyService parties,
            Wordings wordings,
            Visit visit) {
        this.stories = stories;
        this.attributes = attributes;
        this.sources = sources;
        this.facts = facts;
        this.reports = reports;
        this.parties = parties;
        this.wordings = wordings;
        this.visit = visit;
    }

    /**
     * The words of a source that a fact rests on.
     *
     * @param language of the source; null where it does not say
     * @param origin the source that it copies them from; null where they are its own
     */
    public record Quote(FactView fact, Named source, String language, Named origin) {}

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
     * @param decides whether whoever looks at it may decide on it there
     */
    public record Shown(
            StoryView story,
            AttributeView attribute,
            FindingView finding,
            Named voice,
            List<Speaking> speaking,
            List<Silent> silent,
            List<List<Named>> kin,
            Wording wording,
            ReportQuery query,
            HandedOn handedOn,
            boolean decides) {

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
        Shown shown = shown(story, attribute, voice, fragment, query);
        return fragment ? Templates.finding$content(shown) : Templates.finding(shown);
    }

    private Shown shown(String story, String attribute, String voice, boolean fragment, ReportQuery query) {
        StoryView of = stories.view(story);
        AttributeView question = attributes.view(story, attribute);
        ReportService.Laid laid = reports.read(story, attribute, query);
        FindingView finding = laid.findings().get(0);
        List<SourceView> all = sources.outlines(story);
        Known known = Known.of(all, parties.names(parties(finding, all, voice)));
        if (voice != null && !known.names().containsKey(voice)) throw ProblemException.notFound("party", voice);
        Evidenced evidenced = Evidenced.of(known, facts.accepted(story, attribute), query.rollUp());
        Map<String, Place> places = new HashMap<>();
        for (Cell cell : laid.matrix().rows().get(0).cells()) places.put(cell.voice(), cell.place());
        return new Shown(
                of,
                question,
                finding,
                voice == null ? null : known.party(voice),
                finding.positions().stream()
                        .filter(position -> voice == null || position.voice().equals(voice))
                        .map(position -> evidenced.speaking(position, places.get(position.voice())))
                        .toList(),
                finding.silences().stream()
                        .filter(silence -> voice == null || silence.voice().equals(voice))
                        .map(evidenced::silent)
                        .toList(),
                evidenced.kin(finding),
                wordings.of(laid, all),
                query,
                HandedOn.of(query),
                !fragment && visit.edits(story));
    }

    private static Set<String> parties(FindingView finding, List<SourceView> sources, String voice) {
        Set<String> ids = new HashSet<>();
        sources.forEach(source -> ids.add(source.publisher()));
        finding.positions().forEach(position -> ids.add(position.voice()));
        finding.silences().forEach(silence -> ids.add(silence.voice()));
        if (voice != null) ids.add(voice);
        return ids;
    }

    /** The facts behind a finding, which names them by id. */
    private record Evidenced(Known known, Map<String, Traced> facts, boolean rolledUp) {
        static Evidenced of(Known known, List<Traced> facts, boolean rolledUp) {
            Map<String, Traced> byId = new LinkedHashMap<>();
            facts.forEach(each -> byId.put(each.fact().id(), each));
            return new Evidenced(known, byId, rolledUp);
        }

        Speaking speaking(PositionView position, Place place) {
            return new Speaking(
                    known.party(position.voice()),
                    place,
                    position,
                    said(position.values()),
                    position.earlier() == null ? List.of() : said(position.earlier()));
        }

        private List<Said> said(List<ReportedValueView> values) {
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
                    traced.fact(),
                    known.source(source),
                    known.sources().containsKey(source)
                            ? known.sources().get(source).language()
                            : null,
                    traced.origin().equals(source) ? null : known.source(traced.origin()));
        }

        Silent silent(SilenceView silence) {
            return new Silent(
                    known.party(silence.voice()),
                    silence,
                    facts.values().stream()
                            .filter(traced -> reports(traced.fact(), silence))
                            .map(this::quote)
                            .toList(),
                    silence.source() == null ? null : known.source(silence.source()));
        }

        private boolean reports(FactView fact, SilenceView silence) {
            if (fact.stance() != Stance.OMITS
                    || silence.by() == null
                    || !silence.by().contains(fact.source())) return false;
            String voice =
                    fact.claimant() == null ? known.sources().get(fact.source()).publisher() : fact.claimant();
            return rolledUp || voice.equals(silence.voice());
        }

        /** The sources of each lineage that affirms it in several. */
        List<List<Named>> kin(FindingView finding) {
            Map<String, Set<String>> byLineage = new TreeMap<>();
            finding.positions().stream()
                    .filter(position -> position.stance() == Stance.AFFIRMS)
                    .flatMap(position -> position.values().stream())
                    .flatMap(value -> value.facts().stream())
                    .filter(facts::containsKey)
                    .map(facts::get)
                    .forEach(traced -> byLineage
                            .computeIfAbsent(known.lineage(traced.origin()), lineage -> new TreeSet<>())
                            .add(traced.fact().source()));
            return byLineage.values().stream()
                    .filter(together -> together.size() > 1)
                    .map(together -> known.sources(List.copyOf(together)))
                    .toList();
        }
    }
}
