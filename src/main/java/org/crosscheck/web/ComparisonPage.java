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
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.crosscheck.report.ComparisonView;
import org.crosscheck.report.ComparisonView.Row;
import org.crosscheck.report.MatrixView;
import org.crosscheck.report.MatrixView.Voice;
import org.crosscheck.report.ReportQuery;
import org.crosscheck.report.ReportService;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;

/** Two voices of a story side by side, or the choice of them. */
@Path("/stories/{story}/comparison")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ComparisonPage {
    private final StoryService stories;
    private final ReportService reports;
    private final Wordings wordings;

    ComparisonPage(StoryService stories, ReportService reports, Wordings wordings) {
        this.stories = stories;
        this.reports = reports;
        this.wordings = wordings;
    }

    /** How two voices stand to each other. */
    public enum Kind {
        CONTRADICT,
        UNDETERMINED,
        REFINE,
        AGREE,
        ONLY
    }

    /**
     * The questions on which they stand so.
     *
     * @param voice the one that speaks, where the other does not
     */
    public record Group(Kind kind, Voice voice, List<Row> rows) {}

    /**
     * What the page shows.
     *
     * @param voices of the story, by name
     * @param left one of them; the one of whom there is most where none is chosen
     * @param right another
     * @param compared whether both are chosen
     * @param groups the weightiest first, without empty ones
     */
    public record Shown(
            StoryView story,
            List<Voice> voices,
            Voice left,
            Voice right,
            boolean compared,
            Wording wording,
            ReportQuery query,
            HandedOn handedOn,
            List<Group> groups) {}

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance comparison(Shown page);
    }

    @GET
    public TemplateInstance comparison(
            @PathParam("story") String story,
            @QueryParam("left") String left,
            @QueryParam("right") String right,
            @BeanParam ReportQuery query) {
        StoryView of = stories.view(story);
        ReportService.Laid laid = reports.read(story, query);
        MatrixView matrix = laid.matrix();
        boolean compared = left != null && right != null && !left.equals(right);
        ComparisonView comparison = compared ? reports.comparison(story, left, right, query) : null;
        List<Voice> talkative = talkative(matrix);
        Voice one = chosen(left, 0, talkative);
        Voice other = chosen(right, 1, talkative);
        return Templates.comparison(new Shown(
                of,
                matrix.voices().stream()
                        .sorted(Comparator.comparing(Voice::name, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                one,
                other,
                compared,
                wordings.of(laid, List.of()),
                query,
                HandedOn.of(query),
                compared ? groups(comparison, one, other) : List.of()));
    }

    /** The voices of the story, those with most to say first. */
    private static List<Voice> talkative(MatrixView matrix) {
        int[] cells = new int[matrix.voices().size()];
        for (MatrixView.Row row : matrix.rows())
            for (int i = 0; i < cells.length; i++) if (row.cells().get(i).stance() != null) cells[i]++;
        List<Voice> voices = new ArrayList<>(matrix.voices());
        voices.sort(Comparator.comparing(voice -> -cells[matrix.voices().indexOf(voice)]));
        return voices;
    }

    /** The voice that was asked for, which may have nothing to say here; else the one at that rank. */
    private static Voice chosen(String id, int rank, List<Voice> talkative) {
        if (id == null) return rank < talkative.size() ? talkative.get(rank) : null;
        return talkative.stream()
                .filter(voice -> voice.id().equals(id))
                .findFirst()
                .orElse(new Voice(id, id));
    }

    private static List<Group> groups(ComparisonView comparison, Voice left, Voice right) {
        List<Group> groups = List.of(
                new Group(Kind.CONTRADICT, null, comparison.contradict()),
                new Group(Kind.UNDETERMINED, null, comparison.undetermined()),
                new Group(Kind.REFINE, null, comparison.refine()),
                new Group(Kind.AGREE, null, comparison.agree()),
                new Group(Kind.ONLY, left, comparison.onlyLeft()),
                new Group(Kind.ONLY, right, comparison.onlyRight()));
        return groups.stream().filter(group -> !group.rows().isEmpty()).toList();
    }
}
