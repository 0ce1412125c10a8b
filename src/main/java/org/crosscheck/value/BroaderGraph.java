package org.crosscheck.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A taxonomy held in memory. Safe for many threads once built. Broader links to absent concepts are kept as names. */
public final class BroaderGraph implements Taxonomy {

    /** One concept: its scheme, and the concepts directly broader than it. */
    public record Node(String id, String scheme, Collection<String> broader) {}

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<String>> narrower = new HashMap<>();
    private final Map<String, Set<String>> above = new ConcurrentHashMap<>();

    private BroaderGraph(Collection<Node> given) {
        for (Node node : given) {
            nodes.put(node.id(), node);
            for (String broader : node.broader())
                narrower.computeIfAbsent(broader, id -> new ArrayList<>()).add(node.id());
        }
    }

    public static BroaderGraph of(Collection<Node> nodes) {
        return new BroaderGraph(nodes);
    }

    @Override
    public boolean contains(String id) {
        return nodes.containsKey(id);
    }

    @Override
    public Relation relate(String left, String right) {
        if (left.equals(right)) return Relation.EQUAL;
        if (!contains(left) || !contains(right)) return Relation.INCOMPARABLE;
        if (above(left).contains(right)) return Relation.NARROWER;
        if (above(right).contains(left)) return Relation.BROADER;
        if (shareNarrower(left, right)) return Relation.OVERLAPPING;
        return nodes.get(left).scheme().equals(nodes.get(right).scheme()) ? Relation.DISJOINT : Relation.INCOMPARABLE;
    }

    private Set<String> above(String id) {
        return above.computeIfAbsent(id, key -> Hierarchy.above(key, this::broader));
    }

    private Collection<String> broader(String id) {
        Node node = nodes.get(id);
        return node == null ? List.of() : node.broader();
    }

    private boolean shareNarrower(String left, String right) {
        if (!narrower.containsKey(left) || !narrower.containsKey(right)) return false;
        Set<String> underLeft = new HashSet<>(Hierarchy.above(left, this::narrower));
        return Hierarchy.above(right, this::narrower).stream().anyMatch(underLeft::contains);
    }

    private Collection<String> narrower(String id) {
        return narrower.getOrDefault(id, List.of());
    }
}
