package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Locale;
import org.crosscheck.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** What goes with every page: its headers, the language that was chosen, and problems shown to people as pages. */
class PageFilter {
    private static final String API = "/v1/";
    private static final int YEAR = 365 * 24 * 60 * 60;

    private final Visit visit;
    private final Style style;

    PageFilter(Visit visit, Style style) {
        this.visit = visit;
        this.style = style;
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance problem(Problem problem);
    }

    @ServerResponseFilter
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getUriInfo().getPath().startsWith(API)) return;
        if (response.getEntity() instanceof Problem problem && isForPeople(request)) show(problem, request, response);
        if (!MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) return;
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("Content-Security-Policy", style.policy());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        visit.chosenLanguage().ifPresent(language -> headers.add(HttpHeaders.SET_COOKIE, keeping(language)));
    }

    private static boolean isForPeople(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(MediaType.TEXT_HTML);
    }

    /** Who may read once it is known who they are is asked to sign in. */
    private void show(Problem problem, ContainerRequestContext request, ContainerResponseContext response) {
        if (problem.status() == 401 && HttpMethod.GET.equals(request.getMethod())) {
            response.setStatus(303);
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            UriBuilder.fromPath("/sign-in")
                                    .queryParam("to", "{to}")
                                    .build(visit.here()));
            response.setEntity(null);
            return;
        }
        response.setEntity(Templates.problem(problem).render(), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }

    private static NewCookie keeping(Locale language) {
        return new NewCookie.Builder(Visit.LANGUAGE_COOKIE)
                .value(language.getLanguage())
                .path("/")
                .maxAge(YEAR)
                .sameSite(NewCookie.SameSite.LAX)
                .httpOnly(true)
                .build();
    }
}
