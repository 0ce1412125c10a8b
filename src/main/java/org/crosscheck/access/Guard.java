package org.crosscheck.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Stands before every operation: counts the call, finds out who calls, and whether they may. */
class Guard {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CurrentIdentityAssociation identities;
    private final Caller caller;
    private final RateLimits limits;
    private final IssuerTenant issuer;
    private final boolean publicRead;
    private final Map<Method, Rule> rules = new ConcurrentHashMap<>();

    Guard(
            CurrentIdentityAssociation identities,
            Caller caller,
            RateLimits limits,
            IssuerTenant issuer,
            AccessSettings settings) {
        this.identities = identities;
        this.caller = caller;
        this.limits = limits;
        this.issuer = issuer;
        publicRead = settings.publicRead();
    }

    /** What an operation asks for; the role is null where everybody may. */
    private record Rule(Role role, boolean evenForSomeStories) {}

    /** Counts calls before anything is done for them. */
    @Provider
    @PreMatching
    @Priority(Priorities.AUTHENTICATION)
    static class Turnstile implements ContainerRequestFilter {
        private final RateLimits limits;

        @Context
        RoutingContext call;

        Turnstile(RateLimits limits) {
            this.limits = limits;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            Credential credential = Credential.of(call);
            String address = address(call);
            limits.count(address, credential == null ? null : credential.hash());
            if (isGuessable(credential)) limits.mayTry(address, credential.hash());
        }
    }

    /** A browser goes on sending a cookie that has ended: that is no guess, and must not keep anybody from signing in. */
    private static boolean isGuessable(Credential credential) {
        return credential != null && credential.kind() != Credential.Kind.SESSION;
    }

    private static String address(RoutingContext call) {
        return call.request().remoteAddress().hostAddress();
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public Uni<Response> check(ContainerRequestContext request, ResourceInfo resource, RoutingContext call) {
        Rule rule = rules.computeIfAbsent(resource.getResourceMethod(), method -> rule(method, request.getMethod()));
        boolean reading = READING.contains(request.getMethod());
        Credential credential = Credential.of(call);
        boolean session = credential != null && credential.kind() == Credential.Kind.SESSION;
        if (!reading && (session || rule.role() == null)) OwnPage.mustSend(call.request());
        boolean open = rule.role() == null || publicRead && rule.role() == Role.READER;
        if (open && (credential == null || session)) return Uni.createFrom().nullItem();
        if (credential == null)
            throw new ProblemException(
                    ProblemType.UNAUTHENTICATED,
                    "Send a key as X-API-Key, or a token of the issuer as Authorization: Bearer.");
        String address = address(call);
        String story = request.getUriInfo().getPathParameters().getFirst("story");
        return identities
                .getDeferredIdentity()
                .onFailure()
                .transform(failure -> refusal(failure, credential.kind(), address))
                .invoke(identity -> {
                    if (identity.isAnonymous())
                        throw refusal(new AuthenticationFailedException(), credential.kind(), address);
                    if (isGuessable(credential)) limits.accepted(credential.hash());
                    if (!open) check(identity, rule, story);
                })
                .replaceWith(() -> null);
    }

    private static Rule rule(Method method, String httpMethod) {
        if (method.isAnnotationPresent(ForEverybody.class)) return new Rule(null, false);
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) needs = method.getDeclaringClass().getAnnotation(Needs.class);
        if (needs != null) return new Rule(needs.value(), needs.evenForSomeStories());
        return new Rule(READING.contains(httpMethod) ? Role.READER : Role.EDITOR, false);
    }

    private void check(SecurityIdentity identity, Rule rule, String story) {
        Role role = caller.role(identity)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.FORBIDDEN,
                        "Your token names no role here. Ask an admin of the issuer for reader, editor or admin."));
        if (!role.covers(rule.role()))
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This takes the role " + rule.role() + ", and yours is " + role
                            + ". Ask an admin for a key that may.");
        boolean limited = role != Role.ADMIN && caller.stories(identity).isPresent();
        if (!limited || rule.evenForSomeStories()) return;
        if (story == null)
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "This concerns all stories, and your key is for some. Ask an admin for a key without stories.");
        if (!caller.mayTouch(identity, story))
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Your key is for other stories than \"" + story + "\". Ask an admin for one that has it.");
    }

    private RuntimeException refusal(Throwable failure, Credential.Kind kind, String address) {
        if (kind == Credential.Kind.SESSION && failure instanceof AuthenticationFailedException)
            return new ProblemException(
                    ProblemType.UNAUTHENTICATED, "You are not signed in any more. Sign in again at /sign-in.");
        boolean token = kind == Credential.Kind.TOKEN;
        if (failure instanceof AuthenticationFailedException) {
            limits.refused(address);
            if (token && !issuer.isConfigured())
                return new ProblemException(
                        ProblemType.UNAUTHENTICATED,
                        "This server takes no tokens, as no issuer is configured. Send a key as X-API-Key.");
            return new ProblemException(
                    ProblemType.UNAUTHENTICATED,
                    token
                            ? "The token is not good here, or not any more. Get a new one from the issuer."
                            : "The key is unknown, revoked or expired. Ask an admin for a new one.");
        }
        if (token)
            return new ProblemException(
                    ProblemType.UNAVAILABLE, "The issuer of tokens does not answer now. Try again in a moment.");
        return failure instanceof RuntimeException problem ? problem : new IllegalStateException(failure);
    }
}
