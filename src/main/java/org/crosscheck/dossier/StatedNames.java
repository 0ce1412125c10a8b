package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crosscheck.concept.ConceptEntity;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.party.PartyEntity;
import org.crosscheck.party.PartyView;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.story.KeptEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryWriter;
import org.hibernate.Session;

/** Remembers which parties and concepts a story's dossier states, whether facts name them or not. */
@ApplicationScoped
class StatedNames {
    private final Session db;
    private final Revisions revisions;

    StatedNames(Session db, Revisions revisions) {
        this.db = db;
        this.revisions = revisions;
    }

    /** The parties and concepts that a story stated, in its order. */
    record Names(List<String> parties, List<String> concepts) {}

    /** Keeps the names that a story states which is being deleted. */
    void keep(@Observes StoryWriter.Deleting deleting) {
        String story = deleting.story();
        Names names = new Names(List.copyOf(parties(story)), List.copyOf(concepts(story)));
        revisions.keepDeleted(new KeptEntity.Kept(story, RevisionEntity.Kind.STATED_NAMES, story, null, names));
    }

    /** States them again in a story that is being brought back. Throws a conflict where one has gone. */
    void restore(@Observes StoryWriter.Restoring restoring) {
        for (RevisionEntity kept : revisions.with(restoring.deletion(), RevisionEntity.Kind.STATED_NAMES)) {
            Names names = revisions.read(kept, Names.class);
            missing("party", names.parties, PartyEntity.existing(names.parties));
            missing("concept", names.concepts, ConceptEntity.existing(names.concepts));
            replace("story_party", "party_id", restoring.story(), names.parties);
            replace("story_concept", "concept_id", restoring.story(), names.concepts);
        }
    }

    private static void missing(String kind, List<String> stated, Set<String> existing) {
        for (String id : stated) {
            if (!existing.contains(id))
                throw ProblemException.conflict(
                        "The story states a " + kind + " \"" + id + "\" that has gone. Add that first.");
        }
    }

    /** Whether {@code dossier} states others than those that are remembered, or in another order. */
    boolean differ(String story, DossierView dossier) {
        return !List.copyOf(parties(story)).equals(partiesOf(dossier))
                || !List.copyOf(concepts(story)).equals(conceptsOf(dossier));
    }

    /** Remembers what {@code dossier} states, in its order. */
    void replace(String story, DossierView dossier) {
        replace("story_party", "party_id", story, partiesOf(dossier));
        replace("story_concept", "concept_id", story, conceptsOf(dossier));
    }

    private static List<String> partiesOf(DossierView dossier) {
        return dossier.parties().stream().map(PartyView::id).toList();
    }

    private static List<String> conceptsOf(DossierView dossier) {
        return dossier.concepts().stream().map(ConceptView::id).toList();
    }

    Set<String> parties(String story) {
        return stated("story_party", "party_id", story);
    }

    Set<String> concepts(String story) {
        return stated("story_concept", "concept_id", story);
    }

    private Set<String> stated(String table, String column, String story) {
        return new LinkedHashSet<>(db.createNativeQuery(
                        "SELECT " + column + " FROM " + table + " WHERE story_id = :story ORDER BY ordinal",
                        String.class)
                .setParameter("story", story)
                .getResultList());
    }

    private void replace(String table, String column, String story, List<String> now) {
        db.createNativeMutationQuery("DELETE FROM " + table + " WHERE story_id = :story")
                .setParameter("story", story)
                .executeUpdate();
        db.createNativeMutationQuery(
                        "INSERT INTO " + table + " (story_id, " + column + ", ordinal)"
                                + " SELECT :story, id, place FROM unnest(CAST(:ids AS text[])) WITH ORDINALITY AS stated(id, place)")
                .setParameter("story", story)
                .setParameter("ids", now.toArray(String[]::new))
                .executeUpdate();
    }
}
