package org.crosscheck.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.web.Browser.GERMAN;
import static org.crosscheck.web.Browser.NARROW;
import static org.crosscheck.web.Browser.SCRIPTLESS;
import static org.crosscheck.web.Browser.axe;
import static org.crosscheck.web.Browser.overflow;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sources, findings and comparisons, as readers see them. */
@QuarkusTest
@Tag("browser")
class ReadingTest {
    private static final String STORY = "/stories/reading-ferry";
    private static final String COPIED =
            "Harbour master Ines Vale said that at least 12 people were hurt when the ferry struck the northern pier.";
    private static final String WIRE = "The ferry left with 212 passengers aboard. 😀\n\n" + COPIED
            + "\n\nThe company made no mention of the broken radar.";
    private static final String POST =
            "A ferry hit a pier, the company said.\n\n" + COPIED + "\n\nThe company counted nine injured.";

    @RegisterExtension
    final Browser browser = new Browser();

    @BeforeEach
    void store() {
        if (Api.get("/v1" + STORY).statusCode() == 200) return;
        ObjectNode dossier = (ObjectNode) Api.json("""
                {
                  "story": {"id": "reading-ferry", "title": "The ferry at Port Elm"},
                  "parties": [
                    {"id": "reading-post", "name": "Elm Post"}, {"id": "reading-wire", "name": "Coast Wire"},
                    {"id": "reading-master", "name": "Harbour master"}, {"id": "reading-company", "name": "Ferry company"}],
                  "concepts": [{"id": "reading-person", "label": "person"}],
                  "attributes": [
                    {"id": "hurt", "label": "People hurt", "question": "How many were hurt?", "type": "QUANTITY",
                     "unit": "reading-person"},
                    {"id": "pier", "label": "Where it struck", "type": "TEXT"},
                    {"id": "radar", "label": "Broken radar", "type": "TOPIC"}],
                  "sources": [
                    {"id": "wire", "publisher": "reading-wire", "title": "Ferry strikes pier", "language": "en",
                     "url": "https://wire.example/ferry", "publishedAt": "2021-03-01T09:00:00Z",
                     "facts": [
                       {"id": "wire-hurt", "attribute": "hurt", "claimant": "reading-master",
                        "value": {"type": "QUANTITY", "min": 12}, "wording": "at least 12 people",
                        "evidence": {"exact": "at least 12 people were hurt when the ferry struck"}},
                       {"id": "wire-pier", "attribute": "pier", "value": {"type": "TEXT", "text": "the northern pier"},
                        "evidence": {"exact": "the ferry struck the northern pier"}},
                       {"id": "wire-silent", "attribute": "radar", "claimant": "reading-company", "stance": "OMITS",
                        "evidence": {"exact": "made no mention of the broken radar"}},
                       {"id": "wire-radar", "attribute": "radar", "value": {"type": "TOPIC"},
                        "evidence": {"exact": "the broken radar"}}]},
                    {"id": "post", "publisher": "reading-post", "title": "Nine hurt", "derivedFrom": ["wire"],
                     "credits": ["Coast Wire"], "publishedAt": "2021-03-01T12:00:00Z",
                     "facts": [
                       {"id": "post-hurt", "attribute": "hurt", "claimant": "reading-master",
                        "value": {"type": "QUANTITY", "min": 12}, "wording": "at least 12 people",
                        "evidence": {"exact": "at least 12 people were hurt"}},
                       {"id": "post-nine", "attribute": "hurt", "claimant": "reading-company",
                        "value": {"type": "QUANTITY", "min": 9, "max": 9}, "wording": "nine injured",
                        "evidence": {"exact": "nine injured"}},
                       {"id": "post-waits", "attribute": "pier", "value": {"type": "TEXT", "text": "a pier"},
                        "status": "PROPOSED", "evidence": {"exact": "hit a pier"}}]},
                    {"id": "readout", "publisher": "reading-company", "title": "Statement", "coverage": "COMPLETE",
                     "covers": ["hurt", "radar"],
                     "publishedAt": "2021-03-02T08:00:00Z",
                     "facts": [{"id": "readout-nine", "attribute": "hurt",
                                "value": {"type": "QUANTITY", "min": 9, "max": 9}, "wording": "nine people"}]}]
                }
                """);
        ((ObjectNode) dossier.at("/sources/0")).put("text", WIRE);
        ((ObjectNode) dossier.at("/sources/1")).put("text", POST);
        assertThat(Api.put("/v1/stories/reading-ferry/dossier", dossier).statusCode())
                .isEqualTo(201);
    }

    /** The text of a source's page, without what the page adds to it. */
    private static String text(Page page) {
        return (String) page.evaluate("() => { const text = document.querySelector('.document').cloneNode(true);"
                + " text.querySelectorAll('.note').forEach(note => note.remove()); return text.textContent }");
    }

    private static Page asEditor(Page page) {
        page.setExtraHTTPHeaders(Map.of(Api.KEY_HEADER, Api.ADMIN_KEY));
        page.reload();
        return page;
    }

    @Test
    void a_mark_leads_to_its_cell_and_says_question_and_verdict() {
        Page page = browser.open(STORY + "/sources/wire", SCRIPTLESS);
        assertThat(text(page)).isEqualTo(WIRE);
        Locator mark = page.locator("#fact-wire-hurt mark a").first();
        assertThat(mark.textContent()).isEqualTo("at least 12 people were hurt when  (People hurt: Contradiction)");
        mark.click();
        assertThat(page.url()).endsWith(STORY + "/findings/hurt?voice=reading-master");
        assertThat(page.locator("h1").textContent()).isEqualTo("Harbour master: People hurt");
    }

    @Test
    void where_evidence_overlaps_every_fact_is_named_and_can_be_reached() {
        Page page = browser.open(STORY + "/sources/wire");
        assertThat(page.locator("mark a").allTextContents())
                .contains("the ferry struck (Where it struck: Uncorroborated; People hurt: Contradiction)");
        Locator inner = page.locator("#fact-wire-radar mark a");
        assertThat(inner.first().getAttribute("title")).isEqualTo("Broken radar: Omission; Broken radar: Omission");
        assertThat(inner.all().stream().map(link -> link.getAttribute("href")).toList())
                .containsExactlyInAnyOrder(
                        STORY + "/findings/radar?voice=reading-wire", STORY + "/findings/radar?voice=reading-company");
    }

    @Test
    void the_table_leads_to_each_fact_in_the_text() {
        Page page = browser.open(STORY + "/sources/post");
        page.locator(".told a[href='#fact-post-nine']").click();
        assertThat(page.locator(":target mark").evaluate("mark => getComputedStyle(mark).outlineStyle"))
                .isEqualTo("solid");
        assertThat(page.locator(":target mark a").first().textContent()).startsWith("nine injured");
    }

    @Test
    void a_copied_sentence_leads_to_the_source_that_has_it_first() {
        Page page = browser.open(STORY + "/sources/post");
        assertThat(text(page)).isEqualTo(POST);
        assertThat(page.locator(".document .copied").allTextContents().stream()
                        .map(each -> each.replaceAll(" \\(.*\\)", ""))
                        .collect(Collectors.joining()))
                .isEqualTo(COPIED);
        Locator origin = page.locator(".document .origin");
        assertThat(origin.textContent()).isEqualTo("copied from Coast Wire: Ferry strikes pier");
        origin.click();
        assertThat(page.url()).endsWith(STORY + "/sources/wire");
        assertThat(page.locator(".about a[rel=noopener]").getAttribute("href")).isEqualTo("https://wire.example/ferry");
    }

    @Test
    void what_waits_for_review_is_shown_to_nobody_and_editors_are_told_of_it() {
        Page page = browser.open(STORY + "/sources/post");
        assertThat(page.content()).doesNotContain("fact-post-waits").doesNotContain("/review");
        Locator review = asEditor(page).locator("main a[href$='/sources/post/review']");
        assertThat(review.textContent()).isEqualTo("1 proposal waits for review");
    }

    @Test
    void a_source_without_text_shows_its_quotes() {
        Page page = browser.open(STORY + "/sources/readout");
        assertThat(page.locator(".document").count()).isZero();
        assertThat(page.locator("#fact-readout-nine").textContent()).contains("Ferry company", "says", "nine people");
        assertThat(page.locator(".quotes .verdict").textContent()).isEqualTo("Contradiction");
    }

    @Test
    void a_finding_shows_what_each_voice_says_with_the_evidence_and_its_origin() {
        Page page = browser.open(STORY + "/findings/hurt", SCRIPTLESS);
        assertThat(page.locator(".flags .verdict").first().textContent()).isEqualTo("Contradiction");
        assertThat(page.locator("main").textContent()).contains("4 facts from 3 sources, 2 lineages.");
        assertThat(page.locator("main p:has-text('One origin') a").allTextContents())
                .containsExactlyInAnyOrder("Elm Post: Nine hurt", "Coast Wire: Ferry strikes pier");
        assertThat(page.locator(".evidence li:has-text('copied from')").textContent())
                .contains("at least 12 people were hurt", "Elm Post: Nine hurt", "copied from Coast Wire");
        page.locator("cite a[href$='#fact-post-nine']").click();
        assertThat(page.locator(":target mark").count()).isOne();
    }

    @Test
    void a_shared_link_shows_its_verdict() {
        Page page = browser.open(STORY + "/findings/hurt");
        assertThat(page.locator("meta[property='og:title']").getAttribute("content"))
                .isEqualTo("People hurt: Contradiction");
        assertThat(page.locator("meta[property='og:description']").getAttribute("content"))
                .isEqualTo(Api.json(Api.get("/v1" + STORY + "/findings/hurt"))
                        .path("explanation")
                        .asText());
    }

    @Test
    void a_cell_shows_one_voice_and_how_its_silence_is_known() {
        Page page = browser.open(STORY + "/findings/radar?voice=reading-company");
        assertThat(page.locator(".position").count()).isEqualTo(2);
        assertThat(page.locator(".position .place").allTextContents())
                .containsExactlyInAnyOrder("reported silent", "observed silent");
        assertThat(page.locator(".position q").textContent()).isEqualTo("made no mention of the broken radar");
        assertThat(page.locator(".position a[href$='/sources/readout']").count())
                .isOne();
        page.navigate(STORY + "/findings/radar?voice=reading-master");
        assertThat(page.locator("main").textContent()).contains("Harbour master does not speak of it.");
        assertThat(Api.get(STORY + "/findings/radar?voice=nobody-at-all").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_fragment_is_the_content_alone() {
        String fragment = Api.get(STORY + "/findings/radar?voice=reading-company&fragment=true")
                .asString();
        assertThat(fragment)
                .contains("Ferry company", "made no mention")
                .doesNotContain("<html")
                .doesNotContain("<main")
                .doesNotContain("id=\"decision\"");
    }

    @Test
    void a_finding_of_another_time_hands_the_time_on() {
        Page page = browser.open(STORY + "/findings/hurt?asOf=2021-03-01T10:00:00Z");
        assertThat(page.locator(".position").count()).isOne();
        assertThat(page.locator(".position h3 a").getAttribute("href"))
                .isEqualTo(STORY + "/findings/hurt?voice=reading-master&asOf=2021-03-01T10%3A00%3A00Z");
    }

    @Test
    void a_decision_stands_on_the_page_until_it_lapses() {
        String story = Api.story("reading-decided");
        Api.put(
                story + "/findings/number/decision",
                "{\"outcome\": \"EXPLAINED\", \"cause\": \"DIFFERENT_SCOPE\", \"note\": \"One counts <i>more</i>.\"}");
        Page page = browser.open("/stories/reading-decided/findings/number");
        assertThat(page.locator(".standing").textContent())
                .contains("Explained: they speak of different things", "One counts <i>more</i>.", "UTC")
                .doesNotContain("Lapsed");
        Api.post(
                story + "/sources/second/facts",
                "{\"attribute\": \"number\", \"value\": {\"type\": \"QUANTITY\", \"min\": 7}}");
        page.reload();
        assertThat(page.locator(".standing").textContent()).contains("Lapsed");
        assertThat(page.locator("#decision").count()).isZero();
        assertThat(asEditor(page).locator("#decision").count()).isOne();
    }

    @Test
    void two_voices_are_chosen_and_stand_side_by_side() {
        Page page = browser.open(STORY + "/comparison", SCRIPTLESS);
        assertThat(page.locator("#left").inputValue())
                .isNotEqualTo(page.locator("#right").inputValue());
        page.locator("#left").selectOption("reading-company");
        page.locator("#right").selectOption("reading-master");
        page.locator(".choice button").click();
        assertThat(page.locator("main h2").allTextContents()).containsExactly("Contradict each other 1");
        assertThat(page.locator(".sides tbody tr").textContent())
                .contains("People hurt", "nine injured", "at least 12 people");
        page.navigate(STORY + "/comparison?left=reading-wire&right=reading-company");
        assertThat(page.locator("main h2").allTextContents())
                .containsExactly("Only Coast Wire 2", "Only Ferry company 1");
        assertThat(page.locator(".sides").first().textContent()).contains("reported silent", "observed silent");
        page.navigate(STORY + "/comparison?left=reading-wire&right=reading-wire");
        assertThat(page.locator(".notice").textContent()).isEqualTo("Choose two different voices.");
    }

    /** Facts whose evidence overlaps as chance has it leave the text as it was sent. */
    @Test
    void a_text_stands_unchanged_under_whatever_marks() {
        Random random = new Random();
        String text = random.ints(400, 0, 10)
                .mapToObj(i -> new String[] {"a", "b ", "\n", "<", "&amp;", "\"", "'", "😀", "é", "]]>"}[i])
                .collect(Collectors.joining());
        ObjectNode source = (ObjectNode) Api.json(
                "{\"id\": \"drawn\", \"publisher\": \"reading-wire\", \"publishedAt\": \"2021-01-01T00:00:00Z\"}");
        source.put("text", text);
        ArrayNode facts = source.putArray("facts");
        while (facts.size() < 30) {
            int start = random.nextInt(text.length() - 40);
            int end = start + 1 + random.nextInt(39);
            String exact = text.substring(start, end);
            if (exact.isBlank()
                    || Character.isLowSurrogate(exact.charAt(0))
                    || Character.isHighSurrogate(exact.charAt(exact.length() - 1))) continue;
            ObjectNode fact =
                    facts.addObject().put("id", "drawn-" + facts.size()).put("attribute", "words");
            fact.putObject("value").put("type", "TEXT").put("text", "w" + facts.size());
            fact.putObject("evidence").put("exact", exact).put("start", start).put("end", end);
        }
        Api.story("reading-drawn");
        assertThat(Api.post("/v1/stories/reading-drawn/sources?extract=false", source)
                        .statusCode())
                .isEqualTo(201);
        Page page = browser.open("/stories/reading-drawn/sources/drawn");
        assertThat(text(page)).isEqualTo(text);
        assertThat(page.locator(".document [id^=fact-]").count()).isEqualTo(30);
    }

    @Test
    void no_field_of_the_data_becomes_code() {
        String evil = "<img src=x onerror=hurt()>\"'><script>hurt()</script>{evil}";
        ObjectNode dossier = (ObjectNode)
                Api.json("""
                {
                  "story": {"id": "reading-hostile", "title": "EVIL"},
                  "parties": [{"id": "reading-evil", "name": "EVIL"}, {"id": "reading-evil2", "name": "EVIL 2"}],
                  "concepts": [{"id": "reading-evil", "label": "EVIL"}],
                  "attributes": [{"id": "words", "label": "EVIL", "question": "EVIL", "type": "TEXT"},
                                 {"id": "many", "label": "EVIL", "type": "QUANTITY", "unit": "reading-evil"}],
                  "sources": [
                    {"id": "one", "publisher": "reading-evil", "title": "EVIL", "credits": ["EVIL"], "text": "EVIL",
                     "publishedAt": "2021-03-01T09:00:00Z", "url": "https://evil.example/?EVIL",
                     "facts": [{"attribute": "words", "claimant": "reading-evil2", "value": {"type": "TEXT", "text": "EVIL"},
                                "wording": "EVIL", "evidence": {"exact": "EVIL"}}]},
                    {"id": "two", "publisher": "reading-evil2", "title": "EVIL", "publishedAt": "2021-03-02T09:00:00Z",
                     "derivedFrom": ["one"], "coverage": "COMPLETE", "covers": ["words"],
                     "facts": [{"attribute": "many", "value": {"type": "QUANTITY", "min": 2}, "wording": "EVIL",
                                "evidence": {"exact": "EVIL", "prefix": "EVIL", "suffix": "EVIL"}}]}]
                }
                """.replace("https://evil.example/?EVIL", "https://evil.example/?%22%3E%3Cscript%3E")
                        .replace("EVIL", evil.replace("\"", "\\\"")));
        assertThat(Api.put("/v1/stories/reading-hostile/dossier", dossier).statusCode())
                .isEqualTo(201);
        Api.put(
                "/v1/stories/reading-hostile/findings/words/decision",
                Api.json("{\"outcome\": \"CONFIRMED\"}").deepCopy().toString());
        for (String path : List.of(
                "/sources/one",
                "/sources/two",
                "/findings/words",
                "/findings/many?voice=reading-evil2",
                "/comparison",
                "/comparison?left=reading-evil&right=reading-evil2")) {
            Page page = browser.open("/stories/reading-hostile" + path);
            assertThat(page.locator("main").textContent()).as(path).contains(evil);
            assertThat(page.locator("img, main script, [onerror]").count())
                    .as(path)
                    .isZero();
        }
    }

    @Test
    void what_is_not_there_is_a_problem_that_people_can_read() {
        for (String path : List.of(
                "/stories/reading-none/sources/x",
                "/stories/reading-none/findings/x",
                "/stories/reading-none/comparison",
                STORY + "/sources/x",
                STORY + "/findings/x",
                STORY + "/comparison?left=reading-wire&right=x")) Api.assertProblem(Api.get(path), 404);
        Api.assertProblem(Api.get(STORY + "/findings/hurt?asOf=yesterday"), 400);
    }

    @Test
    void everybody_can_read_these_pages_on_any_screen() {
        for (String path : List.of(
                "/sources/wire",
                "/sources/readout",
                "/findings/hurt",
                "/findings/radar?voice=reading-company",
                "/comparison?left=reading-wire&right=reading-company")) {
            axe(browser.open(STORY + path));
            Page narrow = browser.open(STORY + path, NARROW, GERMAN);
            assertThat(overflow(narrow)).as(path).isZero();
            axe(narrow);
        }
    }
}
