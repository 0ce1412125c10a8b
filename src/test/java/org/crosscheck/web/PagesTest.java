package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.web.Browser.GERMAN;
import static org.crosscheck.web.Browser.NARROW;
import static org.crosscheck.web.Browser.SCRIPTLESS;
import static org.crosscheck.web.Browser.axe;
import static org.crosscheck.web.Browser.overflow;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What holds for every page, shown on the list of stories; and that list. */
@QuarkusTest
@Tag("browser")
class PagesTest {
    @RegisterExtension
    final Browser browser = new Browser();

    private static void story(String id, String title) {
        assertThat(Api.putAnyway("/v1/stories/" + id, "{\"title\": \"%s\"}".formatted(title))
                        .statusCode())
                .isBetween(200, 201);
    }

    /** The addresses of the stories on the page, in its order. */
    private static List<String> stories(Page page) {
        return page.locator("ol.stories h2 a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    @Test
    void everybody_can_read_the_stories() {
        Api.story("words-read");
        axe(browser.open("/"));
        axe(browser.open("/?q=nothing-is-called-this", GERMAN));
    }

    @Test
    void nothing_is_cut_off_on_a_narrow_telephone() {
        Api.story("words-narrow");
        Page english = browser.open("/?q=words-narrow", NARROW);
        assertThat(stories(english)).containsExactly("/stories/words-narrow");
        assertThat(overflow(english)).isZero();
        assertThat(overflow(browser.open("/", NARROW, GERMAN))).isZero();
        axe(english);
    }

    @Test
    void a_page_speaks_the_language_of_the_browser_unless_another_is_chosen() {
        BrowserContext visit = browser.visit(GERMAN);
        Page page = visit.newPage();
        page.navigate("/");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        assertThat(page.locator("h1").textContent()).isEqualTo("Geschichten");
        page.locator("footer a[hreflang=en]").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Stories");
        page.navigate("/");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(browser.open("/").locator("h1").textContent()).isEqualTo("Stories");
    }

    @Test
    void the_first_tab_skips_to_the_content() {
        Page page = browser.open("/");
        page.keyboard().press("Tab");
        Locator focused = page.locator(":focus");
        assertThat(focused.getAttribute("href")).isEqualTo("#content");
        assertThat(focused.boundingBox().x).isNotNegative();
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("content");
        page.keyboard().press("Tab");
        assertThat(page.locator("main :focus").count()).isOne();
    }

    @Test
    void the_first_paint_needs_the_page_alone() {
        Page page = browser.visit().newPage();
        List<Request> requests = new ArrayList<>();
        page.onRequest(requests::add);
        page.navigate("/");
        assertThat(requests.remove(0).resourceType()).isEqualTo("document");
        assertThat(requests).allSatisfy(request -> assertThat(request.url()).matches(".*/assets/(icon\\.svg|.*\\.js)"));
        assertThat(page.locator("script:not([src]), script:not([type=module]), [style], link[rel=stylesheet]")
                        .count())
                .isZero();
    }

    @Test
    void no_code_runs_that_stands_in_a_page() {
        String policy = Api.get("/", "Accept", "text/html").header("Content-Security-Policy");
        assertThat(policy).startsWith("default-src 'none'").contains("script-src 'self'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe", "*", "http:", "https:");
    }

    @Test
    void what_is_data_is_never_code() {
        story("words-hostile", "<b id=hurt>Hurt</b><script>hurt()</script>");
        Page page = browser.open("/?q=words-hostile");
        assertThat(page.locator("h2").textContent()).isEqualTo("<b id=hurt>Hurt</b><script>hurt()</script>");
        page.navigate("/?q=%22%3E%3Cb%20id=hurt%3E");
        assertThat(page.locator("#q").inputValue()).isEqualTo("\"><b id=hurt>");
        assertThat(page.locator("#hurt").count()).isZero();
    }

    @Test
    void a_problem_is_a_page_for_people_and_json_for_machines() {
        browser.expectRefusals();
        Page page = browser.open("/?limit=0");
        assertThat(page.locator("h1").textContent()).isEqualTo("That did not work");
        assertThat(page.locator(".notice").textContent()).isNotBlank();
        axe(page);

        Response shown = Api.get("/?limit=0", "Accept", "text/html");
        assertThat(shown.statusCode()).isEqualTo(400);
        assertThat(shown.contentType()).startsWith("text/html");
        Api.assertProblem(Api.get("/?limit=0"), 400);
    }

    @Test
    void what_no_url_has_is_refused_and_not_a_fault_of_ours() {
        for (String path :
                List.of("/?q=a|b", "/?q={", "/?cursor=KzEwMDAwMDAwMC0wMS0wMVQwMDowMDowMFoKeA", "/stories/none?step=x"))
            assertThat(raw(path)).as(path).isIn(400, 404);
        assertThat(raw("/?q=a", "Accept-Language: en;q=x")).isIn(200, 400);
        assertThat(raw("/?q=a", "Accept-Language: *")).isEqualTo(200);
    }

    /** The status of a GET of {@code path} just as it stands, as a page for people. */
    private static int raw(String path, String... headers) {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n"
                            + String.join(
                                    "",
                                    List.of(headers).stream()
                                            .map(header -> header + "\r\n")
                                            .toList()) + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void search_finds_a_story_by_a_part_of_its_title_or_id() {
        story("words-search-one", "The Harbour and the Sea");
        story("words-search-two", "A harbour elsewhere");
        Page page = browser.open("/", SCRIPTLESS);
        page.getByRole(AriaRole.SEARCHBOX).fill("HARBOUR AND");
        page.locator("form.search button").click();
        assertThat(stories(page)).containsExactly("/stories/words-search-one");
        page.navigate("/?q=words-search");
        assertThat(stories(page)).containsExactly("/stories/words-search-two", "/stories/words-search-one");
        page.navigate("/?q=words%25search");
        assertThat(stories(page)).isEmpty();
        assertThat(page.locator(".notice").textContent()).isEqualTo("No story is called that.");
    }

    @Test
    void the_story_that_changed_last_comes_first_and_the_next_page_follows() {
        for (String id : List.of("words-page-a", "words-page-b", "words-page-c")) story(id, id);
        story("words-page-a", "words-page-a, changed");
        Page page = browser.open("/?q=words-page&limit=2", SCRIPTLESS);
        assertThat(stories(page)).containsExactly("/stories/words-page-a", "/stories/words-page-c");
        page.locator("a[rel=next]").click();
        assertThat(stories(page)).containsExactly("/stories/words-page-b");
        assertThat(page.locator("a[rel=next]").count()).isZero();
    }

    @Test
    void a_story_in_the_list_shows_what_its_report_comes_to() {
        Api.story("words-overview");
        Page page = browser.open("/?q=words-overview");
        assertThat(page.locator(".facts").textContent()).contains("2 sources", "questions");
        assertThat(page.locator(".legend a").allTextContents())
                .isNotEmpty()
                .allSatisfy(verdict -> assertThat(verdict).matches("[A-Z][a-z]+ \\d+"));
    }
}
