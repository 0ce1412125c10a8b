package org.crosscheck.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.source.SourceView;

/**
 * What the sources of a story and the parties in it are called.
 *
 * @param sources by id, in the order of their publication
 * @param names of parties, by id
 */
record Known(Map<String, SourceView> sources, Map<String, String> names) {

    /** What has an id, and what to call it. */
    public record Named(String id, String name) {}

    static Known of(List<SourceView> sources, Map<String, String> names) {
        Map<String, SourceView> byId = new LinkedHashMap<>();
        sources.forEach(source -> byId.put(source.id(), source));
        return new Known(byId, names);
    }

    Named party(String id) {
        return new Named(id, names.getOrDefault(id, id));
    }

    Named source(String id) {
        SourceView source = sources.get(id);
        if (source == null) return new Named(id, id);
        String publisher = party(source.publisher()).name();
        return new Named(id, source.title() == null ? publisher : publisher + ": " + source.title());
    }

    List<Named> sources(List<String> ids) {
        return ids.stream().map(this::source).toList();
    }

    /** The other sources that go back to the origin of {@code id}. */
    List<Named> kin(String id) {
        return sources.values().stream()
                .filter(other ->
                        other.lineage().equals(lineage(id)) && !other.id().equals(id))
                .map(other -> source(other.id()))
                .toList();
    }

    String lineage(String source) {
        return sources.containsKey(source) ? sources.get(source).lineage() : source;
    }
}
