package org.crosscheck.story;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.crosscheck.http.OwnJson;

/** Keeps every state that something had before it was changed or deleted. Append only. */
@ApplicationScoped
public class Revisions {
    private final OwnJson json;
    private final Clock clock = Clock.systemUTC();

    Revisions(OwnJson json) {
        this.json = json;
    }

    /** Keeps {@code state}, which is about to be replaced or deleted. */
    public void keep(
            String story, RevisionEntity.Kind kind, String entity, int revision, Object state, boolean deleted) {
        RevisionEntity kept = new RevisionEntity();
        kept.storyId = story;
        kept.id = UUID.randomUUID();
        kept.kind = kind;
        kept.entityId = entity;
        kept.revision = revision;
        kept.deleted = deleted;
        kept.body = json.write(state);
        kept.recordedAt = now();
        kept.persist();
    }

    /** The revision with which something new of that name starts: never one that was used before. */
    public int first(String story, RevisionEntity.Kind kind, String entity) {
        return first(story, kind, List.of(entity)).get(entity);
    }

    /** The same of many at once. */
    public Map<String, Integer> first(String story, RevisionEntity.Kind kind, Collection<String> entities) {
        Map<String, Integer> last = RevisionEntity.last(story, kind, entities);
        Map<String, Integer> first = new HashMap<>();
        entities.forEach(entity -> first.put(entity, last.getOrDefault(entity, 0) + 1));
        return first;
    }

    /** Kept states, oldest first. */
    public List<RevisionEntity> of(String story, RevisionEntity.Kind kind, String entity) {
        return RevisionEntity.of(story, kind, entity);
    }

    /** The kept state of that revision. */
    public Optional<RevisionEntity> of(String story, RevisionEntity.Kind kind, String entity, int revision) {
        return RevisionEntity.of(story, kind, entity, revision);
    }

    /** The time of what happens now, to the microsecond that PostgreSQL keeps. */
    public Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
