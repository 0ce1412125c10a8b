package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.crosscheck.change.EventReader;
import org.crosscheck.dossier.Client;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: whoever asks one of them sees what the other has written, and is told everything once. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {
    private static final Logger LOG = Logger.getLogger(TwoServersIT.class);
    private static final int CORRESPONDENTS = 4;
    private static final int TURNS = 12;
    private static final int READERS = 2;
    private static final int LAST = 100;

    @TempDir
    private static Path unused;

    @TempDir
    private static Path data;

    private static OperatorsServer database;
    private static ChangeReceiver receiver;
    private static PackagedProgram doomed;
    private static PackagedProgram other;
    private static URI doomedAddress;
    private static URI otherAddress;
    /** Clients of the server that is killed in the end, and of the other one. */
    private static List<Client> servers;

    @BeforeAll
    static void start() throws Exception {
        database = new OperatorsServer(data);
        receiver = new ChangeReceiver();
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_KEY", "1000000");
        settings.put("CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS", "1000000");
        settings.put("CROSSCHECK_WEBHOOKS_ALLOW_PRIVATE", "true");
        // A lease lasts for two of these and five seconds: so long the other one waits after the kill.
        settings.put("CROSSCHECK_WEBHOOKS_TIMEOUT", "2s");
        doomed = PackagedProgram.start(unused, settings);
        // Seldom, so that it is the other one that sends what that one has written.
        settings.put("CROSSCHECK_CHANGES_POLL", "2s");
        other = PackagedProgram.start(unused, settings);
        doomedAddress = doomed.address();
        otherAddress = other.address();
        servers = List.of(new Client(doomedAddress), new Client(otherAddress));
        first().post("/v1/webhooks", "{\"id\": \"receiver\", \"url\": \"" + receiver.url() + "\"}");
    }

    @AfterAll
    static void stop() throws Exception {
        doomed.close();
        other.close();
        receiver.close();
        database.close();
    }

    private static Client first() {
        return servers.get(0);
    }

    private static Client second() {
        return servers.get(1);
    }

    @Test
    @Order(1)
    void no_report_is_older_than_a_write_that_was_answered_and_each_change_is_told_once() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Correspondent.prepare(first());
        ExecutorService threads = Executors.newFixedThreadPool(CORRESPONDENTS + READERS);
        try (EventReader atFirst = new EventReader(doomedAddress.resolve("/v1/changes?since=0"));
                EventReader atSecond = new EventReader(otherAddress.resolve("/v1/changes?since=0"))) {
            AtomicBoolean written = new AtomicBoolean();
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) readers.add(threads.submit(() -> readsUntil(written, looks)));
            List<Callable<Void>> editors = new ArrayList<>();
            for (int i = 0; i < CORRESPONDENTS; i++) {
                Correspondent editor = new Correspondent(i, servers, looks);
                editors.add(() -> editor.work(TURNS));
            }
            for (Future<Void> editor : threads.invokeAll(editors)) editor.get();
            written.set(true);
            for (Future<?> reader : readers) reader.get();

            Set<String> happened = new HashSet<>();
            for (JsonNode story : second().get("/v1/stories?limit=100").get("items"))
                happened.addAll(changesOf(story.get("id").asText()));
            inOrderAndOnce(atFirst, happened);
            inOrderAndOnce(atSecond, happened);
            arrived(happened.size());
            assertThat(receiver.messages())
                    .as("only what the receiver was too slow for comes again")
                    .hasSizeLessThanOrEqualTo(happened.size() + attemptsInVain());
            for (JsonNode story : first().get("/v1/stories?limit=100").get("items"))
                isJudgedRight(story.get("id").asText());
            LOG.infof(
                    "%d answers looked at right after a write; %d changes told in order and once by two streams and a webhook",
                    looks.get(), happened.size());
        } finally {
            threads.shutdownNow();
        }
    }

    /** What is stored says the same as a judgement from scratch, which knows no decisions. */
    private static void isJudgedRight(String story) {
        JsonNode stored = second().stored(story);
        for (JsonNode finding : stored.get("findings")) ((ObjectNode) finding).remove("decision");
        Client.same(stored, second().live(story), story);
    }

    /** Whoever asks now one, now the other, never goes back in time. */
    private static void readsUntil(AtomicBoolean written, AtomicInteger looks) {
        long version = 0;
        for (int n = 0; !written.get(); n++) {
            long now = servers.get(n % 2).version(Correspondent.SHARED);
            assertThat(now).isGreaterThanOrEqualTo(version);
            version = now;
            looks.incrementAndGet();
        }
    }

    /** The ids of a story's changes, which it lists by version, numbered or not. */
    private static Set<String> changesOf(String story) {
        Set<String> ids = new HashSet<>();
        JsonNode page = second().get("/v1/stories/" + story + "/changes?limit=500");
        for (JsonNode change : page.get("items")) ids.add(change.get("id").asText());
        assertThat(ids).as("one page").hasSizeLessThan(500);
        return ids;
    }

    private static void inOrderAndOnce(EventReader events, Set<String> happened) throws InterruptedException {
        List<EventReader.Received> told = events.take(happened.size());
        assertThat(told).extracting(EventReader.Received::id).isEqualTo(numbers(1, happened.size()));
        assertThat(told.stream()
                        .map(each -> json(each.data()).get("id").asText())
                        .collect(Collectors.toSet()))
                .isEqualTo(happened);
        assertThat(events.isQuiet()).isTrue();
    }

    private static List<String> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Long::toString).toList();
    }

    /** Waits for messages until there are so many, each of them once or more. */
    private static void arrived(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline && firstArrivals().size() < count) Thread.sleep(20);
        assertThat(firstArrivals())
                .isEqualTo(LongStream.rangeClosed(1, count).boxed().toList());
    }

    private static int attemptsInVain() {
        int inVain = 0;
        for (JsonNode attempt : second().get("/v1/webhooks/receiver/deliveries").get("items"))
            if (!attempt.get("delivered").asBoolean()) inVain++;
        return inVain;
    }

    /** The numbers of what came, without what came again. */
    private static List<Long> firstArrivals() {
        Set<String> known = new HashSet<>();
        return receiver.messages().stream()
                .filter(message -> known.add(message.id()))
                .map(ChangeReceiver.Message::number)
                .toList();
    }

    @Test
    @Order(2)
    void what_is_sent_again_to_the_other_server_is_not_done_again() throws Exception {
        first().put("/v1/parties/again", "{\"name\": \"Again\"}");
        first().put("/v1/stories/again", "{\"title\": \"Again\"}");
        first().put("/v1/stories/again/attributes/topic", "{\"type\": \"TOPIC\"}");
        String source = """
                {"publisher": "again", "publishedAt": "2017-05-02T00:00:00Z", "facts": [{"attribute": "topic"}]}""";
        List<Callable<Client.Answer>> calls = IntStream.range(0, 12)
                .<Callable<Client.Answer>>mapToObj(i -> () -> servers.get(i % 2)
                        .send("POST", "/v1/stories/again/sources", source, "Idempotency-Key", "again"))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        Set<Client.Answer> answers = new HashSet<>();
        for (Future<Client.Answer> answer : threads.invokeAll(calls)) answers.add(answer.get());
        threads.shutdown();
        assertThat(answers).hasSize(1).allMatch(answer -> answer.status() == 201);
        assertThat(second().get("/v1/stories/again/report").get("sources").asInt())
                .isEqualTo(1);
    }

    @Test
    @Order(3)
    void an_import_goes_on_at_the_other_server_which_knows_how_far_it_is() {
        List<String> lines = IntStream.range(0, 8)
                .mapToObj(i -> "{\"story\": {\"id\": \"moved-" + i + "\", \"title\": \"Moved\"}}\n")
                .toList();
        importing(first(), lines.subList(0, 5));
        JsonNode known = second().get("/v1/imports/move");
        assertThat(known.get("created").asInt()).isEqualTo(5);
        assertThat(known.get("done").asBoolean()).isTrue();
        List<JsonNode> answers = importing(second(), lines);
        assertThat(answers.stream()
                        .limit(8)
                        .filter(answer -> answer.path("again").asBoolean()))
                .hasSize(5);
        assertThat(first().get("/v1/imports/move").get("lines").asInt()).isEqualTo(8);
    }

    private static List<JsonNode> importing(Client server, List<String> lines) {
        return server.must(
                        "POST",
                        "/v1/dossiers",
                        String.join("", lines),
                        "Content-Type",
                        "application/x-ndjson",
                        "Idempotency-Key",
                        "move")
                .body()
                .lines()
                .map(TwoServersIT::json)
                .toList();
    }

    @Test
    @Order(4)
    void a_key_that_is_revoked_at_one_server_is_refused_by_the_other_at_once() {
        String key = first().post("/v1/keys", "{\"id\": \"leaver\", \"name\": \"Leaver\", \"role\": \"READER\"}")
                .get("secret")
                .asText();
        for (Client server : servers)
            assertThat(server.send("GET", "/v1/caller", null, "X-API-Key", key).status())
                    .isEqualTo(200);
        first().must("DELETE", "/v1/keys/leaver", null);
        assertThat(second().send("GET", "/v1/caller", null, "X-API-Key", key).status())
                .isEqualTo(401);
    }

    @Test
    @Order(LAST)
    void where_one_server_is_killed_while_it_sends_the_other_goes_on_and_nothing_is_lost() throws Exception {
        long before =
                Long.parseLong(first().must("GET", "/v1/changes", null).tag().replace("\"", ""));
        arrived((int) before);
        int arrivedBefore = receiver.messages().size();
        first().put("/v1/stories/kill", "{\"title\": \"Kill\"}");
        ExecutorService editor = Executors.newSingleThreadExecutor();
        try (EventReader atFirst = new EventReader(doomedAddress.resolve("/v1/changes?since=" + before))) {
            List<Future<?>> writing = new ArrayList<>();
            receiver.whileHeld(10, () -> writing.add(editor.submit(() -> ask(30))), doomed::kill);
            writing.get(0).get(60, TimeUnit.SECONDS);
            List<EventReader.Received> told = new ArrayList<>(atFirst.rest());
            assertThat(told).isNotEmpty();
            String last = told.get(told.size() - 1).id();
            try (EventReader atSecond = new EventReader(otherAddress.resolve("/v1/changes"), "Last-Event-ID", last)) {
                told.addAll(atSecond.take(30 - told.size()));
                assertThat(told).extracting(EventReader.Received::id).isEqualTo(numbers(before + 1, before + 30));
            }
        } finally {
            editor.shutdownNow();
        }
        arrived((int) before + 30);
        assertThat(receiver.messages())
                .as("at worst the last one again")
                .hasSizeLessThanOrEqualTo(arrivedBefore + 31 + attemptsInVain());
        second().isUpToDate("kill");
        LOG.infof(
                "Killed while it sent: %d messages for 30 changes",
                receiver.messages().size() - arrivedBefore);
    }

    /** Adds attributes, each a change, at the first server, or at the second where that one is gone. */
    private static void ask(int count) {
        for (int n = 0; n < count; n++) {
            String path = "/v1/stories/kill/attributes/q" + n;
            try {
                first().put(path, "{\"type\": \"TOPIC\"}");
            } catch (UncheckedIOException gone) {
                second().put(path, "{\"type\": \"TOPIC\"}");
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
