package org.crosscheck.change;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.crosscheck.http.Page;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/** What the answers to those who follow changes have in common. The same address answers in several forms. */
final class Following {
    static final String LAST_EVENT_ID = "Last-Event-ID";

    private Following() {}

    static Response notModified(String tag) {
        return Response.notModified()
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    static Response page(Page<ChangeView> page, String tag, UriInfo uri) {
        return page.linked(new ChangeList(page.items()), uri)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** The number after which a stream starts; null for what comes from now on. */
    static Long start(String lastEventId, Long since) {
        if (lastEventId == null || lastEventId.isBlank()) return since;
        if (lastEventId.strip().matches("\\d{1,18}")) return Long.valueOf(lastEventId.strip());
        throw new ProblemException(
                ProblemType.INVALID_REQUEST, "Send the id of the last event as Last-Event-ID, or leave it out.");
    }
}
