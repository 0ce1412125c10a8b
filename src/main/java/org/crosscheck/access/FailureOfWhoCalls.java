package org.crosscheck.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Leaves it to the operation's guard to say that somebody is not whom they claim to be. Quarkus would do the same, and make a router
 * of all paths for it with each request, before it knows whether anybody claims anything: a tenth of what a report costs.
 */
@ApplicationScoped
class FailureOfWhoCalls {
    /** After Quarkus has put its own handler in place, and before it makes that router. */
    private static final int AFTER_AUTHENTICATION = 200;

    private static final BiConsumer<RoutingContext, Throwable> FAIL = (call, failure) -> {
        if (!call.failed()) call.fail(failure);
    };

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, FAIL);
                    call.next();
                },
                AFTER_AUTHENTICATION);
    }
}
