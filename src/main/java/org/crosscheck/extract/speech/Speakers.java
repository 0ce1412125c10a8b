package org.crosscheck.extract.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crosscheck.extract.speech.Cast.Name;
import org.crosscheck.extract.speech.Speaker.Kind;

/** Who a noun phrase means: the name, the role, the institution; pronouns and "the president" by what went before. */
final class Speakers {
    private final Page page;
    private final Cast cast;
    private final Phrases phrases;
    /** Whom the text has let speak so far, the last at the end. */
    private final List<Speaker> heard = new ArrayList<>();

    private final List<Integer> heardAt = new ArrayList<>();

    Speakers(Page page, Cast cast, Phrases phrases) {
        this.page = page;
        this.cast = cast;
        this.phrases = phrases;
    }

    /** The speaker that a source names; to be asked in the order of the text. */
    Speaker of(Span source) {
        Speaker speaker = resolve(source);
        heard.add(speaker);
        heardAt.add(source.first());
        return speaker;
    }

    /** The speakers of "neither Mr. Berg nor the ministry": one each. */
    List<Speaker> each(Span source) {
        List<Speaker> each = new ArrayList<>();
        Span parties = parties(source);
        if (parties != null) {
            each.addAll(pair(parties));
            // the two sides of a silence that the text does not tell are nobody
            if (!each.isEmpty() || page.in(source.first(), "none")) return each;
        }
        int first = source.first();
        for (int i = source.first() + 1; i < source.last(); i++) {
            if (page.is(i, ",")) break;
            boolean joins = page.is(i, "nor") || page.is(i, "or") || page.is(i, "and");
            if (!joins || insideName(i) || !someone(first, i - 1) || !someone(i + 1, source.last())) continue;
            each.add(of(trim(new Span(first, i - 1))));
            first = i + 1;
        }
        each.add(of(trim(new Span(first, source.last()))));
        return each;
    }

    /** "neither side", "both governments", "neither of them": the words that say which two; null of other phrases. */
    private Span parties(Span source) {
        boolean two = page.is(source.first(), "the") && page.is(source.first() + 1, "two");
        if (!two
                && !page.in(source.first(), "none")
                && (!page.in(source.first(), "correlative") || page.is(source.first(), "either"))) return null;
        int at = source.first() + 1;
        if (at > source.last()) return source;
        if (page.is(at, "of")) at++;
        if (page.is(at, "the") || page.is(at, "these") || page.is(at, "those")) at++;
        if (page.is(at, "two")) at++;
        if (at != source.last() || !page.in(at, "pair") && !page.in(at, "they")) return null;
        return new Span(at, at);
    }

    /** Somebody who may be one of two parties, and where the text names him. */
    private record Party(int at, String name, Speaker speaker) {}

    /** The last two whom the text lets speak, makes subjects, or joins by "and"; none where there are no two. */
    private List<Speaker> pair(Span noun) {
        List<Party> parties = new ArrayList<>();
        for (int k = heard.size() - 1; k >= 0 && k > heard.size() - 40 && near(k, noun.first()); k--) {
            Speaker one = heard.get(k);
            boolean institution = page.in(noun.last(), "pair") && !page.in(noun.last(), "persons");
            if (one.partOf() != null && one.kind() == Kind.PERSON && institution) {
                Kind kind = kindOfInstitution(one.partOf());
                if (suits(kind, noun))
                    parties.add(new Party(
                            heardAt.get(k),
                            one.partOf(),
                            new Speaker(
                                    one.start(),
                                    one.end(),
                                    one.partOf(),
                                    kind,
                                    null,
                                    null,
                                    List.copyOf(cast.forms(one.partOf())))));
            } else if (suits(one, noun)) parties.add(new Party(heardAt.get(k), one.name(), one));
        }
        List<Name> names = cast.names();
        int from = cast.indexFrom(noun.first());
        for (int i = from - 1; i >= 0 && i > from - 60; i--) {
            Name name = names.get(i);
            int at = name.span().first();
            if (noun.first() - at > 600) break;
            if (page.quotationOf(at) >= 0) continue;
            boolean joined = i + 1 < from && joined(name, names.get(i + 1)) || i > 0 && joined(names.get(i - 1), name);
            boolean unknown = name.kind() == Kind.UNKNOWN && (joined || page.tagged(at - 1, "VERB"));
            if (!suits(name.kind(), noun) && !(unknown && !page.in(noun.last(), "persons"))) continue;
            if (joined
                    || opensSentence(titled(name)) && !page.is(name.span().last() + 1, "'s")
                    || page.tagged(titled(name) - 1, "VERB")
                    || page.is(titled(name) - 1, "with")) {
                Kind kind = name.kind() == Kind.UNKNOWN ? Kind.ORGANISATION : name.kind();
                String canonical = cast.canonical(name);
                parties.add(new Party(at, canonical, speaker(name.span(), canonical, kind, null, null)));
            }
        }
        parties.sort(Comparator.comparingInt((Party party) -> -party.at()));
        for (Party last : parties)
            for (Party other : parties)
                if (!same(other, last)) return List.of(at(other.speaker(), noun), at(last.speaker(), noun));
        return List.of();
    }

    private static boolean same(Party one, Party other) {
        return one.name().equals(other.name())
                || one.speaker().mentions().contains(other.name())
                || other.speaker().mentions().contains(one.name());
    }

    private Speaker at(Speaker speaker, Span span) {
        return known(span, speaker);
    }

    private Kind kindOfInstitution(String name) {
        return "government".equals(page.lexicon.institution(name.toLowerCase(Locale.ROOT)))
                ? Kind.GOVERNMENT
                : Kind.ORGANISATION;
    }

    /** Speakers who are one of two sides: not "analysts", and not "both sides" again. */
    private boolean suits(Speaker one, Span noun) {
        String last = one.name().toLowerCase(Locale.ROOT);
        last = last.substring(last.lastIndexOf(' ') + 1);
        String first = one.name().toLowerCase(Locale.ROOT);
        if (first.indexOf(' ') > 0) first = first.substring(0, first.indexOf(' '));
        if (page.lexicon.in("bystander", last) || page.lexicon.in("bystander", first)) return false;
        boolean side = page.is(noun.last(), "side") || page.is(noun.last(), "sides");
        return suits(one.kind(), noun)
                || (one.kind() == Kind.GROUP || one.kind() == Kind.UNKNOWN)
                        && (side || !page.in(noun.last(), "pair"))
                        && !one.name().contains(" familiar ");
    }

    private boolean suits(Kind kind, Span noun) {
        if (page.in(noun.last(), "statesign")) return kind == Kind.GOVERNMENT;
        if (page.in(noun.last(), "business")) return kind == Kind.ORGANISATION || kind == Kind.UNKNOWN;
        if (page.in(noun.last(), "persons")) return kind == Kind.PERSON;
        return kind == Kind.GOVERNMENT
                || kind == Kind.ORGANISATION
                || kind == Kind.PERSON && !page.in(noun.last(), "pair");
    }

    /** Where a name starts with its title. */
    private static int titled(Name name) {
        int words = name.title() == null ? 0 : name.title().split(" ").length;
        return Math.max(0, name.span().first() - words);
    }

    private boolean opensSentence(int word) {
        int low = page.first(page.sentenceOf(word));
        return word == low || word == low + 1 && page.tagged(low, "DET");
    }

    /** "France and Germany", "the bank and the fund". */
    private boolean joined(Name one, Name other) {
        int and = one.span().last() + 1;
        if (!page.is(and, "and") && !page.is(and, "with")) return false;
        int next = page.is(and + 1, "the") ? and + 2 : and + 1;
        int before = one.span().first() - 1;
        // "the Farms and Markets Authority" is one
        if (one.kind() == Kind.UNKNOWN && next == and + 1 && (page.is(before, "the") || page.is(before, "'s")))
            return false;
        return titled(other) == next;
    }

    /** Whether words name somebody by themselves: "the bank", "Mr. Berg", but not the "foreign policy analyst" of "and columnist". */
    private boolean someone(int first, int last) {
        if ((page.tagged(first, "DET") || page.in(first, "possessive")) && first < last
                || page.in(first, "correlative"))
            return page.in(first, "possessive")
                    || !"group".equals(page.lexicon.role(page.word(last).folded()));
        for (Cast.Name name : cast.from(first))
            return name.span().last() == last
                    || name.span().first() == first && name.span().last() <= last;
        return false;
    }

    private Span trim(Span span) {
        return span.first() < span.last() && page.in(span.first(), "correlative")
                ? new Span(span.first() + 1, span.last())
                : span;
    }

    /** The speakers of a source of claims: each of several that are joined, with the whole phrase as their mention. */
    List<Speaker> all(Span source) {
        List<Speaker> each = new ArrayList<>();
        for (Speaker one : each(source)) each.add(one.at(start(source), end(source)));
        return each;
    }

    private Speaker resolve(Span source) {
        if (source.first() == source.last()) {
            Speaker known = pronoun(source);
            if (known != null) return known;
        }
        Span head = head(source);
        String statement = page.lexicon.role(page.word(head.last()).folded());
        if ("statement".equals(statement)) {
            Speaker institution = ofStatement(source, head);
            if (institution != null) return institution;
        }
        if (head.first() == head.last() && "group".equals(statement)) return described(source, head, null);
        Name name = cast.endingAt(head);
        if (name == null || name.span().last() != head.last()) {
            Name apposed = nameAnywhere(source, head);
            if (apposed != null) name = apposed;
        }
        boolean ofHead = name != null && name.span().last() == head.last();
        if (name != null && (ofHead || apposed(source, name))) return named(source, head, name);
        return described(source, head, name);
    }

    /** The name of a person in an apposition: "the mayor, Anna Berg,". */
    private Name nameAnywhere(Span source, Span head) {
        for (Name name : cast.from(head.last() + 1)) {
            if (name.span().last() > source.last()) return null;
            boolean person = name.kind() == Kind.PERSON || name.kind() == Kind.UNKNOWN && name.whole();
            if (person && apposed(source, name) && name.span().first() <= head.last() + 6) return name;
        }
        return null;
    }

    private boolean apposed(Span source, Name name) {
        int before = name.span().first() - 1;
        if (name.title() != null) before -= name.title().split(" ").length;
        return page.is(before, ",") && before > source.first();
    }

    /** The noun phrase without what follows its head: prepositions, commas, relative clauses. */
    private Span head(Span source) {
        int first = source.first();
        while (first < source.last() && (page.tagged(first, "DET", "CCONJ") || page.in(first, "correlative"))) first++;
        int last = first;
        for (int i = first; i <= source.last(); i++) {
            if (page.is(i, ",") || page.is(i, "(") || page.is(i, "\u2014") || page.in(i, "relative")) break;
            if (i > first && (page.tagged(i, "ADP") && !insideName(i) || page.in(i, "postnominal"))) break;
            last = i;
        }
        return new Span(first, last);
    }

    private boolean insideName(int i) {
        for (Name name : cast.from(Math.max(0, i - 8))) {
            if (name.span().first() > i) return false;
            if (name.span().contains(i)) return true;
        }
        return false;
    }

    private Speaker named(Span source, Span head, Name name) {
        String canonical = cast.canonical(name);
        String role = role(source, head, name);
        String partOf = name.kind() == Kind.PERSON ? institution(source, name, canonical) : null;
        Kind kind = kindOf(name, role);
        return speaker(source, canonical, kind, role, partOf);
    }

    private Kind kindOf(Name name, String role) {
        if (name.kind() != Kind.UNKNOWN) return name.kind();
        if (name.title() != null) return Kind.PERSON;
        if (role != null && roleNoun(role) != null) return Kind.PERSON;
        if (cast.canonical(name).contains(" ") && role != null) return Kind.PERSON;
        return Kind.UNKNOWN;
    }

    /** What an apposition says, without an age and without a relative clause. */
    private String apposition(int from, int to) {
        if (page.word(from).digits() && page.is(from + 1, ",")) from += 2;
        if (from > to || page.in(from, "relative") || page.word(from).digits()) return null;
        int last = from;
        while (last < to && !(page.is(last + 1, ",") && page.in(last + 2, "relative"))) last++;
        return page.text(from, last);
    }

    private String roleNoun(String role) {
        for (String word : role.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")) {
            String kind = page.lexicon.role(word);
            if (kind != null && !kind.equals("statement")) return word;
        }
        return null;
    }

    /** What the phrase says beside the name: before it, or in apposition. */
    private String role(Span source, Span head, Name name) {
        int close = source.last();
        int after = name.span().last() + 1;
        if (after < close && page.is(after, ",")) return apposition(after + 1, close);
        int first = page.tagged(source.first(), "DET") ? source.first() + 1 : source.first();
        if (name.span().first() > first) {
            int last = name.span().first() - 1;
            while (last > first && page.is(last, ",")) last--;
            if (first < last || !page.in(first, "honorific"))
                return page.text(page.in(first, "honorific") ? first + 1 : first, last);
        }
        if (after <= close && page.tagged(after, "ADP")) return page.text(after, close);
        return null;
    }

    private String institution(Span source, Name person, String canonical) {
        String found = institutionIn(source, person);
        return found != null && !found.equals(canonical) ? found : null;
    }

    /** The institution that a phrase names beside its person: "Kremlin spokesman", "of the ministry", "the bank's director". */
    private String institutionIn(Span source, Name person) {
        String best = null;
        for (Name name : cast.from(source.first())) {
            if (name.span().last() > source.last()) break;
            if (name.equals(person)) continue;
            if (name.kind() == Kind.PERSON && !page.is(name.span().last() + 1, "'s")
                    || name.kind() != Kind.PERSON && !speaksFor(name)) continue;
            best = cast.canonical(name);
            break;
        }
        if (best != null) return best;
        for (int i = source.first(); i < source.last(); i++) {
            boolean owner = page.is(i + 1, "'s") || page.is(i + 1, "'");
            boolean after = page.in(i - 1, "belonging") || page.tagged(i - 1, "DET") && page.in(i - 2, "belonging");
            if (page.lexicon.institution(page.word(i).folded()) != null && (owner || after)) return referent(i);
            if (owner && page.lexicon.role(page.word(i).folded()) != null && page.tagged(i, "NOUN"))
                return page.word(i).text();
            if (page.in(i, "possessive") && i == source.first()) {
                Speaker he = pronoun(new Span(i, i));
                if (he != null) return he.name();
            }
        }
        int last = source.last();
        if (page.lexicon.institution(page.word(last).folded()) != null
                && page.tagged(last, "NOUN")
                && last > source.first() + 1) return referent(last);
        return null;
    }

    /** "Boeing spokesman", "of Boeing": but no place, as in "a farmer in Ohio". */
    private boolean speaksFor(Name name) {
        int first = name.span().first();
        int next = name.span().last() + 1;
        if (page.in(first - 1, "place") || page.is(first - 1, "the") && page.in(first - 2, "place")) return false;
        boolean belongs =
                page.in(first - 1, "belonging") || page.is(first - 1, "the") && page.in(first - 2, "belonging");
        boolean owns = page.is(next, "'s") || page.tagged(first, "PROPN") && page.tagged(next, "NOUN", "ADJ");
        return belongs || owns || name.kind() != Kind.UNKNOWN;
    }

    /** Which institution "the company" is: the last named one, or the words as they stand. */
    private String referent(int noun) {
        String word = page.word(noun).folded();
        boolean generic = page.in(noun, "generic");
        boolean office = "government".equals(page.lexicon.institution(word));
        boolean firm = page.in(noun, "business");
        for (int k = heard.size() - 1; k >= 0 && k > heard.size() - 40 && near(k, noun); k--) {
            Speaker one = heard.get(k);
            boolean institution = one.kind() == Kind.ORGANISATION || one.kind() == Kind.GOVERNMENT;
            String name = one.name().toLowerCase(Locale.ROOT);
            if (institution && heardAt.get(k) < noun && name.endsWith(" " + word)) return one.name();
        }
        String last = null;
        for (int i = cast.indexFrom(noun) - 1; i >= 0; i--) {
            Name name = cast.names().get(i);
            if (noun - name.span().first() > 300) break;
            boolean unknown = generic && !office && name.kind() == Kind.UNKNOWN && acts(name);
            if (name.kind() != Kind.ORGANISATION && name.kind() != Kind.GOVERNMENT && !unknown) continue;
            if (name.text().toLowerCase(Locale.ROOT).contains(word)) return cast.canonical(name);
            if (last == null && !office && name.kind() != Kind.GOVERNMENT && !(firm && another(name)))
                last = cast.canonical(name);
        }
        if (firm && last == null)
            for (int k = heard.size() - 1; k >= 0 && k > heard.size() - 40 && near(k, noun); k--) {
                Speaker one = heard.get(k);
                boolean named = Character.isUpperCase(one.name().codePointAt(0))
                        && one.name().indexOf(' ') < 0;
                boolean pronoun = page.lexicon.in("bystander", one.name().toLowerCase(Locale.ROOT));
                boolean head = one.kind() == Kind.PERSON
                        && one.partOf() != null
                        && Character.isUpperCase(one.partOf().codePointAt(0))
                        && page.lexicon.institution(one.partOf().toLowerCase(Locale.ROOT)) == null;
                if (head && heardAt.get(k) < noun) return one.partOf();
                if (one.kind() == Kind.UNKNOWN && named && !pronoun && heardAt.get(k) < noun) return one.name();
            }
        return generic && last != null ? last : page.word(noun).text();
    }

    /** Whether a name says by itself that it is no firm: "European Commission", "NATO". */
    private boolean another(Name name) {
        String folded = name.text().toLowerCase(Locale.ROOT);
        String last = folded.substring(folded.lastIndexOf(' ') + 1);
        return page.lexicon.institution(folded) != null
                || page.lexicon.institution(last) != null && !page.lexicon.in("firmword", last);
    }

    /** Whether a name that may be anything does what only somebody does: it is the subject of its sentence, and no person. */
    private boolean acts(Name name) {
        int first = name.span().first();
        if (page.quotationOf(first) >= 0 || !opensSentence(first)) return false;
        if (!cast.gender(cast.canonical(name)).equals("-")
                || !cast.canonical(name).equals(name.text())) return false;
        int next = name.span().last() + 1;
        return phrases.finite(next) || page.is(next, "'s") || page.is(next, ",");
    }

    /** "a White House statement", "the statement", "Mr. Berg's letter", "a report by the bank". */
    private Speaker ofStatement(Span source, Span head) {
        Name name = null;
        for (Name one : cast.from(source.first())) {
            if (one.span().last() > source.last()) break;
            name = one;
            break;
        }
        String role = page.text(head.last(), head.last());
        if (name != null) return speaker(source, cast.canonical(name), name.kind(), role, null);
        String institution = institutionIn(source, null);
        if (institution != null && !institution.equals(role)) {
            Kind kind = "government".equals(page.lexicon.institution(institution.toLowerCase(Locale.ROOT)))
                    ? Kind.GOVERNMENT
                    : Kind.ORGANISATION;
            return speaker(source, institution, kind, role, null);
        }
        if (page.tagged(source.first(), "DET") && page.is(source.first(), "the") && source.last() == head.last()) {
            Speaker last = lastHeard(source.first(), false);
            if (last != null) return speaker(source, last.name(), last.kind(), role, last.partOf());
        }
        return null;
    }

    /** "a senior official at the ministry", "two people familiar with the matter", "the president". */
    private Speaker described(Span source, Span head, Name name) {
        int noun = head.last();
        String folded = page.word(noun).folded();
        String role = page.lexicon.role(folded);
        String text = withoutArticle(plain(source));
        if ("group".equals(role)) return speaker(source, text, Kind.GROUP, null, institution(source, null, text));
        String institution = page.lexicon.institution(folded);
        if (role == null && institution != null) {
            String canonical = page.is(source.first(), "the") && head.first() == head.last()
                    ? referent(noun)
                    : page.text(head.first(), head.last());
            Kind kind = institution.equals("government") ? Kind.GOVERNMENT : Kind.ORGANISATION;
            return speaker(source, canonical, kind, null, null);
        }
        if (role != null && !role.equals("statement")) {
            if (page.is(source.first(), "the") && source.first() + 1 == source.last()) {
                Speaker known = holder(folded, source.first());
                if (known != null) return known(source, known);
            }
            return speaker(source, text, Kind.PERSON, text, institution(source, null, text));
        }
        boolean plural = page.tagged(noun, "NOUN")
                && !page.word(noun).shouted()
                && folded.endsWith("s")
                && !folded.endsWith("ss");
        if (name != null && name.span().last() == noun)
            return speaker(source, cast.canonical(name), name.kind(), null, null);
        return speaker(source, text, plural ? Kind.GROUP : Kind.UNKNOWN, null, null);
    }

    /** A phrase up to its first comma. */
    private Span plain(Span source) {
        for (int i = source.first() + 1; i <= source.last(); i++)
            if (page.is(i, ",") || page.is(i, "(")) return new Span(source.first(), i - 1);
        return source;
    }

    private String withoutArticle(Span source) {
        boolean article =
                page.is(source.first(), "the") || page.is(source.first(), "a") || page.is(source.first(), "an");
        return page.text(
                article && source.first() < source.last() ? source.first() + 1 : source.first(), source.last());
    }

    private Speaker speaker(Span source, String name, Kind kind, String role, String partOf) {
        Set<String> mentions = new LinkedHashSet<>(cast.forms(name));
        String words = page.text(source.first(), source.last());
        if (words.length() <= 80 && !page.tagged(source.first(), "PRON")) mentions.add(words);
        if (role != null && role.length() <= 80 && kind == Kind.PERSON) mentions.add(role);
        return new Speaker(start(source), end(source), name, kind, role, partOf, List.copyOf(mentions));
    }

    private Speaker known(Span source, Speaker speaker) {
        return speaker.at(start(source), end(source));
    }

    // ---- whom pronouns mean

    private Speaker pronoun(Span source) {
        int i = source.first();
        boolean he = page.in(i, "he");
        boolean she = page.in(i, "she");
        if (he || she) {
            Speaker person = person(i, he ? "m" : "f");
            if (person != null && !page.in(i, "possessive"))
                cast.form(person.name(), page.word(i).folded());
            return person == null ? null : known(source, person);
        }
        if (page.in(i, "it")) {
            Speaker subject = antecedent(i, false);
            if (subject != null) return known(source, subject);
            Speaker last = lastHeard(i, true);
            if (last != null) return known(source, last);
            Name name = lastName(i, Kind.ORGANISATION, Kind.GOVERNMENT);
            return name == null ? null : fromName(source, name);
        }
        if (page.in(i, "they")) {
            Speaker subject = antecedent(i, true);
            if (subject != null) return known(source, subject);
            for (int k = heard.size() - 1; k >= 0 && near(k, i); k--)
                if (heard.get(k).kind() == Kind.GROUP) return known(source, heard.get(k));
        }
        return null;
    }

    /** Whom "it" or "they" means: who speaks in the sentence, or its subject; else those of the sentences before. */
    private Speaker antecedent(int pronoun, boolean plural) {
        int sentence = page.sentenceOf(pronoun);
        for (int s = sentence; s >= 0 && s > sentence - 4; s--) {
            if (page.sentences.get(s).boilerplate()) continue;
            int before = s == sentence ? pronoun : page.end(s);
            Speaker spoken = spoken(page.first(s), before, plural);
            if (spoken != null) return spoken;
            if (s == sentence && before - page.first(s) < 2) continue;
            Speaker subject = subjectOf(s, before, plural);
            if (subject != null) return subject;
        }
        return null;
    }

    private Speaker spoken(int from, int to, boolean plural) {
        for (int k = heard.size() - 1; k >= 0 && heardAt.get(k) >= from; k--) {
            Speaker one = heard.get(k);
            boolean institution = one.kind() == Kind.ORGANISATION
                    || one.kind() == Kind.GOVERNMENT
                    || "statement"
                            .equals(
                                    one.role() == null
                                            ? null
                                            : page.lexicon.role(one.role().toLowerCase(Locale.ROOT)));
            if (heardAt.get(k) < to && (plural ? one.kind() == Kind.GROUP : institution)) return one;
        }
        return null;
    }

    /** The subject of a sentence, where it is a thing that speaks, or a plural; of "Mr. Berg sent a letter", the letter. */
    private Speaker subjectOf(int sentence, int before, boolean plural) {
        int low = page.first(sentence);
        for (int k = low + 1; k < before && k < low + 60; k++) {
            if (page.quotationOf(k) >= 0 || !phrases.finite(k)) continue;
            Span subject = phrases.subject(k, low);
            if (subject == null || page.tagged(subject.last(), "PRON")) continue;
            if (page.in(subject.last(), "relative") || page.is(subject.first() - 1, "that")) continue;
            boolean many = many(subject);
            if (many == plural) {
                Speaker speaker = resolve(subject);
                if (plural || speaks(speaker)) return speaker;
                if (speaker.kind() == Kind.PERSON && speaker.partOf() != null)
                    return speaker(subject, speaker.partOf(), kindOfInstitution(speaker.partOf()), null, null);
            }
            if (plural || many) return null;
            for (int i = k + 1; i < before && i < k + 8; i++) {
                boolean document = page.tagged(i, "NOUN")
                        && "statement".equals(page.lexicon.role(page.word(i).folded()));
                if (!document) continue;
                return resolve(subject);
            }
            return null;
        }
        return null;
    }

    /** An institution, a document, or a name that may be one. */
    private boolean speaks(Speaker speaker) {
        if (speaker.kind() == Kind.ORGANISATION || speaker.kind() == Kind.GOVERNMENT) return true;
        String last = speaker.name().toLowerCase(Locale.ROOT);
        last = last.substring(last.lastIndexOf(' ') + 1);
        return speaker.kind() == Kind.UNKNOWN
                && (Character.isUpperCase(speaker.name().codePointAt(0))
                        || "statement".equals(page.lexicon.role(last)));
    }

    private boolean many(Span phrase) {
        Span head = head(phrase);
        String folded = page.word(head.last()).folded();
        String role = page.lexicon.role(folded);
        if (page.tagged(head.last(), "NOUN"))
            return "group".equals(role) && !folded.equals("side")
                    || role == null
                            && page.lexicon.institution(folded) == null
                            && folded.endsWith("s")
                            && !folded.endsWith("ss");
        return false;
    }

    /** The subject of the sentence, else the last subject outside quotations, else the last speaker. */
    private Speaker person(int pronoun, String gender) {
        int sentence = page.sentenceOf(pronoun);
        Speaker heardHere = lastPerson(pronoun, gender, page.first(sentence));
        for (int s = sentence; s >= 0 && s > sentence - 8; s--) {
            Name subject = subject(s, s == sentence ? pronoun : page.end(s), gender);
            if (s == sentence
                    && heardHere != null
                    && (subject == null || !cast.canonical(subject).equals(heardHere.name()))) return heardHere;
            if (subject == null && s < sentence) {
                Speaker speaker = heardIn(s, gender);
                if (speaker != null) return speaker;
            }
            if (subject != null) {
                for (int k = heard.size() - 1; k >= 0; k--)
                    if (heard.get(k).name().equals(cast.canonical(subject))) return heard.get(k);
                return fromName(subject.span(), subject);
            }
        }
        return lastPerson(pronoun, gender, 0);
    }

    private Speaker heardIn(int sentence, String gender) {
        for (int k = heard.size() - 1; k >= 0; k--) {
            int at = heardAt.get(k);
            if (at < page.first(sentence)) return null;
            if (at < page.end(sentence) && heard.get(k).kind() == Kind.PERSON && agrees(heard.get(k), gender))
                return heard.get(k);
        }
        return null;
    }

    private Speaker lastPerson(int before, String gender, int from) {
        for (int k = heard.size() - 1; k >= 0 && near(k, before); k--) {
            if (heardAt.get(k) < from) return null;
            Speaker speaker = heard.get(k);
            if (speaker.kind() == Kind.PERSON && heardAt.get(k) < before && agrees(speaker, gender)) return speaker;
        }
        return null;
    }

    private boolean agrees(Speaker speaker, String gender) {
        String known = cast.gender(speaker.name());
        if (known.equals("-") && speaker.role() != null) known = genderOf(speaker.role());
        return known.equals("-") || known.equals(gender);
    }

    private String genderOf(String role) {
        String folded = role.toLowerCase(Locale.ROOT);
        if (folded.contains("woman")
                || folded.contains("mother")
                || folded.contains("daughter")
                || folded.contains("wife")
                || folded.contains("sister")) return "f";
        if (folded.contains("spokesman")
                || folded.contains("chairman")
                || folded.contains("father")
                || folded.contains("brother")
                || folded.contains("husband")) return "m";
        return "-";
    }

    /** The first person of a sentence, before a word and outside quotations, that no preposition takes. */
    private Name subject(int sentence, int before, String gender) {
        Name fallback = null;
        for (Name name : cast.from(page.first(sentence))) {
            if (name.span().last() >= before) break;
            if (page.quotationOf(name.span().first()) >= 0) continue;
            boolean person = name.kind() == Kind.PERSON || wholePerson(name);
            if (!person || !agreesName(name, gender)) continue;
            int left = name.span().first() - 1;
            while (left >= page.first(sentence)
                    && page.lexicon.title(page.word(left).text()) != null) left--;
            if (page.is(name.span().last() + 1, "'s") || page.is(name.span().last() + 1, "\u2019")) {
                if (fallback == null) fallback = name;
                continue;
            }
            if (left >= page.first(sentence) && page.tagged(left, "ADP")) {
                if (fallback == null) fallback = name;
                continue;
            }
            return name;
        }
        return fallback;
    }

    private boolean wholePerson(Name name) {
        return name.kind() == Kind.UNKNOWN && !cast.gender(cast.canonical(name)).equals("-");
    }

    private boolean agreesName(Name name, String gender) {
        String known = cast.gender(cast.canonical(name));
        return known.equals("-") || known.equals(gender);
    }

    /** The last institution that spoke. */
    private Speaker lastHeard(int before, boolean institution) {
        for (int k = heard.size() - 1; k >= 0 && near(k, before); k--) {
            Speaker speaker = heard.get(k);
            if (!institution
                    || speaker.kind() == Kind.ORGANISATION
                    || speaker.kind() == Kind.GOVERNMENT
                    || "statement".equals(speaker.role())) return speaker;
        }
        return null;
    }

    /** Who holds an office: "the president" is the last president named. */
    private Speaker holder(String office, int before) {
        for (int k = heard.size() - 1; k >= 0 && near(k, before); k--) {
            Speaker speaker = heard.get(k);
            if (speaker.kind() != Kind.PERSON) continue;
            if (speaker.role() != null
                    && speaker.role().toLowerCase(Locale.ROOT).contains(office)) return speaker;
            for (String mention : speaker.mentions())
                if (mention.toLowerCase(Locale.ROOT).startsWith(office + " ")) return speaker;
        }
        List<Name> names = cast.names();
        int from = cast.indexFrom(before);
        for (int i = from - 1; i >= 0 && i > from - 60; i--) {
            Name name = names.get(i);
            if (name.title() != null && name.title().toLowerCase(Locale.ROOT).endsWith(office))
                return fromName(name.span(), name);
        }
        return null;
    }

    private Name lastName(int before, Kind... kinds) {
        List<Name> names = cast.names();
        int from = cast.indexFrom(before);
        for (int i = from - 1; i >= 0 && i > from - 20; i--)
            for (Kind kind : kinds)
                if (names.get(i).kind() == kind
                        && page.quotationOf(names.get(i).span().first()) < 0) return names.get(i);
        return null;
    }

    private Speaker fromName(Span source, Name name) {
        Kind kind = name.kind() == Kind.UNKNOWN ? Kind.PERSON : name.kind();
        boolean honorific = name.title() != null
                && page.lexicon.in("honorific", name.title().toLowerCase(Locale.ROOT));
        return speaker(source, cast.canonical(name), kind, honorific ? null : name.title(), null);
    }

    /** Only what was heard within the last few hundred words is remembered. */
    private boolean near(int heardIndex, int word) {
        return word - heardAt.get(heardIndex) < 600;
    }

    private int start(Span span) {
        return page.words.get(span.first()).start();
    }

    private int end(Span span) {
        return page.words.get(span.last()).end();
    }
}
