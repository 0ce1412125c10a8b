package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.crosscheck.dossier.Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged program starts on a database of its own; how it lives on when either is killed is in {@link KillIT}. */
class PackagedProgramIT {
    @TempDir
    private Path data;

    @Test
    void it_comes_up_on_a_database_of_its_own_and_a_second_one_on_the_same_folder_says_what_to_do() throws Exception {
        // An earlier start was killed while it unpacked and while it created the cluster.
        Files.createDirectories(data.resolve("bin/0123456789abcdef.unfinished/bin"));
        Files.createDirectories(data.resolve("postgres.unfinished/base"));
        Files.createFile(data.resolve("postgres.password"));
        try (var first = PackagedProgram.startAndWait(data)) {
            var client = new Client(first.address());
            assertThat(client.get("/q/health/ready").get("status").asText()).isEqualTo("UP");
            client.must("GET", "/q/swagger-ui/", null);
            try (var second = PackagedProgram.start(data, Map.of())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.output())
                        .hasLineCount(1)
                        .contains("in use by another Crosscheck", "CROSSCHECK_DATA_DIR");
            }
            client.must("GET", "/q/health/ready", null);
        }
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }
}
