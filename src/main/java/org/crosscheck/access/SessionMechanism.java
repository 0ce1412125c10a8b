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

/** Knows browsers by the cookie that they were signed in with. Who comes with one that is not good any more, is nobody. */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {

    /** A cookie to look up, by its hash. */
    static final class Presented extends BaseAuthenticationRequest {
        private final String hash;

        Presented(String hash) {
            this.hash = hash;
        }
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager identities) {
        String hash = Credential.hash(call, Credential.Kind.SESSION);
        if (hash == null || IssuerTenant.isSignIn(call)) return Uni.createFrom().nullItem();
        return identities
                .authenticate(HttpSecurityUtils.setRoutingContextAttribute(new Presented(hash), call))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext call) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Presented.class);
    }

    /** Looks sessions up. */
    @ApplicationScoped
    static class Sessions implements IdentityProvider<Presented> {
        private final SessionService sessions;

        Sessions(SessionService sessions) {
            this.sessions = sessions;
        }

        @Override
        public Class<Presented> getRequestType() {
            return Presented.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(Presented presented, AuthenticationRequestContext context) {
            return context.runBlocking(() -> sessions.known(presented.hash)
                    .orElseThrow(() -> new AuthenticationFailedException("a session that has ended"))
                    .identity());
        }
    }
}
