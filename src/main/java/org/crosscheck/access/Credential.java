package org.crosscheck.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.crosscheck.http.Sha256;

/**
 * What a call comes with to show who it is.
 *
 * @param hash of the key, of the token with its scheme, or of the cookie
 */
record Credential(Kind kind, String hash) {

    /** A call with several comes with the first of these. */
    enum Kind {
        KEY,
        TOKEN,
        /** Unlike the others, browsers send it unasked. */
        SESSION
    }

    private static final String ATTRIBUTE = "crosscheck.credential";

    /** Hashed once a call; null where it comes with none. */
    static Credential of(RoutingContext call) {
        Credential credential = call.get(ATTRIBUTE);
        if (credential == null && (credential = read(call.request())) != null) call.put(ATTRIBUTE, credential);
        return credential;
    }

    private static Credential read(HttpServerRequest request) {
        String key = request.getHeader(KeyMechanism.HEADER);
        if (key != null) return new Credential(Kind.KEY, Sha256.hex(key));
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (token != null) return new Credential(Kind.TOKEN, Sha256.hex(token));
        Cookie cookie = request.getCookie(SignIn.COOKIE);
        return cookie == null ? null : new Credential(Kind.SESSION, Sha256.hex(cookie.getValue()));
    }

    /** Its hash where the call comes with one of that kind, else null. */
    static String hash(RoutingContext call, Kind kind) {
        Credential credential = of(call);
        return credential != null && credential.kind == kind ? credential.hash : null;
    }
}
