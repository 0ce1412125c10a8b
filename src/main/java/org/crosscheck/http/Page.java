package org.crosscheck.http;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, null on the last
 */
public record Page<T>(List<T> items, String next) {

    /** The page of {@code rows}, of which there may be one too many, each with the key that {@code keyOf} gives. */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<R, T> view, Function<R, List<String>> keyOf) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? PageRequest.cursor(keyOf.apply(shown.get(shown.size() - 1))) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }

    /** This page as the list that {@code list} makes of its items. */
    public Response answer(Function<List<T>, ?> list, UriInfo uri) {
        return linked(list.apply(items), uri).build();
    }

    /** This page as {@code body}, with a Link to the next one (RFC 8288). */
    public Response.ResponseBuilder linked(Object body, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(body);
        return next == null ? response : response.header(HttpHeaders.LINK, "<" + next(uri) + ">; rel=\"next\"");
    }

    /** The address of the next page of what {@code uri} asks for; only where there is one. */
    public String next(UriInfo uri) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", next)
                .build()
                .toString();
    }
}
