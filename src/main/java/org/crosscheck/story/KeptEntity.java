package org.crosscheck.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A row of a story of which every state is kept: see {@link Revisions}, which is told of every change. */
@MappedSuperclass
public abstract class KeptEntity extends PanacheEntityBase {
    /** Counts its states. */
    public int revision;

    /** The edit that wrote its state; null where that is older than edits. */
    @Column(name = "edit_id")
    UUID edit;

    /** The edit that wrote its state. */
    public UUID edit() {
        return edit;
    }

    /** What is kept of it as it is. */
    public abstract Kept kept();

    /**
     * What is kept of something.
     *
     * @param place among its like; null where that does not matter
     * @param state as the API shows it
     */
    public record Kept(String story, RevisionEntity.Kind kind, String id, Integer place, Object state) {}
}
