package org.crosscheck.monitor;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;

/**
 * Gives each request an id, which is in each line that is logged for it, on whatever thread, and in its answer: the one that it came
 * with, so that several servers can speak of one request, or a new one.
 */
@ApplicationScoped
class RequestId {
    static final String HEADER = "X-Request-Id";

    /** Its name in lines of the log. */
    static final String FIELD = "requestId";

    /** Before the door, so that those who are turned away there have one too. */
    private static final int FIRST = 200_000;

    /** Room for every id that is in use; longer ones would let clients fill the log. */
    private static final int LONGEST = 100;

    private static final HexFormat HEX = HexFormat.of();

    private final RequestLog log;

    RequestId(RequestLog log) {
        this.log = log;
    }

    void register(@Observes Filters filters) {
        filters.register(this::identify, FIRST);
    }

    private void identify(RoutingContext call) {
        String id = of(call.request());
        MDC.put(FIELD, id);
        call.response().putHeader(HEADER, id);
        log.follow(call);
        call.next();
    }

    private static String of(HttpServerRequest request) {
        String sent = request.getHeader(HEADER);
        return sent != null && isWellFormed(sent) ? sent : random();
    }

    /** Whether it is of letters, digits and what ids have between them: nothing that means something in a log or a shell. */
    static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > LONGEST) return false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!word && c != '-' && c != '_' && c != '.') return false;
        }
        return true;
    }

    /** Nobody must not guess it, so it takes no secure generator, which would be slower and shared. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }
}
