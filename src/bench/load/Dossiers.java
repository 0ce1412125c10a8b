import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Writes dossiers, one a line: always the same ones. Usage: java Dossiers.java [facts] [sources a story] [facts a source].
 * They look like archives do: many outlets that mostly agree, spokesmen whom they quote, every type of value, words beside each value,
 * quotes without the text around them, a full account a story whose silence counts, some denials and some who are told to be silent.
 */
class Dossiers {
    private static final int OUTLETS = 200;
    private static final int SPOKESMEN = 100;
    private static final int COUNTRIES = 12;
    private static final int TOWNS = 60;
    private static final int QUOTED = 8;
    private static final List<String> TYPES =
            List.of("QUANTITY", "TIME", "CONCEPT", "TEXT", "TOPIC", "ORDINAL", "DURATION", "QUANTITY");
    private static final List<String> WORDS = List.of(
            "bridge",
            "talks",
            "minister",
            "convoy",
            "harbour",
            "ceasefire",
            "report",
            "budget",
            "storm",
            "vote",
            "rescue",
            "border",
            "market",
            "railway",
            "verdict",
            "inquiry",
            "river",
            "strike",
            "summit",
            "factory",
            "said",
            "late",
            "on",
            "near",
            "after",
            "before",
            "with",
            "officials",
            "witnesses",
            "again",
            "heavy",
            "northern",
            "joint");

    private final Random random;
    private final int sources;
    private final int facts;
    private final int attributes;
    private final String id;

    private Dossiers(int story, int sources, int facts) {
        this.random = new Random(story);
        this.sources = sources;
        this.facts = facts;
        this.attributes = 30 + random.nextInt(31);
        this.id = "archive-" + story;
    }

    public static void main(String[] args) {
        long left = args.length > 0 ? Long.parseLong(args[0]) : 1_000_000;
        int sources = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        int facts = args.length > 2 ? Integer.parseInt(args[2]) : 30;
        PrintWriter out = new PrintWriter(
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), 1 << 20));
        for (int story = 0; left > 0; story++) {
            int perSource = (int) Math.min(facts, Math.max(1, left / sources));
            out.println(new Dossiers(story, sources, perSource).json());
            left -= (long) sources * perSource;
        }
        out.flush();
        if (out.checkError()) throw new IllegalStateException("cannot write");
    }

    private String json() {
        List<Integer> outlets = some(OUTLETS, sources);
        List<Integer> spokesmen = some(SPOKESMEN, QUOTED);
        StringJoiner parties = new StringJoiner(",");
        for (int outlet : outlets)
            parties.add(
                    "{\"id\":\"outlet-%d\",\"name\":\"The Outlet %d\",\"kind\":\"OUTLET\"}".formatted(outlet, outlet));
        for (int spokesman : spokesmen)
            parties.add(
                    "{\"id\":\"spokesman-%d\",\"name\":\"Spokesman %d\",\"kind\":\"PERSON\",\"aliases\":[\"Mr %d\"]}"
                            .formatted(spokesman, spokesman, spokesman));
        StringJoiner concepts = new StringJoiner(",");
        for (int country = 0; country < COUNTRIES; country++)
            concepts.add("{\"id\":\"country-%d\",\"scheme\":\"place\",\"label\":\"Country %d\"}"
                    .formatted(country, country));
        for (int town = 0; town < TOWNS; town++)
            concepts.add("{\"id\":\"town-%d\",\"scheme\":\"place\",\"label\":\"Town %d\",\"broader\":[\"country-%d\"]}"
                    .formatted(town, town, town % COUNTRIES));
        concepts.add("{\"id\":\"vehicle\",\"scheme\":\"kind\",\"label\":\"Vehicle\"}");
        concepts.add("{\"id\":\"lorry\",\"scheme\":\"kind\",\"label\":\"Lorry\",\"broader\":[\"vehicle\"]}");
        StringJoiner questions = new StringJoiner(",");
        for (int attribute = 0; attribute < attributes; attribute++) questions.add(attribute(attribute));
        StringJoiner documents = new StringJoiner(",");
        for (int source = 0; source < sources; source++) documents.add(source(source, outlets.get(source), spokesmen));
        return "{\"story\":{\"id\":\"%s\",\"title\":\"%s\",\"language\":\"en\",\"occurredOn\":\"%s\"},\"parties\":[%s],\"concepts\":[%s],\"attributes\":[%s],\"sources\":[%s]}"
                .formatted(id, words(6), day(0), parties, concepts, questions, documents);
    }

    private String attribute(int attribute) {
        String unit = !type(attribute).equals("QUANTITY")
                ? ""
                : ",\"unit\":\"" + (attribute % 3 == 0 ? "vehicle" : attribute % 3 == 1 ? "USD" : "km") + "\"";
        String evolving = attribute % 16 == 0 ? ",\"evolving\":true" : "";
        return "{\"id\":\"question-%d\",\"label\":\"Question %d\",\"question\":\"%s?\",\"type\":\"%s\"%s,\"cues\":[\"%s\"]%s}"
                .formatted(attribute, attribute, words(5), type(attribute), unit, words(1), evolving);
    }

    private static String type(int attribute) {
        return TYPES.get(attribute % TYPES.size());
    }

    private String source(int source, int outlet, List<Integer> spokesmen) {
        List<Integer> questions = some(attributes, Math.min(attributes, facts));
        StringJoiner said = new StringJoiner(",");
        for (int fact = 0; fact < facts; fact++)
            said.add(fact(source, fact, questions.get(fact % questions.size()), spokesmen));
        Instant published =
                Instant.parse(day(random.nextInt(3)) + "T%02d:%02d:00Z".formatted(random.nextInt(24), source % 60));
        String credits = source % 10 == 3 ? ",\"credits\":[\"REUTERS\"]" : "";
        String derived = source % 10 == 7 ? ",\"derivedFrom\":[\"source-%d\"]".formatted(source - 1) : "";
        String coverage = source == 0 ? ",\"coverage\":\"COMPLETE\",\"covers\":[\"question-0\",\"question-1\"]" : "";
        return "{\"id\":\"source-%d\",\"publisher\":\"outlet-%d\",\"title\":\"%s\",\"url\":\"https://outlet-%d.example/%s/%d\",\"publishedAt\":\"%s\",\"language\":\"en\"%s%s%s,\"facts\":[%s]}"
                .formatted(source, outlet, words(8), outlet, id, source, published, credits, derived, coverage, said);
    }

    private String fact(int source, int fact, int attribute, List<Integer> spokesmen) {
        String claimant = random.nextInt(5) == 0
                ? ",\"claimant\":\"spokesman-%d\"".formatted(spokesmen.get(random.nextInt(spokesmen.size())))
                : "";
        int stance = claimant.isEmpty() ? 0 : random.nextInt(10);
        String said =
                stance == 0 ? "" : stance == 1 ? ",\"stance\":\"DENIES\"" : stance == 2 ? ",\"stance\":\"OMITS\"" : "";
        String value = stance == 2 ? "" : ",\"value\":" + value(attribute);
        String wording = words(4 + random.nextInt(8));
        String evidence = random.nextInt(2) == 0
                ? ""
                : ",\"evidence\":{\"exact\":\"%s\",\"prefix\":\"%s\",\"suffix\":\"%s\"}"
                        .formatted(wording, words(4), words(4));
        String certainty = random.nextInt(10) == 0 ? ",\"certainty\":\"HEDGED\"" : "";
        // Every second source was made by a program that names its facts.
        String name = source % 2 == 0 ? "\"id\":\"s%d-f%d\",".formatted(source, fact) : "";
        return "{%s\"attribute\":\"question-%d\"%s%s%s,\"wording\":\"%s\"%s%s}"
                .formatted(name, attribute, claimant, said, value, wording, certainty, evidence);
    }

    /** Mostly the first of a few answers. */
    private String value(int attribute) {
        int answer = Math.max(0, random.nextInt(8) - 4);
        return switch (type(attribute)) {
            case "QUANTITY" ->
                "{\"type\":\"QUANTITY\",\"min\":%d,\"max\":%d}"
                        .formatted(10 + attribute + answer, 10 + attribute + answer + (answer == 2 ? 5 : 0));
            case "TIME" ->
                "{\"type\":\"TIME\",\"edtf\":\"%s\"}".formatted(answer == 3 ? day(0).substring(0, 7) : day(answer));
            case "CONCEPT" ->
                "{\"type\":\"CONCEPT\",\"concept\":\"%s\"}"
                        .formatted(
                                answer == 3
                                        ? "country-" + attribute % COUNTRIES
                                        : "town-" + (attribute + answer) % TOWNS);
            case "TEXT" ->
                "{\"type\":\"TEXT\",\"text\":\"%s\"}"
                        .formatted(String.join(" ", WORDS.subList(attribute % 20, attribute % 20 + 2 + answer)));
            case "ORDINAL" -> "{\"type\":\"ORDINAL\",\"number\":%d}".formatted(1 + attribute % 5 + answer);
            case "DURATION" ->
                "{\"type\":\"DURATION\",\"min\":\"PT%dH\",\"max\":\"PT%dH\"}".formatted(2 + answer, 2 + answer);
            default -> "{\"type\":\"TOPIC\"}";
        };
    }

    private String day(int later) {
        return LocalDate.of(2015, 1, 1)
                .plusDays(Math.floorMod(id.hashCode(), 3650) + later)
                .toString();
    }

    private String words(int count) {
        StringJoiner words = new StringJoiner(" ");
        for (int i = 0; i < count; i++) words.add(WORDS.get(random.nextInt(WORDS.size())));
        return words.toString();
    }

    /** {@code count} different numbers below {@code all}. */
    private List<Integer> some(int all, int count) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < all; i++) numbers.add(i);
        Collections.shuffle(numbers, random);
        return List.copyOf(numbers.subList(0, count));
    }
}
