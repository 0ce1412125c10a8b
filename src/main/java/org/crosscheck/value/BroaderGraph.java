package org.crosscheck.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A taxonomy held in memory. Safe for many threads once built. Broader links to absent concepts are kept as names. */
public final class BroaderGraph implements Taxonomy {

    /** One concept: its scheme, and the concepts directly broader than it. */
    public record Node(String id, String scheme, Collection<String> broader) {}

    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, List<String>> narrower = new HashMap<>();
    private final Map<String, Set<String>> above = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> below = new ConcurrentHashMap<>();

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
    public Optional<String> scheme(String id) {
        return Optional.ofNullable(nodes.get(id)).map(Node::scheme);
    }

    @Override
    public Relation relate(String left, String right) {
        if (left.equals(right)) return Relation.EQUAL;
        if (!contains(left) || !contains(right)) return Relation.INCOMPARABLE;
        if (above(left).contains(right)) return Relation.NARROWER;
        if (above(right).contains(left)) return Relation.BROADER;
        if (shareNarrower(left, right)) return Relation.OVERLAPPING;
        return areApart(left, right) ? Relation.DISJOINT : Relation.INCOMPARABLE;
    }

    /** Whether two unrelated concepts are of one scheme, or lie inside two such: what is apart stays so further down. */
    private boolean areApart(String left, String right) {
        if (scheme(left).equals(scheme(right))) return true;
        return withAbove(left)
                .anyMatch(outerLeft -> withAbove(right)
                        .anyMatch(outerRight -> scheme(outerLeft).equals(scheme(outerRight))
                                && relate(outerLeft, outerRight) == Relation.DISJOINT));
    }

    private Stream<String> withAbove(String id) {
        return Stream.concat(Stream.of(id), above(id).stream().filter(this::contains));
    }

    private Set<String> above(String id) {
        return above.computeIfAbsent(id, key -> Hierarchy.above(key, this::broader));
    }

    private Set<String> below(String id) {
        return below.computeIfAbsent(id, key -> Hierarchy.above(key, this::narrower));
    }

    private Collection<String> broader(String id) {
        Node node = nodes.get(id);
        return node == null ? List.of() : node.broader();
    }

    private Collection<String> narrower(String id) {
        return narrower.getOrDefault(id, List.of());
    }

    private boolean shareNarrower(String left, String right) {
        return !Collections.disjoint(below(left), below(right));
    }
}
