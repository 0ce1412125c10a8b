package org.crosscheck.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import org.crosscheck.http.Sha256;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that there is an admin: the one whose key is configured, or else, where there is no key at all, one whose key is
 * generated and written to a file that only its owner can read. Several servers may start at once on one database: the row of the
 * key decides who writes the file.
 */
@ApplicationScoped
class FirstKey {
    private static final Logger LOG = Logger.getLogger(FirstKey.class);
    private static final String ID = "admin";
    private static final String FILE = "admin.key";
    private static final String CREATE = """
            INSERT INTO api_key (id, name, role, hash, created_at, created_by, issued_at, revision)
            SELECT :id, 'First admin', 'ADMIN', :hash, :now, 'system', :now, 1
             WHERE NOT EXISTS (SELECT FROM api_key) ON CONFLICT DO NOTHING
            """;
    private static final String CONFIGURE = """
            INSERT INTO api_key (id, name, role, hash, created_at, created_by, issued_at, revision)
            VALUES (:id, 'Admin by configuration', 'ADMIN', :hash, :now, 'system', :now, 1)
            ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, issued_at = excluded.issued_at, role = 'ADMIN', revoked_at = NULL, expires_at = NULL,
                                           stories = NULL, revision = api_key.revision + 1
             WHERE api_key.hash <> excluded.hash OR api_key.role <> 'ADMIN' OR api_key.revoked_at IS NOT NULL
                OR api_key.expires_at IS NOT NULL
            """;

    private final EntityManager db;
    private final SharedRevisions revisions;
    private final Optional<String> configured;
    private final Path folder;
    private final Clock clock;

    FirstKey(
            EntityManager db,
            SharedRevisions revisions,
            AccessSettings settings,
            @ConfigProperty(name = "crosscheck.data-dir") Path folder,
            Clock clock) {
        this.db = db;
        this.revisions = revisions;
        this.configured = settings.adminKey();
        this.folder = folder;
        this.clock = clock;
    }

    @Transactional
    void started(@Observes @Priority(1) StartupEvent start) {
        if (configured.isPresent()) configure(configured.get());
        else generate();
    }

    private void configure(String secret) {
        if (secret.length() < Secret.SHORTEST || !secret.matches("[\\x21-\\x7e]+"))
            throw new IllegalArgumentException(
                    "CROSSCHECK_ACCESS_ADMIN_KEY is too easy to guess, or has characters that no"
                            + " header may have: give at least " + Secret.SHORTEST
                            + " random visible ASCII characters.");
        execute(CONFIGURE, secret);
    }

    private void generate() {
        String secret = Secret.generate();
        if (execute(CREATE, secret) == 0) return;
        // Before the commit: a key that nobody knows would be worse than a file with a key that never came to be.
        Path file = write(secret);
        LOG.infof("The key of the first admin is in %s", file);
    }

    private int execute(String statement, String secret) {
        int written = db.createNativeQuery(statement)
                .setParameter("id", ID)
                .setParameter("hash", Sha256.hex(secret))
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (written == 0) return 0;
        KeyView key = KeyView.of(ApiKeyEntity.byId(ID).orElseThrow());
        revisions.keep(SharedRevisions.Kind.KEY, ID, key.revision(), key.stated());
        return written;
    }

    private Path write(String secret) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(FILE).toAbsolutePath().normalize();
            Path fresh = Files.createTempFile(
                    folder,
                    FILE,
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, secret + System.lineSeparator());
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The key of the first admin cannot be written to " + folder
                            + ". Name a folder with CROSSCHECK_DATA_DIR, or give a key with CROSSCHECK_ACCESS_ADMIN_KEY.",
                    e);
        }
    }
}
