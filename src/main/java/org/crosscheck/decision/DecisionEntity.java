package org.crosscheck.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.crosscheck.story.KeptEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.verdict.Flag;
import org.hibernate.Session;

/** A decision's row. */
@Entity
@Table(name = "decision")
@IdClass(DecisionEntity.Key.class)
class DecisionEntity extends KeptEntity {

    /** Primary key. */
    record Key(String storyId, String attribute) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    @Column(name = "attribute_id")
    String attribute;

    @Enumerated(EnumType.STRING)
    Outcome outcome;

    @Enumerated(EnumType.STRING)
    Cause cause;

    String note;

    @Column(name = "decided_by")
    String by;

    @Column(name = "decided_at")
    Instant at;

    /** That was decided upon. */
    @Enumerated(EnumType.STRING)
    Flag verdict;

    /** Names the facts and the finding that it rests on. */
    String basis;

    boolean lapsed;

    @Override
    public Kept kept() {
        return new Kept(storyId, RevisionEntity.Kind.DECISION, attribute, null, DecisionView.of(this));
    }

    static Optional<DecisionEntity> byId(String story, String attribute) {
        return findByIdOptional(new Key(story, attribute));
    }

    static List<DecisionEntity> of(String story) {
        return list("storyId", story);
    }

    static List<DecisionEntity> of(String story, Collection<String> attributes) {
        if (attributes.isEmpty()) return List.of();
        // An array: with a list each number of attributes would be a statement of its own.
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT * FROM decision WHERE story_id = :story AND attribute_id = ANY(:attributes)",
                        DecisionEntity.class)
                .setParameter("story", story)
                .setParameter("attributes", attributes.toArray(String[]::new))
                .getResultList();
    }
}
