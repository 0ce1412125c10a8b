package org.crosscheck.extract.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crosscheck.extract.speech.Speaker;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * The parties that may speak in a text, known by all of their names. Names are compared without articles, titles, middle
 * initials, case and punctuation, the fullest form that a text gives first: whoever is called "Emma Watson" somewhere is not the
 * Watson whom a story knows by a surname.
 */
public final class Cast {

    /** A party that there is. */
    public record Member(String id, List<String> names) {}

    /** UTF-16 units that a name has at most. */
    private static final int LONGEST_NAME = 200;

    private final Set<String> titles;
    private final Set<String> nobody;
    private final Map<String, Set<String>> byName = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> preferred;
    private final Map<String, Place> governed = new HashMap<>();

    /**
     * @param members all parties
     * @param preferred ids of those that the story names already: they win where several have one name
     * @param places whose countries and capitals stand for governments where no party is called so
     */
    public Cast(String language, List<Member> members, Set<String> preferred, Places places) {
        this.titles = Tables.words(language, "titles.tsv").stream()
                .map(title -> exactKey(title).substring(1))
                .collect(Collectors.toSet());
        this.nobody = Tables.words(language, "nobody.tsv");
        this.preferred = preferred;
        for (Member member : members) {
            ids.add(member.id());
            for (String name : member.names()) {
                for (String key : new String[] {key(name), exactKey(name)})
                    if (!key.isEmpty())
                        byName.computeIfAbsent(key, none -> new TreeSet<>()).add(member.id());
            }
        }
        for (List<String> row : Tables.rows(language, "governments.tsv")) {
            Place country = places.byId(row.get(0));
            if (country == null) throw new IllegalStateException("governments.tsv names no country: " + row.get(0));
            governed.put(key(country.label()), country);
            country.names().forEach(name -> governed.put(key(name), country));
            governed.put(key(row.get(1)), country);
            for (String office : List.of("officials", "government", "authorities"))
                governed.put(key(row.get(2) + " " + office), country);
        }
    }

    /** The parties that a speaker names: one, several where the name lists them, none where it names nobody. */
    public List<Claimant> resolve(Speaker speaker) {
        Optional<Claimant> one = known(speaker);
        if (one.isPresent()) return List.of(one.get());
        List<Claimant> several = new ArrayList<>();
        for (String part : speaker.name().split(",? and (?:the )?|, (?:the )?")) {
            Set<String> found = byName.getOrDefault(key(part), Set.of());
            if (found.isEmpty()) {
                several.clear();
                break;
            }
            several.add(Claimant.known(choose(found)));
        }
        if (several.size() > 1) return several;
        return propose(speaker).map(List::of).orElse(List.of());
    }

    private Optional<Claimant> known(Speaker speaker) {
        Set<String> names = new LinkedHashSet<>();
        names.add(speaker.name());
        boolean full = key(speaker.name()).contains(" ");
        for (String mention : speaker.mentions()) {
            // a bare surname says less than the full name that was not found
            if (!full || key(mention).contains(" ") || !isPersonal(speaker)) names.add(mention);
        }
        if (speaker.role() != null) names.add(speaker.role());
        for (String name : names) {
            for (String key : new String[] {exactKey(name), key(name)}) {
                Set<String> found = byName.get(key);
                if (found != null) return Optional.of(Claimant.known(choose(found)));
            }
        }
        return Optional.empty();
    }

    private static boolean isPersonal(Speaker speaker) {
        return speaker.kind() == Speaker.Kind.PERSON || speaker.kind() == Speaker.Kind.UNKNOWN;
    }

    private String choose(Set<String> found) {
        return found.stream()
                .filter(preferred::contains)
                .findFirst()
                .orElseGet(() -> found.iterator().next());
    }

    private Optional<Claimant> propose(Speaker speaker) {
        String key = key(speaker.name());
        if (key.isEmpty() || nobody.contains(key)) return Optional.empty();
        Place country = governed.get(key);
        if (country != null) {
            Claimant government = government(country);
            return Optional.of(government);
        }
        Optional<Claimant> whole = speaker.partOf() == null ? Optional.empty() : whole(speaker.partOf());
        String name = trimmed(speaker.name());
        String id = Slug.of(name, "");
        if (id.isEmpty() || name.length() > LONGEST_NAME) return Optional.empty();
        List<String> others = speaker.mentions().stream()
                .filter(mention -> !mention.equals(name)
                        && mention.length() <= LONGEST_NAME
                        && key(mention).contains(" "))
                .distinct()
                .limit(5)
                .toList();
        return Optional.of(new Claimant(free(id), true, name, speaker.kind(), others, whole.orElse(null)));
    }

    private Optional<Claimant> whole(String name) {
        return resolve(new Speaker(0, 0, name, Speaker.Kind.ORGANISATION, null, null, List.of())).stream()
                .findFirst();
    }

    private Claimant government(Place country) {
        String name = "Government of " + country.label();
        Set<String> found = byName.get(key(name));
        if (found != null) return Claimant.known(choose(found));
        return new Claimant(
                free("government-of-" + country.id()),
                true,
                name,
                Speaker.Kind.GOVERNMENT,
                List.of(country.label()),
                null);
    }

    private String free(String id) {
        String free = id;
        for (int n = 2; ids.contains(free); n++) free = id + "-" + n;
        return free;
    }

    /** The name without its article, as a new party is called. */
    private static String trimmed(String name) {
        String trimmed = name.strip().replaceAll("\\s+", " ");
        for (String article : new String[] {"the ", "a ", "an "}) {
            if (trimmed.toLowerCase(Locale.ROOT).startsWith(article)) trimmed = trimmed.substring(article.length());
        }
        return trimmed.isEmpty() ? trimmed : trimmed.substring(0, 1).toUpperCase(Locale.ROOT) + trimmed.substring(1);
    }

    /** All words of a name. */
    private static String exactKey(String name) {
        StringBuilder key = new StringBuilder("=");
        for (Token token : Tokens.of(name).list()) {
            if (token.isWord() || token.isDigits()) key.append(token.folded()).append(' ');
        }
        return key.toString().strip();
    }

    /** The words that tell one name from another. */
    private String key(String name) {
        List<Token> words = Tokens.of(name).list().stream()
                .filter(token -> token.isWord() || token.isDigits())
                .toList();
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).folded();
            boolean initial = word.length() == 1 && i > 0 && i < words.size() - 1;
            if (initial || i == 0 && (word.equals("the") || word.equals("a") || word.equals("an"))) continue;
            kept.add(word);
        }
        int from = 0;
        while (from < kept.size() - 1 && titles.contains(kept.get(from))) from++;
        return String.join(" ", kept.subList(from, kept.size()));
    }
}
