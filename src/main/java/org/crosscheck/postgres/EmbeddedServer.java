package org.crosscheck.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * The embedded server. It starts on a data folder, with the data that it finds there, is started again when it dies, and stops
 * with the program.
 */
final class EmbeddedServer {
    static final String USER = "crosscheck";

    private static final Logger LOG = Logger.getLogger(EmbeddedServer.class);

    /** Recovery after a crash is worth waiting for. */
    private static final int SECONDS_TO_START = 300;

    /** Enough of the log for the reason and the hints after it. */
    private static final int LINES_OF_LOG = 8;

    private final DataFolder folder;
    private final Programs programs;
    private final boolean durable;
    private final int port;
    private volatile ProcessHandle process;

    private EmbeddedServer(DataFolder folder, Programs programs, boolean durable, int port) {
        this.folder = folder;
        this.programs = programs;
        this.durable = durable;
        this.port = port;
    }

    /**
     * Starts the server.
     *
     * @param durable whether what is committed survives a crash of the machine; if it need not, the server is faster
     * @return the port that the server listens on
     * @throws StartFailure if another program uses the folder, or the server does not start
     */
    static int start(Path dataFolder, boolean durable) {
        var began = System.nanoTime();
        var archive = Archive.forThisMachine();
        var folder = DataFolder.claim(dataFolder);
        try {
            Leftovers.clear(folder);
            var server = new EmbeddedServer(folder, Programs.of(archive, folder), durable, freePort());
            server.createClusterIfMissing();
            server.run();
            var supervisor = new Supervisor(server);
            Runtime.getRuntime().addShutdownHook(new StopAtExit(folder, server.programs, supervisor));
            supervisor.start();
            LOG.infof(
                    "PostgreSQL listens on port %d and keeps its data in %s (took %d ms)",
                    server.port, folder.cluster(), (System.nanoTime() - began) / 1_000_000);
            return server.port;
        } catch (IOException e) {
            folder.release();
            throw StartFailure.of("Starting PostgreSQL in " + folder.root(), e);
        } catch (RuntimeException e) {
            folder.release();
            throw e;
        }
    }

    /** Whether the server lives. One that is dead and waits for its parent to notice does not. */
    boolean isRunning() {
        return process.isAlive() && process.info().command().isPresent();
    }

    /**
     * Starts the server once more, where it was, after it has died.
     *
     * @throws StartFailure if it does not start
     */
    void restart() {
        var began = System.nanoTime();
        try {
            // Those who worked for the dead one end by themselves, but not at once.
            Leftovers.clear(folder);
            run();
            LOG.infof(
                    "PostgreSQL listens on port %d again (took %d ms)", port, (System.nanoTime() - began) / 1_000_000);
        } catch (IOException e) {
            throw StartFailure.of("Starting PostgreSQL again in " + folder.root(), e);
        }
    }

    private void createClusterIfMissing() throws IOException {
        if (Files.notExists(folder.cluster())) {
            Password.create(folder.password());
            WholeFolder.make(folder.cluster(), cluster -> programs.run("initdb", initOptions(cluster)));
        }
    }

    private List<String> initOptions(Path cluster) {
        var options = new ArrayList<>(List.of(
                "--pgdata=" + cluster,
                "--username=" + USER,
                "--pwfile=" + folder.password(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Texts sort the same way on every machine, and after an upgrade of its C library.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        if (!durable) {
            options.add("--no-sync");
        }
        return options;
    }

    private void run() throws IOException {
        if (Files.exists(folder.log())) {
            Files.move(folder.log(), folder.previousLog(), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            programs.run(
                    "pg_ctl",
                    List.of(
                            "start",
                            "--pgdata=" + folder.cluster(),
                            "--log=" + folder.log(),
                            "--options=" + serverOptions(),
                            "--timeout=" + SECONDS_TO_START,
                            "--silent"));
        } catch (StartFailure e) {
            throw new StartFailure(
                    "PostgreSQL does not start. %s%nThe end of %s:%n%s", e.getMessage(), folder.log(), endOfLog());
        }
        process = Leftovers.named(folder.pidFile())
                .orElseThrow(() -> new StartFailure("PostgreSQL ended right after its start:%n%s", endOfLog()));
    }

    private String serverOptions() {
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''";
        return durable ? options : options + " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(folder.log());
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
