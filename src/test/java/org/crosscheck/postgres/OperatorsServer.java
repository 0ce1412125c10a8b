package org.crosscheck.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        start();
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
        programs.run("pg_ctl", List.of("stop", "--pgdata=" + folder.cluster(), "--mode=immediate", "--silent"));
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

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() {
        stop();
        folder.release();
    }
}
