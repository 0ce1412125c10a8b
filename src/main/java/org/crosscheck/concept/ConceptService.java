package org.crosscheck.concept;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.access.Caller;
import org.crosscheck.access.HistoryEntry;
import org.crosscheck.access.SharedRevisions;
import org.crosscheck.access.SharedRevisions.Kind;
import org.crosscheck.http.ETags;
import org.crosscheck.http.Page;
import org.crosscheck.http.PageRequest;
import org.crosscheck.party.Authority;
import org.crosscheck.problem.ProblemException;
import org.crosscheck.problem.Violations;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Hierarchy;

/** Reads and writes concepts. */
@ApplicationScoped
public class ConceptService {
    /** Keeps the taxonomy, and with it the time that one judgement takes, in bounds. */
    private static final int MAX_ABOVE = 1000;

    private final Authority authority;
    private final Taxonomies taxonomies;
    private final Caller caller;
    private final SharedRevisions revisions;

    ConceptService(Authority authority, Taxonomies taxonomies, Caller caller, SharedRevisions revisions) {
        this.authority = authority;
        this.taxonomies = taxonomies;
        this.caller = caller;
        this.revisions = revisions;
    }

    /** What a PUT did. */
    record Written(ConceptView concept, boolean created) {}

    @Transactional
    Written put(String id, ConceptView body, ETags tags) {
        authority.change();
        Optional<ConceptEntity> known = ConceptEntity.byId(id);
        String current = known.map(stored -> ETags.tag(stored.revision)).orElse(null);
        tags.check(current);
        ConceptView concept = body.withId(id);
        Violations violations = new Violations();
        check(List.of(whole(concept)), "", violations, true);
        violations.throwIfAny();
        Set<String> touched = taxonomies.touchedBy(List.of(id));
        if (!write(List.of(concept), false).isEmpty()) {
            tags.checkKnown(current);
            touched.addAll(taxonomies.touchedBy(List.of(id)));
            authority.changed(List.of(), touched);
        }
        return new Written(view(id), known.isEmpty());
    }

    /** A PUT states all of a concept: what it leaves out is not there any more. */
    private static ConceptView whole(ConceptView body) {
        return new ConceptView(
                body.id(),
                body.scheme() == null ? ConceptView.DEFAULT_SCHEME : body.scheme(),
                body.label(),
                body.aliases(),
                body.broader() == null ? List.of() : body.broader(),
                null);
    }

    /**
     * Looks for broader links among {@code stated}, on top of what is stored, that dangle, run in a circle or leave their
     * scheme.
     *
     * @param pointer where the concepts stand in the body
     * @param single whether the body is one concept, so that pointers need no index
     */
    public void check(List<ConceptView> stated, String pointer, Violations violations, boolean single) {
        Set<String> named = new HashSet<>();
        stated.forEach(concept -> {
            named.add(concept.id());
            if (concept.broader() != null) named.addAll(concept.broader());
        });
        Map<String, BroaderGraph.Node> nodes = new LinkedHashMap<>();
        Taxonomies.with(stated, taxonomies.nodesAround(named)).forEach(node -> nodes.put(node.id(), node));
        Map<String, Collection<String>> links = new HashMap<>();
        nodes.values().forEach(node -> links.put(node.id(), node.broader()));
        Optional<List<String>> cycle = Hierarchy.cycle(links);
        boolean tooDeep = false;
        for (int i = 0; i < stated.size(); i++) {
            String id = stated.get(i).id();
            String at = pointer + (single ? "" : "/" + i) + "/broader";
            checkLinks(nodes.get(id), nodes, at, violations);
            if (cycle.isPresent() && cycle.get().contains(id)) {
                violations.add(
                        at,
                        "Concepts would be broader than each other in a circle: " + String.join(" → ", cycle.get())
                                + ".");
                cycle = Optional.empty();
            }
            if (!tooDeep) {
                tooDeep = Hierarchy.above(id, up -> links.getOrDefault(up, List.of()), MAX_ABOVE + 1)
                                .size()
                        > MAX_ABOVE;
                if (tooDeep) violations.add(at, "Keep it below at most " + MAX_ABOVE + " other concepts.");
            }
        }
        Set<String> ids = new HashSet<>();
        stated.forEach(concept -> ids.add(concept.id()));
        nodes.values().stream()
                .filter(node -> !ids.contains(node.id()))
                .forEach(node -> checkNarrower(node, nodes, single ? "/scheme" : pointer, violations));
    }

    private static void checkLinks(
            BroaderGraph.Node node, Map<String, BroaderGraph.Node> nodes, String at, Violations violations) {
        int position = 0;
        Set<String> seen = new HashSet<>();
        for (String broader : node.broader()) {
            String link = at + "/" + position++;
            BroaderGraph.Node other = nodes.get(broader);
            if (!seen.add(broader)) violations.add(link, "\"" + broader + "\" is given twice; keep one.");
            if (other == null)
                violations.add(link, "There is no concept \"" + broader + "\"; state it too, or remove the link.");
            else if (!other.scheme().equals(node.scheme()))
                violations.add(
                        link,
                        "\"" + broader + "\" is in the scheme \"" + other.scheme() + "\", and this concept in \""
                                + node.scheme() + "\"; broader links stay within one scheme.");
        }
    }

    /** A stated concept may have moved to another scheme, away from stored ones below it. */
    private static void checkNarrower(
            BroaderGraph.Node below, Map<String, BroaderGraph.Node> nodes, String pointer, Violations violations) {
        for (String broader : below.broader()) {
            BroaderGraph.Node other = nodes.get(broader);
            if (other != null && !other.scheme().equals(below.scheme()))
                violations.add(
                        pointer,
                        "\"" + below.id() + "\" is narrower than \"" + broader + "\" and in the scheme \""
                                + below.scheme() + "\"; move it first.");
        }
    }

    /** Whether stating {@code concepts} would change what is stored. Takes no lock, changes nothing. */
    public boolean wouldChange(List<ConceptView> concepts) {
        return !changing(concepts).isEmpty();
    }

    /** The ids among {@code concepts} whose statement would change what is stored. */
    public List<String> changing(List<ConceptView> concepts) {
        Map<String, ConceptView> stored = new HashMap<>();
        ConceptEntity.byIds(concepts.stream().map(ConceptView::id).toList())
                .forEach(concept -> stored.put(concept.id, ConceptView.of(concept, false)));
        return concepts.stream()
                .filter(concept -> !concept.isStatedBy(stored.get(concept.id())))
                .map(ConceptView::id)
                .toList();
    }

    /**
     * Stores what {@code concepts} state; the caller has locked the authority files. Broader ones may come after narrower
     * ones. Tells whether anything changed.
     */
    public Set<String> write(List<ConceptView> concepts, boolean leftOutStays) {
        Map<String, ConceptEntity> stored = new HashMap<>();
        ConceptEntity.byIds(concepts.stream().map(ConceptView::id).toList())
                .forEach(concept -> stored.put(concept.id, concept));
        Map<String, Integer> last = revisions.last(
                Kind.CONCEPT,
                concepts.stream()
                        .map(ConceptView::id)
                        .filter(id -> !stored.containsKey(id))
                        .toList());
        Set<String> changed = new HashSet<>();
        Map<ConceptEntity, List<String>> links = new LinkedHashMap<>();
        for (ConceptView view : concepts) {
            ConceptEntity concept = stored.get(view.id());
            if (concept != null) {
                if (!concept.state(view, leftOutStays)) continue;
                caller.mustWriteAll("The concept \"" + view.id() + "\"");
                changed.add(view.id());
                keep(concept);
                continue;
            }
            concept = new ConceptEntity();
            concept.id = view.id();
            concept.revision = last.get(view.id());
            concept.state(view, leftOutStays);
            changed.add(view.id());
            keep(concept);
            links.put(concept, concept.broader);
            concept.broader = new ArrayList<>();
        }
        ConceptEntity.persist(links.keySet());
        ConceptEntity.flush();
        links.forEach((concept, broader) -> concept.broader.addAll(broader));
        ConceptEntity.flush();
        return changed;
    }

    private void keep(ConceptEntity concept) {
        revisions.keep(Kind.CONCEPT, concept.id, concept.revision, ConceptView.of(concept, true));
    }

    @Transactional
    void delete(String id, ETags tags) {
        authority.change();
        ConceptEntity concept = ConceptEntity.byId(id).orElseThrow(() -> ProblemException.notFound("concept", id));
        tags.check(ETags.tag(concept.revision));
        Set<String> touched = taxonomies.touchedBy(List.of(id));
        revisions.keepDeletion(Kind.CONCEPT, id, concept.revision);
        concept.delete();
        ConceptEntity.flush();
        authority.changed(List.of(), touched);
    }

    @Transactional
    ConceptView view(String id) {
        return ConceptEntity.byId(id)
                .map(concept -> ConceptView.of(concept, true))
                .orElseThrow(() -> ProblemException.notFound("concept", id));
    }

    @Transactional
    Page<ConceptView> list(PageRequest page) {
        return Page.of(
                ConceptEntity.after(page.after(1).get(0), page.rows()),
                page,
                concept -> ConceptView.of(concept, true),
                concept -> List.of(concept.id));
    }

    @Transactional
    Page<HistoryEntry> history(String id, PageRequest page) {
        return revisions.history(Kind.CONCEPT, id, page);
    }

    /** What the concept said at that revision, in JSON. */
    @Transactional
    ObjectNode revision(String id, int revision) {
        return revisions.state(Kind.CONCEPT, id, revision);
    }

    /** The labels of those of {@code ids} that name a concept, by id. */
    @Transactional
    public Map<String, String> labels(Collection<String> ids) {
        Map<String, String> labels = new HashMap<>();
        ConceptEntity.byIds(ids).forEach(concept -> labels.put(concept.id, concept.label));
        return labels;
    }

    /** All concepts, as a dossier states them. */
    public List<ConceptView> all() {
        return ConceptEntity.<ConceptEntity>listAll().stream()
                .map(concept -> ConceptView.of(concept, false))
                .toList();
    }

    /** The concepts called {@code ids}, as a dossier states them. */
    public List<ConceptView> stated(Collection<String> ids) {
        return ConceptEntity.byIds(ids).stream()
                .map(concept -> ConceptView.of(concept, false))
                .toList();
    }
}
