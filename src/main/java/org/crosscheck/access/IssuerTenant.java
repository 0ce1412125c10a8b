package org.crosscheck.access;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Takes bearer tokens of the issuer that is configured. It is asked for its keys when the first token comes. */
@ApplicationScoped
class IssuerTenant implements TenantConfigResolver {
    private final Optional<OidcTenantConfig> issuer;

    IssuerTenant(AccessSettings settings) {
        AccessSettings.Oidc oidc = settings.oidc();
        issuer = oidc.issuer()
                .map(url -> OidcTenantConfig.authServerUrl(url.toString())
                        .tenantId("issuer")
                        .applicationType(ApplicationType.SERVICE)
                        .roles(io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source.accesstoken, oidc.roleClaim())
                        .token()
                        .audience(oidc.audience())
                        .end()
                        .build());
    }

    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext request, OidcRequestContext<OidcTenantConfig> context) {
        boolean token = request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return Uni.createFrom().item(token ? issuer.orElse(null) : null);
    }

    boolean isConfigured() {
        return issuer.isPresent();
    }
}
