package org.crosscheck.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Knows clients by the key that they send as X-API-Key; a request without one is left to tokens. */
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
        if (request.request().getHeader(HEADER) == null) return Uni.createFrom().nullItem();
        Presented key = new Presented(Guard.credentialHash(request));
        return identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(key, request));
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
            return context.runBlocking(() -> identity(keys.known(presented.hash)
                    .orElseThrow(() -> new AuthenticationFailedException("an unknown, revoked or expired key"))));
        }

        private static SecurityIdentity identity(KeyView key) {
            QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal("key:" + key.id()))
                    .addRole(key.role().name());
            if (key.stories() != null) identity.addAttribute(Caller.STORIES, List.copyOf(key.stories()));
            return identity.build();
        }
    }
}
