package org.crosscheck.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.crosscheck.http.Sha256;

/**
 * Takes bearer tokens of the issuer that is configured, and lets browsers sign in there. It is asked for its keys when the first
 * of them comes.
 */
@ApplicationScoped
class IssuerTenant implements TenantConfigResolver {
    /** Where browsers go in order to go to the issuer, and where it sends them back to. */
    static final String SIGN_IN = "/sign-in/issuer";

    private final Optional<OidcTenantConfig> issuer;
    private final Optional<OidcTenantConfig> signIn;

    IssuerTenant(AccessSettings settings) {
        AccessSettings.Oidc oidc = settings.oidc();
        issuer = oidc.issuer()
                .map(url -> OidcTenantConfig.authServerUrl(url.toString())
                        .tenantId("issuer")
                        .applicationType(ApplicationType.SERVICE)
                        .roles(Roles.Source.accesstoken, oidc.roleClaim())
                        .token()
                        .audience(oidc.audience())
                        .end()
                        .build());
        signIn = oidc.clientId().flatMap(client -> oidc.issuer().map(url -> signIn(url.toString(), client, oidc)));
    }

    private static OidcTenantConfig signIn(String url, String client, AccessSettings.Oidc oidc) {
        String secret = cookieSecret(oidc);
        var config = OidcTenantConfig.authServerUrl(url)
                .tenantId("issuer-sign-in")
                .applicationType(ApplicationType.WEB_APP)
                .clientId(client)
                .roles(Roles.Source.idtoken, oidc.roleClaim())
                .authentication()
                .pkceRequired()
                .stateSecret(secret)
                // Names the user as a token does.
                .scopes("profile")
                // Nothing else needs them, and they are gone when our own session is there.
                .cookiePath(SIGN_IN)
                .end()
                .tokenStateManager()
                .encryptionSecret(secret)
                .end();
        oidc.clientSecret().ifPresent(config::credentials);
        return config.build();
    }

    private static String cookieSecret(AccessSettings.Oidc oidc) {
        if (oidc.cookieSecret()
                .filter(secret -> secret.length() < Secret.SHORTEST)
                .isPresent())
            throw new IllegalArgumentException(
                    "CROSSCHECK_ACCESS_OIDC_COOKIE_SECRET is too easy to guess: give at least " + Secret.SHORTEST
                            + " random characters.");
        return Sha256.hex(
                "cookies of " + oidc.cookieSecret().or(oidc::clientSecret).orElseGet(Secret::generate));
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext call, OidcRequestContext<OidcTenantConfig> context) {
        return Uni.createFrom().item(tenant(call).orElse(null));
    }

    private Optional<OidcTenantConfig> tenant(RoutingContext call) {
        if (isSignIn(call)) return signIn;
        return call.request().headers().contains(HttpHeaders.AUTHORIZATION) ? issuer : Optional.empty();
    }

    static boolean isSignIn(RoutingContext call) {
        return call.normalizedPath().equals(SIGN_IN);
    }

    boolean isConfigured() {
        return issuer.isPresent();
    }

    /** How browsers sign in; empty where they cannot. */
    Optional<OidcTenantConfig> signIn() {
        return signIn;
    }
}
