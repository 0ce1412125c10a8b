package org.crosscheck.dossier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far an import is. */
@Entity
@Table(name = "dossier_import")
class ImportEntity extends PanacheEntityBase {
    private static final String TELL = """
            INSERT INTO dossier_import (id, lines, created, replaced, unchanged, skipped, refused, started_at, updated_at, done)
            VALUES (:id, :lines, :created, :replaced, :unchanged, :skipped, :refused, :started, :updated, :done)
            ON CONFLICT (id) DO UPDATE
               SET lines = excluded.lines, created = excluded.created, replaced = excluded.replaced,
                   unchanged = excluded.unchanged, skipped = excluded.skipped, refused = excluded.refused,
                   started_at = excluded.started_at, updated_at = excluded.updated_at, done = excluded.done
            """;

    @Id
    String id;

    long lines;

    long created;

    long replaced;

    long unchanged;

    long skipped;

    long refused;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    boolean done;

    static void forgetBefore(Instant time) {
        delete("updatedAt < ?1", time);
    }

    /** Writes down how far the import is, known or not; whoever tells last has the last word. */
    static void tell(ImportView now) {
        getEntityManager()
                .createNativeQuery(TELL)
                .setParameter("id", now.id())
                .setParameter("lines", now.lines())
                .setParameter("created", now.created())
                .setParameter("replaced", now.replaced())
                .setParameter("unchanged", now.unchanged())
                .setParameter("skipped", now.skipped())
                .setParameter("refused", now.refused())
                .setParameter("started", now.startedAt())
                .setParameter("updated", now.updatedAt())
                .setParameter("done", now.done())
                .executeUpdate();
    }

    ImportView view() {
        return new ImportView(id, lines, created, replaced, unchanged, skipped, refused, startedAt, updatedAt, done);
    }
}
