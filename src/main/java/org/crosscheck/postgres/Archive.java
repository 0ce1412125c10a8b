package org.crosscheck.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A PostgreSQL release for one kind of machine, as it comes on the class path. */
final class Archive {
    private static final int EXECUTABLE_BY_OWNER = 0100;

    private final String resource;

    private Archive(String resource) {
        this.resource = resource;
    }

    /**
     * The release for the machine we run on.
     *
     * @throws StartFailure if there is none on board
     */
    static Archive forThisMachine() {
        var system = System.getProperty("os.name");
        var processor = System.getProperty("os.arch");
        var resource = resource(system.toLowerCase(Locale.ROOT), processor);
        if (Archive.class.getResource(resource) == null) {
            throw new StartFailure(
                    "This build of Crosscheck brings no PostgreSQL for %s on %s. Build it on this machine,"
                            + " or name a server with QUARKUS_DATASOURCE_JDBC_URL.",
                    system, processor);
        }
        return new Archive(resource);
    }

    private static String resource(String system, String processor) {
        if (system.startsWith("mac")) {
            return "/postgres-darwin-arm_64.txz"; // holds the code for both processors
        }
        return switch (processor) {
            case "amd64" -> "/postgres-" + system + "-x86_64.txz";
            case "aarch64" -> "/postgres-" + system + "-arm_64.txz";
            default -> "/postgres-" + system + "-" + processor + ".txz";
        };
    }

    /** Tells one release from another, by content. */
    String digest() throws IOException {
        try (var in = open()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (int read; (read = in.read(buffer)) > 0; ) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void unpack(Path folder) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open())))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    path.toFile().setExecutable((entry.getMode() & EXECUTABLE_BY_OWNER) != 0);
                }
            }
        }
    }

    private InputStream open() {
        return Archive.class.getResourceAsStream(resource);
    }
}
