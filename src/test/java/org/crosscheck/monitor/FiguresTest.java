package org.crosscheck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/** What operators count and what they are told is degraded, after what clients did. */
@QuarkusTest
class FiguresTest {
    @Inject
    DataSource database;

    private static int post(String path, String type, String body, String... headers) {
        return Api.with(headers)
                .contentType(type)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path)
                .statusCode();
    }

    private static void eventually(BooleanSupplier state) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!state.getAsBoolean() && Instant.now().isBefore(end)) Thread.sleep(20);
        assertThat(state.getAsBoolean()).isTrue();
    }

    @Test
    void requests_are_counted_by_operation_and_status_with_how_long_they_took() throws InterruptedException {
        Figures before = Figures.now();
        for (int i = 0; i < 3; i++) Api.get("/v1/stories/figures-none");
        Api.with().head("/v1/stories/figures-none");
        Api.get("/v1/stories");
        String[] missing = {"operation", "getStory", "status", "404"};
        // A request is counted when its answer has gone, a moment after it has come.
        eventually(() -> Figures.now().since(before, "http_server_requests_seconds_count", missing) >= 4);
        Figures now = Figures.now();
        assertThat(now.since(before, "http_server_requests_seconds_count", missing))
                .isEqualTo(4);
        assertThat(now.since(before, "http_server_requests_seconds_count", "operation", "getStory", "method", "HEAD"))
                .isEqualTo(1);
        assertThat(now.since(before, "http_server_requests_seconds_count", "operation", "listStories", "status", "200"))
                .isEqualTo(1);
        assertThat(now.since(
                        before,
                        "http_server_requests_seconds_bucket",
                        "operation",
                        "getStory",
                        "status",
                        "404",
                        "le",
                        "10.0"))
                .isEqualTo(4);
        assertThat(now.series().stream()
                        .filter(series -> series.startsWith("http_server_requests_seconds_bucket{")
                                && series.contains("\"listStories\"")
                                && series.contains("\"GET\"")
                                && series.contains("\"200\"")))
                .hasSize(11);
        Api.get("/");
        eventually(
                () -> Figures.now().of("http_server_requests_seconds_count", "operation", "NONE", "uri", "root") > 0);
        assertThat(now.series()).noneMatch(series -> series.contains("figures-none"));
    }

    @Test
    void what_clients_make_up_makes_no_series() throws InterruptedException {
        Figures before = Figures.now();
        assertThat(Api.with().request("FIGURED", "/v1/stories").statusCode()).isEqualTo(405);
        assertThat(Api.with().delete("/v1/stories/figured-out/report").statusCode())
                .isEqualTo(405);
        eventually(() -> Figures.now().since(before, "http_server_requests_seconds_count", "status", "405") >= 2);
        assertThat(Figures.now()
                        .since(before, "http_server_requests_seconds_count", "method", "OTHER", "uri", "UNKNOWN"))
                .isEqualTo(1);
        assertThat(Figures.now().series())
                .noneMatch(series -> series.contains("FIGURED") || series.contains("figured-out"));
    }

    @Test
    void changes_of_verdicts_are_counted_once_they_are_committed() {
        String story = Api.story("figures-verdicts");
        String source = story + "/sources/second/facts";
        Figures before = Figures.now();
        assertThat(Api.post(
                                source,
                                "{\"id\": \"figures-fourth\", \"attribute\": \"order\", \"value\": {\"type\": \"ORDINAL\", \"number\": 4}}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(Api.post(
                                story + "/sources/first/facts",
                                "{\"id\": \"figures-third\", \"attribute\": \"order\", \"value\": {\"type\": \"ORDINAL\", \"number\": 3}}")
                        .statusCode())
                .isEqualTo(201);
        Figures now = Figures.now();
        assertThat(now.since(
                        before, "crosscheck_verdicts_changed_total", "from", "UNCORROBORATED", "to", "CONTRADICTION"))
                .isEqualTo(1);
        assertThat(now.since(before, "crosscheck_verdicts_changed_total")).isEqualTo(1);

        Response preview = Api.post(
                story + "/facts/reviews/preview",
                "{\"reviews\": [{\"fact\": \"figures-third\", \"status\": \"REJECTED\"}]}");
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.asString()).contains("UNCORROBORATED");
        assertThat(Figures.now().since(now, "crosscheck_verdicts_changed_total"))
                .as("a preview is undone")
                .isZero();
    }

    @Test
    void proposals_are_counted_by_rule_with_what_editors_make_of_them() {
        Figures before = Figures.now();
        Api.put("/v1/parties/figures-post", "{\"name\": \"Figures Post\"}");
        String story = "/v1/stories/figures-proposals";
        Api.put(story, "{\"title\": \"A ferry sinks\"}");
        Response submitted = Api.post(story + "/sources", """
                {"publisher": "figures-post", "publishedAt": "2024-05-08T10:00:00Z", "language": "en",
                 "text": "The ferry cost $40m. The ferry carried 240 passengers. Divers found 31 anchors."}""");
        assertThat(submitted.statusCode()).as(submitted.asString()).isEqualTo(201);
        JsonNode facts = Api.json(submitted).path("facts");
        assertThat(facts.size()).isGreaterThanOrEqualTo(3);
        assertThat(Figures.now().since(before, "crosscheck_proposals_total", "status", "PROPOSED"))
                .isEqualTo(facts.size());
        String first = facts.get(0).path("rule").asText().split(" ")[0];
        assertThat(Figures.now().since(before, "crosscheck_proposals_total", "rule", first))
                .isPositive();

        String reviews =
                "{\"reviews\": [{\"fact\": \"%s\", \"status\": \"ACCEPTED\"}, {\"fact\": \"%s\", \"status\": \"REJECTED\"}]}"
                        .formatted(
                                facts.get(0).path("id").asText(),
                                facts.get(1).path("id").asText());
        assertThat(Api.post(story + "/facts/reviews/preview", reviews).statusCode())
                .isEqualTo(200);
        assertThat(Figures.now().since(before, "crosscheck_proposals_reviewed_total"))
                .isZero();
        for (int i = 0; i < 2; i++)
            assertThat(Api.post(story + "/facts/reviews", reviews).statusCode()).isEqualTo(200);
        Figures after = Figures.now();
        assertThat(after.since(before, "crosscheck_proposals_reviewed_total", "outcome", "ACCEPTED", "rule", first))
                .isEqualTo(1);
        assertThat(after.since(before, "crosscheck_proposals_reviewed_total", "outcome", "REJECTED"))
                .isEqualTo(1);
        assertThat(after.since(before, "crosscheck_proposals_reviewed_total")).isEqualTo(2);
    }

    @Test
    void a_rule_that_somebody_thought_of_is_no_series() {
        ObjectNode dossier = Api.dossier("figures-rule");
        ObjectNode fact = (ObjectNode) dossier.at("/sources/1/facts/0");
        fact.put("id", "figures-invented")
                .put("origin", "EXTRACTED")
                .put("status", "PROPOSED")
                .put("rule", "mine.own");
        String story = "/v1/stories/figures-rule";
        assertThat(Api.put(story + "/dossier", dossier).statusCode()).isEqualTo(201);
        Figures before = Figures.now();
        assertThat(Api.put(story + "/facts/figures-invented/status", "{\"status\": \"ACCEPTED\"}", "If-Match", "\"1\"")
                        .statusCode())
                .isEqualTo(200);
        Figures now = Figures.now();
        assertThat(now.since(before, "crosscheck_proposals_reviewed_total", "rule", "other"))
                .isEqualTo(1);
        assertThat(now.series()).noneMatch(series -> series.contains("mine.own"));
    }

    @Test
    void rows_of_imports_are_counted_by_what_became_of_them() {
        Figures before = Figures.now();
        String line = Api.dossier("figures-import").toString().replace("\n", " ");
        String lines = line + "\n{\"story\": 1}\n";
        String changed = line.replace("A crash", "A bad crash") + "\n";
        String key = "Idempotency-Key";
        assertThat(post("/v1/dossiers", "application/x-ndjson", lines, key, "figures-1"))
                .isEqualTo(200);
        assertThat(post("/v1/dossiers", "application/x-ndjson", lines, key, "figures-1"))
                .isEqualTo(200);
        assertThat(post("/v1/dossiers", "application/x-ndjson", line + "\n", key, "figures-2"))
                .isEqualTo(200);
        assertThat(post("/v1/dossiers?existing=REPLACE", "application/x-ndjson", changed, key, "figures-3"))
                .isEqualTo(200);
        Figures now = Figures.now();
        for (String outcome : List.of("CREATED", "REPEATED", "UNCHANGED", "REPLACED")) {
            assertThat(now.since(before, "crosscheck_import_rows_total", "of", "dossiers", "outcome", outcome))
                    .as(outcome)
                    .isEqualTo(1);
            assertThat(now.since(before, "crosscheck_import_facts_total", "outcome", outcome))
                    .as(outcome)
                    .isEqualTo(4);
        }
        assertThat(now.since(before, "crosscheck_import_rows_total", "of", "dossiers", "outcome", "REFUSED"))
                .isEqualTo(2);

        String table = "source,attribute,value\nsecond,words,one\nsecond,words,two\nnone,words,three\n";
        String facts = "/v1/stories/figures-import/facts";
        assertThat(post(facts + "?atomic=true", "text/csv", table)).isEqualTo(422);
        assertThat(Figures.now().since(before, "crosscheck_import_rows_total", "of", "facts"))
                .isZero();
        assertThat(post(facts, "text/csv", table)).isEqualTo(200);
        now = Figures.now();
        assertThat(now.since(before, "crosscheck_import_rows_total", "of", "facts", "outcome", "ADDED"))
                .isEqualTo(2);
        assertThat(now.since(before, "crosscheck_import_rows_total", "of", "facts", "outcome", "REFUSED"))
                .isEqualTo(1);
    }

    @Test
    void what_waits_is_measured() throws InterruptedException {
        eventually(() -> !Double.isNaN(Figures.now().of("crosscheck_webhooks_lag_seconds")));
        Figures now = Figures.now();
        for (String gauge : List.of(
                "crosscheck_changes_unnumbered",
                "crosscheck_changes_unnumbered_age_seconds",
                "crosscheck_authority_changes_unfollowed",
                "crosscheck_authority_changes_unfollowed_age_seconds",
                "crosscheck_streams_open",
                "crosscheck_requests_in_work",
                "agroal_awaiting_count",
                "agroal_acquire_count_total"))
            assertThat(now.series())
                    .as(gauge)
                    .anyMatch(series -> series.equals(gauge) || series.startsWith(gauge + "{"));
        assertThat(now.of("crosscheck_requests_in_work_max")).isEqualTo(128);
        assertThat(now.of("crosscheck_streams_open_max")).isEqualTo(200);
    }

    @Test
    void what_is_degraded_is_said_with_since_when_and_the_server_stays_ready() throws Exception {
        String hook = "{\"id\": \"figures-hook\", \"url\": \"http://127.0.0.1:1/\", \"stories\": [\"figures-hook\"]}";
        assertThat(Api.post("/v1/webhooks", hook).statusCode()).isEqualTo(201);
        eventually(() -> Figures.now().of("crosscheck_webhooks", "state", "UP_TO_DATE") >= 1);
        Instant failing = Instant.now().minusSeconds(200);
        sql("UPDATE webhook SET position = position - 3, failures = 5, failing_since = '" + failing + "', due_at = '"
                + Instant.now().plusSeconds(1000) + "' WHERE id = 'figures-hook'");
        eventually(() -> degraded().has("webhooks"));
        assertThat(Api.get("/q/health/ready").statusCode()).isEqualTo(200);
        String trouble = degraded().path("webhooks").asText();
        assertThat(trouble).matches("20\\d\\d-\\S+Z 1 of them fail, the first for PT3M\\S+");
        Instant since = Instant.parse(trouble.substring(0, trouble.indexOf(' ')));
        assertThat(since).isCloseTo(Instant.now(), within(20, ChronoUnit.SECONDS));
        Figures now = Figures.now();
        assertThat(now.of("crosscheck_degraded", "part", "webhooks")).isEqualTo(1);
        assertThat(now.of("crosscheck_webhooks", "state", "FAILING")).isEqualTo(1);
        assertThat(now.of("crosscheck_webhooks_changes_waiting", "state", "FAILING"))
                .isGreaterThanOrEqualTo(3);
        assertThat(trouble).doesNotContain("figures", "127.0.0.1");

        assertThat(Api.delete("/v1/webhooks/figures-hook").statusCode()).isEqualTo(204);
        eventually(() -> !degraded().has("webhooks"));
        assertThat(Figures.now().of("crosscheck_degraded", "part", "webhooks")).isZero();
    }

    @Test
    void findings_that_lag_behind_parties_are_degraded() throws Exception {
        sql("INSERT INTO authority_change (id, parties, concepts, changed_at) VALUES (gen_random_uuid(), '{}', '{}', '"
                + Instant.now().minusSeconds(500) + "')");
        eventually(() -> degraded().has("findings"));
        assertThat(Figures.now().of("crosscheck_authority_changes_unfollowed_age_seconds"))
                .isBetween(500.0, 600.0);
        // The next change of a party is followed together with it.
        assertThat(Api.putAnyway("/v1/parties/figures-other", "{\"name\": \"Other " + Instant.now() + "\"}")
                        .statusCode())
                .isIn(200, 201);
        eventually(() -> !degraded().has("findings"));
    }

    /** The data of the check that says what is degraded; it is UP. */
    private static JsonNode degraded() {
        for (JsonNode check : Api.json(Api.get("/q/health/ready")).path("checks")) {
            if (!check.path("name").asText().equals("degraded")) continue;
            assertThat(check.path("status").asText()).isEqualTo("UP");
            return check.path("data");
        }
        throw new AssertionError("there is no such check");
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
