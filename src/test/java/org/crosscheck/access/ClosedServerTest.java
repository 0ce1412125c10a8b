package org.crosscheck.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.assertProblem;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.put;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.http.Api;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server that nobody reads without a key, that takes the tokens of an issuer, and that counts requests. */
@QuarkusTest
@TestProfile(ClosedServerTest.Closed.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClosedServerTest {
    private static final Logger LOG = Logger.getLogger(ClosedServerTest.class);
    private static final int KEY_LIMIT = 600;
    private static final int REFUSED_LIMIT = 40;

    /** As an operator would set it. */
    public static class Closed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "crosscheck.access.public-read",
                    "false",
                    "crosscheck.access.oidc.role-claim",
                    "realm_access/roles",
                    "crosscheck.access.oidc.role-prefix",
                    "crosscheck-",
                    "crosscheck.access.requests-per-minute.key",
                    String.valueOf(KEY_LIMIT),
                    "crosscheck.access.requests-per-minute.refused",
                    String.valueOf(REFUSED_LIMIT),
                    "crosscheck.access.cors-origins",
                    "https://desk.example");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Issuer.class));
        }
    }

    @Test
    @Order(1)
    void while_the_issuer_is_down_tokens_wait_and_keys_go_on() {
        String token = Issuer.signed(Issuer.token("jane", "crosscheck-reader"));
        Response answer = assertProblem(as(token, "/v1/caller"), 503);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(get("/v1/caller").statusCode()).isEqualTo(200);
        Issuer.open();
        assertThat(as(token, "/v1/caller").statusCode()).isEqualTo(200);
    }

    @Test
    void every_operation_lets_in_whom_the_table_says() throws IOException {
        int calls = new AccessTable().walk(true, AccessTable.keys("closed"));
        LOG.warnf("operations × callers tried: %d", calls);
    }

    @Test
    void a_token_gives_the_roles_of_its_claim() {
        String reader = Issuer.signed(Issuer.token("jane", "offline_access", "crosscheck-reader"));
        assertThat(json(as(reader, "/v1/caller"))).isEqualTo(json("{\"name\": \"user:jane\", \"role\": \"READER\"}"));
        assertThat(as(reader, "/v1/stories").statusCode()).isEqualTo(200);
        assertProblem(write(reader, "closed-story"), 403);
        String editor = Issuer.signed(Issuer.token("joe", "crosscheck-reader", "crosscheck-editor"));
        assertThat(write(editor, "closed-story").statusCode()).isEqualTo(201);
        assertProblem(as(editor, "/v1/keys"), 403);
        String admin = Issuer.signed(Issuer.token("ann", "crosscheck-admin"));
        assertThat(as(admin, "/v1/keys").statusCode()).isEqualTo(200);
        String nothing = Issuer.signed(Issuer.token("nemo", "editor"));
        assertProblem(as(nothing, "/v1/stories"), 403);
    }

    @Test
    void a_token_may_be_for_some_stories() {
        String editor = Issuer.signed(
                Issuer.token("sue", "crosscheck-editor").claim("crosscheck_stories", Set.of("closed-sue")));
        assertThat(write(editor, "closed-sue").statusCode()).isEqualTo(201);
        assertProblem(write(editor, "closed-other"), 403);
    }

    @Test
    void a_token_that_is_not_good_is_refused() {
        assertProblem(as("nonsense", "/v1/caller"), 401);
        assertProblem(as(Issuer.forged(Issuer.token("eve", "crosscheck-admin")), "/v1/caller"), 401);
        assertProblem(as(Issuer.signed(Issuer.token("eve", "crosscheck-admin").audience("shop")), "/v1/caller"), 401);
        assertProblem(
                as(
                        Issuer.signed(Issuer.token("eve", "crosscheck-admin")
                                .expiresAt(Instant.now().minus(Duration.ofHours(1)))),
                        "/v1/caller"),
                401);
        assertProblem(
                as(Issuer.signed(Issuer.token("eve", "crosscheck-admin").issuer("https://evil.example")), "/v1/caller"),
                401);
    }

    @Test
    void a_key_that_calls_too_often_waits_and_others_do_not() {
        String busy = AccessTable.key("busy", "\"role\": \"READER\"");
        Response last = null;
        int calls = 0;
        do {
            last = get("/v1/stories/none", Api.KEY_HEADER, busy);
            calls++;
        } while (last.statusCode() != 429 && calls < 20 * KEY_LIMIT);
        assertThat(calls).isGreaterThan(KEY_LIMIT);
        assertProblem(last, 429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(get("/v1/stories").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void who_guesses_keys_is_slowed_down_and_a_good_key_at_the_same_address_is_not() {
        assertThat(get("/v1/stories").statusCode()).isEqualTo(200);
        Response last = null;
        int guesses = 0;
        do {
            last = get("/v1/stories", Api.KEY_HEADER, "crosscheck_guess-" + guesses++);
        } while (last.statusCode() == 401 && guesses < 20 * REFUSED_LIMIT);
        assertProblem(last, 429);
        assertThat(last.header("Retry-After")).isNotNull();
        assertThat(get("/v1/stories").statusCode()).isEqualTo(200);
    }

    @Test
    void a_page_of_a_site_that_is_configured_may_call_and_read_the_headers() {
        Response preflight = Api.with(
                        Api.KEY_HEADER,
                        "",
                        "Origin",
                        "https://desk.example",
                        "Access-Control-Request-Method",
                        "PUT",
                        "Access-Control-Request-Headers",
                        "x-api-key,if-match")
                .options("/v1/stories/any");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://desk.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
        Response answer = get("/v1/stories", "Origin", "https://desk.example");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link");
        assertThat(get("/v1/stories", "Origin", "https://evil.example").header("Access-Control-Allow-Origin"))
                .isNull();
    }

    private static Response as(String token, String path) {
        return get(path, Api.KEY_HEADER, "", "Authorization", "Bearer " + token);
    }

    private static Response write(String token, String story) {
        return put(
                "/v1/stories/" + story, "{\"title\": \"A\"}", Api.KEY_HEADER, "", "Authorization", "Bearer " + token);
    }
}
