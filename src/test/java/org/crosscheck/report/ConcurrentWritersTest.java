package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.crosscheck.dossier.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many clients write at once: nothing is lost, nobody waits in a circle, and the stored report is right. */
@QuarkusTest
class ConcurrentWritersTest {
    private static final int THREADS = 16;
    private static final Duration RUN = Duration.ofSeconds(5);
    /** They go on until each kind of request had so many answers. */
    private static final int TURNS = 3;
    /** Where some kind of writer never gets its turn while others write, they would go on for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TestHTTPResource
    URI address;

    private Client api;
    private ExecutorService threads;

    @BeforeEach
    void connect() {
        api = new Client(address);
        threads = Executors.newFixedThreadPool(2 * THREADS);
    }

    @AfterEach
    void disconnect() {
        threads.shutdownNow();
    }

    @Test
    void what_writers_of_every_kind_leave_behind_is_all_there_and_judged_right() throws Exception {
        Turmoil turmoil = new Turmoil(api);
        turmoil.prepare();
        turmoil.start();
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < THREADS - 4; i++) writers.add(turmoil.editor(i));
        writers.add(turmoil.attributes());
        writers.add(turmoil.concepts());
        writers.add(turmoil.parties());
        writers.add(turmoil.neighbours());
        writers.add(turmoil.reader());
        for (Future<Void> writer : threads.invokeAll(writers)) writer.get();

        turmoil.everythingIsThere();
        api.isUpToDate(Turmoil.STORY);
        api.isUpToDate(Turmoil.NEIGHBOUR);
        assertThat(turmoil.turns.values())
                .as("%s", turmoil.turns)
                .hasSize(Turmoil.KINDS)
                .allMatch(turns -> turns >= TURNS);
    }

    @Test
    void of_many_who_create_the_same_one_does_and_the_others_are_told() throws Exception {
        assertThat(statuses(i -> api.send("PUT", "/v1/stories/created-at-once", "{\"title\":\"Once\"}")))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, THREADS - 1L));
        party("created-at-once");
        api.put("/v1/stories/created-at-once/attributes/topic", "{\"type\":\"TOPIC\"}");
        String source = """
                {"id": "s", "publisher": "created-at-once", "publishedAt": "2017-05-02T00:00:00Z",
                 "facts": [{"attribute": "topic"}]}""";
        assertThat(statuses(i -> api.send("POST", "/v1/stories/created-at-once/sources", source)))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, THREADS - 1L));
        String facts = "/v1/stories/created-at-once/sources/s/facts";
        assertThat(statuses(i -> api.send("POST", facts, "{\"attribute\":\"topic\",\"wording\":\"said\"}")))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, THREADS - 1L));
        assertThat(api.get("/v1/stories/created-at-once/facts").toString())
                .contains("said")
                .satisfies(list -> assertThat(list.split("\"attribute\"")).hasSize(3));
        assertThat(statuses(i -> api.send("PUT", "/v1/parties/created-at-once-too", "{\"name\":\"Too\"}")))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, THREADS - 1L));
        assertThat(statuses(i -> api.send("PUT", "/v1/stories/imported-at-once/dossier", """
                        {"story": {"title": "Once"}, "parties": [{"id": "imported-at-once", "name": "Once"}]}""")))
                .containsOnly(Map.entry(201, 1L), Map.entry(200, THREADS - 1L));
        api.isUpToDate("created-at-once");
    }

    @Test
    void a_story_that_is_created_and_deleted_over_and_over_never_falls_back_to_an_earlier_version() throws Exception {
        Map<Long, Integer> versions = new ConcurrentHashMap<>();
        Map<Integer, Long> statuses = statuses(i -> {
            Client.Answer answer = null;
            for (int n = 0; n < 10; n++) {
                boolean deletes = (i + n) % 2 == 0;
                answer = deletes
                        ? api.send("DELETE", "/v1/stories/on-and-off", null)
                        : api.putAnyway("/v1/stories/on-and-off", "{\"title\":\"t" + i + "-" + n + "\"}");
                assertThat(answer.status()).as(answer.body()).isIn(deletes ? List.of(204, 404) : List.of(200, 201));
                if (deletes) continue;
                int revision = answer.json().get("revision").asInt();
                assertThat(versions.merge((long) revision, 1, Integer::sum))
                        .as("revision %s", revision)
                        .isEqualTo(1);
            }
            return answer;
        });
        assertThat(statuses.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(THREADS);
    }

    @Test
    void duplicates_with_one_idempotency_key_are_stored_once_and_answered_alike() throws Exception {
        party("idempotent-at-once");
        api.put("/v1/stories/idempotent-at-once", "{\"title\":\"Once\"}");
        api.put("/v1/stories/idempotent-at-once/attributes/topic", "{\"type\":\"TOPIC\"}");
        String source = """
                {"publisher": "idempotent-at-once", "publishedAt": "2017-05-02T00:00:00Z",
                 "facts": [{"attribute": "topic"}]}""";
        List<Client.Answer> answers = atOnce(
                i -> api.send("POST", "/v1/stories/idempotent-at-once/sources", source, "Idempotency-Key", "one"));
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(answers.get(0).status()).isEqualTo(201);
        assertThat(api.get("/v1/stories/idempotent-at-once/report")
                        .get("sources")
                        .asInt())
                .isEqualTo(1);
        String facts = answers.get(0).location() + "/facts";
        List<Client.Answer> added = atOnce(i ->
                api.send("POST", facts, "{\"attribute\":\"topic\",\"wording\":\"again\"}", "Idempotency-Key", "two"));
        assertThat(new HashSet<>(added)).hasSize(1);
        assertThat(added.get(0).status()).isEqualTo(201);
        String fact = added.get(0).json().get("id").asText();
        String reviews = "{\"reviews\":[{\"fact\":\"" + fact + "\",\"status\":\"REJECTED\",\"revision\":1}]}";
        List<Client.Answer> reviewed = atOnce(i ->
                api.send("POST", "/v1/stories/idempotent-at-once/facts/reviews", reviews, "Idempotency-Key", "three"));
        assertThat(new HashSet<>(reviewed)).hasSize(1);
        assertThat(reviewed.get(0).status()).as(reviewed.get(0).body()).isEqualTo(200);
        assertThat(reviewed.get(0).json().at("/items/0/revision").asInt()).isEqualTo(2);
    }

    @Test
    void of_many_who_change_the_same_state_exactly_one_wins_each_round() throws Exception {
        party("race");
        String story = "/v1/stories/race";
        api.put(story, "{\"title\":\"Race\"}");
        api.put(story + "/attributes/number", "{\"type\":\"ORDINAL\"}");
        api.post(story + "/sources", """
                {"id": "s", "publisher": "race", "publishedAt": "2017-05-02T00:00:00Z",
                 "facts": [{"id": "f", "attribute": "number", "value": {"type": "ORDINAL", "number": 999}}]}""");
        Map<String, IntFunction<String>> bodies = Map.of(
                story,
                n -> "{\"title\":\"Race " + n + "\"}",
                story + "/attributes/number",
                n -> "{\"type\":\"ORDINAL\",\"label\":\"n" + n + "\"}",
                story + "/sources/s",
                n -> "{\"publisher\":\"race\",\"publishedAt\":\"2017-05-02T00:00:00Z\",\"title\":\"" + n + "\"}",
                story + "/facts/f",
                n -> "{\"attribute\":\"number\",\"value\":{\"type\":\"ORDINAL\",\"number\":" + n + "}}",
                "/v1/parties/race",
                n -> "{\"name\":\"Race " + n + "\"}");
        for (int round = 0; round < 3; round++)
            for (String path : bodies.keySet()) race(path, 1000 * round, bodies.get(path));
        // A dossier that leaves sources out removes them.
        race(
                story + "/dossier",
                0,
                n -> "{\"story\":{\"title\":\"Race\"},\"parties\":[{\"id\":\"race\",\"name\":\"Import " + n + "\"}]}");
        api.isUpToDate("race");
    }

    private void race(String path, int first, IntFunction<String> body) throws Exception {
        String tag = api.must("GET", path, null).tag();
        assertThat(statuses(i -> api.send("PUT", path, body.apply(first + i + 1), "If-Match", tag)))
                .as(path)
                .containsOnly(Map.entry(200, 1L), Map.entry(412, THREADS - 1L));
    }

    private void party(String id) {
        api.put("/v1/parties/" + id, "{\"name\":\"" + id + "\"}");
    }

    private Map<Integer, Long> statuses(IntFunction<Client.Answer> call) throws Exception {
        Map<Integer, Long> statuses = new HashMap<>();
        atOnce(call).forEach(answer -> statuses.merge(answer.status(), 1L, Long::sum));
        return statuses;
    }

    private List<Client.Answer> atOnce(IntFunction<Client.Answer> call)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<Client.Answer>> calls = IntStream.range(0, THREADS)
                .<Callable<Client.Answer>>mapToObj(i -> () -> {
                    start.await();
                    return call.apply(i);
                })
                .toList();
        List<Client.Answer> answers = new ArrayList<>();
        for (Future<Client.Answer> answer : threads.invokeAll(calls)) answers.add(answer.get());
        return answers;
    }

    /** Everything that may happen to a story, at once. */
    private static final class Turmoil {
        static final String STORY = "turmoil";
        static final String NEIGHBOUR = "turmoil-neighbour";
        private static final String PATH = "/v1/stories/" + STORY;
        private static final int KINDS = 12;
        private static final List<String> TYPES =
                List.of("QUANTITY", "CONCEPT", "TOPIC", "TIME", "TEXT", "ORDINAL", "DURATION");

        private final Client api;
        /** What each fact of each source must be in the end, by source and fact; empty where the source is gone. */
        private final Map<String, Map<String, ObjectNode>> expected = new ConcurrentHashMap<>();

        private Instant start;
        /** How often each kind of request was answered. */
        private final Map<String, Integer> turns = new ConcurrentHashMap<>();

        Turmoil(Client api) {
            this.api = api;
        }

        void prepare() {
            api.put(PATH, "{\"title\":\"Turmoil\"}");
            for (int i = 0; i < 6; i++) api.put("/v1/parties/turmoil-p" + i, "{\"name\":\"P" + i + "\"}");
            for (int i = 0; i < 6; i++)
                api.put("/v1/concepts/turmoil-c" + i, "{\"label\":\"C\",\"scheme\":\"turmoil\"}");
            for (String type : TYPES) attribute(type, new SplittableRandom(1));
            neighbour(new SplittableRandom(1));
        }

        void start() {
            turns.replaceAll((kind, count) -> 0);
            start = Instant.now();
        }

        private boolean isGoingOn() {
            Duration since = Duration.between(start, Instant.now());
            boolean allHadTheirTurn =
                    turns.size() == KINDS && turns.values().stream().allMatch(count -> count >= TURNS);
            return since.compareTo(allHadTheirTurn ? RUN : PATIENCE) < 0;
        }

        private JsonNode send(String kind, String method, String path, Object body) {
            Client.Answer answer = method.equals("PUT") ? api.putAnyway(path, body) : api.must(method, path, body);
            if (start == null || isGoingOn()) turns.merge(kind, 1, Integer::sum);
            return answer.body().isEmpty() ? null : answer.json();
        }

        Callable<Void> editor(int i) {
            return () -> {
                SplittableRandom random = new SplittableRandom(i);
                for (int n = 0; isGoingOn(); n++) {
                    String source = "s" + i + "-" + random.nextInt(3);
                    Map<String, ObjectNode> facts = expected.get(source);
                    if (facts == null) submit(source, n, random);
                    else if (random.nextInt(12) == 0) withdraw(source);
                    else if (random.nextInt(6) == 0) restate(source, n, random);
                    else if (facts.isEmpty() || random.nextInt(3) == 0) add(source, n, random);
                    else change(facts, source, n, random);
                }
                return null;
            };
        }

        private void submit(String source, int n, SplittableRandom random) {
            ObjectNode document = document(random).put("id", source);
            Map<String, ObjectNode> facts = new HashMap<>();
            for (int f = random.nextInt(3); f >= 0; f--) {
                ObjectNode fact = fact(random);
                facts.put(source + "-" + n + "-" + f, fact);
                document.withArray("facts").add(fact.deepCopy().put("id", source + "-" + n + "-" + f));
            }
            send("POST source", "POST", PATH + "/sources", document);
            expected.put(source, facts);
        }

        private void withdraw(String source) {
            send("DELETE source", "DELETE", PATH + "/sources/" + source, null);
            expected.remove(source);
        }

        private void restate(String source, int n, SplittableRandom random) {
            ObjectNode document = document(random).put("title", "Title " + n);
            send("PUT source", "PUT", PATH + "/sources/" + source, document);
        }

        private void add(String source, int n, SplittableRandom random) {
            ObjectNode fact = fact(random);
            String id = source + "-" + n;
            send(
                    "POST fact",
                    "POST",
                    PATH + "/sources/" + source + "/facts",
                    fact.deepCopy().put("id", id));
            expected.get(source).put(id, fact);
        }

        private void change(Map<String, ObjectNode> facts, String source, int n, SplittableRandom random) {
            String id = List.copyOf(facts.keySet()).get(random.nextInt(facts.size()));
            String path = PATH + "/facts/" + id;
            switch (random.nextInt(3)) {
                case 0 -> {
                    ObjectNode fact = fact(random);
                    send("PUT fact", "PUT", path, fact);
                    facts.put(id, fact);
                }
                case 1 -> {
                    String status = random.nextBoolean() ? "ACCEPTED" : "REJECTED";
                    send("PUT status", "PUT", path + "/status", "{\"status\":\"" + status + "\"}");
                    facts.get(id).put("status", status);
                }
                default -> {
                    send("DELETE fact", "DELETE", path, null);
                    facts.remove(id);
                }
            }
        }

        private static ObjectNode document(SplittableRandom random) {
            ObjectNode document = Client.JSON
                    .createObjectNode()
                    .put("publisher", "turmoil-p" + random.nextInt(6))
                    .put("publishedAt", "2017-05-0" + (1 + random.nextInt(3)) + "T00:00:00Z")
                    .put("coverage", random.nextInt(4) == 0 ? "COMPLETE" : "SELECTIVE");
            if (random.nextInt(3) == 0) document.putArray("credits").add("WIRE" + random.nextInt(3));
            return document;
        }

        private static ObjectNode fact(SplittableRandom random) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            ObjectNode fact = Client.JSON
                    .createObjectNode()
                    .put("attribute", type.toLowerCase(java.util.Locale.ROOT))
                    .put("stance", random.nextInt(4) == 0 ? "DENIES" : "AFFIRMS")
                    .put("wording", "w" + random.nextInt(1000))
                    .put("status", "ACCEPTED");
            if (random.nextBoolean()) fact.put("claimant", "turmoil-p" + random.nextInt(6));
            ObjectNode value = fact.putObject("value").put("type", type);
            int n = 1 + random.nextInt(5);
            switch (type) {
                case "QUANTITY" -> value.put("min", n).put("max", n + 1).put("unit", "turmoil-c" + n);
                case "CONCEPT" -> value.put("concept", "turmoil-c" + n);
                case "TIME" -> value.put("edtf", "2017-05-0" + n);
                case "TEXT" -> value.put("text", "words " + n);
                case "ORDINAL" -> value.put("number", n);
                case "DURATION" -> value.put("min", "P" + n + "D");
                default -> {}
            }
            return fact;
        }

        Callable<Void> attributes() {
            return forever(random -> attribute(TYPES.get(random.nextInt(TYPES.size())), random));
        }

        private void attribute(String type, SplittableRandom random) {
            ObjectNode attribute = Client.JSON
                    .createObjectNode()
                    .put("type", type)
                    .put("label", "L" + random.nextInt(3))
                    .put("evolving", random.nextBoolean());
            if (type.equals("QUANTITY") || type.equals("TIME")) attribute.put("tolerance", random.nextInt(3));
            if (type.equals("QUANTITY")) attribute.put("unit", "turmoil-c" + random.nextInt(6));
            send("PUT attribute", "PUT", PATH + "/attributes/" + type.toLowerCase(java.util.Locale.ROOT), attribute);
        }

        Callable<Void> concepts() {
            return forever(random -> {
                int i = 1 + random.nextInt(5);
                send("PUT concept", "PUT", "/v1/concepts/turmoil-c" + i, concept(i, random));
            });
        }

        private static ObjectNode concept(int i, SplittableRandom random) {
            ObjectNode concept =
                    Client.JSON.createObjectNode().put("label", "C").put("scheme", "turmoil");
            concept.putArray("broader").add("turmoil-c" + random.nextInt(i));
            return concept;
        }

        Callable<Void> parties() {
            return forever(random -> {
                int i = 1 + random.nextInt(5);
                ObjectNode party = Client.JSON.createObjectNode().put("name", "Name " + random.nextInt(100));
                if (random.nextBoolean()) party.put("partOf", "turmoil-p" + random.nextInt(i));
                send("PUT party", "PUT", "/v1/parties/turmoil-p" + i, party);
            });
        }

        Callable<Void> neighbours() {
            return forever(this::neighbour);
        }

        private void neighbour(SplittableRandom random) {
            ObjectNode dossier = Client.JSON.createObjectNode();
            dossier.putObject("story").put("title", "Neighbour " + random.nextInt(3));
            dossier.putArray("parties").addObject().put("id", "turmoil-p0").put("name", "Name " + random.nextInt(2));
            dossier.putArray("concepts").add(concept(5, random).put("id", "turmoil-c5"));
            dossier.putArray("attributes").addObject().put("id", "concept").put("type", "CONCEPT");
            for (int i = 0; i < 4; i++) {
                ObjectNode source = document(random).put("id", "s" + i);
                source.putArray("facts")
                        .addObject()
                        .put("attribute", "concept")
                        .putObject("value")
                        .put("type", "CONCEPT")
                        .put("concept", "turmoil-c" + random.nextInt(6));
                dossier.withArray("sources").add(source);
            }
            send("PUT dossier", "PUT", "/v1/stories/" + NEIGHBOUR + "/dossier", dossier);
        }

        Callable<Void> reader() {
            long[] last = {0};
            return forever(random -> {
                JsonNode dossier = send("GET dossier", "GET", PATH + "/dossier", null);
                // What is exported is one state: it can be checked at any time.
                api.check(dossier);
                long version = api.version(STORY);
                assertThat(version).isGreaterThanOrEqualTo(last[0]);
                last[0] = version;
            });
        }

        private interface Step {
            void take(SplittableRandom random) throws Exception;
        }

        private Callable<Void> forever(Step step) {
            return () -> {
                SplittableRandom random = new SplittableRandom(7);
                while (isGoingOn()) step.take(random);
                return null;
            };
        }

        void everythingIsThere() {
            Map<String, Map<String, ObjectNode>> there = new HashMap<>();
            for (JsonNode source : api.dossier(STORY).get("sources")) {
                Map<String, ObjectNode> facts = new HashMap<>();
                if (source.has("facts"))
                    source.get("facts").forEach(fact -> facts.put(fact.get("id").asText(), said(fact)));
                there.put(source.get("id").asText(), facts);
            }
            assertThat(there).isEqualTo(expected);
        }

        private static ObjectNode said(JsonNode fact) {
            return ((ObjectNode) fact).without(List.of("id", "certainty", "origin"));
        }
    }
}
