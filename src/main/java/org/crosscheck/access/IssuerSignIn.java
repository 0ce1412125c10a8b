package org.crosscheck.access;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Signs browsers in at the issuer: OpenID Connect's authorization code flow, with PKCE. Quarkus goes through it; what it brings back
 * ends in a session of ours.
 */
@ApplicationScoped
public class IssuerSignIn {
    private final IssuerTenant issuer;
    private final AccessSettings.Oidc settings;
    private final CurrentIdentityAssociation identities;
    private final HttpAuthenticator authenticator;
    private final OidcSession tokens;
    private final SignIn signIn;

    IssuerSignIn(
            IssuerTenant issuer,
            AccessSettings settings,
            CurrentIdentityAssociation identities,
            HttpAuthenticator authenticator,
            OidcSession tokens,
            SignIn signIn) {
        this.issuer = issuer;
        this.settings = settings.oidc();
        this.identities = identities;
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.signIn = signIn;
    }

    /** Whether browsers can sign in there. */
    public boolean isConfigured() {
        return issuer.signIn().isPresent();
    }

    /**
     * Answers {@value IssuerTenant#SIGN_IN}, on a thread that may wait: sends the browser to the issuer, and when it comes back from
     * there, opens its session and sends it on. Throws a problem: 404 where this is not configured, 401 where the issuer did
     * not let it in, 403 where it gave it no role, 503 where it does not answer.
     */
    public Response answer(RoutingContext call, Supplier<Response.ResponseBuilder> signedIn) {
        if (!isConfigured())
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "No issuer is configured to sign in at. Sign in with a key at /sign-in.");
        try {
            SecurityIdentity user = identities.getIdentity();
            if (!(user.getPrincipal() instanceof JsonWebToken)) {
                // Not from where we sent it, or without its cookie: to send it off again might never end.
                if (call.request().getParam("state") != null) throw new AuthenticationFailedException();
                return toIssuer(call);
            }
            tokens.logout().await().indefinitely();
            return signedIn.get().cookie(signIn.withUser(holder(user), call)).build();
        } catch (AuthenticationRedirectException further) {
            return redirect(further.getCode(), further.getRedirectUri());
        } catch (AuthenticationFailedException | AuthenticationCompletionException refused) {
            throw nobody(ProblemType.UNAUTHENTICATED, "The issuer did not let you in. Start again at /sign-in.");
        } catch (OIDCException dead) {
            throw nobody(ProblemType.UNAVAILABLE, "The issuer does not answer now. Try again in a moment.");
        }
    }

    /** Whoever answers need not find out once more that nobody is there. */
    private ProblemException nobody(ProblemType type, String detail) {
        identities.setIdentity(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());
        return new ProblemException(type, detail);
    }

    private Response toIssuer(RoutingContext call) {
        ChallengeData challenge = authenticator.getChallenge(call).await().indefinitely();
        String location = challenge.getHeaders().entrySet().stream()
                .filter(header ->
                        HttpHeaders.LOCATION.equalsIgnoreCase(header.getKey().toString()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> nobody(ProblemType.NOT_FOUND, "Sign in at /sign-in/issuer."));
        return redirect(challenge.status, location);
    }

    private static Response redirect(int status, String location) {
        return Response.status(status)
                .location(URI.create(location))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Issuers put roles and stories into one of the two tokens, or both; both came straight from the issuer. */
    private Holder holder(SecurityIdentity user) {
        List<JsonObject> claims = Stream.<TokenCredential>of(
                        user.getCredential(IdTokenCredential.class), user.getCredential(AccessTokenCredential.class))
                .filter(Objects::nonNull)
                .map(TokenCredential::getToken)
                .filter(token -> token != null && !OidcUtils.isOpaqueToken(token))
                .map(OidcUtils::decodeJwtContent)
                .toList();
        OidcTenantConfig config = issuer.signIn().orElseThrow();
        Role role = claims.stream()
                .map(each -> OidcUtils.findRoles(config.clientId().orElseThrow(), config.roles(), each))
                .flatMap(names -> Role.highest(names, settings.rolePrefix().orElse("")).stream())
                .findFirst()
                .orElseThrow(() -> nobody(
                        ProblemType.FORBIDDEN,
                        "The issuer gives you no role here. Ask an admin of it for reader, editor or admin."));
        Optional<List<String>> stories = claims.stream()
                .flatMap(each -> Stream.ofNullable(each.getValue(settings.storiesClaim())))
                .map(IssuerSignIn::texts)
                .findFirst();
        return new Holder("user:" + user.getPrincipal().getName(), role, stories.orElse(null));
    }

    private static List<String> texts(Object claim) {
        return claim instanceof JsonArray all
                ? all.stream().map(String::valueOf).toList()
                : List.of(claim.toString());
    }
}
