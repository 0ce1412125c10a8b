package org.crosscheck.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.crosscheck.monitor.Part;
import org.crosscheck.problem.Problem;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets requests in, or turns them away before anything of them is worked on or their body is read: those with a URL or
 * headers that nobody needs, and those that come while as many as we can serve in a reasonable time are being served. More
 * would only wait, longer than their clients do. Health and metrics are answered nevertheless.
 */
@ApplicationScoped
class Door implements Part {
    /** Before all other handlers. */
    private static final int FIRST = 100_000;

    /** What RFC 9110, section 4.1, wants every server to read. */
    private static final int LONGEST_URL = 8_000;

    /** Tokens are the longest; they stay far below. */
    private static final int LARGEST_HEADERS = 16_000;

    /** So long after the last one was turned away for want of room, an operator is told. */
    private static final Duration RECENTLY = Duration.ofMinutes(1);

    private final int most;
    private final OwnJson json;
    private final AtomicInteger inside = new AtomicInteger();
    private final Counter turnedAway;
    private volatile long lastTurnedAway;

    Door(@ConfigProperty(name = "crosscheck.max-requests-at-once") int most, OwnJson json, MeterRegistry meters) {
        this.most = most;
        this.json = json;
        turnedAway = Counter.builder("crosscheck.requests.turned.away")
                .description("Requests that came while as many as may be were in work")
                .register(meters);
        Gauge.builder("crosscheck.requests.in.work", inside, AtomicInteger::get)
                .description("Requests in work; health, metrics and streams are not counted")
                .register(meters);
        Gauge.builder("crosscheck.requests.in.work.max", () -> most)
                .description("How many may be in work at once")
                .register(meters);
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public Optional<String> trouble() {
        boolean recently = turnedAway.count() > 0 && System.nanoTime() - lastTurnedAway < RECENTLY.toNanos();
        return recently
                ? Optional.of("some are turned away, since more than " + most + " at once are not served")
                : Optional.empty();
    }

    void open(@Observes Filters filters) {
        filters.register(this::pass, FIRST);
    }

    private void pass(RoutingContext call) {
        try {
            check(call.request());
            if (isWork(call.request())) enter(call);
        } catch (ProblemException refused) {
            refuse(call, refused.problem());
            return;
        }
        call.next();
    }

    private static void check(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_URL)
            throw new ProblemException(
                    ProblemType.URI_TOO_LONG, "Send a URL of at most " + LONGEST_URL + " characters.");
        int size = 0;
        for (Map.Entry<String, String> header : request.headers())
            size += header.getKey().length() + header.getValue().length();
        if (size > LARGEST_HEADERS)
            throw new ProblemException(
                    ProblemType.HEADERS_TOO_LARGE, "Send headers of at most " + LARGEST_HEADERS + " bytes in all.");
        if (!ReadableUri.isReadable(request.uri()))
            throw new ProblemException(
                    ProblemType.INVALID_REQUEST,
                    "Encode the characters of the URL that no URL has as they are, as UTF-8, and leave control characters out.");
    }

    /** Not what an operator watches, files that stay as they are, nor streams of events, which stay for long and keep no thread. */
    private static boolean isWork(HttpServerRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean light = request.uri().startsWith("/q/") || request.uri().startsWith("/assets/");
        boolean stream =
                request.method() == HttpMethod.GET && accept != null && accept.contains(MediaType.SERVER_SENT_EVENTS);
        return !light && !stream;
    }

    private void enter(RoutingContext call) {
        if (inside.incrementAndGet() > most) {
            inside.decrementAndGet();
            lastTurnedAway = System.nanoTime();
            turnedAway.increment();
            throw new ProblemException(
                    ProblemType.UNAVAILABLE, "Too much is asked of the server at once. Try again in a moment.");
        }
        call.addEndHandler(end -> inside.decrementAndGet());
    }

    private void refuse(RoutingContext call, Problem problem) {
        HttpServerResponse response = call.response().setStatusCode(problem.status());
        if (problem.status() == ProblemType.UNAVAILABLE.status())
            response.putHeader(HttpHeaders.RETRY_AFTER, ProblemType.RETRY_SECONDS);
        response.putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE).end(json.write(problem));
        // What is left of the request is dropped as it comes.
        call.request().resume();
    }
}
