package org.crosscheck.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a killed program left in its data folder: a server that runs on, or the pid file of one that does not. Whoever
 * clears it has claimed the folder, so nobody needs that server.
 */
final class Leftovers {
    private static final int SECONDS_TO_STOP = 15;

    private Leftovers() {}

    static void clear(DataFolder folder) {
        try {
            stopServers(folder.binaries());
            deletePidFile(folder.cluster().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw StartFailure.of("Clearing what the last run left in " + folder.root(), e);
        }
    }

    /**
     * Known by the program they run, not by the pid file: that may be gone, or damaged, or name a process that got the
     * number since.
     */
    private static void stopServers(Path binaries) {
        var servers = ProcessHandle.allProcesses()
                .filter(process -> runsFrom(binaries, process))
                .toList();
        // A server whose clients are gone stops when it is asked to. Its children are not asked: it stops them.
        servers.stream().filter(process -> !hasParentIn(servers, process)).forEach(ProcessHandle::destroy);
        if (!haveStopped(servers)) {
            // A client of somebody else is still connected. Nothing is lost: the next start recovers from the log.
            servers.forEach(ProcessHandle::destroyForcibly);
            if (!haveStopped(servers)) {
                throw new StartFailure("The PostgreSQL that the last run left behind does not stop: kill %s.", servers);
            }
        }
    }

    private static boolean runsFrom(Path binaries, ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(command -> command.startsWith(binaries))
                .isPresent();
    }

    private static boolean hasParentIn(List<ProcessHandle> servers, ProcessHandle process) {
        return process.parent().filter(servers::contains).isPresent();
    }

    private static boolean haveStopped(List<ProcessHandle> processes) {
        var ends = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(SECONDS_TO_STOP, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a process does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * PostgreSQL refuses to start on a pid file that is damaged, or that names a living process of the same user, which
     * may be any by now. It is left alone only if that process is a PostgreSQL, started by hand on our data perhaps.
     */
    private static void deletePidFile(Path pidFile) throws IOException {
        if (Files.exists(pidFile) && !namesPostgres(pidFile)) {
            Files.delete(pidFile);
        }
    }

    private static boolean namesPostgres(Path pidFile) throws IOException {
        var number = new String(Files.readAllBytes(pidFile), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        try {
            return ProcessHandle.of(Long.parseLong(number.strip()))
                    .flatMap(process -> process.info().command())
                    .filter(command -> Path.of(command).endsWith("postgres"))
                    .isPresent();
        } catch (NumberFormatException damaged) {
            return false;
        }
    }
}
