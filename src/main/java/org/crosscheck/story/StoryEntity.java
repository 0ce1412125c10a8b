package org.crosscheck.story;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A story's row. Its revision counts changes of the description. */
@Entity
@Table(name = "story")
public class StoryEntity extends KeptEntity {
    private static final String CONTAINS =
            "(?1 = '' or locate(lower(?1), lower(title)) > 0 or locate(lower(?1), id) > 0)";

    @Id
    @Column(name = "story_id")
    public String id;

    String title;

    String language;

    @Column(name = "occurred_on")
    String occurredOn;

    /** The confidence from which on proposals are accepted without an editor; null where none are. */
    @Column(name = "auto_accept")
    public BigDecimal autoAccept;

    /** Counts changes that any report can show. */
    public long version;

    /** How many sources the story has. */
    public int sources;

    /** How many independent origins those sources go back to. */
    public int lineages;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Whether it was created in this transaction, and is still to be described. */
    public boolean isNew() {
        return revision == 0;
    }

    @Override
    public Kept kept() {
        return new Kept(
                id, RevisionEntity.Kind.STORY, id, null, StoryView.of(this).stated());
    }

    public static Optional<StoryEntity> byId(String id) {
        return findByIdOptional(id);
    }

    static Optional<StoryEntity> locked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** @param search what the id or the title contains, whatever its case; anything where empty */
    static List<StoryEntity> after(String search, String id, int rows) {
        return find(CONTAINS + " and id > ?2 order by id", search, id)
                .range(0, rows - 1)
                .list();
    }

    /** Those that changed before that instant, the last one first; of those at that instant, the ones after {@code id}. */
    static List<StoryEntity> newest(String search, Instant before, String id, int rows) {
        return find(
                        CONTAINS + " and (updatedAt < ?2 or updatedAt = ?2 and id > ?3) order by updatedAt desc, id",
                        search,
                        before,
                        id)
                .range(0, rows - 1)
                .list();
    }
}
