package org.crosscheck.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs of a PostgreSQL release (initdb, pg_ctl), unpacked in the data folder: a folder for temporary files may
 * forbid execution, be swept, or be written by others.
 */
final class Programs {
    private final Path bin;
    private final Path workingDirectory;
    private final List<String> prefix;

    private Programs(Path bin, DataFolder folder) {
        this.bin = bin;
        this.workingDirectory = folder.root();
        // PostgreSQL refuses to run as root. In a user namespace of its own, root is an ordinary user who owns the
        // files
        // that belong to root outside.
        this.prefix = folder.belongsToRoot() ? List.of("unshare", "-U") : List.of();
    }

    /** Unpacks the release unless that is done, and drops those of earlier builds. */
    static Programs of(Archive archive, DataFolder folder) {
        try {
            var release = folder.binaries().resolve(archive.digest());
            if (Files.notExists(release)) {
                WholeFolder.delete(folder.binaries());
                WholeFolder.make(release, archive::unpack);
            }
            var programs = new Programs(release.resolve("bin"), folder);
            programs.refuseRootWithoutNamespaces();
            return programs;
        } catch (IOException e) {
            throw StartFailure.of("Unpacking PostgreSQL into " + folder.binaries(), e);
        }
    }

    private void refuseRootWithoutNamespaces() {
        try {
            run("pg_ctl", List.of("--version"));
        } catch (StartFailure e) {
            if (prefix.isEmpty()) {
                throw e;
            }
            throw new StartFailure(
                    "PostgreSQL does not run as root, and this machine does not let it shed root's privileges (%s)."
                            + " Start Crosscheck as an ordinary user, or name a server with"
                            + " QUARKUS_DATASOURCE_JDBC_URL.",
                    e.getMessage());
        }
    }

    /**
     * Runs a program to its end.
     *
     * @throws StartFailure if it fails, with what it printed
     */
    void run(String program, List<String> arguments) {
        try {
            var process = process(program, arguments).redirectErrorStream(true).start();
            var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new StartFailure("%s", printed.strip());
            }
        } catch (IOException e) {
            throw StartFailure.of("Running " + program, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StartFailure.of("Waiting for " + program, e);
        }
    }

    /** A program ready to be started. */
    ProcessBuilder process(String program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command).directory(workingDirectory.toFile());
        // Of the operator's environment, PGPORT and the like are meant for another server, and messages are in English.
        process.environment().keySet().removeIf(name -> name.startsWith("PG"));
        process.environment().put("LC_ALL", "C");
        return process;
    }
}
