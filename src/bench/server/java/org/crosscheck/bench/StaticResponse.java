package org.crosscheck.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code /bench/static?bytes=N}: a response of N bytes from memory, on the event loop, before every other handler. Nothing that this
 * server sends can be faster, so everything else is measured against it.
 */
@ApplicationScoped
class StaticResponse {
    private static final String TAG = "\"1\"";

    private final Map<String, Buffer> bodies = new ConcurrentHashMap<>();

    void init(@Observes Router router) {
        router.get("/bench/static").order(Integer.MIN_VALUE).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        HttpServerResponse response = call.response().putHeader(HttpHeaders.ETAG, TAG);
        if (TAG.equals(call.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        response.end(bodies.computeIfAbsent(call.request().getParam("bytes"), StaticResponse::body));
    }

    private static Buffer body(String bytes) {
        return Buffer.buffer("\"" + "x".repeat(Integer.parseInt(bytes) - 2) + "\"");
    }
}
