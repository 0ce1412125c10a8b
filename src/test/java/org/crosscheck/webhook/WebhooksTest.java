package org.crosscheck.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.delete;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.pointers;
import static org.crosscheck.http.Api.put;
import static org.crosscheck.http.Api.replace;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Changes that are sent to other servers. */
@QuarkusTest
class WebhooksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final WireMockServer RECEIVER =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    @Inject
    DataSource database;

    @BeforeAll
    static void start() {
        RECEIVER.start();
    }

    @AfterAll
    static void stop() {
        RECEIVER.stop();
    }

    private static void receiverAnswers(String hook, int... statuses) {
        for (int i = 0; i < statuses.length; i++) {
            boolean last = i == statuses.length - 1;
            RECEIVER.stubFor(post(urlEqualTo("/" + hook))
                    .inScenario(hook)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "after " + i)
                    .willReturn(aResponse().withStatus(statuses[i]))
                    .willSetStateTo(last ? i == 0 ? Scenario.STARTED : "after " + i : "after " + (i + 1)));
        }
    }

    /** A webhook for one story, and its secret. */
    private static String create(String hook) {
        Response created = Api.post("/v1/webhooks", settings(hook, ""));
        assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith("/v1/webhooks/" + hook);
        return json(created).path("secret").asText();
    }

    private static String settings(String hook, String more) {
        return "{\"id\": \"" + hook + "\", \"url\": \"" + RECEIVER.baseUrl() + "/" + hook + "\", \"stories\": [\""
                + hook + "\"]" + more + "}";
    }

    private static void story(String id) {
        put("/v1/stories/" + id, "{\"title\": \"Story\"}");
    }

    /** One change of a verdict. */
    private static void change(String story, int number) {
        assertThat(put("/v1/stories/" + story + "/attributes/q" + number, "{\"type\": \"TOPIC\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    /** What has been received, in its order. */
    private static List<ServeEvent> received(String hook) {
        List<ServeEvent> events = new ArrayList<>(RECEIVER.getAllServeEvents());
        events.removeIf(event -> !event.getRequest().getUrl().equals("/" + hook));
        events.sort(Comparator.comparing(event -> event.getRequest().getLoggedDate()));
        return events;
    }

    private static List<ServeEvent> received(String hook, int count) {
        eventually(() -> received(hook).size() >= count);
        assertThat(received(hook)).hasSize(count);
        return received(hook);
    }

    private static void eventually(BooleanSupplier state) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!state.getAsBoolean() && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(state.getAsBoolean()).isTrue();
    }

    private static JsonNode webhook(String hook) {
        return json(get("/v1/webhooks/" + hook));
    }

    private static String header(ServeEvent event, String name) {
        return event.getRequest().getHeader(name);
    }

    @Test
    void a_change_arrives_signed_so_that_the_receiver_can_tell_that_it_is_ours() throws GeneralSecurityException {
        receiverAnswers("hook-signed", 204);
        story("hook-signed");
        String secret = create("hook-signed");
        change("hook-signed", 1);
        ServeEvent event = received("hook-signed", 1).get(0);
        JsonNode body = json(event.getRequest().getBodyAsString());
        assertThat(body.path("type").asText()).isEqualTo("finding.verdict-changed");
        assertThat(body.path("timestamp").asText())
                .isEqualTo(body.at("/data/at").asText());
        assertThat(body.at("/data/attribute").asText()).isEqualTo("q1");
        assertThat(header(event, "webhook-id"))
                .isEqualTo("msg_" + body.at("/data/id").asText());
        long sent = Long.parseLong(header(event, "webhook-timestamp"));
        assertThat(Instant.ofEpochSecond(sent))
                .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(5));

        assertThat(secret).startsWith("whsec_");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        assertThat(key).hasSizeGreaterThanOrEqualTo(24);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = header(event, "webhook-id") + "." + sent + "."
                + event.getRequest().getBodyAsString();
        String expected = Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        assertThat(header(event, "webhook-signature")).isEqualTo("v1," + expected);
        assertThat(get("/v1/webhooks/hook-signed").asString()).doesNotContain(secret, "whsec");
        assertThat(get("/v1/webhooks?limit=500").asString()).doesNotContain("whsec");
    }

    @Test
    void what_fails_is_sent_again_with_the_same_id_and_what_comes_after_it_waits() {
        receiverAnswers("hook-retry", 500, 503, 302, 200);
        story("hook-retry");
        create("hook-retry");
        change("hook-retry", 1);
        change("hook-retry", 2);
        List<ServeEvent> events = received("hook-retry", 5);
        assertThat(events.stream().map(event -> header(event, "webhook-id")).distinct())
                .hasSize(2);
        assertThat(events.subList(0, 4))
                .extracting(event -> header(event, "webhook-id"))
                .containsOnly(header(events.get(0), "webhook-id"));
        assertThat(json(events.get(4).getRequest().getBodyAsString())
                        .at("/data/attribute")
                        .asText())
                .isEqualTo("q2");
        eventually(() ->
                json(get("/v1/webhooks/hook-retry/deliveries")).path("items").size() == 5);
        JsonNode deliveries = json(get("/v1/webhooks/hook-retry/deliveries")).path("items");
        assertThat(Api.each(deliveries, "status")).containsExactly("200", "200", "302", "503", "500");
        assertThat(webhook("hook-retry").has("failingSince")).isFalse();
        assertThat(webhook("hook-retry").path("lastStatus").asInt()).isEqualTo(200);
    }

    @Test
    void a_connection_that_breaks_is_a_failure_like_others() {
        RECEIVER.stubFor(post(urlEqualTo("/hook-broken"))
                .inScenario("hook-broken")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("mended"));
        RECEIVER.stubFor(post(urlEqualTo("/hook-broken"))
                .inScenario("hook-broken")
                .whenScenarioStateIs("mended")
                .willReturn(WireMock.ok("thanks ".repeat(100_000))));
        story("hook-broken");
        create("hook-broken");
        change("hook-broken", 1);
        received("hook-broken", 2);
        eventually(() ->
                json(get("/v1/webhooks/hook-broken/deliveries")).path("items").size() == 2);
        JsonNode first = json(get("/v1/webhooks/hook-broken/deliveries")).at("/items/1");
        assertThat(first.path("delivered").asBoolean()).isFalse();
        assertThat(first.has("status")).isFalse();
        assertThat(first.path("error").asText()).isNotBlank().doesNotContain("Exception", "io.", "java.");
    }

    @Test
    void a_receiver_that_is_gone_disables_and_enabling_goes_on_where_it_stopped() {
        receiverAnswers("hook-gone", 410, 200);
        story("hook-gone");
        create("hook-gone");
        change("hook-gone", 1);
        eventually(() -> !webhook("hook-gone").path("enabled").asBoolean());
        assertThat(webhook("hook-gone").has("disabledAt")).isTrue();
        change("hook-gone", 2);
        replace("/v1/webhooks/hook-gone", settings("hook-gone", ", \"enabled\": true"));
        List<ServeEvent> events = received("hook-gone", 3);
        assertThat(events.stream()
                        .map(event -> json(event.getRequest().getBodyAsString())
                                .at("/data/attribute")
                                .asText()))
                .containsExactly("q1", "q1", "q2");
        assertThat(webhook("hook-gone").has("disabledAt")).isFalse();
    }

    @Test
    void a_webhook_that_only_fails_for_long_is_disabled_and_shows_it() throws SQLException {
        receiverAnswers("hook-dead", 500);
        story("hook-dead");
        create("hook-dead");
        change("hook-dead", 1);
        eventually(() -> webhook("hook-dead").has("failingSince"));
        assertThat(webhook("hook-dead").path("enabled").asBoolean()).isTrue();
        sql("UPDATE webhook SET failing_since = '" + Instant.now().minus(Duration.ofDays(5))
                + "' WHERE id = 'hook-dead'");
        eventually(() -> !webhook("hook-dead").path("enabled").asBoolean());
        JsonNode dead = webhook("hook-dead");
        assertThat(dead.has("disabledAt")).isTrue();
        assertThat(dead.path("lastStatus").asInt()).isEqualTo(500);
        long position = dead.path("position").asLong();
        assertThat(position)
                .isLessThan(json(get("/v1/changes?story=hook-dead"))
                        .at("/items/0/number")
                        .asLong());
    }

    @Test
    void a_test_message_is_sent_at_once_and_says_what_became_of_it() {
        receiverAnswers("hook-ping", 202);
        create("hook-ping");
        JsonNode attempt = json(Api.with().post("/v1/webhooks/hook-ping/test"));
        assertThat(attempt.path("delivered").asBoolean()).isTrue();
        assertThat(attempt.path("status").asInt()).isEqualTo(202);
        ServeEvent event = received("hook-ping", 1).get(0);
        assertThat(json(event.getRequest().getBodyAsString()).path("type").asText())
                .isEqualTo("webhook.ping");
        assertThat(header(event, "webhook-id"))
                .isEqualTo(attempt.path("message").asText());
    }

    @Test
    void only_what_the_webhook_asks_for_is_sent() {
        receiverAnswers("hook-filter", 200);
        story("hook-filter");
        Api.post("/v1/webhooks", settings("hook-filter", ", \"verdicts\": [\"CONTRADICTION\"]"));
        change("hook-filter", 1);
        eventually(() -> webhook("hook-filter").path("position").asLong()
                >= json(get("/v1/changes?story=hook-filter"))
                        .at("/items/0/number")
                        .asLong(Long.MAX_VALUE));
        assertThat(received("hook-filter")).isEmpty();
    }

    @Test
    void a_sender_that_died_in_the_middle_is_followed_by_another_and_nothing_is_lost() throws SQLException {
        receiverAnswers("hook-died", 200);
        story("hook-died");
        create("hook-died");
        // What a process leaves behind that was killed while it sent: a lease that nobody ends.
        Instant end = Instant.now().plusSeconds(3);
        sql("UPDATE webhook SET lease = '00000000-0000-0000-0000-000000000001', leased_until = '" + end
                + "' WHERE id = 'hook-died'");
        change("hook-died", 1);
        change("hook-died", 2);
        List<ServeEvent> events = received("hook-died", 2);
        assertThat(events.stream()
                        .map(event -> json(event.getRequest().getBodyAsString())
                                .at("/data/attribute")
                                .asText()))
                .containsExactly("q1", "q2");
        assertThat(events.get(0).getRequest().getLoggedDate().toInstant())
                .isAfterOrEqualTo(end.truncatedTo(ChronoUnit.MILLIS));
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }

    @Test
    void settings_are_checked_and_change_only_for_who_knows_them() {
        for (String url : List.of(
                "ftp://a.example/",
                "a.example",
                "https://",
                "http://u:p@a.example/",
                "http://a.example/#x",
                "http://a b/")) {
            Response refused = Api.post("/v1/webhooks", "{\"url\": \"" + url + "\"}");
            assertProblem(refused, 422);
            assertThat(pointers(refused)).as(url).containsExactly("/url");
        }
        assertProblem(Api.post("/v1/webhooks", "{\"url\": \"https://a.example\", \"verdicts\": [\"LIE\"]}"), 422, 400);
        create("hook-edit");
        assertProblem(Api.post("/v1/webhooks", settings("hook-edit", "")), 409);
        assertThat(put("/v1/webhooks/hook-edit", settings("hook-edit", "")).statusCode())
                .isEqualTo(200);
        String disabled = settings("hook-edit", ", \"enabled\": false");
        assertProblem(put("/v1/webhooks/hook-edit", disabled), 428);
        assertProblem(put("/v1/webhooks/hook-edit", disabled, "If-Match", "\"9\""), 412);
        String tag = get("/v1/webhooks/hook-edit").header("ETag");
        assertThat(put("/v1/webhooks/hook-edit", disabled, "If-Match", tag).statusCode())
                .isEqualTo(200);
        assertProblem(put("/v1/webhooks/hook-none", disabled.replace("hook-edit", "hook-none")), 404);
        assertThat(delete("/v1/webhooks/hook-edit").statusCode()).isEqualTo(204);
        assertProblem(get("/v1/webhooks/hook-edit"), 404);
        assertProblem(get("/v1/webhooks/hook-edit/deliveries"), 404);
        assertProblem(Api.with().post("/v1/webhooks/hook-edit/test"), 404);
    }
}
