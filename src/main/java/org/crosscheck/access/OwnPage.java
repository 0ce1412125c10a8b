package org.crosscheck.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;

/**
 * Whether a browser sends a request for a page of this server. Browsers say so in headers that no page can write: Sec-Fetch-Site,
 * which they send over https and to localhost, or else Origin.
 */
final class OwnPage {
    private OwnPage() {}

    /** Ends a request with a 403 problem that another site may have had the browser send. */
    static void mustSend(HttpServerRequest request) {
        if (sends(request)) return;
        throw new ProblemException(
                ProblemType.FORBIDDEN,
                "With a session, things are changed only from this server's own pages: the request needs Sec-Fetch-Site: same-origin,"
                        + " or an Origin that is this server, which browsers send by themselves. Programs send a key as X-API-Key.");
    }

    private static boolean sends(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return site.equals("same-origin");
        String origin = request.getHeader("Origin");
        if (origin == null || request.authority() == null) return false;
        // A proxy may have taken the s off https, and need not have said so.
        String port = origin.startsWith("https://") ? ":443" : ":80";
        return host(origin.replaceFirst("^https?://", ""), port)
                .equals(host(request.authority().toString(), port));
    }

    private static String host(String authority, String defaultPort) {
        String host = authority.toLowerCase(Locale.ROOT);
        return host.endsWith(defaultPort) ? host.substring(0, host.length() - defaultPort.length()) : host;
    }
}
