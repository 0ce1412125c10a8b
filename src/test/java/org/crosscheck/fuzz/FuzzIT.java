package org.crosscheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.crosscheck.http.Api;
import org.crosscheck.postgres.PackagedProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends requests that are drawn from the contract to every operation of the packaged program, as all kinds of callers: whatever
 * comes, it neither fails nor falls silent, and answers what the contract declares. Run it with {@code -Dfuzz.requests=20000
 * -Dfuzz.seed=7} to look further.
 */
class FuzzIT {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1000);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int PATIENCE_SECONDS = 20;
    private static final String ADMIN = "crosscheck_the-key-of-the-admin-who-fuzzes";
    private static final String STORY = "/v1/stories/";

    private final Random random = new Random(SEED);
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Judge judge = new Judge();
    private final Known known = new Known();
    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();
    private Drawn last;
    private URI address;

    @TempDir
    Path data;

    @Test
    void whatever_is_sent_is_answered_as_the_contract_says() throws Exception {
        List<Operation> operations = Operation.all();
        try (PackagedProgram program = PackagedProgram.start(data, settings())) {
            address = program.address();
            var drawer = new Drawer(random, known, keys());
            prepare(operations);
            long start = System.nanoTime();
            long slowest = 0;
            for (int i = 0; i < REQUESTS && faults.size() < 100; i++) {
                if (i % 100 == 0) prepare(operations);
                Operation operation = operations.get(i < operations.size() ? i : random.nextInt(operations.size()));
                if (i >= operations.size() && operation.method().equals("DELETE") && random.nextInt(3) > 0)
                    operation = operations.get(random.nextInt(operations.size()));
                long before = System.nanoTime();
                tryOut(operations, operation, drawer.draw(operation), i);
                slowest = Math.max(slowest, System.nanoTime() - before);
                if (i % 50 == 49) readable();
            }
            print(System.nanoTime() - start, slowest);
        }
        assertThat(faults.values()).isEmpty();
        assertThat(counts.keySet())
                .as("operations tried")
                .hasSameElementsAs(operations.stream().map(Operation::id).toList());
    }

    private static Map<String, String> settings() {
        String many = "10000000";
        return Map.of(
                "CROSSCHECK_ACCESS_ADMIN_KEY", ADMIN,
                "CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_KEY", many,
                "CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS", many,
                "CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_REFUSED", many);
    }

    /** Nobody, somebody unknown, and callers who may more and more. */
    private List<String> keys() throws Exception {
        for (JsonNode each : Api.json(admin("GET", "/v1/keys", null).body()).path("items"))
            known.forbid(each.path("id").asText());
        List<String> keys = new ArrayList<>(List.of("", "crosscheck_nobody-has-this-one"));
        for (String[] key : new String[][] {{"fuzz-reader", "READER"}, {"fuzz-editor", "EDITOR"}}) {
            known.forbid(key[0]);
            String body = "{\"id\": \"%s\", \"name\": \"%s\", \"role\": \"%s\"}".formatted(key[0], key[0], key[1]);
            Answer created = admin("POST", "/v1/keys", body);
            assertThat(created.status()).as(created.body()).isEqualTo(201);
            keys.add(Api.json(created.body()).path("secret").asText());
        }
        for (int i = 0; i < 6; i++) keys.add(ADMIN);
        return keys;
    }

    /** Makes sure that there is what the examples speak of, and a story with an attribute of each type. */
    private void prepare(List<Operation> operations) throws Exception {
        for (JsonNode dossier : List.of(example(operations, "importDossier"), Api.dossier("fuzz"))) {
            known.learn(dossier);
            Answer answer = admin(
                    "PUT", STORY + dossier.at("/story/id").asText() + "/dossier", dossier.toString(), "If-Match", "*");
            if (answer.status() == 412)
                answer = admin("PUT", STORY + dossier.at("/story/id").asText() + "/dossier", dossier.toString());
            if (answer.status() >= 500) faults.put("prepare", answer.body());
        }
        Operation facts = operation(operations, "listFacts");
        for (String story : known.ids("story").stream().limit(2).toList())
            known.learn(
                    operations,
                    facts,
                    story,
                    Api.json(admin("GET", STORY + story + "/facts", null).body()));
    }

    private JsonNode example(List<Operation> operations, String id) {
        return known.example(operation(operations, id).bodies().path("application/json"));
    }

    private static Operation operation(List<Operation> operations, String id) {
        return operations.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void tryOut(List<Operation> operations, Operation operation, Drawn drawn, int number) throws Exception {
        String said = "seed %d, request %d, %s: %s".formatted(SEED, number, operation.id(), drawn);
        Answer answer;
        try {
            answer = send(drawn);
        } catch (TimeoutException e) {
            faults.putIfAbsent(operation.id() + " hangs", "hangs: %s%n  after %s".formatted(said, last));
            return;
        } finally {
            last = drawn;
        }
        counts.computeIfAbsent(operation.id(), id -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
        judge.fault(operation, drawn, answer)
                .ifPresent(fault -> faults.putIfAbsent(
                        operation.id() + " " + fault,
                        "%s: %s%n  %d %s".formatted(fault, said, answer.status(), answer.body())));
        if (answer.status() < 300 && answer.type().equals("application/json") && !drawn.strangePath())
            known.learn(operations, operation, drawn.story(), Api.json(answer.body()));
        if (operation.method().equals("DELETE") && answer.status() == 204) prepare(operations);
    }

    /** What is stored can be read and stored again, which changes nothing, and is judged as when it was stored. */
    private void readable() throws Exception {
        for (String id : known.ids("story").stream().limit(4).toList()) {
            Answer dossier = admin("GET", STORY + id + "/dossier", null);
            if (dossier.status() == 404) continue;
            Answer again = admin("PUT", STORY + id + "/dossier", dossier.body(), "If-Match", "*");
            if (again.status() != 200 || !again.header("ETag").equals(dossier.header("ETag")))
                faults.putIfAbsent("round trip", "%s%n%d %s".formatted(dossier.body(), again.status(), again.body()));
            JsonNode report =
                    Api.json(admin("GET", STORY + id + "/report", null).body());
            JsonNode checked =
                    Api.json(admin("POST", "/v1/check", dossier.body()).body());
            if (!undecided(report).equals(undecided(checked))) faults.putIfAbsent("check", dossier.body());
        }
    }

    /** The findings, without what editors said on them. */
    private static JsonNode undecided(JsonNode report) {
        JsonNode findings = report.path("findings").deepCopy();
        for (JsonNode finding : findings) ((com.fasterxml.jackson.databind.node.ObjectNode) finding).remove("decision");
        return findings;
    }

    private Answer admin(String method, String path, String body, String... headers) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(Map.of("X-API-Key", ADMIN, "Content-Type", "application/json"));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        return send(
                new Drawn(method, path, null, false, all, body == null ? null : body.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer send(Drawn drawn) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + drawn.path()));
        drawn.headers().forEach(request::header);
        request.method(
                drawn.method(),
                drawn.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(drawn.body()));
        HttpResponse<InputStream> response =
                within(client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
        try (InputStream body = response.body()) {
            boolean stream =
                    response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
            String text = stream ? "" : within(CompletableFuture.supplyAsync(() -> read(body)));
            return new Answer(response.statusCode(), response.headers(), text);
        }
    }

    private static <T> T within(CompletableFuture<T> future) throws Exception {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private static String read(InputStream body) {
        try {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void print(long nanos, long slowest) {
        Map<Integer, Integer> all = new TreeMap<>();
        counts.forEach((operation, statuses) -> {
            System.out.printf("%-24s %s%n", operation, statuses);
            statuses.forEach((status, count) -> all.merge(status, count, Integer::sum));
        });
        System.out.printf(
                "Fuzz: seed %d, %d requests to %d operations in %d s, the slowest took %d ms: %s%n",
                SEED,
                all.values().stream().mapToInt(i -> i).sum(),
                counts.size(),
                nanos / 1_000_000_000,
                slowest / 1_000_000,
                all);
    }
}
