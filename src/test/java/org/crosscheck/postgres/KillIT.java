package org.crosscheck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crosscheck.dossier.Client;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of the program and of its PostgreSQL, in the middle of a stream of writes. */
class KillIT {
    private static final Logger LOG = Logger.getLogger(KillIT.class);
    private static final String SEED = "/v1/stories/trump-putin-call-2017-05-02";

    @TempDir
    private Path data;

    @Test
    void what_was_answered_is_there_after_every_kill_and_nothing_is_stored_by_halves() throws Exception {
        int kills = 0;
        PackagedProgram program = PackagedProgram.startAndWait(data);
        try {
            Client client = new Client(program.address());
            assertThat(client.send("DELETE", SEED, null).status()).isEqualTo(204);
            try (Newsdesk desk = new Newsdesk(client)) {
                desk.start();
                for (boolean both : List.of(false, true)) {
                    desk.awaitMore(80);
                    ProcessHandle server = postmaster();
                    program.kill();
                    kills++;
                    if (both) {
                        server.destroyForcibly();
                        server.onExit().join();
                        Files.writeString(data.resolve("postgres/postmaster.pid"), "");
                        kills++;
                    }
                    program = PackagedProgram.startAndWait(data);
                    desk.isAt(new Client(program.address()));
                }
                for (int round = 0; round < 2; round++) {
                    desk.awaitMore(50);
                    postmaster().destroyForcibly();
                    kills++;
                    desk.awaitMore(50);
                    backend().destroyForcibly();
                    kills++;
                }
                desk.awaitMore(50);
                desk.rest();
                desk.everythingIsThere();
                assertThat(new Client(program.address()).send("GET", SEED, null).status())
                        .as("a seed that was deleted stays deleted")
                        .isEqualTo(404);
                assertThat(program.output()).doesNotContain("A request failed");
                assertThat(desk.unanswered.get() + desk.putOff.get())
                        .as("writes that met a kill")
                        .isPositive();
                LOG.infof(
                        "%d kills survived; %d writes acknowledged and all there, %d of them sent again since they got no"
                                + " answer; %d answers of 503",
                        kills, desk.acknowledged.get(), desk.unanswered.get(), desk.putOff.get());
            }
        } finally {
            program.close();
        }
    }

    private ProcessHandle postmaster() throws IOException, InterruptedException {
        Path pidFile = data.resolve("postgres/postmaster.pid");
        for (int i = 0; i < 500; i++) {
            var server = Leftovers.named(pidFile);
            if (server.isPresent()) return server.get();
            Thread.sleep(20);
        }
        throw new AssertionError("PostgreSQL does not come back");
    }

    /** A process that serves a connection. */
    private ProcessHandle backend() throws IOException, InterruptedException {
        return postmaster()
                .children()
                .filter(process -> commandLine(process).contains("127.0.0.1"))
                .findAny()
                .orElseThrow();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
        } catch (IOException gone) {
            return "";
        }
    }
}
