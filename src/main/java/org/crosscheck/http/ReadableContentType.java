package org.crosscheck.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Refuses a body whose Content-Type is no media type, before whatever looks at the type fails on it. */
@Provider
@PreMatching
@Priority(Priorities.HEADER_DECORATOR)
public class ReadableContentType implements ContainerRequestFilter {
    private static final Set<String> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Override
    public void filter(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || BODILESS.contains(request.getMethod())) return;
        try {
            MediaType.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }
}
