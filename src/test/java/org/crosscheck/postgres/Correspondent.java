package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.crosscheck.dossier.Client;

/**
 * An editor who writes at one server of several, in turns, and looks at each of them as soon as that is answered: at a story that others
 * write too, in which one question is this editor's alone, and at a story of the editor's own.
 */
final class Correspondent {
    static final String SHARED = "correspondents";
    private static final String STORY = "/v1/stories/" + SHARED;

    private final List<Client> servers;
    private final String name;
    private final AtomicInteger looks;
    private final SplittableRandom random;
    private final String own;
    /** Whether the fact is there and accepted. */
    private boolean stands;

    /** @param looks counts answers that were looked at */
    Correspondent(int number, List<Client> servers, AtomicInteger looks) {
        this.servers = servers;
        this.name = "c" + number;
        this.looks = looks;
        this.random = new SplittableRandom(number);
        this.own = "/v1/stories/own-" + name;
    }

    static void prepare(Client client) {
        client.put(STORY + "/dossier", """
                {"story": {"title": "Correspondents"}, "parties": [{"id": "wire", "name": "Wire"}],
                 "sources": [{"id": "wire", "publisher": "wire", "publishedAt": "2017-05-01T00:00:00Z"}]}""");
    }

    /** Writes {@code turns} times. */
    Void work(int turns) {
        Client first = servers.get(0);
        first.put("/v1/parties/" + name, "{\"name\": \"Paper " + name + "\"}");
        first.put(STORY + "/attributes/" + name, "{\"type\": \"ORDINAL\"}");
        // Contradicts whatever the editor writes, so that the finding names the party.
        first.post(STORY + "/sources/wire/facts", fact("wire-" + name, "as the wire has it", 1));
        submit(first, "first");
        first.put(own + "/dossier", dossier("first"));
        for (int n = 1; n <= turns; n++) turn(n, servers.get(n % servers.size()));
        return null;
    }

    private void turn(int n, Client here) {
        String said = name + " said " + n;
        int kind = n <= 8 ? n : 1 + random.nextInt(8);
        switch (kind) {
            case 1 -> {
                if (!stands) review(here, "ACCEPTED");
                sees(
                        STORY,
                        said,
                        () -> here.put(STORY + "/facts/" + name, fact(name, said, 7)),
                        finding -> says(finding, said));
            }
            case 2 -> {
                String status = stands ? "REJECTED" : "ACCEPTED";
                sees(STORY, null, () -> review(here, status), finding -> speaks(finding) == status.equals("ACCEPTED"));
            }
            case 3 ->
                sees(
                        STORY,
                        said,
                        () -> here.put(
                                STORY + "/attributes/" + name, "{\"type\": \"ORDINAL\", \"label\": \"" + said + "\"}"),
                        finding -> finding.get("label").asText().equals(said));
            case 4 ->
                sees(
                        STORY,
                        said,
                        () -> here.put(
                                STORY + "/findings/" + name + "/decision",
                                "{\"outcome\": \"CONFIRMED\", \"note\": \"" + said + "\"}"),
                        finding -> finding.at("/decision/note").asText().equals(said));
            case 5 -> {
                if (!stands) review(here, "ACCEPTED");
                String renamed = "Paper " + n + " of " + name;
                sees(
                        STORY,
                        renamed,
                        () -> here.put("/v1/parties/" + name, "{\"name\": \"" + renamed + "\"}"),
                        finding -> finding.get("explanation").asText().contains(renamed));
            }
            case 6 -> {
                sees(
                        STORY,
                        null,
                        () -> here.must("DELETE", STORY + "/sources/" + name, null),
                        finding -> !speaks(finding));
                sees(STORY, said, () -> submit(here, said), finding -> says(finding, said));
            }
            case 7 -> sees(own, said, () -> here.put(own + "/dossier", dossier(said)), finding -> says(finding, said));
            default -> {
                here.must("DELETE", own, null);
                for (Client server : servers)
                    for (String part : List.of("", "/report", "/findings/" + name, "/matrix", "/changes", "/dossier"))
                        assertThat(server.send("GET", own + part, null).status())
                                .as("%s of what was deleted", part)
                                .isEqualTo(404);
                here.put(own + "/dossier", dossier(said));
                for (Client server : servers) isSeen(server, own, said, finding -> says(finding, said));
            }
        }
    }

    private String fact(String id, String said, int number) {
        return "{\"id\": \"%s\", \"attribute\": \"%s\", \"value\": {\"type\": \"ORDINAL\", \"number\": %d}, \"wording\": \"%s\"}"
                .formatted(id, name, number, said);
    }

    private void review(Client here, String status) {
        here.must("PUT", STORY + "/facts/" + name + "/status", "{\"status\": \"" + status + "\"}", "If-Match", "*");
        stands = status.equals("ACCEPTED");
    }

    private void submit(Client here, String said) {
        here.post(STORY + "/sources", source(said));
        stands = true;
    }

    private String source(String said) {
        return """
                {"id": "%1$s", "publisher": "%1$s", "publishedAt": "2017-05-02T00:00:00Z", "facts": [%2$s]}""".formatted(name, fact(name, said, 7));
    }

    private String dossier(String said) {
        return """
                {"story": {"title": "Own of %1$s"}, "parties": [],
                 "attributes": [{"id": "%1$s", "type": "ORDINAL"}], "sources": [%2$s]}""".formatted(name, source(said));
    }

    /** Once {@code write} is answered, no server shows what was before, in any form, nor says that nothing has changed. */
    private void sees(String story, String words, Runnable write, Predicate<JsonNode> finding) {
        long version = servers.get(0).get(story + "/report").get("version").asLong();
        List<String> tags = servers.stream()
                .map(server -> server.must("GET", story + "/report", null).tag())
                .toList();
        List<String> ownTags = servers.stream()
                .map(server ->
                        server.must("GET", story + "/findings/" + name, null).tag())
                .toList();
        write.run();
        for (int i = servers.size() - 1; i >= 0; i--) {
            Client server = servers.get(i);
            Client.Answer report = changed(server, story + "/report", tags.get(i));
            assertThat(report.json().get("version").asLong()).isGreaterThan(version);
            is(in(report.json()), finding);
            Client.Answer alone = changed(server, story + "/findings/" + name, ownTags.get(i));
            is(alone.json(), finding);
            isSeen(server, story, words, finding);
            Client.Answer again = server.send("GET", story + "/report", null, "If-None-Match", report.tag());
            if (again.status() != 304)
                assertThat(again.json().get("version").asLong()).isGreaterThan(version + 1);
            looks.addAndGet(3);
        }
    }

    private static Client.Answer changed(Client server, String path, String tag) {
        Client.Answer answer = server.send("GET", path, null, "If-None-Match", tag);
        assertThat(answer.status()).as("%s has changed", path).isEqualTo(200);
        return answer;
    }

    private void isSeen(Client server, String story, String words, Predicate<JsonNode> finding) {
        JsonNode report = server.get(story + "/report");
        is(in(report), finding);
        is(in(server.get(story + "/report?attribute=" + name)), finding);
        is(server.get(story + "/findings/" + name), finding);
        assertThat(server.get(story + "/matrix").get("version").asLong())
                .isGreaterThanOrEqualTo(report.get("version").asLong());
        if (words != null)
            assertThat(server.must("GET", story + "/report?format=JSON_LD", null)
                            .body())
                    .contains(words);
        looks.addAndGet(5);
    }

    private static void is(JsonNode node, Predicate<JsonNode> finding) {
        assertThat(finding.test(node)).as(node.toString()).isTrue();
    }

    private JsonNode in(JsonNode report) {
        for (JsonNode finding : report.get("findings"))
            if (finding.get("attribute").asText().equals(name)) return finding;
        throw new AssertionError("no finding on " + name);
    }

    private boolean speaks(JsonNode finding) {
        return finding.get("positions").findValuesAsText("voice").contains(name);
    }

    private static boolean says(JsonNode finding, String said) {
        return finding.get("positions").toString().contains(said);
    }
}
