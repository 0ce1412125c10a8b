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
import java.util.List;
import org.crosscheck.access.Needs;
import org.crosscheck.access.Role;
import org.crosscheck.source.Coverage;
import org.crosscheck.story.StoryService;
import org.crosscheck.story.StoryView;

/** {@code /stories/{story}/submission}: a text becomes a source of the story. */
@Path("/stories/{story}/submission")
@Produces(MediaType.TEXT_HTML)
@Blocking
@Needs(Role.EDITOR)
@TemplateData(target = Coverage.class, namespace = "Coverage")
public class SubmissionPage {
    private final StoryService stories;
    private final PartyNames parties;

    SubmissionPage(StoryService stories, PartyNames parties) {
        this.stories = stories;
        this.parties = parties;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance submission(StoryView story, List<PartyNames.Name> parties);
    }

    @GET
    public TemplateInstance submission(@PathParam("story") String story) {
        return Templates.submission(stories.stated(stories.existing(story)), parties.all());
    }
}
