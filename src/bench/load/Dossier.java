import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Writes the dossier of an invented story: {@code java Dossier.java STORY VOICES ATTRIBUTES FACTS [WORDS]}. Each voice speaks of each
 * attribute in turn, in sources of up to 30 facts, until there are as many facts as asked for. Voices fall into five camps on each
 * attribute; one source of ten credits a wire. Sources have texts of so many words, none by default.
 */
class Dossier {
    private static final int FACTS_OF_A_SOURCE = 30;
    private static final int WIRES = 3;
    private static final Instant FIRST = Instant.parse("2017-05-02T00:00:00Z");

    private final String story;
    private final int voices;
    private final int attributes;
    private final int facts;
    private final int words;
    private final PrintWriter out;
    private final Random random = new Random(1);

    private Dossier(String story, int voices, int attributes, int facts, int words, PrintWriter out) {
        this.story = story;
        this.voices = voices;
        this.attributes = attributes;
        this.facts = facts;
        this.words = words;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        try (var out =
                new PrintWriter(new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8)))) {
            new Dossier(
                            arguments[0],
                            Integer.parseInt(arguments[1]),
                            Integer.parseInt(arguments[2]),
                            Integer.parseInt(arguments[3]),
                            arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0,
                            out)
                    .write();
        }
    }

    private void write() {
        out.printf("{\"story\": {\"id\": \"%s\", \"title\": \"An invented story\"},%n \"parties\": [", story);
        for (int i = 0; i < voices + WIRES; i++)
            out.printf(
                    "%s{\"id\": \"%s\", \"name\": \"%2$s\", \"kind\": \"OUTLET\"}",
                    i == 0 ? "" : ", ", i < voices ? "voice-" + i : "wire-" + (i - voices));
        out.printf("],%n \"attributes\": [");
        for (int i = 0; i < attributes; i++)
            out.printf("%s{\"id\": \"attribute-%d\", \"type\": \"%s\"}", i == 0 ? "" : ", ", i, type(i));
        out.printf("],%n \"sources\": [");
        sources();
        out.println("]}");
    }

    private void sources() {
        int rounds = (attributes + FACTS_OF_A_SOURCE - 1) / FACTS_OF_A_SOURCE;
        int left = facts;
        for (int source = 0; left > 0; source++) {
            int voice = source % voices;
            int first = source / voices % rounds * FACTS_OF_A_SOURCE;
            int size = Math.min(left, Math.min(FACTS_OF_A_SOURCE, attributes - first));
            out.printf(
                    "%s%n  {\"id\": \"source-%d\", \"publisher\": \"voice-%d\", \"publishedAt\": \"%s\"%s, \"facts\": [",
                    source == 0 ? "" : ",",
                    source,
                    voice,
                    FIRST.plus(Duration.ofMinutes(source)),
                    (source % 10 == 0 ? ", \"credits\": [\"wire-" + source / 10 % WIRES + "\"]" : "") + text());
            for (int i = 0; i < size; i++) {
                int attribute = first + i;
                int camp = (voice * 31 + attribute) % 5;
                out.printf(
                        "%s%n   {\"attribute\": \"attribute-%d\", \"value\": %s, \"wording\": \"as voice %d puts it, %s of attribute %2$d\"}",
                        i == 0 ? "" : ",", attribute, value(attribute, camp), voice, "answer " + camp);
            }
            out.print("]}");
            left -= size;
        }
    }

    /** Sentences of twenty words, of five thousand that there are. */
    private String text() {
        if (words == 0) return "";
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= words; i++)
            text.append(i % 20 == 1 ? "The" : " word" + random.nextInt(5_000)).append(i % 20 == 0 ? ". " : "");
        return ", \"language\": \"en\", \"text\": \"" + text.toString().trim() + "\"";
    }

    private static String type(int attribute) {
        return switch (attribute % 5) {
            case 0 -> "QUANTITY";
            case 1 -> "TIME";
            case 2 -> "ORDINAL";
            case 3 -> "TEXT";
            default -> "TOPIC";
        };
    }

    /** What a camp says; post.lua says the same. */
    private static String value(int attribute, int camp) {
        String type = "{\"type\": \"" + type(attribute) + "\"";
        return switch (attribute % 5) {
            case 0 -> type + ", \"min\": " + (50 + camp) + ", \"max\": " + (60 + camp) + "}";
            case 1 -> type + ", \"edtf\": \"2017-05-0" + (1 + camp) + "\"}";
            case 2 -> type + ", \"number\": " + (1 + camp) + "}";
            case 3 -> type + ", \"text\": \"answer " + camp + "\"}";
            default -> type + "}";
        };
    }
}
