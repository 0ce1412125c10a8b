package org.crosscheck.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.crosscheck.http.Api;
import org.crosscheck.value.Value;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How well texts are read. Three invented stories, written without a look at the rules, are told by four sources each;
 * what their dossiers say is held against what the program reads from the texts alone. Where the folder of five real
 * articles is there, the same is done with the seed story; their texts are not ours to publish.
 *
 * <p>The floors lie a little below what was measured, so that it fails when texts are read worse than before.
 */
@QuarkusTest
@TestProfile(EvaluationTest.NothingButSeeds.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationTest {
    /** The program starts anew, so that no names of other tests are known. */
    public static class NothingButSeeds implements QuarkusTestProfile {}

    private static final List<String> STORIES = List.of("fire", "takeover", "talks");

    private static final Map<String, String> ARTICLES = Map.of(
            "washington-times-2017-05-02", "004_",
            "ap-2017-05-02", "003_",
            "nyt-2017-05-02", "000_",
            "nyt-2017-05-02-web", "001_",
            "straits-times-2017-05-04", "002_");

    private List<Reading> stories;
    private Optional<Reading> articles;

    private synchronized List<Reading> stories() {
        if (stories == null)
            stories = STORIES.stream()
                    .map(name -> new Reading(Api.file("/evaluate/" + name + ".json")))
                    .toList();
        return stories;
    }

    private synchronized Optional<Reading> articles() {
        if (articles == null)
            articles = Files.isDirectory(folder()) ? Optional.of(new Reading(seedStory())) : Optional.empty();
        return articles;
    }

    private static Path folder() {
        String given = System.getProperty("crosscheck.articles", System.getenv("CROSSCHECK_ARTICLES"));
        return Path.of(given == null ? "../shared/articles" : given);
    }

    /** The seed story with the articles' texts, and without the official readouts, which are no articles. */
    private static ObjectNode seedStory() {
        ObjectNode dossier = Api.file("/seeds/trump-putin-call-2017-05-02.json");
        ((ObjectNode) dossier.path("story")).put("id", "evaluate-articles");
        ArrayNode sources = (ArrayNode) dossier.remove("sources");
        ArrayNode kept = dossier.putArray("sources");
        for (JsonNode source : sources) {
            String prefix = ARTICLES.get(source.path("id").asText());
            if (prefix != null) kept.add(((ObjectNode) source).put("text", text(prefix)));
        }
        return dossier;
    }

    private static String text(String prefix) {
        try (Stream<Path> files = Files.list(folder())) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().startsWith(prefix))
                            .findFirst()
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Score total(List<Reading> readings, boolean withVoice) {
        Score total = Score.NONE;
        for (Value.Type type : Value.Type.values()) total = total.plus(score(readings, type, withVoice));
        return total;
    }

    private static Score score(List<Reading> readings, Value.Type type, boolean withVoice) {
        return readings.stream().map(reading -> reading.score(type, withVoice)).reduce(Score.NONE, Score::plus);
    }

    private static double sameVerdicts(List<Reading> readings) {
        double same = readings.stream().mapToLong(Reading::sameVerdicts).sum();
        return same / readings.stream().mapToInt(Reading::attributes).sum();
    }

    @Test
    void the_facts_of_the_invented_stories_are_found_as_well_as_they_were() {
        Score score = total(stories(), false);
        assertThat(score.precision()).isGreaterThan(0.84);
        assertThat(score.recall()).isGreaterThan(0.57);
    }

    @Test
    void those_who_say_them_are_found_as_well_as_they_were() {
        Score score = total(stories(), true);
        assertThat(score.precision()).isGreaterThan(0.78);
        assertThat(score.recall()).isGreaterThan(0.52);
    }

    @Test
    void the_verdicts_come_out_as_well_as_they_did() {
        assertThat(sameVerdicts(stories())).isGreaterThan(0.42);
    }

    @Test
    void copies_share_the_lineage_of_their_origin() {
        for (Reading story : stories())
            for (List<String> copy : story.copies())
                assertThat(story.sharesLineage(copy.get(0), copy.get(1)))
                        .as(copy.toString())
                        .isTrue();
    }

    @Test
    void the_facts_of_the_five_articles_are_found_as_well_as_they_were() {
        assumeTrue(articles().isPresent(), "the articles are not there");
        Score score = total(List.of(articles().get()), true);
        assertThat(score.precision()).isGreaterThan(0.72);
        assertThat(score.recall()).isGreaterThan(0.66);
    }

    /** The README's tables; and what was read and every mistake as files, for those who improve the rules. */
    @AfterAll
    void print() throws IOException {
        List<Reading> all = new ArrayList<>(stories());
        articles().ifPresent(all::add);
        Path folder = Files.createDirectories(Path.of("target", "evaluation"));
        List<String> mistakes = new ArrayList<>();
        for (Reading story : all) {
            mistakes.addAll(story.mistakes());
            JsonNode read = story.read();
            Files.writeString(folder.resolve(read.at("/story/id").asText() + ".json"), read.toPrettyString());
        }
        Files.write(folder.resolve("mistakes.txt"), mistakes);
        System.out.println(table());
    }

    private String table() {
        Map<String, List<Reading>> groups = new LinkedHashMap<>();
        groups.put("invented", stories());
        articles().ifPresent(each -> groups.put("articles", List.of(each)));
        StringBuilder table = new StringBuilder("""

                | texts | type | found / proposed / there | precision | recall | F1 | with who says it: found / proposed / there | precision | recall | F1 |
                |---|---|--:|--:|--:|--:|--:|--:|--:|--:|
                """);
        groups.forEach((name, readings) -> {
            for (Value.Type type : Value.Type.values())
                append(table, name, type.name(), score(readings, type, false), score(readings, type, true));
            append(table, name, "**all**", total(readings, false), total(readings, true));
        });
        table.append("""

                | texts | attributes with the verdict of the editor's facts | copies in the lineage of their origin |
                |---|--:|--:|
                """);
        groups.forEach((name, readings) -> table.append(
                String.format(Locale.ROOT, "| %s | %s | %s |%n", name, verdicts(readings), copies(readings))));
        return table.toString();
    }

    private static void append(StringBuilder table, String name, String type, Score values, Score withVoice) {
        table.append(String.format("| %s | %s | %s | %s |%n", name, type, values.cells(), withVoice.cells()));
    }

    private static String verdicts(List<Reading> readings) {
        long same = readings.stream().mapToLong(Reading::sameVerdicts).sum();
        int all = readings.stream().mapToInt(Reading::attributes).sum();
        return String.format(Locale.ROOT, "%d of %d (%.2f)", same, all, sameVerdicts(readings));
    }

    private static String copies(List<Reading> readings) {
        long all = readings.stream().mapToLong(each -> each.copies().size()).sum();
        long recognised = readings.stream()
                .mapToLong(each -> each.copies().stream()
                        .filter(copy -> each.sharesLineage(copy.get(0), copy.get(1)))
                        .count())
                .sum();
        return recognised + " of " + all;
    }
}
