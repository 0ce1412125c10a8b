package org.crosscheck.monitor;

import io.micrometer.core.instrument.Tags;
import io.quarkus.micrometer.runtime.HttpServerMetricsTagsContributor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/**
 * Keeps clients from making series of requests up: a method that nobody has, and a path that was refused before anybody knew its template,
 * each count under one name.
 */
@ApplicationScoped
class BoundedLabels implements HttpServerMetricsTagsContributor {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    private static final int FIRST_ERROR = 400;

    @Override
    public Tags contribute(Context call) {
        Tags tags = Tags.empty();
        if (!METHODS.contains(call.request().method().name())) tags = tags.and("method", "OTHER");
        boolean refused = call.response().statusCode() >= FIRST_ERROR;
        if (refused && call.requestContextLocalData(RequestLog.TEMPLATE) == null) tags = tags.and("uri", "UNKNOWN");
        return tags;
    }
}
