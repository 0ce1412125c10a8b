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
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
            return Map.ofEntries(
                    Map.entry("crosscheck.access.public-read", "false"),
                    Map.entry("crosscheck.access.oidc.role-claim", "realm_access/roles"),
                    Map.entry("crosscheck.access.oidc.role-prefix", "crosscheck-"),
                    Map.entry("crosscheck.access.requests-per-minute.key", String.valueOf(KEY_LIMIT)),
                    Map.entry("crosscheck.access.requests-per-minute.refused", String.valueOf(REFUSED_LIMIT)),
                    Map.entry("crosscheck.access.cors-origins", "https://desk.example"),
                    Map.entry("crosscheck.access.oidc.client-id", "crosscheck-web"),
                    Map.entry("crosscheck.access.oidc.client-secret", "shared-with-the-issuer"),
                    Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
                    Map.entry("quarkus.http.proxy.enable-forwarded-host", "true"));
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
        Response page = new Visitor().get("/sign-in/issuer");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.contentType()).startsWith("text/html");
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
    void who_may_not_read_yet_may_sign_in() {
        Response page = new Visitor().get("/sign-in");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("/sign-in/issuer?to=%2F");
        assertProblem(new Visitor().get("/v1/stories"), 401);
    }

    @Test
    void a_session_that_calls_too_often_waits() {
        Visitor busy = Visitor.signedIn(AccessTable.key("closed-busy", "\"role\": \"READER\""));
        Response last;
        int calls = 0;
        do {
            last = busy.get("/v1/stories/none");
            calls++;
        } while (last.statusCode() != 429 && calls < 20 * KEY_LIMIT);
        assertThat(calls).isGreaterThan(KEY_LIMIT);
        assertProblem(last, 429);
    }

    @Test
    void who_signs_in_at_the_issuer_is_known_by_a_cookie() {
        Visitor browser = new Visitor();
        Map<String, String> asked = toIssuer(browser, "/sign-in/issuer?to=%2Fstories%2Fa%3Fvoice%3Db");
        assertThat(asked).containsEntry("response_type", "code").containsEntry("client_id", "crosscheck-web");
        assertThat(asked).containsEntry("redirect_uri", Visitor.origin() + "/sign-in/issuer");
        Issuer.grants(identity("jane"), Issuer.token("jane", "crosscheck-editor"));
        Response signedIn = fromIssuer(browser, asked.get("state"));
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/stories/a?voice=b");
        assertThat(browser.cookies()).as("none of the way there is left").containsOnly(Visitor.COOKIE);
        assertThat(json(browser.get("/v1/caller"))).isEqualTo(json("{\"name\": \"user:jane\", \"role\": \"EDITOR\"}"));
        assertThat(browser.write("issuer-jane", Visitor.own()).statusCode()).isEqualTo(201);
        assertThat(Api.each(json(get("/v1/stories/issuer-jane/history")).path("items"), "by"))
                .containsOnly("user:jane");
        assertThat(Issuer.lastGrant())
                .containsEntry("code", "a-code")
                .containsEntry("grant_type", "authorization_code");
        String verifier = Issuer.lastGrant().get("code_verifier");
        assertThat(asked)
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("code_challenge", sha256(verifier));
        Visitor copy = browser.copy();
        browser.signOut();
        assertProblem(copy.get("/v1/caller"), 401);
    }

    @Test
    void the_roles_and_stories_of_a_user_may_be_in_either_token_of_the_issuer() {
        Visitor browser = new Visitor();
        Map<String, String> asked = toIssuer(browser, "/sign-in/issuer");
        Issuer.grants(
                identity("sue").claim("realm_access", Map.of("roles", List.of("crosscheck-editor"))),
                Issuer.token("sue").claim("crosscheck_stories", Set.of("issuer-sue")));
        assertThat(fromIssuer(browser, asked.get("state")).header("Location")).isEqualTo("/");
        assertThat(json(browser.get("/v1/caller")))
                .isEqualTo(json("{\"name\": \"user:sue\", \"role\": \"EDITOR\", \"stories\": [\"issuer-sue\"]}"));
        assertThat(browser.write("issuer-sue", Visitor.own()).statusCode()).isEqualTo(201);
        assertProblem(browser.write("issuer-other", Visitor.own()), 403);
    }

    @Test
    void whom_the_issuer_gives_no_role_or_does_not_let_in_is_not_signed_in() {
        Visitor nemo = new Visitor();
        String state = toIssuer(nemo, "/sign-in/issuer").get("state");
        Issuer.grants(identity("nemo"), Issuer.token("nemo", "editor"));
        assertThat(fromIssuer(nemo, state).statusCode()).isEqualTo(403);
        assertThat(nemo.cookies()).isEmpty();
        Visitor late = new Visitor();
        state = toIssuer(late, "/sign-in/issuer").get("state");
        Issuer.refusesCodes();
        assertThat(fromIssuer(late, state).statusCode()).isEqualTo(401);
        assertThat(late.cookie()).isNull();
        Visitor tricked = new Visitor();
        toIssuer(tricked, "/sign-in/issuer");
        Issuer.grants(identity("eve"), Issuer.token("eve", "crosscheck-admin"));
        assertThat(fromIssuer(tricked, "another-state").statusCode()).isEqualTo(401);
        assertThat(tricked.cookie()).isNull();
        Visitor denied = new Visitor();
        state = toIssuer(denied, "/sign-in/issuer").get("state");
        assertThat(denied.get("/sign-in/issuer?error=access_denied&state=" + state)
                        .statusCode())
                .isEqualTo(401);
        Visitor forged = new Visitor();
        state = toIssuer(forged, "/sign-in/issuer").get("state");
        Issuer.grants(identity("eve").issuer("https://evil.example"), Issuer.token("eve", "crosscheck-admin"));
        assertThat(fromIssuer(forged, state).statusCode()).isEqualTo(401);
        assertThat(forged.cookie()).isNull();
    }

    @Test
    void a_cookie_from_behind_a_proxy_that_speaks_https_is_only_sent_over_https() {
        Visitor browser = new Visitor();
        browser.signIn(
                AccessTable.key("closed-https", "\"role\": \"READER\""),
                "X-Forwarded-Proto",
                "https",
                "X-Forwarded-Host",
                "desk.example",
                "Origin",
                "https://desk.example");
        assertThat(browser.given(Visitor.COOKIE).isSecured()).isTrue();
        assertThat(browser.given(Visitor.COOKIE).isHttpOnly()).isTrue();
    }

    @Test
    void a_cookie_that_has_ended_keeps_nobody_from_signing_in() {
        String key = AccessTable.key("closed-ended", "\"role\": \"READER\"");
        Visitor browser = Visitor.signedIn(key);
        Visitor ended = browser.copy();
        browser.signOut();
        for (int i = 0; i < 2 * REFUSED_LIMIT; i++) assertProblem(ended.get("/v1/stories"), 401);
        assertThat(browser.signIn(key).statusCode()).isEqualTo(303);
        assertThat(browser.caller()).isEqualTo("key:closed-ended");
    }

    /** An ID token for a browser. */
    private static JwtClaimsBuilder identity(String user) {
        return Issuer.token(user).audience("crosscheck-web").claim("realm_access", Map.of());
    }

    /** Sends a browser to the issuer. Returns what it is told to ask for there. */
    private static Map<String, String> toIssuer(Visitor browser, String path) {
        Issuer.open();
        Response away = browser.get(path);
        assertThat(away.statusCode()).isEqualTo(302);
        assertThat(away.header("Location")).contains("/authorize?");
        return Issuer.form(away.header("Location").replaceFirst(".*\\?", ""));
    }

    /** Comes back with a code, and goes where that leads, within the way in. */
    private static Response fromIssuer(Visitor browser, String state) {
        Response back = browser.get("/sign-in/issuer?code=a-code&state=" + state);
        if (back.statusCode() != 302) return back;
        assertThat(back.header("Location")).startsWith(Visitor.origin() + "/sign-in/issuer");
        return browser.get(back.header("Location"));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
        assertThat(new Visitor().signIn("crosscheck_guess-" + guesses).statusCode())
                .isEqualTo(429);
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
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Link", "X-Request-Id");
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
