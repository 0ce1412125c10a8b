package org.crosscheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes in what is left of a body once its request is answered, as one is that is refused for its URL or its key: else the next
 * request on the same connection would wait for ever.
 */
@ApplicationScoped
class UnreadBodies {
    private static final int BEFORE_ALL_OTHERS = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    call.addEndHandler(answered -> drain(call.request()));
                    call.next();
                },
                BEFORE_ALL_OTHERS);
    }

    private static void drain(HttpServerRequest request) {
        if (!request.isEnded()) request.handler(unread -> {}).resume();
    }
}
