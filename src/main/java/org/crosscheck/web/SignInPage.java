package org.crosscheck.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.crosscheck.access.ForEverybody;
import org.crosscheck.access.IssuerSignIn;
import org.crosscheck.access.SignIn;
import org.crosscheck.problem.ProblemException;

/** {@code /sign-in}: with a key, or at the issuer where one is configured. */
@Path("/sign-in")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SignInPage {
    private static final String HOME = "/";

    /** One slash, and then nothing that a browser might take for another or for the end of the line. */
    private static final String LOCAL = "/(?!/)[!-\\[\\]-~]*";

    private final SignIn signIn;
    private final IssuerSignIn issuer;

    SignInPage(SignIn signIn, IssuerSignIn issuer) {
        this.signIn = signIn;
        this.issuer = issuer;
    }

    /** Why somebody is not signed in. */
    public enum Refusal {
        /** It is not good. */
        KEY,
        /** The issuer did not let them in. */
        ISSUER,
        /** The issuer gave them no role. */
        ROLE,
        /** The issuer does not answer. */
        SILENCE
    }

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance signIn(String to, String issuer, Refusal refusal);
    }

    @GET
    @ForEverybody
    public TemplateInstance form(@QueryParam("to") String to) {
        return form(local(to), null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ForEverybody
    public Response withKey(String form, @Context RoutingContext call) {
        String to = local(field(form, "to"));
        Optional<NewCookie> cookie = signIn.withKey(field(form, "key").strip(), call);
        return cookie.map(signedIn -> goTo(to).cookie(signedIn).build()).orElseGet(() -> again(401, to, Refusal.KEY));
    }

    @GET
    @Path("/issuer")
    @ForEverybody
    public Response atIssuer(@QueryParam("to") String wanted, @Context RoutingContext call) {
        String to = local(wanted);
        try {
            return issuer.answer(call, () -> goTo(to));
        } catch (ProblemException problem) {
            int status = problem.type().status();
            return switch (problem.type()) {
                case UNAUTHENTICATED -> again(status, to, Refusal.ISSUER);
                case FORBIDDEN -> again(status, to, Refusal.ROLE);
                case UNAVAILABLE -> again(status, to, Refusal.SILENCE);
                default -> throw problem;
            };
        }
    }

    private TemplateInstance form(String to, Refusal refusal) {
        String atIssuer = "/sign-in/issuer?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        return Templates.signIn(to, issuer.isConfigured() ? atIssuer : null, refusal);
    }

    private Response again(int status, String to, Refusal refusal) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(form(to, refusal).render())
                .build();
    }

    /** Without the name of the server, which a proxy may know better. */
    private static Response.ResponseBuilder goTo(String to) {
        return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, to);
    }

    /** Read here, since the framework fails on a form that is not well encoded. Empty where the form has no such field. */
    private static String field(String form, String name) {
        for (String pair : form.split("&")) {
            if (!pair.startsWith(name + "=")) continue;
            try {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException malformed) {
                throw ProblemException.parameter(name, "Encode it as forms do.");
            }
        }
        return "";
    }

    /** The address where somebody wanted to go, if it is one of this server; else the first page. */
    private static String local(String to) {
        if (to == null || !to.matches(LOCAL) || to.startsWith("/sign-")) return HOME;
        try {
            return new URI(to).toString();
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
