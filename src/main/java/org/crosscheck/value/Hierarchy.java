package org.crosscheck.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Walks along "is part of" links of any kind: broader concepts, parties that are part of others, derived sources. */
public final class Hierarchy {
    private Hierarchy() {}

    /** Everything reachable from {@code start} along {@code up}, without {@code start} unless it is in a cycle. */
    public static Set<String> above(String start, Function<String, ? extends Collection<String>> up) {
        return above(start, up, Integer.MAX_VALUE);
    }

    /** As {@link #above(String, Function)}, but stops once it has found {@code enough}. */
    public static Set<String> above(String start, Function<String, ? extends Collection<String>> up, int enough) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(up.apply(start));
        while (!open.isEmpty() && seen.size() < enough) {
            String next = open.remove(open.size() - 1);
            if (seen.add(next)) open.addAll(up.apply(next));
        }
        return seen;
    }

    /** A cycle among {@code links}, as the ids that it runs through with the first repeated at the end; or none. */
    public static Optional<List<String>> cycle(Map<String, ? extends Collection<String>> links) {
        Set<String> done = new HashSet<>();
        for (String start : links.keySet()) {
            List<String> cycle = walk(start, links, done);
            if (!cycle.isEmpty()) return Optional.of(cycle);
        }
        return Optional.empty();
    }

    /** Depth first and without recursion, so that a long chain cannot exhaust the stack. */
    private static List<String> walk(String start, Map<String, ? extends Collection<String>> links, Set<String> done) {
        List<String> path = new ArrayList<>();
        Set<String> onPath = new HashSet<>();
        List<List<String>> open = new ArrayList<>();
        open.add(new ArrayList<>(List.of(start)));
        while (!open.isEmpty()) {
            List<String> siblings = open.get(open.size() - 1);
            if (siblings.isEmpty()) {
                open.remove(open.size() - 1);
                if (!path.isEmpty()) {
                    String finished = path.remove(path.size() - 1);
                    onPath.remove(finished);
                    done.add(finished);
                }
                continue;
            }
            String next = siblings.remove(siblings.size() - 1);
            if (onPath.contains(next)) {
                List<String> cycle = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                cycle.add(next);
                return cycle;
            }
            if (done.contains(next)) continue;
            path.add(next);
            onPath.add(next);
            Collection<String> up = links.get(next);
            open.add(up == null ? new ArrayList<>() : new ArrayList<>(up));
        }
        return List.of();
    }
}
