package org.crosscheck.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that nobody should read: of a Content-Type that is no media type, before whatever else looks at it fails on it, and
 * those that are too large or one large body too many, whether they say how large they are or not. A stream of JSON lines may be of any length: whoever reads it
 * bounds each line by the same limit, with {@link Lines}.
 */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class BodyLimit implements ContainerRequestFilter {
    private final long limit;
    private final LargeBodies others;

    @Context
    RoutingContext call;

    BodyLimit(@ConfigProperty(name = "crosscheck.max-body-size") MemorySize limit, LargeBodies others) {
        this.limit = limit.asLongValue();
        this.others = others;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = type(request);
        // No wildcard: with it, whatever else reads bodies would read them without a limit.
        if (type != null && Lines.MEDIA_TYPE.equalsIgnoreCase(type.getType() + '/' + type.getSubtype())) return;
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        long bytes = length == null ? 0 : Long.parseLong(length);
        boolean large = bytes > limit;
        if (!large && bytes > LargeBodies.SMALL) others.take(bytes, call);
        if (large && request.getHeaderString("Expect") != null) throw tooLarge();
        // Who does not wait for an answer before it sends the body would not read it either: so read, and answer then.
        if (large || length == null && mayHaveBody(request))
            request.setEntityStream(new Bounded(request.getEntityStream()));
    }

    /** HTTP/2 has frames, and says nothing of a body before one comes. */
    private boolean mayHaveBody(ContainerRequestContext request) {
        return request.getHeaderString("Transfer-Encoding") != null
                || call.request().version() == HttpVersion.HTTP_2;
    }

    private static MediaType type(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.CONTENT_TOO_LARGE,
                "Send at most " + limit + " bytes, for instance fewer sources at a time.");
    }

    /** Throws once there is more to read than the limit allows, or than there is room for beside others. */
    private final class Bounded extends FilterInputStream {
        private static final int STEP = 1 << 20;

        private long left = limit;
        private long room = LargeBodies.SMALL;

        Bounded(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) throw tooLarge();
            for (; limit - left > room; room += STEP) others.take(STEP, call);
        }
    }
}
