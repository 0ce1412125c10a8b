package org.crosscheck.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crosscheck.http.Api.get;
import static org.crosscheck.http.Api.json;
import static org.crosscheck.http.Api.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Changes as Atom, for feed readers. */
@QuarkusTest
class FeedsTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String LABEL = "<Which> \"call\" & whose 🐦?";

    private static String story(String id, int questions) throws InterruptedException {
        String story = "/v1/stories/" + id;
        put(story, "{\"title\": \"Story\"}");
        for (int i = 0; i < questions; i++)
            put(
                    story + "/attributes/q" + i,
                    "{\"type\": \"TOPIC\", \"label\": \"" + LABEL.replace("\"", "\\\"") + "\"}");
        Instant end = Instant.now().plusSeconds(20);
        while (json(get("/v1/changes?story=" + id)).path("items").size() < questions
                && Instant.now().isBefore(end)) Thread.sleep(20);
        return story;
    }

    private static Document feed(Response response) throws Exception {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/atom+xml").containsIgnoringCase("utf-8");
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(response.asByteArray()));
    }

    private static List<Element> elements(Element in, String name) {
        NodeList found = in.getElementsByTagNameNS(ATOM, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) elements.add((Element) found.item(i));
        return elements;
    }

    private static String text(Element in, String name) {
        return elements(in, name).get(0).getTextContent();
    }

    private static String link(Element in, String rel) {
        return elements(in, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel) && link.getParentNode() == in)
                .map(link -> link.getAttribute("href"))
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_feed_reader_is_told_what_changed_the_latest_first() throws Exception {
        String story = story("feed-entries", 2);
        Element feed = feed(get(story + "/changes.atom")).getDocumentElement();
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(link(feed, "self")).endsWith(story + "/changes.atom");
        assertThat(link(feed, "next")).isNull();
        List<Element> entries = elements(feed, "entry");
        assertThat(entries).hasSize(2);
        Element latest = entries.get(0);
        assertThat(text(latest, "id")).startsWith("urn:uuid:");
        assertThat(text(latest, "title")).isEqualTo(LABEL + ": none → UNCORROBORATED");
        assertThat(text(latest, "author").strip()).isEqualTo("key:admin");
        assertThat(link(latest, "alternate")).endsWith(story + "/findings/q1");
        assertThat(Instant.parse(text(latest, "updated")))
                .isAfterOrEqualTo(Instant.parse(text(entries.get(1), "updated")));
        assertThat(text(feed, "updated")).isEqualTo(text(latest, "updated"));
    }

    @Test
    void older_changes_are_on_the_next_pages() throws Exception {
        String story = story("feed-pages", 5);
        List<String> ids = new ArrayList<>();
        String next = "/v1/changes.atom?story=feed-pages&limit=2";
        int pages = 0;
        while (next != null) {
            Element feed = feed(get(next)).getDocumentElement();
            elements(feed, "entry").forEach(entry -> ids.add(text(entry, "id")));
            next = link(feed, "next");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
        assertThat(feed(get(story + "/changes?limit=1", "Accept", "application/atom+xml"))
                        .getDocumentElement()
                        .getLocalName())
                .isEqualTo("feed");
    }

    @Test
    void who_accepts_anything_gets_json() {
        assertThat(get("/v1/changes", "Accept", "*/*").contentType()).startsWith("application/json");
        assertThat(get("/v1/changes", "Accept", "application/atom+xml;q=0.5, application/json;q=0.9")
                        .contentType())
                .startsWith("application/json");
        assertThat(get("/v1/changes.atom", "Accept", "*/*").contentType()).startsWith("application/atom+xml");
    }
}
