package org.crosscheck.story;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/** What a POST with an Idempotency-Key answered. */
@Entity
@Table(name = "answered_post")
@IdClass(AnsweredPostEntity.Key.class)
class AnsweredPostEntity extends PanacheEntityBase {

    /** Primary key. */
    record Key(String storyId, String key) implements Serializable {}

    @Id
    @Column(name = "story_id")
    String storyId;

    @Id
    String key;

    String fingerprint;

    int status;

    String location;

    String etag;

    String body;

    @Column(name = "answered_at")
    Instant answeredAt;

    static Optional<AnsweredPostEntity> byKey(String story, String key) {
        return findByIdOptional(new Key(story, key));
    }

    static void forgetBefore(String story, Instant time) {
        delete("storyId = ?1 and answeredAt < ?2", story, time);
    }
}
