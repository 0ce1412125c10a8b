package org.crosscheck.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.crosscheck.access.Act;

/** Who changed something in a story, when and why. */
@Entity
@Table(name = "edit")
@IdClass(EditEntity.Key.class)
class EditEntity extends PanacheEntityBase {

    /** Primary key. */
    record Key(String storyId, UUID id) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    UUID id;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    String reason;

    /** Whether it brought back what was deleted. */
    boolean restoration;

    Act act() {
        return new Act(madeBy, madeAt, reason);
    }

    static Map<UUID, EditEntity> byIds(String story, Collection<UUID> ids) {
        Map<UUID, EditEntity> edits = new HashMap<>();
        if (ids.isEmpty()) return edits;
        EditEntity.<EditEntity>list("storyId = ?1 and id in ?2", story, ids).forEach(edit -> edits.put(edit.id, edit));
        return edits;
    }
}
