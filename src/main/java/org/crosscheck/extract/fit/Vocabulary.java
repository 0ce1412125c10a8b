package org.crosscheck.extract.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.extract.text.Phrases;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.BroaderGraph;
import org.crosscheck.value.Taxonomy;

/** What names in texts may mean: the concepts that there are, and the places that everybody knows where no concept is called so. */
public final class Vocabulary {

    /** A concept found in a text, at the tokens from {@code first} to {@code last}, both included. */
    public record Mention(int first, int last, String concept, String scheme) {}

    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Phrases<String> phrases;
    private final Taxonomy taxonomy;
    private final Set<String> schemes;
    private final Map<String, Place> newPlaces = new HashMap<>();

    /** @param known the concepts that there are */
    public Vocabulary(List<Term> known, Places places) {
        known.forEach(this::add);
        Map<String, String> conceptOf = new HashMap<>();
        for (Place place : places.all()) knownPlace(place).ifPresent(id -> conceptOf.put(place.id(), id));
        for (Place place : places.all()) {
            if (conceptOf.containsKey(place.id()) || terms.containsKey(place.id())) continue;
            Place own = new Place(
                    place.id(),
                    place.label(),
                    place.names(),
                    place.broader().stream()
                            .map(id -> conceptOf.getOrDefault(id, id))
                            .toList());
            add(term(own));
            newPlaces.put(own.id(), own);
        }
        Phrases.Builder<String> builder = new Phrases.Builder<>();
        terms.values().forEach(term -> term.names().forEach(name -> builder.add(name, term.id())));
        this.phrases = builder.build();
        this.schemes = terms.values().stream().map(Term::scheme).collect(Collectors.toUnmodifiableSet());
        this.taxonomy = BroaderGraph.of(terms.values().stream()
                .map(term -> new BroaderGraph.Node(term.id(), term.scheme(), term.broader()))
                .toList());
    }

    /** The concept that is this place already. */
    private Optional<String> knownPlace(Place place) {
        return byName.getOrDefault(folded(place.label()), Set.of()).stream()
                .filter(id -> terms.get(id).scheme().equals(Places.SCHEME))
                .findFirst();
    }

    private static Term term(Place place) {
        List<String> names = new ArrayList<>(place.names());
        names.add(place.label());
        return new Term(place.id(), Places.SCHEME, names, place.broader());
    }

    private void add(Term term) {
        terms.put(term.id(), term);
        for (String name : term.names())
            byName.computeIfAbsent(folded(name), none -> new LinkedHashSet<>()).add(term.id());
    }

    /** The schemes of all concepts. */
    public Set<String> schemes() {
        return schemes;
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** Every mention of a concept; of two that start alike the longer first. */
    public List<Mention> find(Tokens tokens) {
        return phrases.find(tokens).stream()
                .map(hit -> new Mention(
                        hit.first(),
                        hit.last(),
                        hit.meaning(),
                        terms.get(hit.meaning()).scheme()))
                .toList();
    }

    /** The concept that counted things of that name are, inside {@code around} where one is. */
    public Optional<String> thing(String name, String around) {
        Set<String> found = byName.getOrDefault(folded(name), Set.of());
        return found.stream()
                .filter(id -> taxonomy.relate(id, around).isInside())
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** {@code concept} and whatever contains it, the broadest first, as far as they are places that are no concepts yet. */
    public List<Place> newPlaces(String concept) {
        List<Place> all = new ArrayList<>();
        collect(concept, all);
        return all;
    }

    private void collect(String id, List<Place> all) {
        Place place = newPlaces.get(id);
        if (place == null || all.contains(place)) return;
        place.broader().forEach(broader -> collect(broader, all));
        all.add(place);
    }

    private static String folded(String name) {
        StringBuilder folded = new StringBuilder();
        Tokens.of(name).list().stream()
                .filter(token -> token.isWord() || token.isDigits())
                .forEach(token -> folded.append(token.folded()));
        return folded.toString();
    }
}
