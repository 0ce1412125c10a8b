package org.crosscheck.source;

import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.lineage.DeclaredLineages;
import org.hibernate.Session;

/**
 * The lineages of a story's sources, each named by its first source.
 *
 * @param of at least all sources that go back to others, or others to them; who is left out is alone
 */
public record Lineages(Map<String, String> of) {
    private static final String DECLARING = """
            SELECT id, derived_from, credits, copied_from FROM source
             WHERE story_id = :story
               AND (cardinality(derived_from) > 0 OR cardinality(credits) > 0 OR copied_from IS NOT NULL)
            """;

    /** Of the stored sources of {@code story}. Reads only those that go back to others, or may. */
    public static Lineages stored(String story) {
        List<Tuple> rows = SourceEntity.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(DECLARING, Tuple.class)
                .setParameter("story", story)
                .getResultList();
        Map<String, DeclaredLineages.Declaration> declarations = new HashMap<>();
        for (Tuple row : rows) {
            Set<String> origins = new HashSet<>(List.of(row.get("derived_from", String[].class)));
            String copied = row.get("copied_from", String.class);
            if (copied != null) origins.add(copied);
            // They are there: nothing goes that others are derived from.
            origins.forEach(origin -> declarations.putIfAbsent(origin, silent(origin)));
            String id = row.get("id", String.class);
            List<String> credits = List.of(row.get("credits", String[].class));
            declarations.put(id, new DeclaredLineages.Declaration(id, origins, credits));
        }
        return new Lineages(DeclaredLineages.of(declarations.values()));
    }

    private static DeclaredLineages.Declaration silent(String source) {
        return new DeclaredLineages.Declaration(source, List.of(), List.of());
    }

    /** Of those of the stored sources of {@code story} that are given. */
    public static Lineages stored(String story, Collection<SourceView> sources) {
        return of(sources, Outline.wholes(story));
    }

    /**
     * As {@code sources} declare them, and as their texts show.
     *
     * @param wholes the source that each is mostly a copy of, if any
     */
    public static Lineages of(Collection<SourceView> sources, Map<String, String> wholes) {
        return new Lineages(DeclaredLineages.of(
                sources.stream().map(source -> declaration(source, wholes)).toList()));
    }

    private static DeclaredLineages.Declaration declaration(SourceView source, Map<String, String> wholes) {
        Set<String> origins = new HashSet<>(source.derivedFrom());
        if (wholes.containsKey(source.id())) origins.add(wholes.get(source.id()));
        return new DeclaredLineages.Declaration(source.id(), origins, source.credits());
    }

    public String of(String source) {
        return of.getOrDefault(source, source);
    }

    /** All sources of the lineage that {@code source} is in, itself too, sorted. */
    public List<String> companyOf(String source) {
        if (!of.containsKey(source)) return List.of(source);
        return of.keySet().stream()
                .filter(other -> of(other).equals(of(source)))
                .sorted()
                .toList();
    }

    /** How many there are among that many sources. */
    public int count(int sources) {
        return sources - of.size() + new HashSet<>(of.values()).size();
    }

    /** The sources that have company in one of the two and other company in the other. */
    public Set<String> regrouped(Lineages other) {
        Map<String, Set<String>> before = groups();
        Map<String, Set<String>> after = other.groups();
        Set<String> sources = new HashSet<>(of.keySet());
        sources.addAll(other.of.keySet());
        sources.removeIf(source ->
                before.getOrDefault(source, Set.of(source)).equals(after.getOrDefault(source, Set.of(source))));
        return sources;
    }

    private Map<String, Set<String>> groups() {
        Map<String, Set<String>> byLineage = new HashMap<>();
        of.forEach((source, lineage) ->
                byLineage.computeIfAbsent(lineage, name -> new HashSet<>()).add(source));
        Map<String, Set<String>> bySource = new HashMap<>();
        of.forEach((source, lineage) -> bySource.put(source, byLineage.get(lineage)));
        return bySource;
    }
}
