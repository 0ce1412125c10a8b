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

    /** Remembers what {@code dossier} states, in its order. Tells whether that is news. */
    boolean replace(String story, DossierView dossier) {
        List<String> parties = dossier.parties().stream().map(PartyView::id).toList();
        List<String> concepts = dossier.concepts().stream().map(ConceptView::id).toList();
        return replace("story_party", "party_id", story, parties, parties(story))
                | replace("story_concept", "concept_id", story, concepts, concepts(story));
    }

    Set<String> parties(String story) {
        return stated("story_party", "party_id", story);
    }

    Set<String> concepts(String story) {
        return stated("story_concept", "concept_id", story);
    }

    private Set<String> stated(String table, String column, String story) {
        return new LinkedHashSet<>(db.createNativeQuery(
                        "SELECT " + column + " FROM " + table + " WHERE story_id = :story ORDER BY ordinal", String.class)
                .setParameter("story", story)
                .getResultList());
    }

    private boolean replace(String table, String column, String story, List<String> now, Set<String> before) {
        if (List.copyOf(before).equals(now)) return false;
        db.createNativeMutationQuery("DELETE FROM " + table + " WHERE story_id = :story")
                .setParameter("story", story)
                .executeUpdate();
        db.createNativeMutationQuery("INSERT INTO " + table + " (story_id, " + column + ", ordinal)"
                        + " SELECT :story, id, place FROM unnest(CAST(:ids AS text[])) WITH ORDINALITY AS stated(id, place)")
                .setParameter("story", story)
                .setParameter("ids", now.toArray(String[]::new))
                .executeUpdate();
        return true;
    }
}
