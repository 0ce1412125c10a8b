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
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.crosscheck.http.Api;
import org.crosscheck.http.Sha256;
import org.junit.jupiter.api.Test;

/** Signing in with a key, and what a browser may then do. */
@QuarkusTest
class SessionTest {

    @Inject
    DataSource database;

    @Test
    void who_signs_in_with_a_key_is_known_by_a_cookie_that_no_script_and_no_other_site_can_use() throws SQLException {
        String key = AccessTable.key("session-in", "\"role\": \"EDITOR\", \"stories\": [\"session-in\"]");
        Visitor browser = new Visitor();
        Response answer = browser.signInAndGoTo(key, "/stories/session-in?voice=kremlin");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/stories/session-in?voice=kremlin");
        Cookie cookie = browser.given(Visitor.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(12 * 60 * 60);
        assertThat(cookie.isSecured()).as("over http").isFalse();
        assertThat(json(browser.get("/v1/caller")))
                .isEqualTo(json("{\"name\": \"key:session-in\", \"role\": \"EDITOR\", \"stories\": [\"session-in\"]}"));
        assertThat(row(browser)).doesNotContain(cookie.getValue(), key).contains("session-in");
    }

    @Test
    void what_pages_of_this_server_write_is_written_by_the_key() {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-write", "\"role\": \"EDITOR\""));
        assertThat(browser.write("session-write", Visitor.own()).statusCode()).isEqualTo(201);
        assertThat(browser.write("session-write", "Origin", Visitor.origin(), "If-Match", "*")
                        .statusCode())
                .isEqualTo(200);
        JsonNode history = json(get("/v1/stories/session-write/history")).path("items");
        assertThat(Api.each(history, "by")).containsOnly("key:session-write");
    }

    @Test
    void what_a_page_of_another_site_sends_changes_nothing() {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-csrf", "\"role\": \"EDITOR\""));
        for (String site : List.of("cross-site", "same-site", "none"))
            assertProblem(browser.write("session-csrf", "Sec-Fetch-Site", site), 403);
        Response bare = assertProblem(browser.write("session-csrf"), 403);
        assertThat(json(bare).path("detail").asText()).contains("same-origin", "X-API-Key");
        assertProblem(browser.write("session-csrf", "Sec-Fetch-Site", "cross-site", "Origin", Visitor.origin()), 403);
        for (String origin : List.of("null", "https://evil.example", Visitor.origin() + "0", "http://localhost"))
            assertThat(browser.write("session-csrf", "Origin", origin).statusCode())
                    .as(origin)
                    .isEqualTo(403);
        assertThat(get("/v1/stories/session-csrf").statusCode()).isEqualTo(404);
        assertThat(browser.signOut("Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
        assertThat(browser.caller()).isEqualTo("key:session-csrf");
    }

    @Test
    void another_site_signs_nobody_in() {
        String key = AccessTable.key("session-login", "\"role\": \"READER\"");
        for (String site : List.of("cross-site", "same-site", "none")) {
            Response refused = new Visitor().signIn(key, "Sec-Fetch-Site", site);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.cookies()).isEmpty();
        }
        assertThat(new Visitor().signIn(key, "Accept", "text/html").statusCode())
                .as("who does not say where it is from")
                .isEqualTo(403);
        assertThat(new Visitor().signIn(key, "Origin", Visitor.origin()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_key_in_the_request_goes_before_the_cookie() {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-beside", "\"role\": \"READER\""));
        assertThat(browser.write("session-beside", Api.KEY_HEADER, Api.ADMIN_KEY)
                        .statusCode())
                .isEqualTo(201);
        assertProblem(browser.write("session-beside", Api.KEY_HEADER, "crosscheck_wrong"), 401);
    }

    @Test
    void a_session_may_what_its_key_may_now() {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-role", "\"role\": \"READER\""));
        assertProblem(browser.write("session-role", Visitor.own()), 403);
        put("/v1/keys/session-role", "{\"name\": \"A\", \"role\": \"EDITOR\"}", "If-Match", "*");
        assertThat(browser.write("session-role", Visitor.own()).statusCode()).isEqualTo(201);
    }

    @Test
    void a_session_ends_with_its_key() {
        Visitor revoked = Visitor.signedIn(AccessTable.key("session-revoked", "\"role\": \"EDITOR\""));
        assertThat(delete("/v1/keys/session-revoked").statusCode()).isEqualTo(204);
        assertThat(revoked.caller()).isEqualTo("anonymous");
        Visitor rotated = Visitor.signedIn(AccessTable.key("session-rotated", "\"role\": \"EDITOR\""));
        assertThat(post("/v1/keys/session-rotated/secret", "").statusCode()).isEqualTo(200);
        assertThat(rotated.caller()).isEqualTo("anonymous");
        assertProblem(rotated.write("session-rotated", Visitor.own()), 401);
        String key = AccessTable.key(
                "session-expires",
                "\"role\": \"EDITOR\", \"expiresAt\": \"" + Instant.now().plusSeconds(3600) + "\"");
        assertThat(Visitor.signedIn(key).given(Visitor.COOKIE).getMaxAge()).isBetween(3000L, 3600L);
    }

    @Test
    void a_session_ends_by_age_and_is_swept_away_by_who_signs_in_later() throws SQLException {
        String key = AccessTable.key("session-old", "\"role\": \"EDITOR\"");
        Visitor browser = Visitor.signedIn(key);
        assertThat(browser.caller()).isEqualTo("key:session-old");
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("UPDATE session SET expires_at = ? WHERE hash = ?")) {
            update.setObject(1, Instant.now().atOffset(java.time.ZoneOffset.UTC));
            update.setString(2, Sha256.hex(browser.cookie()));
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
        assertThat(browser.caller()).isEqualTo("anonymous");
        assertThat(row(browser)).isNotEmpty();
        Visitor.signedIn(key);
        assertThat(row(browser)).isEmpty();
    }

    @Test
    void who_signs_out_is_nobody_also_with_a_copy_of_the_cookie() throws SQLException {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-out", "\"role\": \"EDITOR\""));
        Visitor thief = browser.copy();
        assertThat(browser.signOut().statusCode()).isEqualTo(303);
        assertThat(browser.given(Visitor.COOKIE).getMaxAge()).isZero();
        assertThat(browser.cookie()).isNull();
        assertThat(thief.caller()).isEqualTo("anonymous");
        assertThat(row(thief)).isEmpty();
        assertThat(browser.signOut().statusCode()).as("once more").isEqualTo(303);
    }

    @Test
    void who_signs_in_again_leaves_no_open_session_behind() {
        String key = AccessTable.key("session-again", "\"role\": \"EDITOR\"");
        Visitor browser = Visitor.signedIn(key);
        Visitor before = browser.copy();
        assertThat(browser.signIn(key).statusCode()).isEqualTo(303);
        assertThat(browser.cookie()).isNotEqualTo(before.cookie());
        assertThat(before.caller()).isEqualTo("anonymous");
        assertThat(browser.caller()).isEqualTo("key:session-again");
    }

    @Test
    void who_comes_with_a_cookie_that_is_not_good_any_more_reads_as_nobody_and_writes_nothing() {
        Visitor browser = Visitor.signedIn(AccessTable.key("session-dead", "\"role\": \"EDITOR\""));
        Visitor dead = browser.copy();
        browser.signOut();
        assertThat(dead.get("/v1/stories").statusCode()).isEqualTo(200);
        assertThat(dead.get("/").statusCode()).isEqualTo(200);
        assertThat(dead.caller()).isEqualTo("anonymous");
        Response refused = assertProblem(dead.write("session-dead", Visitor.own()), 401);
        assertThat(json(refused).path("detail").asText()).contains("/sign-in");
        assertProblem(dead.get("/v1/keys"), 401);
    }

    @Test
    void a_key_that_is_not_good_signs_nobody_in() {
        for (String key : List.of("", "crosscheck_wrong", "k\u0000", "\u00e9", "long".repeat(5000))) {
            Response refused = new Visitor().signIn(key);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.cookies()).isEmpty();
            assertThat(refused.header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(refused.header("Cache-Control")).isEqualTo("private, no-cache");
        }
    }

    @Test
    void a_form_that_cannot_be_read_signs_nobody_in() {
        for (String form : List.of("", "key", "=", "&&", "key=%zz", "key=%", "key=%ff&to=%00", "to=/", "key=a&key=b"))
            assertThat(new Visitor().sendForm(form, Visitor.own()).statusCode())
                    .as(form)
                    .isIn(400, 401);
    }

    @Test
    void who_signs_in_is_never_sent_to_another_site() {
        String key = AccessTable.key("session-to", "\"role\": \"READER\"");
        for (String to : List.of(
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/\t/evil.example",
                "/\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                "evil.example",
                "/a b",
                "/%zz",
                "/sign-in/issuer",
                ""))
            assertThat(new Visitor().signInAndGoTo(key, to).header("Location"))
                    .as(to)
                    .isEqualTo("/");
        assertThat(new Visitor()
                        .signInAndGoTo(key, "/stories/a/findings/b?voice=c%20d")
                        .header("Location"))
                .isEqualTo("/stories/a/findings/b?voice=c%20d");
    }

    @Test
    void without_an_issuer_nobody_signs_in_there() {
        assertThat(new Visitor().get("/sign-in/issuer").statusCode()).isEqualTo(404);
        assertThat(new Visitor().get("/sign-in").asString()).doesNotContain("/sign-in/issuer");
    }

    /** The row of a browser's session; empty where there is none. */
    private String row(Visitor browser) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("SELECT CAST(s AS text) FROM session s WHERE hash = ?")) {
            select.setString(1, Sha256.hex(browser.cookie()));
            try (var found = select.executeQuery()) {
                return found.next() ? found.getString(1) : "";
            }
        }
    }
}
