package org.crosscheck.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.web.Browser.GERMAN;
import static org.crosscheck.web.Browser.NARROW;
import static org.crosscheck.web.Browser.axe;
import static org.crosscheck.web.Browser.overflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What editors do on pages, in Chromium, signed in as they are. */
@QuarkusTest
@Tag("browser")
class EditingTest {
    private static final String TEXT = """
            A ferry sank off Port Avel on Monday, killing at least 12 people, the coast guard said.

            Harbour master Lena Ost said the boat carried 240 passengers. The ferry company made no mention of life jackets.
            """;

    @RegisterExtension
    final Browser browser = new Browser();

    /** A story with four questions, on one of which a paper has said something. Returns its id. */
    private static String story(String id) {
        Api.putAnyway(
                "/v1/concepts/person",
                "{\"label\": \"person\", \"scheme\": \"kind\", \"aliases\": [\"people\", \"persons\"]}");
        Api.put("/v1/parties/" + id + "-post", "{\"name\": \"Post of " + id + "\", \"kind\": \"OUTLET\"}");
        Api.put("/v1/parties/" + id + "-times", "{\"name\": \"Times of " + id + "\", \"kind\": \"OUTLET\"}");
        String story = "/v1/stories/" + id;
        Api.put(story, "{\"title\": \"A ferry sinks (" + id + ")\"}");
        ask(
                story,
                "deaths",
                "\"label\": \"Deaths\", \"type\": \"QUANTITY\", \"unit\": \"person\", \"cues\": [\"killing\"]");
        ask(story, "passengers", "\"type\": \"QUANTITY\", \"unit\": \"passenger\", \"cues\": [\"carried\"]");
        ask(story, "life-jackets", "\"type\": \"TOPIC\", \"cues\": [\"life jackets\"]");
        ask(story, "day", "\"type\": \"TIME\", \"cues\": [\"sank\"]");
        created(Api.post(story + "/sources", """
                {"id": "times", "publisher": "%s-times", "publishedAt": "2024-05-07T10:00:00Z", "facts": [
                  {"id": "times-deaths", "attribute": "deaths", "value": {"type": "QUANTITY", "min": 3, "max": 3}}]}""".formatted(id)));
        return id;
    }

    private static void ask(String story, String id, String body) {
        created(Api.put(story + "/attributes/" + id, "{" + body + "}"));
    }

    /** The same, with a text whose proposals wait. */
    private static String waiting(String id) {
        story(id);
        created(Api.post("/v1/stories/" + id + "/sources", """
                {"id": "post", "publisher": "%s-post", "publishedAt": "2024-05-08T10:00:00Z", "language": "en", "text": "%s"}""".formatted(id, TEXT.replace("\n", "\\n"))));
        return id;
    }

    private static void created(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }

    /** The page at {@code path}, for whoever has {@code key}. */
    @SafeVarargs
    private Page open(String key, String path, Consumer<NewContextOptions>... how) {
        Page page = browser.visit(how).newPage();
        page.navigate("/sign-in?to=" + path);
        page.fill("#key", key);
        page.press("#key", "Enter");
        page.waitForURL("**" + path);
        return page;
    }

    @SafeVarargs
    private Page review(String story, Consumer<NewContextOptions>... how) {
        return open(Api.ADMIN_KEY, "/stories/" + story + "/sources/post/review", how);
    }

    private static String key(String id, String role) {
        Response response =
                Api.post("/v1/keys", "{\"id\": \"%s\", \"name\": \"%s\", \"role\": \"%s\"}".formatted(id, id, role));
        created(response);
        return Api.json(response).path("secret").asText();
    }

    private static List<JsonNode> facts(String story) {
        List<JsonNode> facts = new ArrayList<>();
        Api.json(Api.get("/v1/stories/" + story + "/facts?source=post"))
                .path("items")
                .forEach(facts::add);
        return facts;
    }

    private static JsonNode fact(String story, String attribute) {
        return facts(story).stream()
                .filter(fact -> fact.path("attribute").asText().equals(attribute))
                .findFirst()
                .orElseThrow();
    }

    private static String verdict(String story, String attribute) {
        return Api.json(Api.get("/v1/stories/" + story + "/findings/" + attribute))
                .path("verdict")
                .asText();
    }

    private static Locator card(Page page, String label) {
        return page.locator(".proposal[data-label='" + label + "']");
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) page.keyboard().press(key);
    }

    @Test
    void an_editor_submits_a_text_and_reviews_it_with_the_keyboard_alone() {
        String story = story("edit-whole");
        Page page = open(Api.ADMIN_KEY, "/stories/" + story);
        page.locator("main a[href$='/submission']").focus();
        press(page, "Enter");
        page.waitForURL("**/submission");
        page.locator("#publisher").focus();
        page.keyboard().type("Post of edit-whole");
        page.fill("#publishedAt", "2024-05-08T10:00");
        page.locator("#text").focus();
        page.keyboard().insertText(TEXT);
        page.locator("#id").fill("post");
        press(page, "Enter");
        page.waitForURL("**/stories/edit-whole/sources/post/review");

        int proposals = page.locator(".proposal").count();
        assertThat(proposals).isEqualTo(facts(story).size()).isGreaterThan(3);
        assertThat(page.locator(".text").textContent()).isEqualTo(TEXT);
        assertThat(page.locator(".text mark.current").allTextContents()).isNotEmpty();
        while (!"Deaths".equals(page.locator(":focus").getAttribute("data-label"))) press(page, "j");
        press(page, "a");
        assertThat(card(page, "Deaths").locator(".staged")).hasText("will be accepted");
        assertThat(page.locator("#status")).containsText("Deaths: will be accepted");
        assertThat(page.locator(":focus").getAttribute("data-label")).isNotEqualTo("Deaths");
        for (int i = 1; i < proposals; i++) press(page, "r");
        assertThat(page.locator("#progress")).containsText(proposals + " of " + proposals + " decided: 1 accepted");
        assertThat(verdict(story, "deaths")).isEqualTo("UNCORROBORATED");

        press(page, "s");
        assertThat(page.locator("#outcome .changes")).containsText("Contradiction");
        assertThat(page.locator("#outcome .counts")).containsText("0 → 1");
        assertThat(verdict(story, "deaths")).as("a preview stores nothing").isEqualTo("UNCORROBORATED");
        press(page, "Enter");
        assertThat(page.locator("#saved")).containsText(proposals + " decisions are saved.");
        assertThat(verdict(story, "deaths")).isEqualTo("CONTRADICTION");
        assertThat(fact(story, "passengers").path("status").asText()).isEqualTo("REJECTED");
        assertThat(page.locator(".proposal")).hasCount(0);
        page.locator(".text mark").first().click();
        page.locator("#saved a").focus();
        press(page, "Enter");
        page.waitForURL("**/stories/edit-whole");
    }

    @Test
    void what_is_staged_survives_a_reload_and_can_be_undone() {
        Page page = review(waiting("edit-undo"));
        int all = page.locator(".proposal").count();
        press(page, "a", "r");
        page.reload();
        assertThat(page.locator(".staged:visible")).hasText(new String[] {"will be accepted", "will be rejected"});
        page.selectOption("#least", "0");
        page.click("[data-command=bulk]");
        assertThat(page.locator("#progress")).containsText(all + " of " + all + " decided");
        page.locator(".proposal").first().focus();
        press(page, "u");
        assertThat(page.locator(".staged:visible")).hasCount(2);
        assertThat(facts("edit-undo"))
                .allMatch(fact -> fact.path("status").asText().equals("PROPOSED"));
    }

    @Test
    void keys_do_nothing_in_fields_with_modifiers_or_where_they_are_switched_off() {
        Page page = review(waiting("edit-keys"));
        press(page, "Control+a", "Alt+r");
        page.locator("#least").focus();
        press(page, "a");
        page.locator(".proposal").first().focus();
        press(page, "?");
        assertThat(page.locator("#help")).isVisible();
        press(page, "a");
        page.locator("#shortcuts").uncheck();
        press(page, "Escape");
        page.locator(".proposal").first().focus();
        press(page, "a");
        assertThat(page.locator(".staged:visible")).hasCount(0);
        page.locator("[data-command=accept]").first().click();
        assertThat(page.locator(".staged:visible")).hasCount(1);
    }

    @Test
    void a_change_is_checked_at_once_and_saved_as_an_accepted_fact() {
        browser.expectRefusals();
        String story = waiting("edit-change");
        Page page = review(story);
        card(page, "Deaths").focus();
        press(page, "e");
        page.locator("[name='value/max']:visible").fill("2");
        page.locator("#stance").focus();
        press(page, "Enter");
        page.locator(".proposal form [type=submit]").click();
        assertThat(page.locator(".proposal form .error")).containsText("min is above max");
        assertThat(page.locator(":focus")).hasAttribute("name", "value/min");
        page.locator("[name='value/min']:visible").fill("3");
        page.locator("[name='value/max']:visible").fill("3");
        page.locator("#claimant").fill("Times of edit-change");
        press(page, "Enter");
        assertThat(card(page, "Deaths").locator(".staged"))
                .containsText("changed to: Deaths · Times of edit-change · says · 3");
        press(page, "s");
        assertThat(page.locator("#outcome")).isVisible();
        press(page, "Enter");
        assertThat(page.locator("#saved")).isVisible();
        JsonNode fact = fact(story, "deaths");
        assertThat(fact.path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(fact.path("claimant").asText()).isEqualTo("edit-change-times");
        assertThat(fact.at("/value/max").asInt()).isEqualTo(3);
        assertThat(fact.at("/evidence/exact").asText()).contains("12 people");
    }

    @Test
    void a_staged_change_opens_again_as_it_was_left() {
        story("edit-again");
        created(Api.post("/v1/stories/edit-again/sources", """
                {"id": "post", "publisher": "edit-again-post", "publishedAt": "2024-05-08T10:00:00Z", "facts": [
                  {"attribute": "life-jackets", "status": "PROPOSED", "claimant": "edit-again-times", "wording": "no jackets"}]}"""));
        Page page = review("edit-again");
        press(page, "e");
        assertThat(page.locator("#claimant")).hasValue("Times of edit-again");
        page.fill("#claimant", "");
        page.fill("#wording", "");
        page.click(".proposal form [type=submit]");
        assertThat(page.locator(".staged")).containsText("the source itself");
        page.reload();
        press(page, "e");
        assertThat(page.locator("#claimant")).hasValue("");
        assertThat(page.locator("#wording")).hasValue("");
    }

    @Test
    void what_another_editor_changed_meanwhile_is_shown_and_can_be_loaded_again() {
        browser.expectRefusals();
        String story = waiting("edit-conflict");
        Page page = review(story);
        page.selectOption("#least", "0");
        page.click("[data-command=bulk]");
        String facts = "/v1/stories/" + story + "/facts/";
        Api.replace(facts + fact(story, "deaths").path("id").asText() + "/status", "{\"status\": \"REJECTED\"}");
        Api.replace(
                facts + fact(story, "passengers").path("id").asText() + "/status",
                "{\"status\": \"PROPOSED\", \"reason\": \"to be looked at\"}");
        press(page, "s");
        assertThat(card(page, "Deaths").locator(".complaint"))
                .containsText("Somebody has changed this fact meanwhile.");
        assertThat(page.locator("#status")).containsText("Nothing is saved yet");
        assertThat(fact(story, "day").path("status").asText()).isEqualTo("PROPOSED");

        List<Cookie> session = page.context().cookies();
        page.context().clearCookies();
        card(page, "Deaths").locator(".complaint button").click();
        assertThat(page.locator("#status")).containsText("You are not signed in any more.");
        page.context().addCookies(session);
        page.route("**/review", route -> route.fulfill(new Route.FulfillOptions().setStatus(429)));
        card(page, "Deaths").locator(".complaint button").click();
        assertThat(page.locator("#status")).containsText("The server cannot be reached.");
        assertThat(card(page, "Deaths").locator(".staged")).hasText("will be accepted");
        page.unroute("**/review");
        card(page, "Deaths").locator(".complaint button").click();
        assertThat(card(page, "Deaths")).hasCount(0);
        card(page, "passengers").locator(".complaint button").click();
        assertThat(card(page, "passengers").locator(".staged")).isHidden();
        assertThat(card(page, "passengers")).isFocused();
        press(page, "a", "s");
        assertThat(page.locator("#outcome")).isVisible();
        press(page, "Enter");
        assertThat(page.locator("#saved")).isVisible();
        assertThat(fact(story, "passengers").path("status").asText()).isEqualTo("ACCEPTED");
        assertThat(fact(story, "deaths").path("status").asText()).isEqualTo("REJECTED");
    }

    @Test
    void errors_of_a_submission_stand_at_their_fields_and_a_new_publisher_is_added_on_the_way() {
        browser.expectRefusals();
        story("edit-errors");
        Page page = open(Api.ADMIN_KEY, "/stories/edit-errors/submission");
        page.fill("#publisher", "Gazette of edit-errors");
        page.fill("#url", "no address");
        page.click("[type=submit]");
        assertThat(page.locator("#publishedAt-error")).containsText("when it was published");
        assertThat(page.locator("#publishedAt-error")).hasAttribute("lang", "en");
        assertThat(page.locator("#url-error")).containsText("http or https");
        assertThat(page.locator("#publishedAt")).isFocused();
        page.fill("#publishedAt", "2024-05-08T10:00");
        page.fill("#url", "https://gazette.example/ferry");
        page.click("[type=submit]");
        assertThat(page.locator("#publisher-error")).containsText("add it first");
        page.click(".new-party button");
        assertThat(page.locator(".new-party")).isHidden();
        page.fill("#text", "Nothing was read from this.");
        page.fill("#credits", "REUTERS, AFP");
        page.click("[type=submit]");
        page.waitForURL("**/review");
        assertThat(page.locator("main")).containsText("Nothing of this source waits for a decision.");
        JsonNode source = Api.json(Api.get("/v1/stories/edit-errors/sources")).at("/items/0");
        assertThat(source.path("publisher").asText()).isEqualTo("gazette-of-edit-errors");
        assertThat(Api.texts(source.path("credits"))).containsExactly("REUTERS", "AFP");
        assertThat(source.path("coverage").asText()).isEqualTo("SELECTIVE");
    }

    @Test
    void publishers_whose_names_have_no_latin_letters_are_two_parties() {
        story("edit-names");
        Page page = open(Api.ADMIN_KEY, "/stories/edit-names/submission");
        for (String name : List.of("Известия", "Правда $&")) {
            page.fill("#publisher", name);
            press(page, "Tab");
            assertThat(page.locator(".new-party p")).hasText("There is no party “" + name + "” yet.");
            page.click(".new-party button");
            assertThat(page.locator(".new-party")).isHidden();
        }
        page.fill("#publishedAt", "2024-05-08T10:00");
        page.fill("#text", "Nothing was read from this.");
        page.click("[type=submit]");
        page.waitForURL("**/review");
        assertThat(page.locator("main .facts")).containsText("Правда $&");
    }

    @Test
    void who_is_not_signed_in_is_asked_to_and_who_only_reads_may_not() {
        browser.expectRefusals();
        waiting("edit-access");
        for (String path :
                List.of("/stories/edit-access/submission", "/stories/edit-access/sources/post/review", "/keys"))
            assertThat(browser.open(path).url()).contains("/sign-in?to=" + path.replace("/", "%2F"));
        String reader = key("edit-reader", "READER");
        Page page = open(reader, "/stories/edit-access");
        assertThat(page.locator("a[href$='/submission'], a[href$='/review'], a[href='/keys']")
                        .count())
                .isZero();
        assertThat(page.navigate("/stories/edit-access/submission").status()).isEqualTo(403);
        assertThat(page.locator("main")).containsText("This takes the role EDITOR");
        assertThat(page.navigate("/keys").status()).isEqualTo(403);
        assertThat(open(key("edit-editor", "EDITOR"), "/")
                        .locator("a[href='/keys']")
                        .count())
                .isZero();
    }

    @Test
    void a_source_without_text_shows_the_quotes_of_its_proposals() {
        story("edit-quotes");
        created(Api.post("/v1/stories/edit-quotes/sources", """
                {"id": "post", "publisher": "edit-quotes-post", "publishedAt": "2024-05-08T10:00:00Z", "facts": [
                  {"attribute": "life-jackets", "status": "PROPOSED", "evidence": {"exact": "There were <no> life jackets"}}]}"""));
        Page page = review("edit-quotes");
        assertThat(page.locator(".text")).hasCount(0);
        assertThat(page.locator(".proposal blockquote")).hasText("There were <no> life jackets");
        page.locator("[data-command=reject]").click();
        assertThat(page.locator("#preview")).isFocused();
        press(page, "Enter");
        assertThat(page.locator("#outcome")).containsText("The report says the same as before.");
    }

    @Test
    void an_editor_decides_on_a_finding_and_withdraws_what_has_lapsed() {
        browser.expectRefusals();
        story("edit-decide");
        String finding = "/stories/edit-decide/findings/deaths";
        assertThat(open(key("edit-decide-reader", "READER"), finding).locator("form#decision"))
                .hasCount(0);
        Page page = open(Api.ADMIN_KEY, finding);
        assertThat(page.locator("#cause")).isHidden();
        page.selectOption("#outcome", "EXPLAINED");
        page.selectOption("#cause", "DIFFERENT_SCOPE");
        page.fill("#note", "One counts the crew.");
        page.click("#decision .primary");
        assertThat(page.locator("#decision [value=withdraw]")).isVisible();
        assertThat(page.locator("main blockquote").last()).hasText("One counts the crew.");
        JsonNode decision = Api.json(Api.get("/v1" + finding + "/decision"));
        assertThat(decision.path("cause").asText()).isEqualTo("DIFFERENT_SCOPE");

        created(Api.post("/v1/stories/edit-decide/sources", """
                {"id": "post", "publisher": "edit-decide-post", "publishedAt": "2024-05-08T10:00:00Z", "facts": [
                  {"attribute": "deaths", "value": {"type": "QUANTITY", "min": 12, "max": 12}}]}"""));
        page.click("#decision [value=withdraw]");
        assertThat(page.locator("#decision .error [lang=en]")).containsText("It is now at");
        page.reload();
        assertThat(page.locator("main")).containsText("Lapsed");
        axe(page);
        page.click("#decision [value=withdraw]");
        assertThat(page.locator("#decision [value=withdraw]")).hasCount(0);
        assertThat(Api.get("/v1" + finding + "/decision").statusCode()).isEqualTo(404);
    }

    @Test
    void an_admin_makes_a_key_gives_it_a_new_secret_and_revokes_it() {
        browser.expectRefusals();
        Page page = open(Api.ADMIN_KEY, "/keys?limit=500");
        page.onDialog(dialog -> dialog.accept());
        page.click("[type=submit]");
        assertThat(page.locator("#name-error")).containsText("Give a name.");
        page.fill("#new-key #id", "edit-page-key");
        page.fill("#name", "Made on the page");
        page.selectOption("#role", "EDITOR");
        page.fill("#stories", "edit-one, edit-two");
        page.click("[type=submit]");
        assertThat(page.locator("#secret")).isVisible();
        String secret = page.locator("#secret input").inputValue();
        assertThat(Api.texts(
                        Api.json(Api.get("/v1/caller", Api.KEY_HEADER, secret)).path("stories")))
                .containsExactly("edit-one", "edit-two");
        page.locator("#secret form button").click();
        Locator row = page.locator("[data-key=edit-page-key]");
        assertThat(row).containsText("Made on the page");
        assertThat(page.content()).doesNotContain(secret);

        row.locator("[value=rotate]").click();
        assertThat(page.locator("#secret")).isVisible();
        String other = page.locator("#secret input").inputValue();
        assertThat(Api.get("/v1/caller", Api.KEY_HEADER, secret).statusCode()).isEqualTo(401);
        assertThat(Api.get("/v1/caller", Api.KEY_HEADER, other).statusCode()).isEqualTo(200);
        press(page, "Escape");
        row.locator("[value=revoke]").click();
        assertThat(row.locator("[value=revoke]")).hasCount(0);
        assertThat(Api.get("/v1/caller", Api.KEY_HEADER, other).statusCode()).isEqualTo(401);
        row.locator("summary").click();
        assertThat(row.locator("ol li")).hasCount(3);
        assertThat(row.locator("ol li").last()).containsText("revokedAt");
    }

    @Test
    void every_page_of_editors_can_be_used_by_everybody() {
        waiting("edit-axe");
        axe(open(Api.ADMIN_KEY, "/stories/edit-axe/submission"));
        axe(open(Api.ADMIN_KEY, "/keys", GERMAN));
        Page page = review("edit-axe");
        press(page, "a", "r");
        axe(page);
        press(page, "s");
        assertThat(page.locator("#outcome")).isVisible();
        axe(page);
        press(page, "Escape", "e");
        assertThat(page.locator(".proposal form")).isVisible();
        axe(page);
    }

    @Test
    void nothing_of_editors_is_cut_off_on_a_narrow_telephone() {
        waiting("edit-narrow");
        Page page = review("edit-narrow", NARROW, GERMAN);
        assertThat(overflow(page)).isZero();
        press(page, "e");
        assertThat(page.locator(".proposal form")).isVisible();
        assertThat(overflow(page)).isZero();
        assertThat(overflow(open(Api.ADMIN_KEY, "/stories/edit-narrow/submission", NARROW)))
                .isZero();
        assertThat(overflow(open(Api.ADMIN_KEY, "/keys", NARROW, GERMAN))).isZero();
    }
}
