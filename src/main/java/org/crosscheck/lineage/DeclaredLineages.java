package org.crosscheck.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lineages as the sources themselves declare them: a source derived from another, and sources that credit the same wire
 * service, go back to one origin. Disjoint sets with path halving (Tarjan and van Leeuwen, 1984).
 */
public final class DeclaredLineages {

    /** What a source declares of its origin. Credits compare without regard to case. */
    public record Declaration(String source, Collection<String> derivedFrom, Collection<String> credits) {}

    private final Map<String, String> parent = new HashMap<>();

    private DeclaredLineages() {}

    /**
     * The lineage of each source, named by the first source id in it. Whatever else {@code derivedFrom} names does not
     * get a lineage of its own, and still joins those derived from it.
     */
    public static Map<String, String> of(Collection<Declaration> declarations) {
        DeclaredLineages sets = new DeclaredLineages();
        for (Declaration declared : declarations) {
            String source = "source " + declared.source();
            for (String origin : declared.derivedFrom()) sets.join(source, "source " + origin);
            for (String credit : declared.credits())
                sets.join(source, "credit " + credit.strip().toLowerCase(Locale.ROOT));
        }
        Map<String, String> names = new HashMap<>();
        Map<String, String> lineages = new TreeMap<>();
        List<String> sources =
                declarations.stream().map(Declaration::source).sorted().toList();
        for (String source : sources) {
            lineages.put(source, names.computeIfAbsent(sets.root("source " + source), root -> source));
        }
        return lineages;
    }

    private void join(String a, String b) {
        parent.put(root(a), root(b));
    }

    private String root(String member) {
        String at = member;
        while (true) {
            String up = parent.computeIfAbsent(at, self -> self);
            if (up.equals(at)) return at;
            String above = parent.get(up);
            parent.put(at, above);
            at = above;
        }
    }
}
