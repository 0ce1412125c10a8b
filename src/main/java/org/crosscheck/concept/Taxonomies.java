package org.crosscheck.concept;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Hierarchy;
import org.hibernate.Session;

/** Loads as much of the stored taxonomy as decides how some concepts relate: what is above them and what is below. */
@ApplicationScoped
public class Taxonomies {
    private static final String AROUND = """
            WITH RECURSIVE up(id) AS (
                SELECT id FROM concept WHERE id = ANY(:ids)
                UNION SELECT b.broader_id FROM up JOIN concept_broader b ON b.concept_id = up.id
            ), down(id) AS (
                SELECT id FROM concept WHERE id = ANY(:ids)
                UNION SELECT b.concept_id FROM down JOIN concept_broader b ON b.broader_id = down.id
            )
            SELECT c.id, c.scheme, b.broader_id
              FROM (SELECT id FROM up UNION SELECT id FROM down) around
              JOIN concept c ON c.id = around.id
              LEFT JOIN concept_broader b ON b.concept_id = c.id
            """;

    private final Session db;

    Taxonomies(Session db) {
        this.db = db;
    }

    /** The taxonomy around {@code concepts}, of which some may be no concepts. */
    public BroaderGraph around(Collection<String> concepts) {
        return BroaderGraph.of(nodesAround(concepts));
    }

    /** The taxonomy around what {@code stated} and {@code others} name, as it would be with {@code stated} stored. */
    public BroaderGraph around(List<ConceptView> stated, Collection<String> others) {
        Set<String> named = new HashSet<>(others);
        stated.forEach(concept -> {
            named.add(concept.id());
            if (concept.broader() != null) named.addAll(concept.broader());
        });
        return BroaderGraph.of(with(stated, nodesAround(named)));
    }

    /** {@code stored} with what {@code stated} states in place of it, by id. */
    static Collection<BroaderGraph.Node> with(List<ConceptView> stated, Collection<BroaderGraph.Node> stored) {
        Map<String, BroaderGraph.Node> nodes = new HashMap<>();
        stored.forEach(node -> nodes.put(node.id(), node));
        for (ConceptView concept : stated) {
            BroaderGraph.Node old = nodes.get(concept.id());
            String scheme = concept.scheme() != null
                    ? concept.scheme()
                    : old != null ? old.scheme() : ConceptView.DEFAULT_SCHEME;
            Collection<String> broader =
                    concept.broader() != null ? concept.broader() : old != null ? old.broader() : List.of();
            nodes.put(concept.id(), new BroaderGraph.Node(concept.id(), scheme, broader));
        }
        return nodes.values();
    }

    Collection<BroaderGraph.Node> nodesAround(Collection<String> concepts) {
        if (concepts.isEmpty()) return List.of();
        List<Tuple> rows = db.createNativeQuery(AROUND, Tuple.class)
                .setParameter("ids", concepts.toArray(String[]::new))
                .getResultList();
        Map<String, BroaderGraph.Node> nodes = new HashMap<>();
        for (Tuple row : rows) {
            BroaderGraph.Node node = nodes.computeIfAbsent(
                    row.get(0, String.class),
                    id -> new BroaderGraph.Node(id, row.get(1, String.class), new ArrayList<>()));
            if (row.get(2) != null) node.broader().add(row.get(2, String.class));
        }
        return nodes.values();
    }

    /** Those of {@code concepts} that there are, and all above them. */
    public Set<String> withBroader(Collection<String> concepts) {
        Map<String, Collection<String>> up = new HashMap<>();
        nodesAround(concepts).forEach(node -> up.put(node.id(), node.broader()));
        Set<String> all = new HashSet<>(concepts);
        for (String concept : concepts) all.addAll(Hierarchy.above(concept, id -> up.getOrDefault(id, List.of())));
        all.retainAll(up.keySet());
        return all;
    }

    /** {@code concepts}, all above and all below them: everything whose relations change when their links do. */
    public Set<String> touchedBy(Collection<String> concepts) {
        Collection<BroaderGraph.Node> nodes = nodesAround(concepts);
        Map<String, Collection<String>> up = new HashMap<>();
        Map<String, List<String>> down = new HashMap<>();
        for (BroaderGraph.Node node : nodes) {
            up.put(node.id(), node.broader());
            node.broader()
                    .forEach(broader -> down.computeIfAbsent(broader, id -> new ArrayList<>())
                            .add(node.id()));
        }
        Set<String> touched = new HashSet<>(concepts);
        for (String concept : concepts) {
            touched.addAll(Hierarchy.above(concept, id -> up.getOrDefault(id, List.of())));
            touched.addAll(Hierarchy.above(concept, id -> down.getOrDefault(id, List.of())));
        }
        return touched;
    }
}
