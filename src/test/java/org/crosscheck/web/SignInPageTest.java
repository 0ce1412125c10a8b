package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.post;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Signing in, as people do it. */
@QuarkusTest
@Tag("browser")
class SignInPageTest {
    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    void who_signs_in_comes_to_where_they_wanted_and_writes_as_themselves_until_they_sign_out() {
        String key = key("page-desk");
        BrowserContext visit = browser.visit();
        Page page = visit.newPage();
        page.navigate("/sign-in?to=%2F%3Fq%3Dpage");
        page.getByLabel("Key").fill(key);
        page.getByText("Sign in with this key").click();
        assertThat(URI.create(page.url()).getQuery()).isEqualTo("q=page");
        assertThat(page.locator("header").innerText()).contains("key:page-desk").doesNotContain("Sign in");
        Cookie cookie = visit.cookies().stream()
                .filter(each -> each.name.equals("crosscheck-session"))
                .findFirst()
                .orElseThrow();
        assertThat(cookie.httpOnly).isTrue();
        assertThat(page.evaluate("document.cookie")).isEqualTo("");
        assertThat(page.evaluate("fetch('/v1/stories/page-desk', {method: 'PUT', body: '{\"title\": \"Desk\"}',"
                        + " headers: {'Content-Type': 'application/json'}}).then(answer => answer.status)"))
                .isEqualTo(201);
        assertThat(Api.each(json(get("/v1/stories/page-desk/history")).path("items"), "by"))
                .containsExactly("key:page-desk");
        page.getByText("Sign out").click();
        assertThat(URI.create(page.url()).getPath()).isEqualTo("/");
        assertThat(page.locator("header").innerText()).contains("Sign in").doesNotContain("page-desk");
        assertThat(visit.cookies()).noneMatch(each -> each.name.equals("crosscheck-session"));
    }

    @Test
    void a_key_that_is_not_good_is_told_in_the_language_of_the_visitor_and_the_way_is_kept() {
        browser.expectRefusals();
        String key = key("page-zweiter");
        Page page = browser.open("/sign-in?to=%2F%3Fq%3Dweg", Browser.GERMAN, Browser.SCRIPTLESS);
        page.getByLabel("Schlüssel").fill("crosscheck_falsch");
        page.getByText("Mit diesem Schlüssel anmelden").click();
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("unbekannt");
        assertThat(page.content()).doesNotContain("crosscheck_falsch");
        page.getByLabel("Schlüssel").fill(key);
        page.getByText("Mit diesem Schlüssel anmelden").click();
        assertThat(URI.create(page.url()).getQuery()).isEqualTo("q=weg");
    }

    @Test
    void everybody_can_use_the_page_to_sign_in() {
        browser.expectRefusals();
        Page page = browser.open("/sign-in", Browser.NARROW);
        assertThat(Browser.overflow(page)).isZero();
        Browser.axe(page);
        page.getByLabel("Key").fill("wrong");
        page.keyboard().press("Enter");
        page.getByText("unknown, revoked or expired").waitFor();
        Browser.axe(page);
        assertThat(Browser.overflow(page)).isZero();
    }

    private static String key(String id) {
        String body = "{\"id\": \"%s\", \"name\": \"%s\", \"role\": \"EDITOR\"}".formatted(id, id);
        return json(post("/v1/keys", body)).path("secret").asText();
    }
}
