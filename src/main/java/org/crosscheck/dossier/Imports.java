package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.StoryEntity;

/** Remembers what imports of many dossiers have done, so that they can be resumed, and how far they are. */
@ApplicationScoped
class Imports {
    /** As long as the answers to other POSTs. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final Clock clock;

    Imports(Clock clock) {
        this.clock = clock;
    }

    /** Forgets what imports did that nobody will resume. */
    @Transactional
    void forgetOldDossiers() {
        ImportedDossierEntity.forgetBefore(clock.instant().minus(REMEMBERED));
    }

    /** Apart from {@link #forgetOldDossiers}: on Citus no transaction writes both to what is shared and to many stories. */
    @Transactional
    void forgetOld() {
        ImportEntity.forgetBefore(clock.instant().minus(REMEMBERED));
    }

    /** What the import called {@code id} did with that line of that story, if anything. */
    @Transactional
    Optional<ImportedDossierEntity> done(String id, String story, String fingerprint) {
        return ImportedDossierEntity.of(story, id, fingerprint);
    }

    /** Remembers what was done with a story, in the transaction that does it. */
    void remember(String id, StoryEntity story, String fingerprint, ImportLine.Outcome outcome) {
        ImportedDossierEntity done = new ImportedDossierEntity();
        done.storyId = story.id;
        done.importId = id;
        done.fingerprint = fingerprint;
        done.outcome = outcome;
        done.version = story.version;
        done.importedAt = clock.instant();
        done.persist();
    }

    /** Writes down how far an import is. */
    @Transactional
    void tell(ImportView now) {
        ImportEntity.tell(now);
    }

    @Transactional
    ImportView view(String id) {
        return ImportEntity.<ImportEntity>findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("import", id))
                .view();
    }
}
