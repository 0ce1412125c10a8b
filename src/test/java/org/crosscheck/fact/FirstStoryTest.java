package org.crosscheck.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.http.Api;
import org.junit.jupiter.api.Test;

/**
 * The five real articles of the first story, as text, in a new story that has only the attributes of the seed dossier: without an
 * editor, the report must say what the seed dossier says. The articles are not ours to print, so the test runs only where they
 * lie beside the project, or where {@code CROSSCHECK_ARTICLES} says.
 */
@QuarkusTest
class FirstStoryTest {
    private static final Path SEED = Path.of("seeds/trump-putin-call-2017-05-02.json");

    /** In order of publication: file, id in the seed dossier, publisher, time, credits. */
    private static final String[][] ARTICLES = {
        {"004_dc6718f12059daa3", "washington-times-2017-05-02", "washington-times", "2017-05-02T20:30:00Z", ""},
        {"003_d31af626406f09cc", "ap-2017-05-02", "associated-press", "2017-05-02T21:30:00Z", ""},
        {"000_7a4fd221a2404621", "nyt-2017-05-02", "new-york-times", "2017-05-02T22:00:00Z", ""},
        {"001_91baa07ae19ff9b9", "nyt-2017-05-02-web", "new-york-times", "2017-05-02T23:30:00Z", ""},
        {"002_2cc7ead8b3e88de4", "straits-times-2017-05-04", "straits-times", "2017-05-04T00:00:00Z", "NYTIMES,REUTERS"}
    };

    private static Path articles() {
        String given = System.getenv("CROSSCHECK_ARTICLES");
        return Path.of(given == null ? "../shared/articles" : given);
    }

    private static void ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isIn(200, 201);
    }

    private static String submitted(JsonNode seed) throws IOException {
        String story = "/v1/stories/first-story-from-text";
        for (JsonNode party : seed.path("parties")) {
            ObjectNode alone = party.deepCopy();
            alone.remove("partOf");
            ok(Api.putAnyway("/v1/parties/" + party.path("id").asText(), alone));
        }
        for (JsonNode party : seed.path("parties"))
            ok(Api.putAnyway("/v1/parties/" + party.path("id").asText(), party));
        List<JsonNode> concepts = new ArrayList<>();
        seed.path("concepts").forEach(concepts::add);
        for (JsonNode concept : concepts) {
            ObjectNode alone = concept.deepCopy();
            alone.remove("broader");
            ok(Api.putAnyway("/v1/concepts/" + concept.path("id").asText(), alone));
        }
        for (JsonNode concept : concepts)
            ok(Api.putAnyway("/v1/concepts/" + concept.path("id").asText(), concept));
        ok(Api.putAnyway(story, "{\"title\": \"The call\", \"autoAccept\": {\"minimumConfidence\": 0.5}}"));
        for (JsonNode attribute : seed.path("attributes"))
            ok(Api.putAnyway(story + "/attributes/" + attribute.path("id").asText(), attribute));
        for (JsonNode source : seed.path("sources")) {
            // the two official readouts are no articles: their facts are an editor's
            if (source.path("coverage").asText().equals("COMPLETE")) ok(Api.post(story + "/sources", source));
        }
        for (String[] article : ARTICLES) {
            ObjectNode body = (ObjectNode) Api.json("{}");
            body.put("id", article[1]).put("publisher", article[2]).put("publishedAt", article[3]);
            body.put("language", "en").put("text", Files.readString(articles().resolve(article[0] + ".txt")));
            if (!article[4].isEmpty())
                for (String credit : article[4].split(","))
                    body.withArray("credits").add(credit);
            ok(Api.post(story + "/sources", body));
        }
        return story;
    }

    @Test
    void the_articles_alone_give_the_flags_of_the_seed_dossier() throws IOException {
        assumeTrue(Files.isDirectory(articles()), "the articles are not here");
        JsonNode seed = Api.json(Files.readString(SEED));
        String story = submitted(seed);
        JsonNode expected = Api.json(Api.post("/v1/check", seed)).path("findings");
        for (String attribute : List.of(
                "call-number",
                "missiles-launched",
                "safe-zones",
                "meeting-venue",
                "astana-talks-start",
                "civil-war-length",
                "north-korea")) {
            JsonNode finding = Api.json(Api.get(story + "/findings/" + attribute));
            List<String> flags = new ArrayList<>();
            for (JsonNode other : expected)
                if (other.path("attribute").asText().equals(attribute)) flags = Api.texts(other.path("flags"));
            assertThat(Api.texts(finding.path("flags")))
                    .as(finding.toPrettyString())
                    .isEqualTo(flags);
        }
        JsonNode calls = Api.json(Api.get(story + "/findings/call-number")).path("support");
        assertThat(calls.path("sources").asInt()).isEqualTo(4);
        assertThat(calls.path("lineages").asInt()).isEqualTo(2);
        assertThat(Api.json(Api.get(story + "/sources/straits-times-2017-05-04"))
                        .path("lineage")
                        .asText())
                .isEqualTo(Api.json(Api.get(story + "/sources/nyt-2017-05-02"))
                        .path("lineage")
                        .asText());
    }
}
