package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.crosscheck.dossier.Client;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports from a standby that streams the log of the database, and may be behind, hang or be away. */
class ReplicaIT {
    private static final Logger LOG = Logger.getLogger(ReplicaIT.class);
    private static final String STORY = "/v1/stories/replica";
    private static final int READS = 20;

    @TempDir
    private static Path unused;

    @TempDir
    private static Path data;

    @TempDir
    private static Path copy;

    private static OperatorsServer database;
    private static OperatorsServer standby;
    private static PackagedProgram program;
    private static Client client;

    @BeforeAll
    static void start() throws Exception {
        database = new OperatorsServer(data);
        standby = database.standby(copy);
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("QUARKUS_DATASOURCE_REPLICA_JDBC_URL", standby.url());
        // Every report is read from a database.
        settings.put("CROSSCHECK_REPORTS_MEMORY", "0");
        settings.put("CROSSCHECK_REPLICA_LOOK_EVERY", "0.5s");
        settings.put("CROSSCHECK_WATCH", "0.5s");
        settings.put("CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_KEY", "1000000");
        settings.put("CROSSCHECK_ACCESS_REQUESTS_PER_MINUTE_ADDRESS", "1000000");
        program = PackagedProgram.start(unused, settings);
        client = new Client(program.address());
        client.put(STORY + "/dossier", """
                {"story": {"title": "Replica"}, "parties": [{"id": "replica", "name": "Replica"}],
                 "attributes": [{"id": "number", "type": "ORDINAL", "label": "as it was written"}],
                 "sources": [{"id": "a", "publisher": "replica", "publishedAt": "2017-05-02T00:00:00Z",
                              "facts": [{"attribute": "number", "value": {"type": "ORDINAL", "number": 7}}]}]}""");
        Correspondent.prepare(client);
    }

    @AfterAll
    static void stop() throws Exception {
        program.close();
        standby.close();
        database.close();
    }

    @AfterEach
    void nothing_failed() throws Exception {
        assertThat(program.output()).doesNotContain("A request failed");
    }

    @Test
    void reports_findings_matrices_and_comparisons_come_from_the_replica() throws Exception {
        replicaAnswers();
        sql(standby, "SELECT pg_wal_replay_pause()");
        // Behind the program's back: the version stays, so that whoever asks the replica sees what was there before.
        sql(
                database,
                "UPDATE finding SET body = replace(body, 'as it was', 'as it was never') WHERE story_id = 'replica'");
        long before = asked("answered");
        List<String> forms =
                List.of("/report", "/findings/number", "/matrix", "/report?attribute=number", "/report?format=JSON_LD");
        for (String form : forms)
            assertThat(client.must("GET", STORY + form, null).body()).contains("as it was written");
        assertThat(asked("answered") - before).isEqualTo(forms.size());
        sql(standby, "SELECT pg_wal_replay_resume()");
        eventually(() -> client.must("GET", STORY + "/report", null).body().contains("as it was never written"));
        sql(
                database,
                "UPDATE finding SET body = replace(body, 'as it was never', 'as it was') WHERE story_id = 'replica'");
    }

    @Test
    void no_report_is_older_than_a_write_that_was_answered_however_far_the_replica_is_behind() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        replicaAnswers();
        new Correspondent(1, List.of(client), looks).work(16);
        sql(standby, "SELECT pg_wal_replay_pause()");
        long before = asked("behind");
        new Correspondent(2, List.of(client), looks).work(8);
        assertThat(asked("behind")).isGreaterThan(before);
        isDegraded("behind");
        sql(standby, "SELECT pg_wal_replay_resume()");
        replicaAnswers();
        new Correspondent(3, List.of(client), looks).work(8);
        LOG.infof(
                "%d answers looked at right after a write: the replica gave %d, and was behind for %d",
                looks.get(), asked("answered"), asked("behind"));
    }

    @Test
    void a_replica_that_hangs_or_dies_keeps_nobody_from_reading_and_is_asked_again_when_it_is_back() throws Exception {
        replicaAnswers();
        standby.freeze();
        reads();
        standby.thaw();
        replicaAnswers();
        standby.stop();
        reads();
        assertThat(asked("failed")).isPositive();
        isDegraded("away");
        standby.start();
        replicaAnswers();
    }

    private static void reads() {
        for (int i = 0; i < READS; i++) client.get(STORY + "/report");
    }

    private static void replicaAnswers() throws InterruptedException {
        long before = asked("answered");
        eventually(() -> {
            client.get(STORY + "/report");
            return asked("answered") > before;
        });
    }

    /** How often the replica was asked with that outcome. */
    private static long asked(String outcome) {
        var counter = Pattern.compile("crosscheck_replica_asked_total\\{outcome=\"" + outcome + "\"} (\\d+)")
                .matcher(client.must("GET", "/q/metrics", null).body());
        assertThat(counter.find()).isTrue();
        return Long.parseLong(counter.group(1));
    }

    /** Ready all the same. */
    private static void isDegraded(String how) throws InterruptedException {
        eventually(() -> client.get("/q/health/ready").toString().contains(" " + how + ":"));
        assertThat(client.get("/q/health/ready").get("status").asText()).isEqualTo("UP");
    }

    private static void sql(OperatorsServer server, String statement) throws SQLException {
        try (Connection connection = server.connect();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static void eventually(BooleanSupplier state) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes about").isLessThan(deadline);
            Thread.sleep(50);
        }
    }
}
