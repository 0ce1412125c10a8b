package org.crosscheck.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;

/** Spoils good bodies. */
final class Mutation {
    private static final String HOLE = "\"HOLE\"";

    /** What takes the place of something good, as it stands in JSON. */
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e-400",
            "1e2147483647",
            "99999999999999999999",
            "NaN",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u202e\"",
            "\"%\"",
            "\"'\"",
            "\"{0}\"",
            "\"${1+1}\"",
            "\"\\\\\"",
            "\"../..\"",
            "\"2020-05-02\"",
            "\"2020-05-02T10:00:00Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"../2020\"",
            "\"201X\"",
            "\"Y170000002\"",
            "\"P1Y\"",
            "\"P999999999Y\"",
            "\"PT0S\"",
            "\"OMITS\"",
            "\"DENIES\"",
            "\"COMPLETE\"",
            "\"TOPIC\"",
            "\"USD\"",
            "\"kg\"",
            "\"[in_i]\"",
            "\"10*\"",
            "\"m/(\"",
            "\"Cel\"",
            "\"REJECTED\"",
            "\"http://127.0.0.1:1/\"",
            "{\"type\": \"TOPIC\"}",
            "{\"type\": \"ORDINAL\", \"number\": -9223372036854775808}",
            "{\"type\": \"QUANTITY\", \"min\": 1e-40, \"unit\": \"m\"}",
            "{\"type\": \"QUANTITY\", \"max\": 1e39, \"unit\": \"Cel\"}",
            "{\"type\": \"TIME\", \"edtf\": \"../2020-05~\"}",
            "{\"type\": \"DURATION\", \"max\": \"PT1M\", \"maxExclusive\": true}",
            "{\"type\": \"TEXT\", \"text\": \"\u0130\ufdfa\"}",
            "\"" + "a".repeat(3000) + "\"",
            "[" + "\"a\",".repeat(300) + "\"b\"]",
            "[".repeat(3000) + "]".repeat(3000));

    /** What comes where no JSON is asked for: in a path, a query, a header, a line of text. */
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "1",
            "2",
            "501",
            "99999999999999999999",
            "1e3",
            "true",
            "null",
            "*",
            "%",
            "%25",
            "'",
            "\"",
            ",",
            ";",
            "{}",
            "..",
            "a/b",
            "\u0000",
            "\n",
            "\ufffd",
            "\u0130",
            "é",
            "2020-05-02",
            "2020-05-02T10:00:00Z",
            "2020-13-45",
            "AGREEMENT",
            "no-such-thing",
            "=1+1",
            "a".repeat(200),
            "a".repeat(3000));

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Changes up to three things in a body that is JSON, and now and then its text. */
    byte[] json(JsonNode good) {
        JsonNode bad = good.deepCopy();
        int times = random.nextInt(4);
        for (int i = 0; i < times; i++) {
            List<JsonNode> parents = new ArrayList<>();
            gather(bad, parents);
            if (!parents.isEmpty()) spoil(parents.get(random.nextInt(parents.size())), parents);
        }
        String body = bad.toString();
        while (body.contains(HOLE)) body = body.replaceFirst(HOLE, Matcher.quoteReplacement(junk()));
        return switch (random.nextInt(60)) {
            case 0 -> text(body.substring(0, random.nextInt(body.length())));
            case 1 -> text(body + body);
            case 2 -> text("\ufeff" + body);
            case 3 -> text("[".repeat(100_000));
            case 4 -> new byte[0];
            case 5 -> new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
            case 6 -> body.getBytes(StandardCharsets.UTF_16);
            case 7 -> text(body.replaceFirst("\\{", "{\"id\": \"twice\", \"id\": \"twice\", "));
            default -> text(body);
        };
    }

    /** Changes up to three lines of a body that is text. */
    byte[] text(String good, String separator) {
        List<String> lines = new ArrayList<>(List.of(good.split("\n")));
        int times = random.nextInt(4);
        for (int i = 0; i < times && !lines.isEmpty(); i++) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            int place = random.nextInt(line.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, line);
                case 2 -> lines.set(at, line.substring(0, place) + word() + line.substring(place));
                case 3 -> lines.set(at, line.substring(0, place));
                default -> lines.set(at, line.replaceFirst("[a-zA-Z0-9]+", Matcher.quoteReplacement(word())));
            }
        }
        return text(String.join(separator, lines) + separator);
    }

    private static byte[] text(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private String junk() {
        return JUNK.get(random.nextInt(JUNK.size()));
    }

    private static void gather(JsonNode node, List<JsonNode> parents) {
        if (node.isContainerNode()) parents.add(node);
        node.forEach(child -> gather(child, parents));
    }

    /** Drops, replaces, copies or adds one thing in {@code parent}. */
    private void spoil(JsonNode parent, List<JsonNode> all) {
        JsonNode other = all.get(random.nextInt(all.size())).deepCopy();
        if (parent instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name =
                    names.isEmpty() || random.nextInt(20) == 0 ? "extra" : names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name, other);
                default -> object.put(name, "HOLE");
            }
        } else if (parent instanceof ArrayNode array) {
            int at = array.isEmpty() ? 0 : random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, other);
                case 2 -> array.insert(at, "HOLE");
                default -> {
                    if (!array.isEmpty()) array.add(array.get(at).deepCopy());
                }
            }
        }
    }
}
