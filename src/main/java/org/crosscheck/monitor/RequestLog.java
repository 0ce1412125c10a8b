package org.crosscheck.monitor;

import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Writes a line for each request once it is answered, where an operator wants that. It tells the operation and never the URL, which
 * names parties and keys; nor the client's address, nor anything that was sent.
 */
@ApplicationScoped
class RequestLog {
    private static final Logger LOG = Logger.getLogger(RequestLog.class);

    /** Under which Quarkus keeps the path of an operation, as it also is in metrics: /v1/stories/{story}. */
    static final String TEMPLATE = "UrlPathTemplate";

    private final boolean wanted;

    RequestLog(@ConfigProperty(name = "crosscheck.log-requests", defaultValue = "false") boolean wanted) {
        this.wanted = wanted;
    }

    void follow(RoutingContext call) {
        if (!wanted || call.request().uri().startsWith("/q/")) return;
        long start = System.nanoTime();
        call.addEndHandler(end -> write(call, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
    }

    private static void write(RoutingContext call, long millis) {
        String operation = call.request().method() + " " + template(call);
        int status = call.response().getStatusCode();
        MDC.put("operation", operation);
        MDC.put("status", status);
        MDC.put("millis", millis);
        LOG.infof("%s %d %d ms", operation, status, millis);
    }

    private static Object template(RoutingContext call) {
        Object template = ((HttpServerRequestInternal) call.request()).context().getLocal(TEMPLATE);
        return template == null ? "-" : template;
    }
}
