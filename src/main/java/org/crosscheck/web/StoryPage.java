package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.fact.FactService;
import org.crosscheck.party.PartyService;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.report.ReportQuery;
import org.crosscheck.report.ReportService;
import org.crosscheck.source.SourceService;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;
import org.crosscheck.verdict.Flag;

/** {@code /stories/{story}}: who says what of each question, as one table. */
@Path("/stories/{story}")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StoryPage {
    private final StoryService stories;
    private final ReportService reports;
    private final SourceService sources;
    private final FactService facts;
    private final PartyService parties;
    private final Wordings wordings;

    StoryPage(
            StoryService stories,
            ReportService reports,
            SourceService sources,
            FactService facts,
            PartyService parties,
            Wordings wordings) {
        this.stories = stories;
        this.reports = reports;
        this.sources = sources;
        this.facts = facts;
        this.parties = parties;
        this.wordings = wordings;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance story(
                StoryView story,
                ReportService.Laid report,
                Wording wording,
                MatrixTable table,
                Standouts standouts,
                Slider slider,
                Timeline timeline);
    }

    @GET
    public Object story(
            @PathParam("story") String id,
            @QueryParam("verdict") Set<Flag> verdicts,
            @QueryParam("voice") Set<String> voices,
            @QueryParam("step") Integer step,
            @BeanParam ReportQuery query,
            @Context UriInfo uri) {
        StoryView story = stories.view(id);
        List<SourceView> outlines = sources.outlines(id);
        Slider slider = Slider.of(outlines, query.until());
        // A path alone, since a proxy may know better than we where we are.
        if (step != null)
            return Response.status(Response.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, slider.at(step, uri))
                    .build();
        ReportService.Laid report = reports.read(id, query);
        MatrixTable table = MatrixTable.of(report, outlines, verdicts, voices, query);
        Set<String> publishers = outlines.stream().map(SourceView::publisher).collect(Collectors.toSet());
        return Templates.story(
                story,
                report,
                wordings.of(report, outlines),
                table,
                Standouts.of(report.findings()),
                slider,
                Timeline.of(outlines, parties.names(publishers), facts.counts(id)));
    }

    /**
     * The slider over the times at which sources were published.
     *
     * @param at the number of the last time that counts, from 1; 0 where nothing was published by then
     */
    public record Slider(List<Instant> times, int at) {
        static Slider of(List<SourceView> sources, Instant until) {
            List<Instant> times =
                    sources.stream().map(SourceView::publishedAt).distinct().toList();
            int at = until == null
                    ? times.size()
                    : (int) times.stream().filter(time -> !time.isAfter(until)).count();
            return new Slider(times, at);
        }

        public int steps() {
            return times.size();
        }

        /** Whether all sources count. */
        public boolean whole() {
            return at == times.size();
        }

        /** The last time that counts; null where there is none. */
        public Instant time() {
            return at == 0 ? null : times.get(at - 1);
        }

        /** The path and query of the page at that step, without the step. */
        String at(int step, UriInfo uri) {
            if (step < 1 || step > times.size())
                throw ProblemException.parameter("step", "Give a number from 1 to " + times.size() + ".");
            Object asOf = step == times.size() ? null : times.get(step - 1);
            return Visit.local(uri.getRequestUriBuilder()
                    .replaceQueryParam("step")
                    .replaceQueryParam("asOf", asOf == null ? new Object[0] : new Object[] {asOf}));
        }
    }
}
