package org.crosscheck.verdict;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of parties, and what they are part of. */
public record Parties(Map<String, String> names, Map<String, String> partOf) {

    public String name(String party) {
        return names.getOrDefault(party, party);
    }

    /** The outermost party that {@code party} is part of; itself where it is part of none. */
    public String root(String party) {
        Set<String> seen = new HashSet<>();
        String root = party;
        while (seen.add(root) && partOf.get(root) != null) root = partOf.get(root);
        return root;
    }
}
