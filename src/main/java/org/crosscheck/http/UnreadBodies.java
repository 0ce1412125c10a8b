package org.crosscheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Bodies that nobody reads. What a GET brings along means nothing, whatever type it says it has. And what is left of a body once its
 * request is answered, as one is that is refused for its URL or its key, is taken in: else the next request on the same connection
 * would wait for ever.
 */
@ApplicationScoped
class UnreadBodies {
    private static final int BEFORE_ALL_OTHERS = 10_000;
    private static final Set<HttpMethod> MEANINGLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    HttpServerRequest request = call.request();
                    if (MEANINGLESS.contains(request.method()))
                        request.headers().remove(HttpHeaders.CONTENT_TYPE);
                    call.addEndHandler(answered -> drain(request));
                    call.next();
                },
                BEFORE_ALL_OTHERS);
    }

    private static void drain(HttpServerRequest request) {
        if (!request.isEnded()) request.handler(unread -> {}).resume();
    }
}
