package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.fact.Evidence;
import org.crosscheck.fact.FactService;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Status;
import org.crosscheck.party.PartyService;
import org.crosscheck.report.FindingView;
import org.crosscheck.report.ReportQuery;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.Copy;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.web.MarkedText.Mark;
import org.crosscheck.web.Timeline.Named;

/** A source: its text with the evidence of its facts and the sentences that it copies marked, or its quotes where it has no text. */
@Path("/stories/{story}/sources/{source}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SourcePage {
    private final StoryService stories;
    private final SourceService sources;
    private final FactService facts;
    private final ReportService reports;
    private final PartyService parties;

    SourcePage(
            StoryService stories,
            SourceService sources,
            FactService facts,
            ReportService reports,
            PartyService parties) {
        this.stories = stories;
        this.sources = sources;
        this.facts = facts;
        this.reports = reports;
        this.parties = parties;
    }

    /**
     * The document.
     *
     * @param link where it is published, if a browser may go there
     * @param derivedFrom the sources that it says it is a version of
     * @param kin the other sources of its lineage
     * @param covers what it accounts for; all questions where empty
     */
    public record Document(
            SourceView source, String publisher, String link, List<Named> derivedFrom, List<Named> kin, String covers) {

        public String name() {
            return source.title() == null ? publisher : source.title();
        }

        public boolean complete() {
            return source.coverage() == Coverage.COMPLETE;
        }
    }

    /**
     * A fact that the source reports.
     *
     * @param finding on its attribute
     * @param voice who says so
     * @param inText whether its evidence is marked in the text
     */
    public record Told(FactView fact, FindingView finding, Named voice, boolean inText) {

        /** The source's words, if there are any. */
        public String quote() {
            return fact.evidence() == null ? fact.wording() : fact.evidence().exact();
        }
    }

    /**
     * What is marked in the text: a fact, or that a sentence is a copy.
     *
     * @param told null for a copy
     * @param origin the source that has the sentence first; null for a fact
     */
    public record Marked(Told told, Named origin) {}

    /**
     * A piece of the text.
     *
     * @param facts that it is evidence of, the shortest first
     * @param starting those of them whose evidence starts with it
     * @param ending those of them whose evidence ends with it
     * @param copied whether it is part of a copied sentence
     * @param origins where copied sentences come from that end with it
     */
    public record Piece(
            String text,
            List<Told> facts,
            List<Told> starting,
            List<Told> ending,
            boolean copied,
            List<Named> origins) {
        static Piece of(MarkedText.Piece<Marked> piece) {
            return new Piece(
                    piece.text(),
                    told(piece.marks()),
                    told(piece.starting()),
                    told(piece.ending()),
                    piece.marks().stream().anyMatch(mark -> mark.origin() != null),
                    piece.ending().stream()
                            .map(Marked::origin)
                            .filter(Objects::nonNull)
                            .toList());
        }

        private static List<Told> told(List<Marked> marks) {
            return marks.stream().map(Marked::told).filter(Objects::nonNull).toList();
        }
    }

    /** The facts on one attribute, which may have no place in the text. */
    public record Question(FindingView finding, List<Told> facts) {}

    /**
     * What the page shows.
     *
     * @param pieces of the text; empty where there is none
     * @param proposals how many facts wait for an editor
     */
    public record Shown(
            StoryView story,
            Document document,
            List<Piece> pieces,
            List<Question> questions,
            long facts,
            int proposals) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance source(Shown page);
    }

    @GET
    public TemplateInstance source(@PathParam("story") String story, @PathParam("source") String id) {
        StoryView of = stories.view(story);
        SourceView source = sources.view(story, id);
        List<SourceView> all = sources.outlines(story);
        List<FactView> said = facts.ofSource(story, id);
        List<FindingView> findings = reports.read(story, new ReportQuery()).findings();
        Map<String, String> names = names(source, all, said);
        Map<String, Named> known = new HashMap<>();
        all.forEach(each -> known.put(each.id(), Timeline.named(each, names)));

        List<Mark<Marked>> marks = new ArrayList<>();
        if (source.text() != null)
            for (Copy copy : source.copies())
                marks.add(new Mark<>(
                        copy.start(),
                        copy.end(),
                        new Marked(null, known.getOrDefault(copy.source(), new Named(copy.source(), copy.source())))));
        Map<String, Question> questions = new LinkedHashMap<>();
        findings.forEach(finding -> questions.put(finding.attribute(), new Question(finding, new ArrayList<>())));
        long shown = 0;
        for (FactView fact : said) {
            Question question = questions.get(fact.attribute());
            if (fact.status() != Status.ACCEPTED || question == null) continue;
            Optional<Evidence> place = place(fact.evidence(), source.text());
            String voice = fact.claimant() == null ? source.publisher() : fact.claimant();
            Told told = new Told(
                    fact, question.finding(), new Named(voice, names.getOrDefault(voice, voice)), place.isPresent());
            question.facts().add(told);
            place.ifPresent(at -> marks.add(new Mark<>(at.start(), at.end(), new Marked(told, null))));
            shown++;
        }
        questions.values().removeIf(question -> question.facts().isEmpty());
        return Templates.source(new Shown(
                of,
                document(source, all, known, names, findings),
                source.text() == null
                        ? List.of()
                        : MarkedText.of(source.text(), marks).pieces().stream()
                                .map(Piece::of)
                                .toList(),
                List.copyOf(questions.values()),
                shown,
                (int) said.stream()
                        .filter(fact -> fact.status() == Status.PROPOSED)
                        .count()));
    }

    private Map<String, String> names(SourceView source, List<SourceView> all, List<FactView> said) {
        Set<String> ids = new HashSet<>();
        ids.add(source.publisher());
        all.forEach(each -> ids.add(each.publisher()));
        said.stream().filter(fact -> fact.claimant() != null).forEach(fact -> ids.add(fact.claimant()));
        return parties.names(ids);
    }

    private static Document document(
            SourceView source,
            List<SourceView> all,
            Map<String, Named> known,
            Map<String, String> names,
            List<FindingView> findings) {
        Map<String, String> labels = new HashMap<>();
        findings.forEach(finding -> labels.put(finding.attribute(), finding.label()));
        return new Document(
                source,
                names.getOrDefault(source.publisher(), source.publisher()),
                link(source.url()),
                source.derivedFrom().stream()
                        .map(id -> known.getOrDefault(id, new Named(id, id)))
                        .toList(),
                all.stream()
                        .filter(other -> other.lineage().equals(source.lineage())
                                && !other.id().equals(source.id()))
                        .map(other -> known.get(other.id()))
                        .toList(),
                source.covers().stream().map(id -> labels.getOrDefault(id, id)).collect(Collectors.joining(", ")));
    }

    /** The address, where it is one of the web. */
    static String link(String url) {
        try {
            String scheme = url == null ? null : URI.create(url).getScheme();
            return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? url : null;
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** The evidence with its place in the text, found by its words where it has none. */
    private static Optional<Evidence> place(Evidence evidence, String text) {
        if (evidence == null || text == null) return Optional.empty();
        if (evidence.start() != null) return Optional.of(evidence);
        int at = text.indexOf(evidence.exact());
        if (at < 0) return Optional.empty();
        return Optional.of(new Evidence(
                evidence.exact(), null, null, at, at + evidence.exact().length()));
    }
}
