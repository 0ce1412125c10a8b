package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;

/** The words of a language that tell who speaks: the tables in {@code extract/<language>}, as maps. */
final class Lexicon {
    /** What a verb of saying does with the words it reports. */
    enum Act {
        SAY,
        TELL,
        LABEL,
        BLAME,
        DENY,
        PLAN,
        THINK,
        ASK
    }

    /** The forms of a verb. */
    enum Form {
        BASE,
        PRESENT,
        PAST,
        ING
    }

    /** A form of a verb of saying; {@code needs} is what must follow it, see {@code verbs.tsv}. */
    record Verb(String base, Act act, String needs, Form form) {}

    /** A cue of silence: its words, one after the other, and where the matter stands; see {@code silences.tsv}. */
    record Pattern(String rule, List<String> steps, String matter) {}

    private final String language;
    private final Set<String> abbreviations;
    private final Map<String, Verb> verbs = new HashMap<>();
    private final Map<String, Act> nouns = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, String> firstNames = new HashMap<>();
    private final Map<String, String> roles;
    private final Map<String, String> institutions = new HashMap<>();
    private final Map<String, String> boilerplate;
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Map<String, List<Pattern>> silences = new HashMap<>();
    private final Set<String> pageStarts = new HashSet<>();

    Lexicon(String language) {
        this.language = language;
        this.abbreviations = Tables.words(language, "abbreviations.tsv");
        for (List<String> row : Tables.rows(language, "verbs.tsv"))
            verb(row.get(0), Act.valueOf(row.get(1)), row.get(2), row.size() > 3 ? row.get(3) : "-");
        Tables.pairs(language, "nouns.tsv").forEach((noun, act) -> nouns.put(noun, Act.valueOf(act)));
        Tables.pairs(language, "titles.tsv").forEach(titles::put);
        for (List<String> row : Tables.rows(language, "first-names.tsv"))
            for (String name : row.get(0).split(" "))
                firstNames.merge(name, row.get(1), (a, b) -> a.equals(b) ? a : "-");
        this.roles = Tables.pairs(language, "roles.tsv");
        Locale locale = Locale.forLanguageTag(language);
        for (String country : Locale.getISOCountries())
            institutions.put(new Locale("", country).getDisplayCountry(locale).toLowerCase(Locale.ROOT), "government");
        institutions.putAll(Tables.pairs(language, "institutions.tsv"));
        this.boilerplate = Tables.pairs(language, "boilerplate.tsv");
        boilerplate.forEach((phrase, place) -> {
            if (place.equals("whole") && (phrase.indexOf(' ') > 0 || phrase.length() > 10)) pageStarts.add(phrase);
        });
        for (List<String> row : Tables.rows(language, "words.tsv"))
            sets.computeIfAbsent(row.get(0), key -> new HashSet<>())
                    .addAll(List.of(row.get(1).split(" ")));
        for (List<String> row : Tables.rows(language, "silences.tsv")) silence(row);
    }

    private void silence(List<String> row) {
        Pattern pattern = new Pattern(row.get(0), List.of(row.get(1).split(" ")), row.get(2));
        String first = pattern.steps().get(0);
        Set<String> starts = first.charAt(0) == '@' ? list(first.substring(1)) : Set.of(first);
        for (String start : starts)
            silences.computeIfAbsent(start, key -> new ArrayList<>()).add(pattern);
    }

    /** The cues of silence that start with a word, in the order of the table. */
    List<Pattern> silences(String folded) {
        return silences.getOrDefault(folded, List.of());
    }

    String language() {
        return language;
    }

    Set<String> abbreviations() {
        return abbreviations;
    }

    /** The verb of saying of which {@code folded} is a form; null of other words. */
    Verb verb(String folded) {
        return verbs.get(folded);
    }

    /** What a noun such as "claim" reports; null of other words. */
    Act noun(String folded) {
        return nouns.get(folded);
    }

    /** The gender that a title tells, "-" if none; null of a word that is no title. */
    String title(String text) {
        return titles.get(text);
    }

    /** The gender that a first name tells; null of a word that is none. */
    String firstName(String text) {
        return firstNames.get(text);
    }

    /** The kind of a role noun; null of other words. */
    String role(String folded) {
        return roles.get(folded);
    }

    /** "government" or "organisation"; null of what is neither. */
    String institution(String folded) {
        return institutions.get(folded);
    }

    /** Where a phrase of the page stands: whole, start, any, tail. */
    Map<String, String> boilerplate() {
        return boilerplate;
    }

    /** Whether a word is in one of the lists of {@code words.tsv}. */
    boolean in(String list, String folded) {
        Set<String> set = sets.get(list);
        return set != null && set.contains(folded);
    }

    Set<String> list(String name) {
        return sets.getOrDefault(name, Set.of());
    }

    boolean isTime(String folded) {
        return in("time", folded);
    }

    boolean startsSentences(String word) {
        return Sentences.STARTERS.contains(word);
    }

    /** Whether a word is the plain past or present of a verb that follows an exclamation. */
    boolean isSaid(String word) {
        Verb verb = verbs.get(word);
        return verb != null
                && (verb.act() == Act.SAY || verb.act() == Act.ASK || verb.act() == Act.TELL)
                && verb.form() != Form.ING
                && verb.form() != Form.BASE;
    }

    /** Where the phrases of the page end with which a sentence starts: {@code start} if it starts with none. */
    int pageWords(String line, int start, int end) {
        int at = start;
        for (int tries = 0; tries < 3; tries++) {
            int best = at;
            for (String phrase : pageStarts) {
                int to = at + phrase.length();
                if (to < end
                        && to > best
                        && line.regionMatches(true, at, phrase, 0, phrase.length())
                        && line.charAt(to) == ' '
                        && to + 1 < end
                        && Character.isUpperCase(line.codePointAt(to + 1))) best = to + 1;
            }
            if (best == at) break;
            at = best;
        }
        return at;
    }

    private void verb(String base, Act act, String needs, String irregular) {
        verbs.put(base, new Verb(base, act, needs, Form.BASE));
        verbs.put(third(base), new Verb(base, act, needs, Form.PRESENT));
        String stem = base.endsWith("e") && !base.endsWith("ee") ? base.substring(0, base.length() - 1) : base;
        boolean doubles = irregular.matches("[a-z]*(.)\\1ed");
        String ing = doubles ? irregular.substring(0, irregular.length() - 2) + "ing" : stem + "ing";
        verbs.put(ing, new Verb(base, act, needs, Form.ING));
        for (String past : irregular.equals("-") ? past(base, stem) : irregular.split(","))
            verbs.put(past, new Verb(base, act, needs, Form.PAST));
        if (base.endsWith("l")) {
            verbs.put(base + "led", new Verb(base, act, needs, Form.PAST));
            verbs.put(base + "ling", new Verb(base, act, needs, Form.ING));
        }
    }

    private static String third(String base) {
        if (base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0)
            return base.substring(0, base.length() - 1) + "ies";
        return base.matches(".*(s|sh|ch|x|z)") ? base + "es" : base + "s";
    }

    private static String[] past(String base, String stem) {
        if (base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0)
            return new String[] {base.substring(0, base.length() - 1) + "ied"};
        return new String[] {base.endsWith("ee") ? base + "d" : stem + "ed"};
    }
}
