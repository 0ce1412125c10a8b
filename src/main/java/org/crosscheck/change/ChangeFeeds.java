package org.crosscheck.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;

/** The latest changes as Atom feeds. */
@ApplicationScoped
class ChangeFeeds {
    private static final MediaType TYPE = MediaType.valueOf(AtomFeed.MEDIA_TYPE).withCharset("UTF-8");

    /** Whoever accepts anything gets JSON. */
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(AtomFeed.MEDIA_TYPE))
            .build();

    private final ChangeService changes;

    ChangeFeeds(ChangeService changes) {
        this.changes = changes;
    }

    /** Whether it is a feed that {@code request} wants most. */
    static boolean isAccepted(Request request) {
        Variant chosen = request.selectVariant(FORMS);
        if (chosen == null) throw new NotAcceptableException();
        return chosen.getMediaType().isCompatible(TYPE);
    }

    Response all(ChangeFilter filter, PageRequest page, ETags tags, UriInfo uri) {
        return feed("Changes of verdicts", changes.head(), filter, page, tags, uri);
    }

    Response ofStory(String story, PageRequest page, ETags tags, UriInfo uri) {
        String title = "Changes of verdicts in " + story;
        return feed(title, changes.head(story), ChangeFilter.ofStory(story, 0), page, tags, uri);
    }

    private Response feed(String title, long head, ChangeFilter filter, PageRequest page, ETags tags, UriInfo uri) {
        String tag = "\"" + head + ".atom\"";
        if (tags.known(tag)) return Following.notModified(tag);
        Page<ChangeView> latest = changes.latest(filter, page);
        return latest.linked(AtomFeed.of(title, latest, uri), uri)
                .type(TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
