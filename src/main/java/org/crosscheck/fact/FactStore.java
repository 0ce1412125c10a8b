package org.crosscheck.fact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.source.Lineages;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeEntity;
import org.crosscheck.story.RevisionEntity;
import org.crosscheck.story.Revisions;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryWriter;
import org.crosscheck.story.Touched;

/**
 * Stores checked sources and their facts in a locked story, keeps what they replace, and tells the attributes whose findings
 * that may change.
 */
@ApplicationScoped
public class FactStore {
    private final Revisions revisions;
    private final TextLineage texts;
    private final FactCopy copy;

    FactStore(Revisions revisions, TextLineage texts, FactCopy copy) {
        this.revisions = revisions;
        this.texts = texts;
        this.copy = copy;
    }

    /**
     * Stores {@code sources} and deletes those called {@code removed}. Returns the attributes whose findings may change; empty
     * where nothing has changed at all.
     */
    public Optional<Touched> store(StoryEntity story, List<CheckedSource> sources, Collection<String> removed) {
        return store(story, sources, removed, Map.of());
    }

    /** Stores {@code sources} that were deleted, each at its place. Returns the attributes whose findings may change. */
    Touched restore(StoryEntity story, List<CheckedSource> sources, Map<String, Integer> places) {
        return store(story, sources, List.of(), places).orElseThrow();
    }

    private Optional<Touched> store(
            StoryEntity story, List<CheckedSource> sources, Collection<String> removed, Map<String, Integer> places) {
        Change change = new Change(story.id, places);
        Lineages before = Lineages.stored(story.id);
        change.loadFacts(sources, removed);
        change.storeDocuments(sources);
        SourceEntity.flush();
        sources.forEach(change::storeFacts);
        change.dropFacts();
        FactEntity.flush();
        removed.forEach(change::move);
        TextLineage.Moving moving = texts.moving(story.id, change.moved, change.rewritten(sources));
        removed.forEach(change::dropDocument);
        SourceEntity.flush();
        if (!change.any) return Optional.empty();
        change.touched.addAll(texts.follow(moving));
        story.sources += change.created.size() - change.gone;
        change.storeFreshFacts();
        change.touched.indirectly(recount(story, before, change.created), change.documents);
        return Optional.of(change.touched);
    }

    /**
     * Counts lineages again. Returns the attributes of the facts of which the lineage is not what it was.
     *
     * @param created sources whose facts are all new
     */
    private static Collection<String> recount(StoryEntity story, Lineages before, Set<String> created) {
        Lineages after = Lineages.stored(story.id);
        story.lineages = after.count(story.sources);
        Set<String> regrouped = before.regrouped(after);
        regrouped.removeAll(created);
        return FactEntity.attributesOf(story.id, regrouped);
    }

    /** Reads the texts of a locked story that were not read, or by other rules. Returns the attributes whose findings may change. */
    Touched readTexts(StoryEntity story) {
        Lineages before = Lineages.stored(story.id);
        Touched touched = texts.readAgain(story.id);
        return touched.indirectly(recount(story, before, Set.of()), List.of());
    }

    /**
     * Puts the sources of a locked story, which are all given, in that order. Returns the attributes whose findings may change; empty
     * where they are in that order.
     */
    public Optional<Touched> order(StoryEntity story, List<CheckedSource> sources) {
        List<String> order =
                sources.stream().map(source -> source.document().id()).toList();
        if (SourceEntity.outlines(story.id).stream()
                .map(SourceView::id)
                .toList()
                .equals(order)) return Optional.empty();
        Lineages before = Lineages.stored(story.id);
        Map<String, Integer> places = new HashMap<>();
        order.forEach(id -> places.put(id, places.size()));
        Map<String, Instant> moved = new HashMap<>();
        for (SourceEntity source : SourceEntity.of(story.id)) {
            source.ordinal = places.get(source.id);
            moved.put(source.id, source.publishedAt);
        }
        SourceEntity.flush();
        Touched touched = texts.follow(texts.moving(story.id, moved, Set.of()));
        return Optional.of(touched.indirectly(recount(story, before, Set.of()), order));
    }

    /** Keeps the sources and facts of a story that is being deleted. */
    void keepAll(@Observes StoryWriter.Deleting deleting) {
        List<SourceEntity> sources = SourceEntity.of(deleting.story());
        Change change = new Change(deleting.story(), Map.of());
        change.loadFacts(List.of(), sources.stream().map(source -> source.id).toList());
        change.dropFacts();
        sources.forEach(source -> change.dropDocument(source.id));
        SourceEntity.flush();
    }

    /** One change of a story's sources and facts, and what it touches. */
    private final class Change {
        private final String story;
        /** Where restored sources stood. */
        private final Map<String, Integer> places;

        private final Touched touched = new Touched();
        /** Sources that come, change or go. */
        private final Set<String> documents = new LinkedHashSet<>();

        private final Map<String, FactEntity> leaving = new HashMap<>();
        private final Map<String, FactEntity> present = new HashMap<>();
        private Map<String, Integer> newFacts;
        /** New facts, stored last: what their sentences go back to must be known. */
        private final List<FactEntity> fresh = new ArrayList<>();

        private List<String> attributes;
        /** Sources whose text comes, goes or changes, with their publication: the earlier one where that changes too. */
        private final Map<String, Instant> moved = new HashMap<>();

        private final Set<String> created = new HashSet<>();
        private int gone;
        private boolean any;

        Change(String story, Map<String, Integer> places) {
            this.story = story;
            this.places = places;
        }

        void loadFacts(List<CheckedSource> sources, Collection<String> removed) {
            Set<String> rewritten = new HashSet<>(removed);
            Set<String> ids = new HashSet<>();
            for (CheckedSource source : sources) {
                if (source.facts() == null) continue;
                rewritten.add(source.document().id());
                source.facts().forEach(fact -> ids.add(fact.fact().id()));
            }
            FactEntity.ofSources(story, rewritten).forEach(fact -> leaving.put(fact.id, fact));
            present.putAll(leaving);
            ids.removeAll(present.keySet());
            for (FactEntity elsewhere : FactEntity.byIds(story, ids))
                throw ProblemException.conflict("The source \"" + elsewhere.source + "\" has a fact called \""
                        + elsewhere.id + "\" already. Give this one another id, or none.");
            newFacts = revisions.first(story, RevisionEntity.Kind.FACT, ids);
        }

        void storeDocuments(List<CheckedSource> sources) {
            Set<String> ids =
                    sources.stream().map(source -> source.document().id()).collect(Collectors.toSet());
            Map<String, SourceEntity> stored = new HashMap<>();
            SourceEntity.of(story, ids).forEach(source -> stored.put(source.id, source));
            ids.removeAll(stored.keySet());
            Map<String, Integer> revision = revisions.first(story, RevisionEntity.Kind.SOURCE, ids);
            int ordinal = SourceEntity.nextOrdinal(story);
            for (CheckedSource source : sources) {
                SourceView document = source.document();
                SourceEntity entity = stored.get(document.id());
                if (entity == null) {
                    int place = places.getOrDefault(document.id(), ordinal++);
                    create(document, place, revision.get(document.id()));
                } else if (!SourceView.of(entity).stated().equals(document)) {
                    revise(entity, document);
                }
            }
        }

        private void create(SourceView document, int ordinal, int revision) {
            SourceEntity entity = new SourceEntity();
            entity.storyId = story;
            entity.id = document.id();
            entity.ordinal = ordinal;
            entity.state(document);
            revisions.create(entity, revision);
            entity.persist();
            created.add(document.id());
            any = true;
            touchAccount(document);
            if (document.text() != null) moved.put(document.id(), document.publishedAt());
        }

        private void revise(SourceEntity entity, SourceView document) {
            SourceView old = SourceView.of(entity);
            revisions.change(entity);
            touchAccount(old);
            touchAccount(document);
            boolean heldAgain = !old.publisher().equals(document.publisher())
                    || !old.publishedAt().equals(document.publishedAt());
            if (heldAgain) touchFactsOf(entity.id);
            if (entity.copiesOtherwise(document))
                moved.put(entity.id, earlier(old.publishedAt(), document.publishedAt()));
            entity.state(document);
            any = true;
        }

        private static Instant earlier(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        /** The sources whose facts are stated anew. */
        Set<String> rewritten(List<CheckedSource> sources) {
            return sources.stream()
                    .filter(source -> source.facts() != null)
                    .map(source -> source.document().id())
                    .collect(Collectors.toSet());
        }

        void move(String id) {
            moved.put(id, SourceEntity.byId(story, id).orElseThrow().publishedAt);
        }

        /** The silence of a full account may show, or stop to show, on whatever it covers. */
        private void touchAccount(SourceView document) {
            if (attributes == null)
                attributes = AttributeEntity.of(story).stream()
                        .map(attribute -> attribute.id)
                        .toList();
            documents.add(document.id());
            attributes.stream()
                    .filter(document::accountsFor)
                    .forEach(attribute -> touched.account(attribute, document.id()));
        }

        private void touchFactsOf(String source) {
            FactEntity.attributesOf(story, Set.of(source)).forEach(attribute -> touched.factsOf(attribute, source));
        }

        void storeFacts(CheckedSource source) {
            if (source.facts() == null) return;
            int ordinal = 0;
            int place = -1;
            for (NormalFact normal : source.facts()) {
                FactEntity entity = present.get(normal.fact().id());
                leaving.remove(normal.fact().id());
                if (entity == null) add(normal, ordinal);
                else if (!entity.view().stated().equals(normal.fact().stated())
                        || !Objects.equals(entity.source, normal.fact().source())) revise(entity, normal);
                // A unit that has become a concept since, or is none any more, says what it said.
                else entity.concept = normal.concept();
                if (entity != null) {
                    // Another order of the same facts is a change too: dossiers show it.
                    any |= entity.ordinal < place;
                    place = entity.ordinal;
                    entity.ordinal = ordinal;
                }
                ordinal++;
            }
        }

        private void add(NormalFact normal, int ordinal) {
            FactEntity entity = new FactEntity();
            entity.storyId = story;
            entity.id = normal.fact().id();
            entity.ordinal = ordinal;
            entity.state(normal);
            fresh.add(entity);
            entity.added(touched);
            any = true;
        }

        void storeFreshFacts() {
            texts.trace(story, fresh);
            revisions.create(story, fresh, fact -> newFacts.get(fact.id));
            copy.write(fresh);
        }

        private void revise(FactEntity entity, NormalFact normal) {
            touch(entity);
            revisions.change(entity);
            entity.state(normal);
            entity.reason = null;
            touch(entity);
        }

        private void touch(FactEntity fact) {
            fact.touched(touched);
            any = true;
        }

        void dropFacts() {
            for (FactEntity fact : new ArrayList<>(leaving.values())) {
                touch(fact);
                revisions.delete(fact);
                fact.delete();
            }
        }

        void dropDocument(String id) {
            SourceEntity source = SourceEntity.byId(story, id).orElseThrow();
            revisions.delete(source);
            touchAccount(SourceView.of(source));
            source.delete();
            gone++;
            any = true;
        }
    }
}
