package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.source.Copies;
import org.crosscheck.source.CopyKeeper;
import org.crosscheck.story.Touched;

/** Keeps with each fact the source that its sentence goes back to. The caller has locked the story. */
@ApplicationScoped
class TextLineage {
    private final CopyKeeper keeper;

    TextLineage(CopyKeeper keeper) {
        this.keeper = keeper;
    }

    /** What is about to change in a story: the texts of sources, and which of them state their facts anew. */
    record Moving(String story, CopyKeeper.Moved texts, Set<String> rewritten) {}

    /** @param moved sources whose text comes, goes or changes, with their earliest publication; those that go are still there */
    Moving moving(String story, Map<String, Instant> moved, Set<String> rewritten) {
        return new Moving(story, keeper.moving(story, moved), rewritten);
    }

    /** Follows what was moving, once it has moved. Returns what facts touch that go back to another source now. */
    Touched follow(Moving moving) {
        Set<String> sources = new HashSet<>(keeper.follow(moving.story, moving.texts));
        sources.addAll(moving.texts.sources());
        sources.addAll(moving.rewritten);
        Copies copies = Copies.stored(moving.story, sources);
        Touched touched = new Touched();
        for (FactEntity fact : FactEntity.ofSources(moving.story, sources)) {
            String origin = Evidence.origin(fact.evidence, fact.source, copies);
            if (Objects.equals(fact.copiedFrom, origin)) continue;
            fact.copiedFrom = origin;
            fact.touched(touched);
        }
        FactEntity.flush();
        return touched;
    }

    /** Says of facts that are still to be stored which source each one's sentence goes back to. */
    void trace(String story, Collection<FactEntity> fresh) {
        List<FactEntity> placed = fresh.stream()
                .filter(fact -> fact.evidence != null && fact.evidence.start() != null)
                .toList();
        if (placed.isEmpty()) return;
        Copies copies =
                Copies.stored(story, placed.stream().map(fact -> fact.source).collect(Collectors.toSet()));
        placed.forEach(fact -> fact.copiedFrom = Evidence.origin(fact.evidence, fact.source, copies));
    }

    /** Reads the texts that were not read, or by other rules than ours. Returns what {@link #follow} does. */
    Touched readAgain(String story) {
        return follow(moving(story, keeper.unread(story), Set.of()));
    }
}
