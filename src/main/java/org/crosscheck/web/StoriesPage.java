package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.report.Overviews;
import org.crosscheck.report.Overviews.Overview;
import org.crosscheck.story.StoryQuery;
import org.crosscheck.verdict.Flag;

/** {@code /}: the stories that there are, the newest first. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class StoriesPage {
    private final Overviews overviews;

    StoriesPage(Overviews overviews) {
        this.overviews = overviews;
    }

    /** A story in the list. */
    public record Line(Overview story, List<Segment> bar, long findings) {
        static Line of(Overview story) {
            return new Line(
                    story,
                    Segment.of(story.summary()),
                    story.summary().values().stream().mapToLong(Long::longValue).sum());
        }
    }

    /**
     * A part of the bar of verdicts, which is 100 wide.
     *
     * @param start where it starts
     * @param width how wide it is
     */
    public record Segment(Flag verdict, long count, double start, double width) {
        static List<Segment> of(Map<Flag, Long> summary) {
            double all = summary.values().stream().mapToLong(Long::longValue).sum();
            List<Segment> bar = new ArrayList<>();
            long before = 0;
            for (Map.Entry<Flag, Long> each : summary.entrySet()) {
                bar.add(new Segment(each.getKey(), each.getValue(), 100 * before / all, 100 * each.getValue() / all));
                before += each.getValue();
            }
            return bar;
        }
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance stories(List<Line> lines, String search, String encoded, String next);
    }

    @GET
    public TemplateInstance stories(
            @QueryParam("q") @DefaultValue("") @Size(max = 200) String search, @BeanParam @Valid PageRequest page) {
        Page<Overview> found = overviews.list(StoryQuery.newest(search), page);
        return Templates.stories(
                found.items().stream().map(Line::of).toList(),
                search,
                URLEncoder.encode(search, StandardCharsets.UTF_8),
                found.next());
    }
}
