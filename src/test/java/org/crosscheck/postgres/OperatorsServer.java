package org.crosscheck.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL that an operator runs, stops and starts; nobody looks after it. */
final class OperatorsServer implements AutoCloseable {
    private final DataFolder folder;
    private final Programs programs;
    private final int port;

    OperatorsServer(Path data) throws IOException {
        folder = DataFolder.claim(data);
        programs = Programs.of(Archive.forThisMachine(), folder);
        Password.create(folder.password());
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + folder.cluster(),
                        "--username=" + EmbeddedServer.USER,
                        "--pwfile=" + folder.password(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync"));
        port = freePort();
        start();
    }

    private OperatorsServer(Path data, OperatorsServer followed) throws IOException {
        folder = DataFolder.claim(data);
        programs = Programs.of(Archive.forThisMachine(), folder);
        port = freePort();
        Files.copy(followed.folder.password(), folder.password());
        copy(followed.folder.cluster(), folder.cluster());
        Files.createFile(folder.cluster().resolve("standby.signal"));
        Files.writeString(
                folder.cluster().resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%n"
                        .formatted(followed.port, EmbeddedServer.USER, Password.read(folder.password())),
                StandardOpenOption.APPEND);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A standby that follows this server as it streams its log. Stops this one for a moment. */
    OperatorsServer standby(Path data) throws IOException {
        stop("fast");
        var standby = new OperatorsServer(data, this);
        start();
        standby.start();
        return standby;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    void start() {
        programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--pgdata=" + folder.cluster(),
                        "--log=" + folder.log(),
                        "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                        "--silent"));
    }

    /** As a crash would: nobody is told. */
    void stop() {
        stop("immediate");
    }

    private void stop(String mode) {
        programs.run("pg_ctl", List.of("stop", "--pgdata=" + folder.cluster(), "--mode=" + mode, "--silent"));
    }

    /** Keeps its connections and does nothing any more. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        var postmaster = Leftovers.named(folder.pidFile()).orElseThrow();
        var kill = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(postmaster), postmaster.children())
                .forEach(process -> kill.add(Long.toString(process.pid())));
        new ProcessBuilder(kill).start().waitFor();
    }

    /** What tells the program to use it. */
    Map<String, String> settings() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", url(),
                "QUARKUS_DATASOURCE_USERNAME", EmbeddedServer.USER,
                "QUARKUS_DATASOURCE_PASSWORD", Password.read(folder.password()));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), EmbeddedServer.USER, Password.read(folder.password()));
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        stop();
        folder.release();
    }
}
