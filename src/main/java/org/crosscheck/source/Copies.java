package org.crosscheck.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crosscheck.lineage.CopyFinder;
import org.crosscheck.lineage.Sentence;
import org.crosscheck.lineage.Sentences;

/**
 * What sources of a story copy from earlier ones: those published before, or at the same time and before in the story's order.
 *
 * @param wholes the source that each is mostly a copy of, if any
 * @param sentences the copied sentences of each, if any, in the order of its text
 */
public record Copies(Map<String, String> wholes, Map<String, List<Copy>> sentences) {
    /** Of sources without texts. */
    public static final Copies NONE = new Copies(Map.of(), Map.of());

    /** Among {@code sources}, which are all of a story's in its order. */
    public static Copies among(List<SourceView> sources) {
        List<SourceView> inTime = sources.stream()
                .sorted(Comparator.comparing(SourceView::publishedAt))
                .toList();
        Copies copies = new Copies(new HashMap<>(), new HashMap<>());
        CopyFinder finder = new CopyFinder(inTime.stream().map(SourceView::id).toList());
        for (SourceView source : inTime) {
            if (source.text() == null) continue;
            List<Sentence> sentences = Sentences.of(source.text());
            CopyFinder.Found found = finder.find(sentences, !source.credits().isEmpty());
            finder.add(source.id(), sentences, found.origins());
            copies.take(source.id(), sentences, found);
        }
        return copies;
    }

    private void take(String source, List<Sentence> all, CopyFinder.Found found) {
        if (found.whole() != null) wholes.put(source, found.whole());
        List<Copy> copied = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String origin = found.origins().get(i);
            if (origin != null)
                copied.add(new Copy(all.get(i).start(), all.get(i).end(), origin));
        }
        if (!copied.isEmpty()) sentences.put(source, copied);
    }

    /** The stored sentences of {@code sources} that are copies; without the wholes. */
    public static Copies stored(String story, Collection<String> sources) {
        return new Copies(Map.of(), SentenceEntity.copies(story, sources));
    }

    /** The copied sentences of {@code source}. */
    public List<Copy> of(String source) {
        return sentences.getOrDefault(source, List.of());
    }

    /**
     * The source that a quote goes back to: it starts in a copied sentence and ends in one. Null where its own source is the first
     * to have it, or where it has no place.
     *
     * @param start where it starts in the text of {@code source}, or null
     * @param end where it ends, exclusive, or null
     */
    public String originOf(String source, Integer start, Integer end) {
        if (start == null || end == null) return null;
        return at(source, start)
                .filter(first -> end <= first.end() || at(source, end - 1).isPresent())
                .map(Copy::source)
                .orElse(null);
    }

    private Optional<Copy> at(String source, int place) {
        return of(source).stream()
                .filter(copy -> copy.start() <= place && place < copy.end())
                .findFirst();
    }
}
