package org.crosscheck.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.crosscheck.http.Sha256;

/** Signs browsers in and out. Whoever answers them sends the cookie along. */
@ApplicationScoped
public class SignIn {
    static final String COOKIE = "crosscheck-session";

    private final SessionService sessions;
    private final RateLimits limits;

    SignIn(SessionService sessions, RateLimits limits) {
        this.sessions = sessions;
        this.limits = limits;
    }

    /**
     * Opens a session for whoever has an API key, and ends the one that the browser had; empty where the key is unknown, revoked or
     * expired. Throws a 429 problem where too many keys from that address were not good.
     */
    public Optional<NewCookie> withKey(String key, RoutingContext call) {
        String address = call.request().remoteAddress().hostAddress();
        String hash = Sha256.hex(key);
        limits.mayTry(address, hash);
        Optional<SessionService.Opened> opened = sessions.open(hash);
        if (opened.isEmpty()) {
            limits.refused(address);
            return Optional.empty();
        }
        limits.accepted(hash);
        return Optional.of(instead(opened.get(), call));
    }

    /** Opens a session for a user of the issuer, and ends the one that the browser had. */
    NewCookie withUser(Holder user, RoutingContext call) {
        return instead(sessions.open(user), call);
    }

    private NewCookie instead(SessionService.Opened opened, RoutingContext call) {
        endOld(call);
        return cookie(opened.secret(), opened.lasts(), call.request());
    }

    /** Ends the session that the browser has, if any; the cookie makes it forget. */
    public NewCookie out(RoutingContext call) {
        endOld(call);
        return cookie("", Duration.ZERO, call.request());
    }

    private void endOld(RoutingContext call) {
        String hash = Credential.hash(call, Credential.Kind.SESSION);
        if (hash != null) sessions.end(hash);
    }

    private static NewCookie cookie(String value, Duration lasts, HttpServerRequest request) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) Math.min(Integer.MAX_VALUE, lasts.toSeconds()))
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(request.isSSL())
                .build();
    }
}
