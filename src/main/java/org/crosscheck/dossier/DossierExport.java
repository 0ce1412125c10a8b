package org.crosscheck.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.crosscheck.concept.ConceptService;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.concept.Taxonomies;
import org.crosscheck.fact.FactEntity;
import org.crosscheck.fact.FactView;
import org.crosscheck.fact.Normalizer;
import org.crosscheck.fact.SubmittedSource;
import org.crosscheck.party.Authority;
import org.crosscheck.party.PartyService;
import org.crosscheck.party.PartyView;
import org.crosscheck.source.SourceEntity;
import org.crosscheck.source.SourceView;
import org.crosscheck.story.AttributeService;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryEntity;
import org.crosscheck.story.StoryService;
import org.hibernate.Session;

/** Writes stored stories as dossiers: importing one again changes nothing, and importing it elsewhere needs nothing else. */
@ApplicationScoped
class DossierExport {
    private final Session db;
    private final Authority authority;
    private final StoryService stories;
    private final PartyService parties;
    private final ConceptService concepts;
    private final Taxonomies taxonomies;
    private final AttributeService attributes;
    private final StatedNames names;

    DossierExport(
            Session db,
            Authority authority,
            StoryService stories,
            PartyService parties,
            ConceptService concepts,
            Taxonomies taxonomies,
            AttributeService attributes,
            StatedNames names) {
        this.db = db;
        this.authority = authority;
        this.stories = stories;
        this.parties = parties;
        this.concepts = concepts;
        this.taxonomies = taxonomies;
        this.attributes = attributes;
        this.names = names;
    }

    /** The entity tag of the story's dossier: it names parties and concepts too. */
    @Transactional
    String tag(String story) {
        return "\"" + stories.existing(story).version + "." + authority.version() + ".dossier\"";
    }

    /** The dossier of one state of the database. */
    @Transactional
    DossierView read(String id) {
        db.createNativeMutationQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                .executeUpdate();
        return dossier(id);
    }

    /** The dossier of a story that the transaction has locked. */
    DossierView dossier(String id) {
        StoryEntity story = stories.existing(id);
        List<SourceEntity> sources = SourceEntity.of(id);
        List<FactEntity> facts = FactEntity.ofSources(
                id, sources.stream().map(source -> source.id).toList());
        Map<String, List<FactView>> bySource = new HashMap<>();
        facts.forEach(fact -> bySource.computeIfAbsent(fact.source, source -> new ArrayList<>())
                .add(fact.view().stated()));
        List<AttributeView> questions = attributes.stated(id);
        return new DossierView(
                stories.stated(story),
                parties(id, sources, facts),
                concepts(id, questions, facts),
                questions,
                sources.stream()
                        .map(source -> SubmittedSource.of(
                                SourceView.of(source).stated(), bySource.getOrDefault(source.id, List.of()), null))
                        .toList());
    }

    /** The ids of the parties and concepts that the story's dossier has, in its order. */
    List<String> names(String id) {
        DossierView dossier = dossier(id);
        List<String> names = new ArrayList<>();
        dossier.parties().forEach(party -> names.add(party.id()));
        dossier.concepts().forEach(concept -> names.add(concept.id()));
        return names;
    }

    private List<PartyView> parties(String story, List<SourceEntity> sources, List<FactEntity> facts) {
        Set<String> named = new TreeSet<>();
        sources.forEach(source -> named.add(source.publisher));
        facts.stream()
                .map(FactEntity::view)
                .map(FactView::claimant)
                .filter(id -> id != null)
                .forEach(named::add);
        Set<String> stated = names.parties(story);
        named.addAll(stated);
        Set<String> all = new TreeSet<>(PartyService.withWholes(named).keySet());
        return inOrder(stated, all, parties::stated, PartyView::id);
    }

    private List<ConceptView> concepts(String story, List<AttributeView> questions, List<FactEntity> facts) {
        Set<String> named = new HashSet<>();
        facts.stream().map(FactEntity::view).forEach(fact -> named.add(Normalizer.conceptNamed(fact, Map.of())));
        named.remove(null);
        questions.stream().map(AttributeView::unit).filter(unit -> unit != null).forEach(named::add);
        Set<String> stated = names.concepts(story);
        named.addAll(stated);
        return inOrder(stated, taxonomies.withBroader(named), concepts::stated, ConceptView::id);
    }

    /** First what the dossier stated, in its order; then whatever else is needed, by id. */
    private static <T> List<T> inOrder(
            Set<String> stated, Set<String> all, Function<Collection<String>, List<T>> load, Function<T, String> idOf) {
        Set<String> order = new LinkedHashSet<>(stated);
        order.addAll(new TreeSet<>(all));
        Map<String, T> loaded = new HashMap<>();
        load.apply(order).forEach(each -> loaded.put(idOf.apply(each), each));
        return order.stream().filter(loaded::containsKey).map(loaded::get).toList();
    }
}
