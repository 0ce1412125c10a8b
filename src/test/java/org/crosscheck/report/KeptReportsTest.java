package org.crosscheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.crosscheck.dossier.Client;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that are kept in memory never show: nobody reads one that is older than what was acknowledged. */
@QuarkusTest
class KeptReportsTest {
    private static final String STORY = "/v1/stories/kept";
    private static final String SOURCES = STORY + "/sources";

    @TestHTTPResource
    URI address;

    @Inject
    MeterRegistry meters;

    private Client api;

    @BeforeEach
    void startAnew() {
        api = new Client(address);
        api.send("DELETE", STORY, null);
        tell();
    }

    private void tell() {
        api.putAnyway("/v1/parties/kept", "{\"name\": \"Kept\", \"kind\": \"OUTLET\"}");
        api.putAnyway(STORY, "{\"title\": \"Kept\"}");
        api.putAnyway(STORY + "/attributes/number", "{\"type\": \"ORDINAL\"}");
        api.putAnyway(
                SOURCES + "/s", "{\"publisher\": \"kept\", \"publishedAt\": \"2017-05-02T00:00:00Z\", \"facts\": []}");
    }

    private void say(int number) {
        api.post(SOURCES + "/s/facts", """
                {"id": "n%1$d", "attribute": "number", "value": {"type": "ORDINAL", "number": %1$d}}""".formatted(number));
    }

    private double read(String from) {
        return meters.get("crosscheck.reports.read").tag("from", from).counter().count();
    }

    @Test
    void every_write_shows_in_the_next_report_finding_and_entity_tag() {
        String before = api.must("GET", STORY + "/report", null).tag();
        for (int n = 1; n <= 20; n++) {
            say(n);
            Client.Answer finding = api.must("GET", STORY + "/findings/number", null);
            assertThat(finding.json().at("/support/facts").asInt()).isEqualTo(n);
            Client.Answer report = api.send("GET", STORY + "/report", null, "If-None-Match", before);
            assertThat(report.status()).isEqualTo(200);
            assertThat(report.tag()).isEqualTo(finding.tag()).isNotEqualTo(before);
            assertThat(report.json().get("findings").get(0)).isEqualTo(finding.json());
            assertThat(api.get(STORY + "/report?attribute=number")
                            .get("findings")
                            .get(0))
                    .isEqualTo(finding.json());
            before = report.tag();
            assertThat(api.send("GET", STORY + "/report", null, "If-None-Match", before)
                            .status())
                    .isEqualTo(304);
        }
        api.must("DELETE", STORY + "/facts/n20", null);
        assertThat(api.get(STORY + "/report").at("/findings/0/support/facts").asInt())
                .isEqualTo(19);
    }

    @Test
    void a_story_that_is_deleted_has_no_report_and_another_of_its_name_has_its_own() {
        say(1);
        api.get(STORY + "/report");
        api.get(STORY + "/findings/number");
        api.must("DELETE", STORY, null);
        assertThat(api.send("GET", STORY + "/report", null).status()).isEqualTo(404);
        assertThat(api.send("GET", STORY + "/findings/number", null).status()).isEqualTo(404);
        tell();
        JsonNode report = api.get(STORY + "/report");
        assertThat(report.at("/findings/0/support/facts").asInt()).isZero();
        assertThat(api.get(STORY + "/findings/number"))
                .isEqualTo(report.get("findings").get(0));
        assertThat(api.send("GET", STORY + "/findings/nothing", null).status()).isEqualTo(404);
    }

    @Test
    void what_has_not_changed_comes_from_memory() {
        say(1);
        JsonNode first = api.get(STORY + "/report");
        double memory = read("memory");
        double database = read("database");
        for (int i = 0; i < 5; i++) assertThat(api.get(STORY + "/report")).isEqualTo(first);
        api.get(STORY + "/findings/number");
        String tag = api.must("GET", STORY + "/findings/number", null).tag();
        assertThat(api.send("GET", STORY + "/report", null, "If-None-Match", tag)
                        .status())
                .as("known, so it is not even looked for")
                .isEqualTo(304);
        assertThat(read("memory")).isEqualTo(memory + 7);
        assertThat(read("database")).isEqualTo(database);
    }

    @Test
    void many_who_read_while_others_write_never_read_what_is_older_than_a_write_that_was_done() throws Exception {
        AtomicLong done = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Callable<Void>> all = new ArrayList<>();
            all.add(() -> {
                for (int n = 1; n <= 40; n++) {
                    say(n);
                    done.set(n);
                }
                return null;
            });
            for (int i = 0; i < 8; i++) {
                String path = i % 2 == 0 ? STORY + "/report?attribute=number" : STORY + "/findings/number";
                all.add(() -> {
                    while (done.get() < 40) {
                        long atLeast = done.get();
                        JsonNode answer = api.get(path);
                        JsonNode finding =
                                answer.has("findings") ? answer.get("findings").get(0) : answer;
                        assertThat(finding.at("/support/facts").asLong()).isGreaterThanOrEqualTo(atLeast);
                    }
                    return null;
                });
            }
            for (Future<Void> each : threads.invokeAll(all)) each.get();
        } finally {
            threads.shutdownNow();
        }
    }
}
