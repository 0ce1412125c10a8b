package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.delete;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.post;
import static org.crosscheck.http.Api.put;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.crosscheck.http.Api;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/** Who may what, where reading is open. */
@QuarkusTest
class AccessTest {
    private static final Logger LOG = Logger.getLogger(AccessTest.class);

    @Inject
    EntityManager db;

    @Test
    void every_operation_lets_in_whom_the_table_says() throws IOException {
        int calls = new AccessTable().walk(false, AccessTable.keys("open"));
        LOG.warnf("operations × callers tried: %d", calls);
    }

    @Test
    void a_key_is_shown_once_and_stored_as_a_hash() {
        Response created = post("/v1/keys", "{\"id\": \"shown\", \"name\": \"Shown once\", \"role\": \"READER\"}");
        String secret = json(created).path("secret").asText();
        assertThat(secret).matches("crosscheck_[A-Za-z0-9_-]{43}");
        assertThat(created.header("Location")).isEqualTo("/v1/keys/shown");
        assertThat(get("/v1/keys/shown").asString()).doesNotContain(secret).doesNotContain("hash");
        Object stored = db.createNativeQuery("SELECT CAST(k AS text) FROM api_key k WHERE id = 'shown'")
                .getSingleResult();
        assertThat(stored.toString()).doesNotContain(secret);
    }

    @Test
    void a_key_tells_who_it_is_and_when_it_was_used() {
        String key = AccessTable.key("used", "\"role\": \"EDITOR\", \"stories\": [\"one\", \"two\"]");
        assertThat(json(get("/v1/keys/used")).has("lastUsedAt")).isFalse();
        JsonNode caller = json(get("/v1/caller", Api.KEY_HEADER, key));
        assertThat(caller)
                .isEqualTo(json("{\"name\": \"key:used\", \"role\": \"EDITOR\", \"stories\": [\"one\", \"two\"]}"));
        Instant used =
                Instant.parse(json(get("/v1/keys/used")).path("lastUsedAt").asText());
        assertThat(used).isCloseTo(Instant.now(), org.assertj.core.api.Assertions.within(1, ChronoUnit.MINUTES));
        assertThat(json(get("/v1/caller", Api.KEY_HEADER, ""))).isEqualTo(json("{\"name\": \"anonymous\"}"));
    }

    @Test
    void a_revoked_key_is_refused_at_once_even_for_reading_and_stays_listed() {
        String key = AccessTable.key("revoked", "\"role\": \"ADMIN\"");
        assertThat(get("/v1/stories", Api.KEY_HEADER, key).statusCode()).isEqualTo(200);
        assertThat(delete("/v1/keys/revoked").statusCode()).isEqualTo(204);
        Response refused = assertProblem(get("/v1/stories", Api.KEY_HEADER, key), 401);
        assertThat(refused.header("WWW-Authenticate")).contains("ApiKey");
        assertThat(json(get("/v1/keys/revoked")).has("revokedAt")).isTrue();
        assertThat(delete("/v1/keys/revoked").statusCode()).isEqualTo(204);
        assertProblem(put("/v1/keys/revoked", body("revoked", "ADMIN"), "If-Match", "*"), 409);
        assertProblem(post("/v1/keys", body("revoked", "ADMIN")), 409);
        assertProblem(post("/v1/keys/revoked/secret", ""), 409);
    }

    @Test
    void a_key_that_was_changed_may_what_it_says_now() {
        String key = AccessTable.key("changed", "\"role\": \"READER\"");
        assertProblem(put("/v1/stories/changed-key", "{\"title\": \"A\"}", Api.KEY_HEADER, key), 403);
        String tag = get("/v1/keys/changed").header("ETag");
        assertProblem(put("/v1/keys/changed", body("changed", "EDITOR"), "If-Match", "\"7\""), 412);
        assertThat(put("/v1/keys/changed", body("changed", "EDITOR"), "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("/v1/stories/changed-key", "{\"title\": \"A\"}", Api.KEY_HEADER, key)
                        .statusCode())
                .isEqualTo(201);
        assertThat(get("/v1/keys/changed").header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void the_history_of_a_key_tells_who_did_what_and_no_secret() {
        String key = AccessTable.key("told", "\"role\": \"READER\"");
        put("/v1/keys/told", body("told", "EDITOR"), "If-Match", "*", "Crosscheck-Reason", "now%20an%20editor");
        String fresh = json(post("/v1/keys/told/secret", "")).path("secret").asText();
        delete("/v1/keys/told");
        String history = get("/v1/keys/told/history").asString();
        JsonNode items = json(history).path("items");
        assertThat(Api.each(items, "change")).containsExactly("CREATED", "CHANGED", "CHANGED", "CHANGED");
        assertThat(Api.each(items, "by")).containsOnly("key:admin");
        assertThat(items.get(1).path("reason").asText()).isEqualTo("now an editor");
        assertThat(Api.each(items.get(1).path("differences"), "pointer")).containsExactly("/role");
        assertThat(Api.each(items.get(2).path("differences"), "pointer")).containsExactly("/issuedAt");
        assertThat(Api.each(items.get(3).path("differences"), "pointer")).containsExactly("/revokedAt");
        assertThat(history).doesNotContain(key, fresh, "hash");
        assertThat(json(get("/v1/keys/told/history/1")).path("role").asText()).isEqualTo("READER");
        assertProblem(get("/v1/keys/told/history/9"), 404);
        assertProblem(get("/v1/keys/never/history"), 404);
    }

    @Test
    void a_new_secret_ends_the_old_one() {
        String old = AccessTable.key("rotated", "\"role\": \"EDITOR\"");
        String fresh = json(post("/v1/keys/rotated/secret", "")).path("secret").asText();
        assertProblem(get("/v1/caller", Api.KEY_HEADER, old), 401);
        assertThat(json(get("/v1/caller", Api.KEY_HEADER, fresh)).path("name").asText())
                .isEqualTo("key:rotated");
    }

    @Test
    void a_key_expires() throws InterruptedException {
        Instant soon = Instant.now().plusMillis(1500);
        String key = AccessTable.key("expires", "\"role\": \"READER\", \"expiresAt\": \"" + soon + "\"");
        assertThat(get("/v1/caller", Api.KEY_HEADER, key).statusCode()).isEqualTo(200);
        while (Instant.now().isBefore(soon)) Thread.sleep(50);
        assertProblem(get("/v1/caller", Api.KEY_HEADER, key), 401);
    }

    @Test
    void a_key_that_cannot_be_is_refused_with_advice() {
        assertThat(Api.pointers(assertProblem(post("/v1/keys", "{\"name\": \"A\", \"role\": \"READER\"}"), 422)))
                .containsExactly("/id");
        assertThat(Api.pointers(assertProblem(
                        post("/v1/keys", "{\"id\": \"k\", \"name\": \"A\", \"role\": \"ADMIN\", \"stories\": [\"a\"]}"),
                        422)))
                .containsExactly("/stories");
        assertThat(Api.pointers(assertProblem(
                        post(
                                "/v1/keys",
                                "{\"id\": \"k\", \"name\": \"A\", \"role\": \"READER\", \"expiresAt\": \"2001-01-01T00:00:00Z\"}"),
                        422)))
                .containsExactly("/expiresAt");
        assertProblem(post("/v1/keys", "{\"id\": \"k\", \"name\": \"A\", \"role\": \"KING\"}"), 422);
    }

    @Test
    void the_last_admin_cannot_be_shut_out() {
        for (JsonNode key : json(get("/v1/keys?limit=500")).path("items")) {
            boolean other = key.path("role").asText().equals("ADMIN")
                    && !key.path("id").asText().equals("admin")
                    && !key.has("revokedAt");
            if (other) delete("/v1/keys/" + key.path("id").asText());
        }
        assertProblem(delete("/v1/keys/admin"), 409);
        assertProblem(put("/v1/keys/admin", body("admin", "EDITOR"), "If-Match", "*"), 409);
    }

    @Test
    void an_editor_of_some_stories_adds_what_all_share_and_does_not_change_it() {
        String key = AccessTable.key("adds", "\"role\": \"EDITOR\", \"stories\": [\"adds\"]");
        assertThat(put("/v1/parties/adds-party", "{\"name\": \"A\"}", Api.KEY_HEADER, key)
                        .statusCode())
                .isEqualTo(201);
        assertProblem(put("/v1/parties/adds-party", "{\"name\": \"B\"}", Api.KEY_HEADER, key, "If-Match", "*"), 403);
        assertProblem(delete("/v1/parties/adds-party", Api.KEY_HEADER, key), 403);
        String dossier = Api.dossier("adds").toString();
        assertThat(put("/v1/stories/adds/dossier", dossier, Api.KEY_HEADER, key).statusCode())
                .isEqualTo(201);
        assertProblem(
                put(
                        "/v1/stories/adds/dossier",
                        dossier.replace("\"Mayor\"", "\"Lord Mayor\""),
                        Api.KEY_HEADER,
                        key,
                        "If-Match",
                        "*"),
                403);
        assertThat(json(get("/v1/parties/adds-mayor")).path("name").asText()).isEqualTo("Mayor");
        assertProblem(put("/v1/stories/other/dossier", dossier, Api.KEY_HEADER, key), 403);
    }

    @Test
    void a_token_is_refused_where_no_issuer_is_configured() {
        Response refused = assertProblem(get("/v1/stories", Api.KEY_HEADER, "", "Authorization", "Bearer a.b.c"), 401);
        assertThat(json(refused).path("detail").asText()).contains("no issuer");
        assertProblem(get("/v1/stories", Api.KEY_HEADER, "", "Authorization", "Basic YTpi"), 401);
        assertProblem(get("/v1/stories", Api.KEY_HEADER, "crosscheck_\u00e9"), 401);
    }

    @Test
    void answers_say_how_they_may_be_shown_and_kept() {
        Response answer = get("/v1/stories");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).contains("private", "no-cache");
        assertThat(get("/q/swagger-ui/").header("Content-Security-Policy")).isNull();
    }

    @Test
    void a_page_of_another_site_may_not_call_unless_it_is_configured() {
        Response answer = get("/v1/stories", "Origin", "https://evil.example");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
    }

    private static String body(String id, String role) {
        return json("{\"id\": \"%s\", \"name\": \"%s\", \"role\": \"%s\"}".formatted(id, id, role))
                .toString();
    }
}
