package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.speech.Speaker.Kind;

/**
 * The named persons and institutions of a text, in the order in which it names them, and the whole name that each surname,
 * title or acronym stands for.
 */
final class Cast {
    /**
     * A name in the text.
     *
     * @param span its words, without title
     * @param title the title before it, or null
     */
    record Name(Span span, String text, String title, Kind kind, String gender) {
        String surname() {
            return text.substring(text.lastIndexOf(' ') + 1);
        }

        boolean whole() {
            return text.indexOf(' ') > 0;
        }
    }

    private final Page page;
    private final List<Name> names = new ArrayList<>();
    private final Map<String, Name> wholeBySurname = new HashMap<>();
    /** Names of two words and more that may be a person's. */
    private final Map<String, Name> possibleBySurname = new HashMap<>();

    private final Map<String, Set<String>> forms = new HashMap<>();
    private final Map<String, String> byAcronym = new HashMap<>();
    private final Map<String, String> genders = new HashMap<>();

    Cast(Page page) {
        this.page = page;
        for (int i = 0; i < page.words.size(); ) {
            int last = nameEnd(i);
            if (last < i) i++;
            else {
                read(i, last);
                i = last + 1;
            }
        }
        for (Name name : names) form(name);
    }

    /** In the order of the text. */
    List<Name> names() {
        return names;
    }

    /** The fullest form of a name: "Putin" and "Mr. Putin" are "Vladimir V. Putin". */
    String canonical(Name name) {
        if (name.kind() == Kind.PERSON || name.kind() == Kind.UNKNOWN) {
            Name whole = wholeBySurname.get(name.surname());
            if (whole == null && !name.whole()) whole = possibleBySurname.get(name.surname());
            if (whole != null && (!name.whole() || fits(name, whole))) return whole.text();
        }
        return byAcronym.getOrDefault(name.text().replace(".", ""), name.text());
    }

    /** Every form in which the text names somebody, the fullest first. */
    Set<String> forms(String canonical) {
        Set<String> all = new LinkedHashSet<>();
        all.add(canonical);
        all.addAll(forms.getOrDefault(canonical, Set.of()));
        return all;
    }

    /** "m", "f" or "-". */
    String gender(String canonical) {
        return genders.getOrDefault(canonical, "-");
    }

    void form(String canonical, String form) {
        forms.computeIfAbsent(canonical, key -> new LinkedHashSet<>()).add(form);
    }

    /** The name that takes up the most of some words, the last of several persons' being left out; null if none does. */
    Name in(Span span) {
        for (Name name : from(span.first())) {
            if (name.span().first() > span.last()) return null;
            if (span.contains(name.span())) return name;
        }
        return null;
    }

    /** The name with which some words end, else their first name; null if there is none. */
    Name endingAt(Span span) {
        Name found = null;
        for (Name name : from(span.first())) {
            if (name.span().last() > span.last()) break;
            if (found == null || name.span().last() == span.last()) found = name;
        }
        return found;
    }

    /** The names from a word on. */
    List<Name> from(int word) {
        return names.subList(indexFrom(word), names.size());
    }

    /** How many names stand before a word. */
    int indexFrom(int word) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).span().first() >= word) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void read(int first, int last) {
        int start = afterTitles(first, last);
        String gender = "-";
        for (int i = first; i < start; i++) {
            String told = page.lexicon.title(page.word(i).text());
            if (told != null && !told.equals("-")) gender = told;
        }
        String title = start > first ? page.text(first, start - 1) : null;
        Span span = new Span(start, last);
        String text = page.text(start, last);
        String firstName = page.lexicon.firstName(page.word(start).text());
        Kind kind = kind(span, text, title, firstName);
        if (kind == Kind.PERSON && gender.equals("-") && firstName != null) gender = firstName;
        if (kind != Kind.PERSON && title != null) {
            // "Justice Department": the title is part of the name
            span = new Span(first, last);
            text = page.text(first, last);
            title = null;
        }
        Name name = new Name(span, text, title, kind, gender);
        names.add(name);
        if (kind == Kind.PERSON && name.whole()) {
            Name known = wholeBySurname.get(name.surname());
            if (known == null || text.length() > known.text().length() && fits(name, known))
                wholeBySurname.put(name.surname(), name);
        }
        if (kind == Kind.UNKNOWN && name.whole()) possibleBySurname.putIfAbsent(name.surname(), name);
        if (kind != Kind.PERSON && name.whole()) byAcronym.putIfAbsent(acronym(text), text);
    }

    /** The word after the last title at the start of a name: "Foreign Minister Sergei Orlov", "Secretary of State John Doe". */
    private int afterTitles(int first, int last) {
        int start = first;
        for (int i = first; i < last; i++) {
            Word word = page.word(i);
            boolean title =
                    page.lexicon.title(word.text()) != null || i > first && page.lexicon.role(word.folded()) != null;
            if (title && page.lexicon.firstName(word.text()) == null) {
                start = i + 1;
                // "Secretary of State", "Secretary of Homeland Security"
                if (page.is(i + 1, "of") && i + 2 < last) start = officeEnd(i + 2, last);
            } else if (start == first && i - first >= 4) break;
        }
        return start;
    }

    private int officeEnd(int from, int last) {
        for (int i = from; i <= last; i++)
            if (page.lexicon.firstName(page.word(i).text()) != null) return i;
        return Math.min(from + 1, last);
    }

    private void form(Name name) {
        String canonical = canonical(name);
        form(canonical, name.text());
        if (name.title() != null) form(canonical, name.title() + " " + name.text());
        if (!name.gender().equals("-")) genders.putIfAbsent(canonical, name.gender());
    }

    private static boolean fits(Name one, Name other) {
        return one.surname().equals(other.surname())
                && first(one.text()).charAt(0) == first(other.text()).charAt(0);
    }

    private static String first(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    private Kind kind(Span span, String text, String title, String firstName) {
        String folded = text.toLowerCase(Locale.ROOT);
        String last = folded.substring(folded.lastIndexOf(' ') + 1);
        String known = page.lexicon.institution(folded);
        if (known == null && title == null && span.first() < span.last()) known = page.lexicon.institution(last);
        if (known == null && title != null && page.lexicon.institution(last) != null && span.first() == span.last())
            known = page.lexicon.institution(last);
        if (known != null) return known.equals("government") ? Kind.GOVERNMENT : Kind.ORGANISATION;
        if (title != null || firstName != null && span.first() < span.last()) return Kind.PERSON;
        if (firstName != null) return Kind.PERSON;
        if (page.word(span.last()).shouted()) return Kind.ORGANISATION;
        if (wholeBySurname.containsKey(text)) return Kind.PERSON;
        for (int i = span.first() + 1; i < span.last(); i++)
            if (page.word(i).text().length() == 2 && page.word(i).text().endsWith(".")) return Kind.PERSON;
        if (span.first() < span.last() && page.word(span.first()).text().matches("\\p{Lu}\\.(\\p{Lu}\\.)*"))
            return Kind.PERSON;
        return Kind.UNKNOWN;
    }

    private static String acronym(String text) {
        StringBuilder initials = new StringBuilder();
        for (String word : text.split(" "))
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) initials.append(word.charAt(0));
        return initials.length() > 1 ? initials.toString() : text;
    }

    /** The last word of the name that starts at {@code i}; before {@code i} where none does. */
    private int nameEnd(int i) {
        if (!starts(i)) return i - 1;
        int last = i;
        for (int k = i + 1; k < page.words.size() && k < i + 12; k++) {
            Word word = page.word(k);
            if (!word.spaced() && !page.is(k - 1, "-")) break;
            if (page.sentenceOf(k) != page.sentenceOf(i)) break;
            if (word.capital() && !page.tagged(k, "PRON") && !capitalVerb(k)) last = k;
            else if (!joins(k)) break;
        }
        return last;
    }

    /** "de", "van"; "of" and "for" only in the names of offices and institutions. */
    private boolean joins(int k) {
        if (!page.word(k + 1).capital())
            return page.is(k, "of") && page.is(k + 1, "the") && page.word(k + 2).capital() && office(k - 1)
                    || page.is(k, "the") && page.is(k - 1, "of");
        // "France and Germany" are two
        if (page.is(k, "and")
                && "government".equals(page.lexicon.institution(page.word(k - 1).folded()))) return false;
        if (page.is(k, "of") || page.is(k, "for") || page.is(k, "and")) return office(k - 1);
        if (page.is(k, "the")) return page.is(k - 1, "of");
        return page.in(k, "particle");
    }

    private boolean office(int k) {
        return page.lexicon.institution(page.word(k).folded()) != null
                        && page.lexicon.title(page.word(k).text()) == null
                || page.is(k, "secretary")
                || page.is(k, "house")
                || page.is(k, "chamber");
    }

    private boolean capitalVerb(int k) {
        return page.lexicon.isSaid(page.word(k).folded());
    }

    private boolean starts(int i) {
        Word word = page.word(i);
        if (!word.capital()
                || page.in(i, "time")
                || page.tagged(i, "PRON", "DET", "SCONJ", "CCONJ", "AUX", "ADP", "PART", "INTJ")) return false;
        boolean opening = i == 0 || page.sentenceOf(i) != page.sentenceOf(i - 1) || page.quotationOf(i - 1) >= 0;
        if (!opening) return true;
        // the first word of a sentence has its capital anyway
        return page.tagged(i, "PROPN")
                || page.tagged(i, "NOUN", "ADJ")
                        && page.word(i + 1).capital()
                        && page.word(i + 1).spaced()
                || page.lexicon.title(word.text()) != null
                || page.lexicon.institution(word.folded()) != null;
    }
}
