package org.crosscheck.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Leaves it to {@link Guard}, which asks who calls, to say that somebody is not whom they claim to be. Quarkus does the same once an
 * operation is found, but before that makes a router of all paths with each request, whether anybody claims anything or not: a tenth of
 * what a report costs.
 */
@ApplicationScoped
class FailureOfWhoCalls {
    /** After Quarkus has put its own handler in place, and before it makes that router. */
    private static final int AFTER_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> NOTHING = (call, failure) -> {};

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NOTHING);
                    call.next();
                },
                AFTER_AUTHENTICATION);
    }
}
