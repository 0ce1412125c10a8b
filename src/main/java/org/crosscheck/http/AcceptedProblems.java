package org.crosscheck.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.crosscheck.problem.Problem;

/**
 * Lets a client accept problems alone, as generated ones do where the contract has no other body: what succeeds then needs none.
 */
@ApplicationScoped
class AcceptedProblems {
    private static final int EARLY = 9_000;

    void register(@Observes Filters filters) {
        filters.register(
                call -> {
                    widen(call.request());
                    call.next();
                },
                EARLY);
    }

    private static void widen(HttpServerRequest request) {
        if (Problem.MEDIA_TYPE.equals(request.getHeader(HttpHeaders.ACCEPT)))
            request.headers().set(HttpHeaders.ACCEPT, "*/*");
    }
}
