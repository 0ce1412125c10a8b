package org.crosscheck.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** The answers that most operations give. */
public final class Answers {
    private Answers() {}

    /** {@code body} with its entity tag, or 304 where the client has that state. */
    public static Response read(Object body, long state, ETags tags) {
        return read(body, ETags.tag(state), tags);
    }

    /** {@code body} with its entity tag, or 304 where the client has that state. */
    public static Response read(Object body, String tag, ETags tags) {
        return read(() -> body, tag, tags);
    }

    /** The same; {@code body} is only made where it is sent. */
    public static Response read(Supplier<Object> body, String tag, ETags tags) {
        Response.ResponseBuilder response = tags.known(tag) ? Response.notModified() : Response.ok(body.get());
        return response.header(HttpHeaders.ETAG, tag).build();
    }

    /** What a PUT stored, with its entity tag: 201 where it is new, else 200. */
    public static Response written(Object body, long state, boolean created) {
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(body)
                .header(HttpHeaders.ETAG, ETags.tag(state))
                .build();
    }

    /** What a POST created, with its entity tag, and the path where it is read. */
    public static Response created(Object body, String tag, String path) {
        return Response.status(Response.Status.CREATED)
                .entity(body)
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}
