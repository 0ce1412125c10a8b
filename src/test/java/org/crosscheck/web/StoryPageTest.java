package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.web.Browser.GERMAN;
import static org.crosscheck.web.Browser.NARROW;
import static org.crosscheck.web.Browser.SCRIPTLESS;
import static org.crosscheck.web.Browser.axe;
import static org.crosscheck.web.Browser.overflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page of a story, on the seed story and on a large one. */
@QuarkusTest
@Tag("browser")
class StoryPageTest {
    private static final String STORY = "/stories/trump-putin-call-2017-05-02";
    private static final int VOICES = 60;
    private static final int QUESTIONS = 200;

    /** What a page may weigh on its way to the browser. */
    private static final int LIGHT = 300_000;

    @RegisterExtension
    final Browser browser = new Browser();

    private static Locator cell(Page page, String attribute, String voice) {
        return page.locator("#q-" + attribute + " td a[href*='voice=" + voice + "']");
    }

    private static List<String> heads(Page page) {
        return page.locator("#matrix thead th").allTextContents();
    }

    private static int rows(Page page) {
        return page.locator("#matrix tbody tr").count();
    }

    private static boolean isInSight(Locator element) {
        return element.boundingBox().y + element.boundingBox().height
                <= element.page().viewportSize().height;
    }

    @Test
    void what_matters_is_in_sight_when_the_page_opens() {
        Page page = browser.open(STORY);
        Locator unsaid =
                page.locator(".standouts li").filter(new Locator.FilterOptions().setHas(page.getByText("Safe zones")));
        assertThat(unsaid.textContent()).contains("Kremlin does not mention it");
        assertThat(isInSight(unsaid)).isTrue();
        Locator call = page.locator(".standouts li")
                .filter(new Locator.FilterOptions().setHas(page.getByText("Number of the call")));
        assertThat(call.textContent()).contains("4 sources", "2 origins");
        assertThat(isInSight(call)).isTrue();
    }

    @Test
    void official_voices_come_first_then_those_who_publish() {
        assertThat(heads(browser.open(STORY)).subList(1, 5))
                .containsExactly("White House", "Kremlin", "The New York Times", "The Straits Times");
    }

    @Test
    void a_cell_shows_the_wording_the_normalized_value_and_its_place_in_words() {
        Page page = browser.open(STORY);
        assertThat(cell(page, "call-number", "associated-press").textContent())
                .contains("agrees", "marked the third time", "3");
        assertThat(cell(page, "safe-zones", "kremlin").textContent()).contains("reported silent");
        assertThat(page.locator("#q-suffering-too-long td").nth(1).textContent())
                .contains("observed silent");
        assertThat(page.locator("#q-call-number th").textContent())
                .contains("Number of the call", "Agreement", "4 sources", "2 lineages");
    }

    @Test
    void rows_and_columns_can_be_chosen_without_scripts() {
        Page page = browser.open(STORY, SCRIPTLESS);
        int all = rows(page);
        page.locator("summary").first().click();
        page.locator("input[value=CONTRADICTION]").check();
        page.locator("summary").nth(1).click();
        page.locator("input[value=putin]").check();
        page.locator("input[value=associated-press]").check();
        page.locator("#filters button").click();
        assertThat(heads(page)).hasSize(3).contains("Vladimir Putin", "The Associated Press");
        assertThat(rows(page)).isPositive().isLessThan(all);
        assertThat(page.locator("#q-election-meddling").count()).isOne();
        page.locator("#filters").getByText("Show all").click();
        assertThat(rows(page)).isEqualTo(all);
    }

    @Test
    void the_slider_goes_back_to_what_was_published_by_then() {
        Page page = browser.open(STORY);
        page.locator("#step").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("step");
        assertThat(page.url()).endsWith(STORY);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("asOf=2017-05-02T18"));
        assertThat(heads(page)).hasSize(2).contains("White House");
        assertThat(page.locator("#time").textContent()).contains("2017");
        page.locator("#step").focus();
        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("asOf"));
        assertThat(heads(page)).contains("Kremlin", "The Straits Times");
        page.locator("#step").click(new Locator.ClickOptions().setPosition(3, 8));
        page.waitForURL(url -> url.contains("asOf=2017-05-02T18"));
    }

    @Test
    void spokesmen_join_those_they_speak_for() {
        Page page = browser.open(STORY);
        int voices = heads(page).size();
        page.getByText("Join spokesmen").click();
        page.locator("#filters button").click();
        page.waitForURL("**rollUp=true**");
        assertThat(heads(page))
                .hasSizeLessThan(voices)
                .contains("Government of Russia")
                .doesNotContain("Kremlin");
    }

    @Test
    void a_cell_opens_its_evidence_in_place_and_has_an_address_of_its_own() {
        Page page = browser.open(STORY);
        Locator cell = cell(page, "safe-zones", "kremlin");
        cell.click();
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("h1, h2").first().waitFor();
        assertThat(dialog.textContent()).contains("Safe zones", "Kremlin");
        axe(page);
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog[open]").count()).isZero();
        page.navigate(cell.getAttribute("href"));
        assertThat(page.locator("main").textContent()).contains("Safe zones", "Kremlin");
    }

    @Test
    void arrows_go_from_cell_to_cell_and_tab_stops_once() {
        Page page = browser.open(STORY);
        assertThat(page.locator("#matrix a[tabindex='0']").count()).isOne();
        page.locator("#q-call-date th a").focus();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(":focus").textContent()).isEqualTo("Number of the call");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator(":focus").getAttribute("href")).contains("call-number?voice=new-york-times");
        page.keyboard().press("End");
        page.keyboard().press("Home");
        assertThat(page.locator(":focus").textContent()).isEqualTo("Number of the call");
    }

    @Test
    void everybody_can_read_it_also_in_german_and_on_a_narrow_telephone() {
        Page page = browser.open(STORY, GERMAN, NARROW);
        assertThat(page.locator("h2").allTextContents()).contains("Unerwähnt", "Wer sagt was");
        assertThat(page.locator("#q-call-number th").textContent()).contains("4 Quellen", "2 Ursprünge");
        assertThat(overflow(page)).isZero();
        axe(page);
        axe(browser.open(STORY));
    }

    @Test
    void a_german_page_explains_in_german_and_marks_the_words_of_sources() {
        Page page = browser.open(STORY, GERMAN);
        Locator zones =
                page.locator(".standouts li").filter(new Locator.FilterOptions().setHas(page.getByText("Safe zones")));
        assertThat(zones.textContent())
                .contains("Kremlin erwähnt es nicht", "The New York Times", "„Readout by the Kremlin“");
        assertThat(page.locator(".standouts span[lang=en]").count()).isPositive();
        assertThat(cell(page, "call-number", "associated-press").textContent()).contains("3.");
        assertThat(page.locator("#q-call-date td small").first().textContent()).contains("2. Mai 2017");
    }

    @Test
    void what_sources_say_is_never_code_in_a_sentence() {
        String dossier = Api.dossier("words-code")
                .toString()
                .replace("\"wording\":\"Three cars\"", "\"wording\":\"<b id=hurt>three</b>\"")
                .replace("\"name\":\"Mayor\"", "\"name\":\"<i id=hurt>Mayor</i>\"")
                .replace("\"language\":\"en\"", "\"language\":\"fr\"");
        Api.put("/v1/stories/words-code/dossier", dossier).then().statusCode(201);
        for (Page page : List.of(browser.open("/stories/words-code"), browser.open("/stories/words-code", GERMAN))) {
            Locator contradicted = page.locator(".standouts li").first();
            assertThat(contradicted.textContent()).contains("<i id=hurt>Mayor</i>", "<b id=hurt>three</b>");
            assertThat(contradicted.locator("span[lang=fr]").textContent()).isEqualTo("<b id=hurt>three</b>");
            assertThat(page.locator("#hurt").count()).isZero();
        }
    }

    @Test
    void a_shared_link_shows_the_verdicts() {
        assertThat(description(browser.open(STORY))).matches("\\d+ contradictions, \\d+ omissions, .*; Safe zones: .*");
        assertThat(description(browser.open(STORY, GERMAN)))
                .matches("\\d+ Widersprüche, \\d+ Auslassungen, .*; Safe zones: .* erwähnt es nicht, wie .*");
    }

    private static String description(Page page) {
        return page.locator("meta[property='og:description']")
                .getAttribute("content")
                .strip();
    }

    @Test
    void the_page_can_be_taken_along_in_each_format() {
        Page page = browser.open(STORY + "?rollUp=true");
        for (String format : List.of("JSON-LD", "CSV")) {
            Locator link = page.locator(".exports").getByText(format, new Locator.GetByTextOptions().setExact(true));
            assertThat(link.getAttribute("href")).endsWith("&rollUp=true");
            assertThat(page.waitForDownload(link::click).suggestedFilename())
                    .startsWith("trump-putin-call-2017-05-02-");
        }
        page.locator(".exports a").first().click();
        assertThat(page.url()).endsWith("/v1/stories/trump-putin-call-2017-05-02/report?rollUp=true");
        assertThat(page.locator("body").textContent()).startsWith("{");
    }

    @Test
    void a_story_of_sixty_voices_and_two_hundred_questions_is_light_and_keeps_its_heads() {
        Api.put("/v1/stories/matrix-large/dossier", large());
        Page page = browser.visit().newPage();
        Request[] document = new Request[1];
        page.onRequest(request -> {
            if (request.isNavigationRequest()) document[0] = request;
        });
        page.navigate("/stories/matrix-large");
        assertThat(document[0].sizes().responseBodySize).isLessThan(LIGHT);
        assertThat(heads(page)).hasSize(VOICES + 1);
        assertThat(rows(page)).isEqualTo(QUESTIONS);

        Locator corner = page.locator("#matrix thead th").first();
        page.locator(".scroll").evaluate("region => region.scrollTo(5000, 5000)");
        double top = page.locator(".scroll").boundingBox().y;
        double left = page.locator(".scroll").boundingBox().x;
        assertThat(corner.boundingBox().y).isBetween(top, top + 2);
        assertThat(corner.boundingBox().x).isBetween(left, left + 2);
        assertThat(page.locator("#matrix thead th").nth(40).boundingBox().y).isBetween(top, top + 2);
        assertThat(page.locator("#matrix tbody th").nth(150).boundingBox().x).isBetween(left, left + 2);
    }

    /** Sixty voices of which each answers some of two hundred questions, in other words each. */
    private static ObjectNode large() {
        ObjectNode dossier = JsonNodeFactory.instance.objectNode();
        dossier.putObject("story").put("id", "matrix-large").put("title", "A large story");
        ArrayNode parties = dossier.putArray("parties");
        ArrayNode attributes = dossier.putArray("attributes");
        ArrayNode sources = dossier.putArray("sources");
        IntStream.range(0, QUESTIONS)
                .forEach(i -> attributes
                        .addObject()
                        .put("id", "question-" + i)
                        .put("label", "How many were there on day " + i)
                        .put("type", "QUANTITY"));
        for (int voice = 0; voice < VOICES; voice++) {
            parties.addObject()
                    .put("id", "matrix-voice-" + voice)
                    .put("name", "Voice number " + voice)
                    .put("kind", "OUTLET");
            ArrayNode facts = sources.addObject()
                    .put("id", "source-" + voice)
                    .put("publisher", "matrix-voice-" + voice)
                    .put("publishedAt", "2026-01-01T00:00:00Z")
                    .putArray("facts");
            for (int question = voice % 3; question < QUESTIONS; question += 3) {
                int number = question + voice % 4;
                ObjectNode fact = facts.addObject()
                        .put("attribute", "question-" + question)
                        .put("wording", "there were " + number + " of them, says number " + voice * question);
                fact.putObject("value")
                        .put("type", "QUANTITY")
                        .put("min", number)
                        .put("max", number);
            }
        }
        return dossier;
    }
}
