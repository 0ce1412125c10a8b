package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.fact.Evidence;
import org.crosscheck.fact.FactService;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Status;
import org.crosscheck.party.PartyService;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.Copy;
import org.crosscheck.source.Coverage;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.verdict.Flag;
import org.crosscheck.web.Known.Named;
import org.crosscheck.web.MarkedText.Mark;

/** A source: its text with the evidence of its facts and the sentences that it copies marked, or its quotes where it has no text. */
@Path("/stories/{story}/sources/{source}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SourcePage {
    private final StoryService stories;
    private final AttributeService attributes;
    private final SourceService sources;
    private final FactService facts;
    private final ReportService reports;
    private final PartyService parties;
    private final Wordings wordings;

    SourcePage(
            StoryService stories,
            AttributeService attributes,
            SourceService sources,
            FactService facts,
            ReportService reports,
            PartyService parties,
            Wordings wordings) {
        this.stories = stories;
        this.attributes = attributes;
        this.sources = sources;
        this.facts = facts;
        this.reports = reports;
        this.parties = parties;
        this.wordings = wordings;
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
     * @param question that it answers
     * @param voice who says so
     * @param place where in the text its evidence starts; null where it is not there
     */
    public record Told(FactView fact, Question question, Named voice, Integer place) {
        public boolean inText() {
            return place != null;
        }

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

    /** A question that the story asks, and the verdict on it. */
    public record Question(String attribute, String label, Flag verdict) {}

    /** What the source reports on one question. */
    public record Answered(Question question, List<Told> facts) {}

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
            List<Answered> answered,
            long facts,
            int proposals,
            Wording wording) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance source(Shown page);
    }

    @GET
    public TemplateInstance source(@PathParam("story") String story, @PathParam("source") String id) {
        StoryView of = stories.view(story);
        SourceView source = sources.view(story, id);
        List<FactView> said = facts.ofSource(story, id);
        List<SourceView> all = sources.outlines(story);
        Known known = Known.of(all, parties.names(parties(all, said)));
        Map<String, Answered> answered = questions(story);
        List<Told> told = new ArrayList<>();
        for (FactView fact : said) {
            Answered to = answered.get(fact.attribute());
            if (fact.status() != Status.ACCEPTED || to == null) continue;
            String voice = fact.claimant() == null ? source.publisher() : fact.claimant();
            told.add(new Told(fact, to.question(), known.party(voice), place(fact.evidence(), source.text())));
            to.facts().add(told.get(told.size() - 1));
        }
        return Templates.source(new Shown(
                of,
                document(source, known, answered),
                source.text() == null ? List.of() : pieces(source, told, known),
                answered.values().stream()
                        .filter(each -> !each.facts().isEmpty())
                        .toList(),
                told.size(),
                (int) said.stream()
                        .filter(fact -> fact.status() == Status.PROPOSED)
                        .count(),
                wordings.of(
                        told.stream().map(each -> each.fact().value()).filter(Objects::nonNull), known.names(), all)));
    }

    private static Set<String> parties(List<SourceView> sources, List<FactView> facts) {
        Set<String> ids = new HashSet<>();
        sources.forEach(source -> ids.add(source.publisher()));
        facts.stream().filter(fact -> fact.claimant() != null).forEach(fact -> ids.add(fact.claimant()));
        return ids;
    }

    /** The story's questions by id, in its order, so far without facts. */
    private Map<String, Answered> questions(String story) {
        Map<String, Flag> verdicts = reports.verdicts(story);
        Map<String, Answered> questions = new LinkedHashMap<>();
        for (AttributeView attribute : attributes.stated(story)) {
            Flag verdict = verdicts.get(attribute.id());
            if (verdict == null) continue;
            Question question = new Question(attribute.id(), attribute.label(), verdict);
            questions.put(attribute.id(), new Answered(question, new ArrayList<>()));
        }
        return questions;
    }

    private static Document document(SourceView source, Known known, Map<String, Answered> questions) {
        return new Document(
                source,
                known.party(source.publisher()).name(),
                link(source.url()),
                known.sources(source.derivedFrom()),
                known.kin(source.id()),
                source.covers().stream()
                        .map(id -> questions.containsKey(id)
                                ? questions.get(id).question().label()
                                : id)
                        .collect(Collectors.joining(", ")));
    }

    /** The address, where it is one of the web. */
    private static String link(String url) {
        return url != null && url.matches("(?i)https?://.*") ? url : null;
    }

    private static List<Piece> pieces(SourceView source, List<Told> told, Known known) {
        List<Mark<Marked>> marks = new ArrayList<>();
        for (Copy copy : source.copies())
            marks.add(new Mark<>(copy.start(), copy.end(), new Marked(null, known.source(copy.source()))));
        for (Told each : told)
            if (each.inText())
                marks.add(new Mark<>(each.place(), each.place() + each.quote().length(), new Marked(each, null)));
        return MarkedText.of(source.text(), marks).stream().map(Piece::of).toList();
    }

    /** Where in the text the evidence is, found by its words where it does not say; null where it is not there. */
    private static Integer place(Evidence evidence, String text) {
        if (evidence == null || text == null) return null;
        if (evidence.start() != null) return evidence.start();
        int at = text.indexOf(evidence.exact());
        return at < 0 ? null : at;
    }
}
