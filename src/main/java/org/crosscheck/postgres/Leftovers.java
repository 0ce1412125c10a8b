package org.crosscheck.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What a killed program left in its data folder: a server that runs on, or the pid file of one that does not. Whoever
 * clears it has claimed the folder, so nobody needs that server.
 */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private Leftovers() {}

    static void clear(DataFolder folder) {
        try {
            stopServers(folder.binaries());
            deletePidFile(folder.pidFile());
        } catch (IOException e) {
            throw StartFailure.of("Clearing what the last run left in " + folder.root(), e);
        }
    }

    private static void stopServers(Path binaries) {
        var servers = servers(binaries);
        // A server whose clients are gone stops when it is asked to. Its children are not asked: it stops them.
        servers.stream().filter(process -> !hasParentIn(servers, process)).forEach(ProcessHandle::destroy);
        if (!stopInTime(binaries)) {
            // A client of somebody else is still connected. Nothing is lost: the next start recovers from the log.
            servers.forEach(ProcessHandle::destroyForcibly);
            if (!stopInTime(binaries)) {
                throw new StartFailure(
                        "The PostgreSQL that the last run left behind does not stop. Kill the processes %s.",
                        servers(binaries));
            }
        }
    }

    /**
     * Known by the program they run, not by the pid file: that may be gone, or damaged, or name a process that got the
     * number since.
     */
    private static List<ProcessHandle> servers(Path binaries) {
        return ProcessHandle.allProcesses()
                .filter(process -> command(process).startsWith(binaries))
                .toList();
    }

    /** The program that a process runs; none if it is not ours to see, or is dead and waits for its parent to notice. */
    private static Path command(ProcessHandle process) {
        return Path.of(process.info().command().orElse(""));
    }

    private static boolean hasParentIn(List<ProcessHandle> servers, ProcessHandle process) {
        return process.parent().filter(servers::contains).isPresent();
    }

    private static boolean stopInTime(Path binaries) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!servers(binaries).isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return true;
    }

    /**
     * PostgreSQL refuses to start on a pid file that is damaged, or that names a living process of the same user, which
     * may be any by now. It is left alone only if that process is a PostgreSQL, started by hand on our data perhaps.
     */
    private static void deletePidFile(Path pidFile) throws IOException {
        if (named(pidFile).isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
    }

    /** The living PostgreSQL that a pid file names. */
    static Optional<ProcessHandle> named(Path pidFile) throws IOException {
        try {
            var firstLine = Files.readString(pidFile, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst();
            return firstLine
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())))
                    .filter(process -> command(process).endsWith("postgres"));
        } catch (NoSuchFileException | NumberFormatException damaged) {
            return Optional.empty();
        }
    }
}
