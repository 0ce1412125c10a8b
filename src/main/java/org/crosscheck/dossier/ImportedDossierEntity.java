package org.crosscheck.dossier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** That an import has done with a dossier. Outlives the story: what an editor deletes since is not imported again. */
@Entity
@Table(name = "imported_dossier")
@IdClass(ImportedDossierEntity.Key.class)
class ImportedDossierEntity extends PanacheEntityBase {

    /** Primary key. */
    record Key(String storyId, String importId, String fingerprint) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    @Column(name = "import_id")
    String importId;

    /** SHA-256 of the line. */
    @Id
    String fingerprint;

    @Enumerated(EnumType.STRING)
    ImportLine.Outcome outcome;

    long version;

    @Column(name = "imported_at")
    Instant importedAt;

    static Optional<ImportedDossierEntity> of(String story, String id, String fingerprint) {
        return findByIdOptional(new Key(story, id, fingerprint));
    }

    static void forgetBefore(Instant time) {
        delete("importedAt < ?1", time);
    }
}
