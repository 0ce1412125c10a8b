package org.crosscheck.postgres;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.crosscheck.dossier.Client;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged program lives with its database: starting, being killed, starting again. */
class PackagedProgramIT {
    /** One folder for all tests, since each starts on what the one before left. */
    @TempDir
    private static Path data;

    @BeforeAll
    static void an_earlier_start_was_killed_while_it_unpacked_and_while_it_created_the_cluster() throws IOException {
        Files.createDirectories(data.resolve("bin/0123456789abcdef.unfinished/bin"));
        Files.createDirectories(data.resolve("postgres.unfinished/base"));
        Files.createFile(data.resolve("postgres.password"));
    }

    @Test
    void it_comes_up_on_a_database_of_its_own() throws Exception {
        try (var program = PackagedProgram.startAndWait(data)) {
            given().baseUri(program.address().toString())
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("UP"));
            given().baseUri(program.address().toString())
                    .get("/q/swagger-ui/")
                    .then()
                    .statusCode(200);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_second_one_on_the_same_folder_says_what_to_do_and_nothing_else() throws Exception {
        try (var first = PackagedProgram.startAndWait(data);
                var second = PackagedProgram.start(data, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output()).hasLineCount(1).contains("in use by another Crosscheck", "CROSSCHECK_DATA_DIR");
            given().baseUri(first.address().toString())
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void what_was_committed_survives_the_kill_of_the_program() throws Exception {
        try (var program = PackagedProgram.startAndWait(data)) {
            commit("the program was killed");
            program.kill();
        }
        try (var program = PackagedProgram.startAndWait(data)) {
            assertThat(committed()).contains("the program was killed");
        }
    }

    @Test
    void what_was_committed_survives_the_kill_of_program_and_server() throws Exception {
        try (var program = PackagedProgram.startAndWait(data)) {
            commit("both were killed");
            var server = ProcessHandle.of(Long.parseLong(pidFile().get(0))).orElseThrow();
            program.kill();
            server.destroyForcibly();
        }
        Files.writeString(data.resolve("postgres/postmaster.pid"), "");
        try (var program = PackagedProgram.startAndWait(data)) {
            assertThat(committed()).contains("both were killed");
        }
    }

    @Test
    void given_a_server_it_starts_none(@TempDir Path unused) throws Exception {
        try (var first = PackagedProgram.startAndWait(data);
                var second = PackagedProgram.start(
                        unused,
                        Map.of(
                                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                                "QUARKUS_DATASOURCE_USERNAME", EmbeddedServer.USER,
                                "QUARKUS_DATASOURCE_PASSWORD", password()))) {
            given().baseUri(second.address().toString())
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200);
            assertThat(unused).isEmptyDirectory();
        }
    }

    @Test
    void every_acknowledged_fact_survives_the_kill_in_the_middle_of_a_stream() throws Exception {
        var acknowledged = ConcurrentHashMap.<String>newKeySet();
        try (var program = PackagedProgram.startAndWait(data)) {
            var client = new Client(program.address());
            client.put("/v1/stories/killed/dossier", """
                    {"story": {"title": "Killed"}, "parties": [{"id": "killed", "name": "Killed"}],
                     "attributes": [{"id": "number", "type": "ORDINAL"}],
                     "sources": [{"id": "a", "publisher": "killed", "publishedAt": "2017-05-02T00:00:00Z"},
                                 {"id": "b", "publisher": "killed", "publishedAt": "2017-05-02T00:00:00Z"}]}""");
            var editors = Executors.newFixedThreadPool(4);
            for (int i = 0; i < 4; i++) {
                int editor = i;
                editors.submit(() -> stream(client, editor, acknowledged));
            }
            while (acknowledged.size() < 100) Thread.sleep(1);
            program.kill();
            editors.shutdown();
            assertThat(editors.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
        try (var program = PackagedProgram.startAndWait(data)) {
            var client = new Client(program.address());
            var dossier = client.dossier("killed");
            assertThat(dossier.get("sources").findValuesAsText("id")).containsAll(acknowledged);
            client.isUpToDate("killed");
        }
    }

    /** Adds facts until the program is gone. */
    private static void stream(Client client, int editor, Set<String> acknowledged) {
        for (int n = 1; ; n++) {
            var id = "f" + editor + "-" + n;
            var fact = "{\"id\":\"%s\",\"attribute\":\"number\",\"value\":{\"type\":\"ORDINAL\",\"number\":%d}}";
            var answer = client.send(
                    "POST", "/v1/stories/killed/sources/" + (n % 2 == 0 ? "a" : "b") + "/facts", fact.formatted(id, n));
            if (answer.status() == 201) acknowledged.add(id);
        }
    }

    @Test
    void a_seed_that_somebody_has_deleted_does_not_come_back() throws Exception {
        var seed = "/v1/stories/trump-putin-call-2017-05-02";
        try (var program = PackagedProgram.startAndWait(data)) {
            var client = new Client(program.address());
            assertThat(client.get(seed).get("revision").asInt()).isEqualTo(1);
            assertThat(client.send("DELETE", seed, null).status()).isEqualTo(204);
        }
        try (var program = PackagedProgram.startAndWait(data)) {
            assertThat(new Client(program.address()).send("GET", seed, null).status())
                    .isEqualTo(404);
        }
    }

    private static void commit(String text) throws SQLException, IOException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists witness (text text)");
            statement.execute("insert into witness values ('" + text + "')");
        }
    }

    private static List<String> committed() throws SQLException, IOException {
        var texts = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select text from witness")) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static Connection connect() throws SQLException, IOException {
        return DriverManager.getConnection(url(), EmbeddedServer.USER, password());
    }

    private static String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + pidFile().get(3) + "/postgres";
    }

    private static String password() {
        return Password.read(data.resolve("postgres.password"));
    }

    /** Process id first, port fourth. */
    private static List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }
}
