package org.crosscheck.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.lineage.DeclaredLineages;

/** The lineages of a story's sources, each named by its first source. */
public record Lineages(Map<String, String> of) {

    /** Of the stored sources of {@code story}. */
    public static Lineages stored(String story) {
        return of(SourceEntity.outlines(story), Outline.wholes(story));
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
        return of.keySet().stream()
                .filter(other -> of(other).equals(of(source)))
                .sorted()
                .toList();
    }

    public int count() {
        return new HashSet<>(of.values()).size();
    }

    /** The sources that have company in one of the two and other company in the other. */
    public Set<String> regrouped(Lineages other) {
        Map<String, Set<String>> before = groups();
        Map<String, Set<String>> after = other.groups();
        Set<String> regrouped = new HashSet<>();
        for (String source : of.keySet()) {
            Set<String> now = after.get(source);
            if (now != null && !now.equals(before.get(source))) regrouped.add(source);
        }
        return regrouped;
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
