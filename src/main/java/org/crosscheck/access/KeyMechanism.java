package org.crosscheck.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Knows clients by the key that they send as X-API-Key; a request without one is left to tokens and sessions. */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
    static final String HEADER = "X-API-Key";

    /** A key to look up, by its hash. */
    static final class Presented extends BaseAuthenticationRequest {
        private final String hash;

        Presented(String hash) {
            this.hash = hash;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        String hash = Credential.hash(request, Credential.Kind.KEY);
        if (hash == null) return Uni.createFrom().nullItem();
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(new Presented(hash), request));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Presented.class);
    }

    /** Looks keys up. */
    @ApplicationScoped
    static class Keys implements IdentityProvider<Presented> {
        private final KeyService keys;

        Keys(KeyService keys) {
            this.keys = keys;
        }

        @Override
        public Class<Presented> getRequestType() {
            return Presented.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
            return context.runBlocking(() -> keys.known(presented.hash)
                    .map(Holder::of)
                    .orElseThrow(() -> new AuthenticationFailedException("an unknown, revoked or expired key"))
                    .identity());
        }
    }
}
