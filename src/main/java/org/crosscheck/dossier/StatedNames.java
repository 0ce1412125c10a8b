package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.party.PartyView;
import org.hibernate.Session;

/** Remembers which parties and concepts a story's dossier states, whether facts name them or not. */
@ApplicationScoped
class StatedNames {
    private final Session db;

    StatedNames(Session db) {
        this.db = db;
    }

    /** Whether {@code dossier} states others than those that are remembered, or in another order. */
    boolean differ(String story, DossierView dossier) {
        return !List.copyOf(parties(story)).equals(partiesOf(dossier))
                || !List.copyOf(concepts(story)).equals(conceptsOf(dossier));
    }

    /** Remembers what {@code dossier} states, in its order. */
    void replace(String story, DossierView dossier) {
        if (!differ(story, dossier)) return;
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
