package org.crosscheck.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * The folder that holds all there is of one embedded server, claimed for this program.
 *
 * <pre>
 * lock                the claim, and the process that holds it
 * postgres/           the cluster: the data
 * postgres.password   of its one user
 * postgres.log        what the server says; postgres.previous.log: what it said until the last start
 * bin/                the server's programs, unpacked
 * </pre>
 *
 * <p>The claim is a lock of the operating system. It ends with the process, however that ends: a lock file that a killed
 * program left behind claims nothing.
 */
final class DataFolder {
    private final Path root;
    private final UserPrincipal user;
    /** Open for as long as the claim is to last. */
    private final FileChannel lock;

    private DataFolder(Path root, UserPrincipal user, FileChannel lock) {
        this.root = root;
        this.user = user;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is missing, and claims it.
     *
     * @throws StartFailure if another program has claimed it, or we may not write it
     */
    static DataFolder claim(Path folder) {
        try {
            var root = create(folder).toRealPath();
            var user = userThatWritesTo(root);
            var claimed = new DataFolder(root, user, lock(root));
            claimed.refuseDataOfAnotherUser();
            return claimed;
        } catch (AccessDeniedException e) {
            throw new StartFailure(
                    "The user %s may not write the data folder %s (denied: %s). Change the owner of the folder,"
                            + " or name another one with CROSSCHECK_DATA_DIR.",
                    System.getProperty("user.name"), folder, e.getFile());
        } catch (FileAlreadyExistsException e) {
            throw new StartFailure("%s is no folder. Name a data folder with CROSSCHECK_DATA_DIR.", e.getFile());
        } catch (IOException e) {
            throw StartFailure.of("Preparing the data folder " + folder, e);
        }
    }

    private static Path create(Path folder) throws IOException {
        return Files.isDirectory(folder)
                ? folder
                : Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Found out by writing, since a user need not have a name that could be looked up. */
    private static UserPrincipal userThatWritesTo(Path root) throws IOException {
        var probe = Files.createTempFile(root, "probe", null);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        var file = root.resolve("lock");
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            var holder = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(StandardCharsets.US_ASCII.encode(holder));
            return channel;
        }
        channel.close();
        throw new StartFailure(
                "The data folder %s is in use by another Crosscheck (process %s). Stop that one,"
                        + " or give this one a folder of its own with CROSSCHECK_DATA_DIR.",
                root, Files.readString(file));
    }

    /** PostgreSQL insists on owning its files, and does without root's power to read those of others. */
    private void refuseDataOfAnotherUser() throws IOException {
        if (Files.exists(cluster()) && !Files.getOwner(cluster()).equals(user)) {
            release();
            throw new StartFailure(
                    "The database in %s belongs to the user %s, and Crosscheck was started as %s. Start it as the"
                            + " former, or change the owner of the folder and of all in it (chown -R).",
                    cluster(), Files.getOwner(cluster()), user);
        }
    }

    /** Lets others claim the folder. */
    void release() {
        try {
            lock.close();
        } catch (IOException e) {
            throw StartFailure.of("Releasing the data folder " + root, e);
        }
    }

    boolean belongsToRoot() {
        return user.getName().equals("root");
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgres");
    }

    /** Names the process of the server that runs on the cluster. */
    Path pidFile() {
        return cluster().resolve("postmaster.pid");
    }

    Path password() {
        return root.resolve("postgres.password");
    }

    Path log() {
        return root.resolve("postgres.log");
    }

    Path previousLog() {
        return root.resolve("postgres.previous.log");
    }

    Path binaries() {
        return root.resolve("bin");
    }
}
