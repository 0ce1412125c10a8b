package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.fact.Certainty;
import org.crosscheck.fact.FactService;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Status;
import org.crosscheck.http.OwnJson;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Flag;
import org.crosscheck.verdict.Stance;

/** {@code /stories/{story}/sources/{source}/review}: what a text proposes, beside the text. */
@Path("/stories/{story}/sources/{source}/review")
@Produces(MediaType.TEXT_HTML)
@Blocking
@Needs(Role.EDITOR)
@TemplateData(target = Stance.class, namespace = "Stance")
@TemplateData(target = Certainty.class, namespace = "Certainty")
@TemplateData(target = Value.Type.class, namespace = "ValueType")
public class ReviewPage {
    private final StoryService stories;
    private final SourceService sources;
    private final FactService facts;
    private final AttributeService attributes;
    private final ConceptService concepts;
    private final ReportService reports;
    private final PartyNames parties;
    private final Wordings wordings;
    private final OwnJson json;

    ReviewPage(
            StoryService stories,
            SourceService sources,
            FactService facts,
            AttributeService attributes,
            ConceptService concepts,
            ReportService reports,
            PartyNames parties,
            Wordings wordings,
            OwnJson json) {
        this.stories = stories;
        this.sources = sources;
        this.facts = facts;
        this.attributes = attributes;
        this.concepts = concepts;
        this.reports = reports;
        this.parties = parties;
        this.wordings = wordings;
        this.json = json;
    }

    /**
     * A fact that waits for a decision.
     *
     * @param json the fact, as the API gives it
     * @param claimant null where the source speaks itself
     * @param value null where nothing is said
     * @param percent how sure its rule is; null where it does not say
     * @param verdict on its attribute now; null where the story does not ask yet
     */
    public record Proposal(
            FactView fact, String json, String label, String claimant, String value, Integer percent, Flag verdict) {}

    /** What can be chosen where a fact is changed. */
    public record Choices(List<AttributeView> attributes, List<PartyNames.Name> parties, List<ConceptView> concepts) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance review(
                StoryView story,
                SourceView source,
                String publisher,
                List<Passage> passages,
                List<Proposal> proposals,
                Choices choices);
    }

    @GET
    public TemplateInstance review(@PathParam("story") String storyId, @PathParam("source") String sourceId) {
        StoryView story = stories.stated(stories.existing(storyId));
        SourceView source = sources.view(storyId, sourceId);
        List<FactView> reported = facts.ofSource(storyId, sourceId);
        Choices choices = new Choices(attributes.stated(storyId), parties.all(), concepts.all());
        Map<String, String> names =
                choices.parties.stream().collect(Collectors.toMap(PartyNames.Name::id, PartyNames.Name::name));
        return Templates.review(
                story,
                source,
                names.get(source.publisher()),
                source.text() == null ? List.of() : Passage.of(source.text(), reported),
                proposals(storyId, reported, choices, names),
                choices);
    }

    private List<Proposal> proposals(
            String story, List<FactView> reported, Choices choices, Map<String, String> names) {
        Map<String, AttributeView> questions =
                choices.attributes.stream().collect(Collectors.toMap(AttributeView::id, Function.identity()));
        Map<String, Flag> verdicts = reports.verdicts(story);
        List<FactView> waiting = reported.stream()
                .filter(fact -> fact.status() == Status.PROPOSED)
                .toList();
        Wording words = wordings.of(waiting.stream().map(FactView::value).filter(Objects::nonNull), names, List.of());
        return waiting.stream()
                .map(fact -> new Proposal(
                        fact,
                        json.write(fact),
                        questions.get(fact.attribute()).label(),
                        names.get(fact.claimant()),
                        fact.value() == null ? null : words.shown(fact.value()),
                        percent(fact.confidence()),
                        verdicts.get(fact.attribute())))
                .toList();
    }

    private static Integer percent(BigDecimal confidence) {
        return confidence == null ? null : confidence.movePointRight(2).intValue();
    }
}
