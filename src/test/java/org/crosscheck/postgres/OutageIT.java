package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.crosscheck.dossier.Client;
import org.crosscheck.http.Api;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the operator's that is down, hangs or is slow, and more requests than anybody could serve. */
class OutageIT {
    private static final Logger LOG = Logger.getLogger(OutageIT.class);
    private static final String STORY = "/v1/stories/outage";
    private static final int AT_ONCE = 32;
    private static final int TRANSACTION_SECONDS = 4;

    @TempDir
    private static Path unused;

    @TempDir
    private static Path data;

    private static OperatorsServer server;
    private static PackagedProgram program;
    private static Client client;
    private static URI address;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        server = new OperatorsServer(data);
        Map<String, String> settings = new HashMap<>(server.settings());
        settings.put("CROSSCHECK_MAX_REQUESTS_AT_ONCE", String.valueOf(AT_ONCE));
        // Shorter than an operator would have them.
        settings.put("QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SOCKETTIMEOUT", "6");
        settings.put("QUARKUS_TRANSACTION_MANAGER_DEFAULT_TRANSACTION_TIMEOUT", TRANSACTION_SECONDS + "S");
        program = PackagedProgram.start(unused, settings);
        address = program.address();
        client = new Client(address);
        client.put(STORY + "/dossier", """
                {"story": {"title": "Outage"}, "parties": [{"id": "outage", "name": "Outage"}],
                 "attributes": [{"id": "number", "type": "ORDINAL"}],
                 "sources": [{"id": "a", "publisher": "outage", "publishedAt": "2017-05-02T00:00:00Z"}]}""");
    }

    @AfterAll
    static void stop() throws Exception {
        program.close();
        server.close();
    }

    @AfterEach
    void it_is_well_again() throws Exception {
        awaitReady();
        for (int i = 0; i < 30; i++) client.get(STORY);
        client.must("POST", STORY + "/sources/a/facts", fact());
        client.isUpToDate("outage");
        assertThat(program.output()).doesNotContain("A request failed");
    }

    @Test
    void given_a_server_it_starts_none() {
        assertThat(unused).isEmptyDirectory();
    }

    @Test
    void where_the_database_is_down_the_client_is_told_at_once_to_come_back() throws Exception {
        server.stop();
        long slowest = 0;
        for (int i = 0; i < 2; i++)
            for (HttpRequest request : List.of(get(STORY), get(STORY + "/report"), post(fact()), put("x" + i)))
                slowest = Math.max(slowest, isPutOff(timed(request), 5));
        assertThat(timed(get("/q/health/ready")).status()).isEqualTo(503);
        assertThat(timed(get("/q/health/live")).status()).isEqualTo(200);
        await(
                "what waits is not known, and all else is",
                () -> timed(get("/q/metrics")).response().body().contains("crosscheck_webhooks_lag_seconds NaN"));
        assertThat(timed(get("/q/metrics")).response().body()).contains("crosscheck_requests_in_work ");
        server.start();
        LOG.infof("Database down: 8 requests answered 503, the slowest after %d ms", slowest);
    }

    @Test
    void where_the_database_hangs_nobody_waits_for_ever() throws Exception {
        List<CompletableFuture<Timed>> answers = new ArrayList<>();
        server.freeze();
        try {
            for (int i = 0; i < AT_ONCE; i++) answers.add(send(i % 2 == 0 ? get(STORY) : post(fact())));
            assertThat(timed(get("/q/health/live")).status()).isEqualTo(200);
            Timed ready = timed(get("/q/health/ready"));
            assertThat(ready.status()).isEqualTo(503);
            long slowest = 0;
            for (CompletableFuture<Timed> answer : answers) slowest = Math.max(slowest, isPutOff(answer.join(), 25));
            LOG.infof(
                    "Database hangs: %d requests answered 503, the slowest after %d ms; readiness says so after %d ms",
                    answers.size(), slowest, ready.milliseconds());
        } finally {
            server.thaw();
        }
    }

    @Test
    void a_transaction_that_takes_too_long_is_undone_and_the_client_told_so() throws Exception {
        CompletableFuture<Timed> answer;
        try (Connection other = server.connect();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("SELECT FROM story WHERE story_id = 'outage' FOR UPDATE");
            answer = send(put("Too late"));
            TimeUnit.SECONDS.sleep(TRANSACTION_SECONDS + 2);
        }
        isPutOff(answer.join(), 30);
        assertThat(client.get(STORY).get("title").asText()).isEqualTo("Outage");
    }

    @Test
    void more_than_can_be_served_is_turned_away_at_once_and_the_rest_is_served() throws Exception {
        List<CompletableFuture<Timed>> answers = new ArrayList<>();
        String large = " ".repeat(200_000) + fact();
        long served;
        long shed;
        long slowestShed;
        try (Connection other = server.connect();
                Statement sql = other.createStatement()) {
            other.setAutoCommit(false);
            sql.execute("LOCK TABLE story IN ACCESS EXCLUSIVE MODE");
            for (int i = 0; i < AT_ONCE; i++) answers.add(send(get(STORY)));
            awaitConnections(other);
            for (int i = 0; i < 300; i++) answers.add(send(i % 3 == 0 ? post(large) : get(STORY)));
            slowestShed = answers.subList(AT_ONCE + 50, answers.size()).stream()
                    .mapToLong(each -> isPutOff(each.join(), 5))
                    .max()
                    .orElseThrow();
            assertThat(timed(get("/q/health/live")).status()).isEqualTo(200);
            assertThat(timed(get("/q/metrics")).status()).isEqualTo(200);
        }
        await(
                "it says that it had to, and stays ready",
                () -> timed(get("/q/health/ready"))
                        .response()
                        .body()
                        .contains("some are turned away, since more than " + AT_ONCE));
        assertThat(timed(get("/q/health/ready")).status()).isEqualTo(200);
        Map<Integer, Integer> statuses = new HashMap<>();
        for (CompletableFuture<Timed> each : answers) statuses.merge(each.join().status(), 1, Integer::sum);
        assertThat(statuses.keySet()).isSubsetOf(200, 201, 503);
        served = statuses.getOrDefault(200, 0) + statuses.getOrDefault(201, 0);
        shed = statuses.get(503);
        assertThat(served).isPositive();
        assertThat(shed).isGreaterThanOrEqualTo(250);
        LOG.infof(
                "Overload: of %d requests at once %d served and %d turned away, the slowest of these after %d ms",
                answers.size(), served, shed, slowestShed);
    }

    /** Waits until all connections of the program wait for the lock. */
    private static void awaitConnections(Connection other) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        try (Statement sql = other.createStatement()) {
            while (System.nanoTime() < deadline) {
                var rows = sql.executeQuery("SELECT count(*) FROM pg_locks WHERE NOT granted");
                rows.next();
                if (rows.getInt(1) >= 5) return;
                Thread.sleep(20);
            }
        }
    }

    private void awaitReady() throws Exception {
        await("it comes back by itself", () -> timed(get("/q/health/ready")).status() == 200);
    }

    private static void await(String what, BooleanSupplier state) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private record Timed(int status, HttpResponse<String> response, long milliseconds) {}

    /** The answer is a 503 problem with Retry-After, in time. Gives how long it took. */
    private static long isPutOff(Timed answer, int seconds) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After").orElse(""))
                .matches("\\d+");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.milliseconds()).isLessThan(seconds * 1000L);
        return answer.milliseconds();
    }

    private Timed timed(HttpRequest request) {
        return send(request).join();
    }

    private CompletableFuture<Timed> send(HttpRequest request) {
        long began = System.nanoTime();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(response ->
                        new Timed(response.statusCode(), response, (System.nanoTime() - began) / 1_000_000));
    }

    private static HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private static HttpRequest post(String fact) {
        return request(STORY + "/sources/a/facts")
                .POST(HttpRequest.BodyPublishers.ofString(fact))
                .build();
    }

    private static HttpRequest put(String title) {
        return request(STORY)
                .header("If-Match", "*")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"title\":\"" + title + "\"}"))
                .build();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header(Api.KEY_HEADER, Api.ADMIN_KEY)
                .header("Content-Type", "application/json");
    }

    private static String fact() {
        return "{\"attribute\":\"number\",\"value\":{\"type\":\"ORDINAL\",\"number\":7},\"wording\":\"%d\"}"
                .formatted(System.nanoTime());
    }
}
