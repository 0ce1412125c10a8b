package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.crosscheck.dossier.Client;

/**
 * Editors who write to a program that is killed under them. What gets no answer, or 503, they send again until it does, with its
 * Idempotency-Key where it has one; and they know what must be there in the end.
 */
final class Newsdesk implements AutoCloseable {
    static final String STORY = "newsdesk";
    private static final String PATH = "/v1/stories/" + STORY;
    private static final int EDITORS = 5;
    /** The other stories and the parties that are written, by editor. */
    private static final String OTHER = "/v1/stories/newsdesk-";

    private static final String PARTY = "/v1/parties/newsdesk-";

    /** Writes that were answered 2xx. */
    final AtomicInteger acknowledged = new AtomicInteger();
    /** Writes whose connection ended without an answer, and that were answered 2xx when they were sent again. */
    final AtomicInteger unanswered = new AtomicInteger();
    /** Answers of 503. */
    final AtomicInteger putOff = new AtomicInteger();

    /** The status of each fact of each source. */
    private final Map<String, Map<String, String>> sources = new ConcurrentHashMap<>();

    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(EDITORS);
    private final List<Future<?>> editors = new ArrayList<>();
    private volatile Client client;
    private volatile boolean closing;

    /** Sets the story up. */
    Newsdesk(Client client) {
        this.client = client;
        client.put(PATH + "/dossier", """
                {"story": {"title": "Newsdesk", "language": "en"},
                 "parties": [{"id": "newsdesk", "name": "Newsdesk"}],
                 "attributes": [{"id": "number", "type": "ORDINAL"},
                                {"id": "deaths", "type": "QUANTITY", "label": "People killed", "cues": ["killed"]},
                                {"id": "strike", "type": "TOPIC", "label": "Strike", "cues": ["strike"]}]}""");
    }

    void start() {
        for (int i = 0; i < EDITORS; i++) {
            int editor = i;
            editors.add(threads.submit(() -> write(editor)));
        }
    }

    /** The program is up again, perhaps elsewhere. */
    void isAt(Client again) {
        client = again;
    }

    /** Waits until {@code writes} more are acknowledged. */
    void awaitMore(int writes) throws InterruptedException, ExecutionException {
        int enough = acknowledged.get() + writes;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (acknowledged.get() < enough) {
            for (Future<?> editor : editors) if (editor.isDone()) editor.get();
            assertThat(System.nanoTime()).as("writes go on").isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    /** Lets every editor end what was begun. */
    void rest() throws InterruptedException, ExecutionException {
        closing = true;
        for (Future<?> editor : editors) editor.get();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void write(int editor) {
        SplittableRandom random = new SplittableRandom(editor);
        for (int n = 0; !closing; n++) {
            List<String> own = sources.keySet().stream()
                    .filter(source -> source.startsWith("s" + editor + "-"))
                    .sorted()
                    .toList();
            int turn = own.isEmpty() ? 0 : random.nextInt(8);
            String source = own.isEmpty() ? null : own.get(random.nextInt(own.size()));
            switch (turn) {
                case 0, 1 -> submit("s" + editor + "-" + n, random);
                case 2, 3 -> add(source, "f" + editor + "-" + n, random);
                case 4 -> review(source, editor + "-" + n);
                case 5 -> status(source);
                case 6 -> {
                    if (own.size() > 3) withdraw(source);
                    else rename(editor, n);
                }
                default -> restate(editor, n);
            }
        }
    }

    private void submit(String source, SplittableRandom random) {
        String facts =
                fact(source + "-a", random) + "," + fact(source + "-b", random) + "," + fact(source + "-c", random);
        String body = """
                {"id": "%s", "publisher": "newsdesk", "publishedAt": "2017-05-0%dT00:00:00Z", "language": "en",
                 "text": "A storm sank the ferry in the bay. It killed %d people. The crew were on strike.",
                 "facts": [%s]}""".formatted(source, 1 + random.nextInt(3), 1 + random.nextInt(9), facts);
        until(
                () -> client.send("POST", PATH + "/sources", body, "Idempotency-Key", source),
                answer -> {
                    Map<String, String> stored = new TreeMap<>();
                    answer.json().get("facts").forEach(each -> stored.put(text(each, "id"), text(each, "status")));
                    assertThat(stored).containsKeys(source + "-a", source + "-b", source + "-c");
                    sources.put(source, stored);
                },
                () -> isWholeOrNotThere(source));
    }

    /** What got no answer is stored with all of its facts, or not at all. */
    private void isWholeOrNotThere(String source) {
        Client.Answer document = client.send("GET", PATH + "/sources/" + source, null);
        if (document.status() == 503) return;
        Client.Answer facts = client.send("GET", PATH + "/facts?limit=500&source=" + source, null);
        if (facts.status() == 503) return;
        List<String> ids = facts.json().findValuesAsText("id");
        if (document.status() == 404)
            assertThat(ids).as("facts without %s", source).isEmpty();
        else assertThat(ids).as("facts of %s", source).contains(source + "-a", source + "-b", source + "-c");
    }

    private void add(String source, String fact, SplittableRandom random) {
        String body = fact(fact, random);
        until(
                () -> client.send(
                        "POST", PATH + "/sources/" + source + "/facts", body, "Idempotency-Key", "add-" + fact),
                answer -> {
                    assertThat(answer.status())
                            .as("created, also when it is sent again")
                            .isEqualTo(201);
                    sources.get(source).put(fact, text(answer.json(), "status"));
                },
                () -> {});
    }

    private static String fact(String id, SplittableRandom random) {
        return "{\"id\":\"%s\",\"attribute\":\"number\",\"value\":{\"type\":\"ORDINAL\",\"number\":%d}}"
                .formatted(id, 1 + random.nextInt(5));
    }

    private void review(String source, String key) {
        Map<String, String> facts = sources.get(source);
        ObjectNode body = Client.JSON.createObjectNode();
        facts.forEach((fact, status) -> body.withArray("reviews")
                .addObject()
                .put("fact", fact)
                .put("status", status.equals("ACCEPTED") ? "REJECTED" : "ACCEPTED"));
        until(
                () -> client.send("POST", PATH + "/facts/reviews", body, "Idempotency-Key", "review-" + key),
                answer -> answer.json().get("items").forEach(each -> facts.put(text(each, "id"), text(each, "status"))),
                () -> {});
    }

    private void status(String source) {
        String fact = sources.get(source).keySet().iterator().next();
        String status = sources.get(source).get(fact).equals("REJECTED") ? "ACCEPTED" : "REJECTED";
        until(
                () -> client.send(
                        "PUT", PATH + "/facts/" + fact + "/status", "{\"status\":\"" + status + "\"}", "If-Match", "*"),
                answer -> sources.get(source).put(fact, status),
                () -> {});
    }

    private void withdraw(String source) {
        until(
                () -> {
                    Client.Answer answer = client.send("DELETE", PATH + "/sources/" + source, null);
                    // It was withdrawn the first time, and nobody told us.
                    return answer.status() == 404 ? new Client.Answer(204, "", null, null, null) : answer;
                },
                answer -> sources.remove(source),
                () -> {});
    }

    private void rename(int editor, int n) {
        String body = "{\"name\":\"Party " + n + "\"}";
        until(() -> put(PARTY + editor, body), answer -> names.put(PARTY + editor, "Party " + n), () -> {});
    }

    private void restate(int editor, int n) {
        String body = """
                {"story": {"title": "Title %d"}, "parties": [{"id": "newsdesk", "name": "Newsdesk"}],
                 "attributes": [{"id": "number", "type": "ORDINAL"}],
                 "sources": [{"id": "a", "publisher": "newsdesk", "publishedAt": "2017-05-02T00:00:00Z", "facts": [
                   {"attribute": "number", "value": {"type": "ORDINAL", "number": %d}}]}]}""".formatted(n, n);
        until(
                () -> put(OTHER + editor + "/dossier", body),
                answer -> titles.put(OTHER + editor, "Title " + n),
                () -> {});
    }

    private Client.Answer put(String path, Object body) {
        Client.Answer answer = client.send("PUT", path, body);
        return answer.status() == 428 ? client.send("PUT", path, body, "If-Match", "*") : answer;
    }

    private interface Request {
        Client.Answer send();
    }

    /** Sends a request until it is answered 2xx, and looks around where there was no answer. */
    private void until(Request request, Consumer<Client.Answer> stored, Runnable withoutAnswer) {
        boolean lost = false;
        while (true) {
            try {
                if (lost) withoutAnswer.run();
                Client.Answer answer = request.send();
                if (answer.status() == 503) {
                    putOff.incrementAndGet();
                    assertThat(answer.retryAfter()).as("Retry-After").matches("\\d+");
                } else {
                    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
                    stored.accept(answer);
                    acknowledged.incrementAndGet();
                    if (lost) unanswered.incrementAndGet();
                    return;
                }
            } catch (UncheckedIOException gone) {
                lost = true;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is stored is what was acknowledged and nothing else, and findings are what a judgement from scratch says. */
    void everythingIsThere() {
        Map<String, Map<String, String>> there = new HashMap<>();
        for (JsonNode source : client.dossier(STORY).get("sources")) {
            Map<String, String> facts = new TreeMap<>();
            source.path("facts")
                    .forEach(fact ->
                            facts.put(text(fact, "id"), fact.path("status").asText("ACCEPTED")));
            there.put(text(source, "id"), facts);
        }
        assertThat(there).isEqualTo(sources);
        names.forEach(
                (party, name) -> assertThat(text(client.get(party), "name")).isEqualTo(name));
        client.isUpToDate(STORY);
        titles.forEach((story, title) -> {
            assertThat(text(client.get(story), "title")).isEqualTo(title);
            client.isUpToDate(story.substring("/v1/stories/".length()));
        });
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asText();
    }
}
