package org.crosscheck.extract.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Finds what a number counts, without a tagger: the words after it up to the first plural, or for "one" up to the first word
 * that cannot be a noun.
 */
final class Nouns {
    /** Words that a counted noun phrase may have; a longer run is something else. */
    private static final int MAX_WORDS = 7;

    /** Abbreviations that fold to function words. */
    private static final Set<String> ABBREVIATIONS = Set.of("US", "IT", "WHO");

    /** "on the one hand", "one thing", which count nothing. */
    private static final Set<String> IDIOMS_OF_ONE = Set.of("hand", "way", "thing");

    private static final String PERSON = "person";
    private static final Set<String> DETERMINERS =
            Set.of("the", "these", "those", "his", "her", "their", "its", "our", "my", "your", "all", "such");
    private static final Set<String> AMONG = Set.of("more", "other", "such", "fewer", "less", "additional");
    private static final Set<String> AUXILIARIES = Set.of("were", "was", "are", "been", "have", "had", "be", "being");
    /** What follows a number and a hyphen without being counted: "one-off", "two-fold". */
    private static final Set<String> NOT_COUNTED = Set.of(
            "off",
            "time",
            "fold",
            "on",
            "to",
            "up",
            "way",
            "half",
            "old",
            "odd",
            "something",
            "plus",
            "nil",
            "and",
            "or",
            "a",
            "in",
            "out",
            "for",
            "of",
            "strong",
            "by",
            "th",
            "st",
            "nd",
            "rd",
            "quarters",
            "thirds",
            "d",
            "s",
            "ish");

    private final Singulars singulars;
    private final Set<String> functionWords;
    private final Set<String> verbs;
    private final Set<String> casualties;
    private final Map<String, String> pluralModifiers;
    private final NumberWords numberWords;

    Nouns(String language, NumberWords numberWords) {
        this.singulars = new Singulars(language);
        this.functionWords = Tables.words(language, "function-words.tsv");
        this.verbs = Tables.words(language, "noun-phrase-ends.tsv");
        this.casualties = Tables.words(language, "casualties.tsv");
        this.pluralModifiers = Tables.pairs(language, "plural-modifiers.tsv");
        this.numberWords = numberWords;
    }

    boolean isFunctionWord(Token token) {
        return functionWords.contains(token.folded()) && !ABBREVIATIONS.contains(token.text());
    }

    boolean isVerb(Token token) {
        return verbs.contains(token.folded())
                || isParticiple(token.folded()) && token.folded().length() > 4;
    }

    /** What a number counts whose last token is before {@code i}; null where that is not said. */
    Counted at(Tokens tokens, int i, boolean one) {
        boolean hyphen = tokens.at(i).is("-")
                && !tokens.at(i).spaced()
                && !tokens.at(i + 1).spaced();
        if (hyphen) return hyphenated(tokens, i + 1);
        if (!tokens.at(i).spaced()) return null;
        int at = i;
        boolean of = tokens.at(at).is("of");
        if (of) at = pastDeterminers(tokens, at + 1);
        else if (AMONG.contains(tokens.at(at).folded())) at++;
        boolean ofNumber = of && isNumber(tokens.at(at - 1));
        int measure = of ? at : pastMeasure(tokens, at);
        Counted counted = phrase(tokens, measure, one && !of);
        if (measure > at) {
            if (counted == null) return null;
            String thing = counted.thing() == null ? counted.unit() : counted.thing();
            String measured = tokens.between(at, measure - 1).toLowerCase(Locale.ROOT);
            return new Counted(counted.unit(), measured + " " + thing, counted.end());
        }
        if (ofNumber && counted != null) return new Counted(counted.unit(), counted.thing(), i);
        return counted == null && !of ? casualty(tokens, at) : counted;
    }

    private int pastDeterminers(Tokens tokens, int i) {
        int at = i;
        while (at < i + 3 && DETERMINERS.contains(tokens.at(at).folded())) at++;
        int number = at;
        while (at > i
                && at < number + 5
                && (isNumber(tokens.at(at)) || at > number && !tokens.at(at).spaced())) at++;
        return at;
    }

    /** The end of "500-pound" at {@code i}, of "four 500-pound bombs"; {@code i} where there is none. */
    private int pastMeasure(Tokens tokens, int i) {
        if (!isNumber(tokens.at(i))) return i;
        int at = i + 1;
        while (at < i + 6
                && tokens.at(at + 1).isDigits()
                && !tokens.at(at).spaced()
                && !tokens.at(at + 1).spaced()
                && (tokens.at(at).is(",") || tokens.at(at).is("."))) at += 2;
        int words = 0;
        while (words < 2 && isCompound(tokens, at - 1) && tokens.at(at + 1).isWord()) {
            at += 2;
            words++;
        }
        return words > 0 && tokens.at(at).isWord() && tokens.at(at).spaced() ? at : i;
    }

    /** Whether "were killed", "injured" or the like stands at {@code i}. */
    boolean isHarm(Tokens tokens, int i) {
        return casualty(tokens, i) != null;
    }

    private boolean isNumber(Token token) {
        return token.isDigits() || numberWords.small(token) != null;
    }

    /** "a 59-missile strike". */
    private Counted hyphenated(Tokens tokens, int i) {
        Token word = tokens.at(i);
        boolean counted = word.isWord() && word.folded().length() > 2 && !NOT_COUNTED.contains(word.folded());
        if (!counted || word.folded().endsWith("ed") || numberWords.part(word) != null || word.isCapitalised())
            return null;
        return new Counted(singulars.of(word.folded()), null, i + 1);
    }

    private Counted phrase(Tokens tokens, int i, boolean one) {
        List<String> words = new ArrayList<>();
        int head = -1;
        int at = i;
        int end = i;
        while (words.size() < MAX_WORDS && continues(tokens, at, i)) {
            int abbreviation = abbreviation(tokens, at);
            if (abbreviation > at) {
                words.add(tokens.between(at, abbreviation - 1).toLowerCase(Locale.ROOT));
                at = abbreviation;
                continue;
            }
            Token token = tokens.at(at++);
            if (token.is("'s")) continue;
            boolean joined = !words.isEmpty() && tokens.at(at - 2).is("-");
            String word = token.folded();
            int compound = joined ? at : compoundPlural(tokens, at - 1);
            if (compound > at) {
                words.add(tokens.between(at - 1, compound - 1).toLowerCase(Locale.ROOT));
                return counted(words, compound);
            }
            if (joined) words.set(words.size() - 1, words.get(words.size() - 1) + "-" + word);
            else words.add(word);
            String modifier = pluralModifiers.get(word);
            boolean plural = modifier == null && singulars.isPlural(word) && !isPossessive(tokens, at);
            if (plural || one && modifier == null || "noun".equals(modifier)) {
                head = words.size() - 1;
                end = at;
            }
            if (isPluralDesignation(tokens, at)) {
                words.set(words.size() - 1, word + "-" + tokens.at(at + 1).folded());
                return counted(words, at + 3);
            }
            if (isDesignation(tokens, at)) {
                words.set(
                        words.size() - 1,
                        words.get(words.size() - 1) + "-" + tokens.at(at + 1).folded());
                at += 2;
                head = plural ? -1 : head;
                continue;
            }
            if (tokens.at(at).is("-")
                    && !tokens.at(at).spaced()
                    && !tokens.at(at + 1).spaced()
                    && tokens.at(at + 1).isWord()) {
                if (plural && !one) head = -1; // "arms-control"
                at++;
            } else if (plural && head >= 0) break;
        }
        if (one && words.size() == 1 && head == 0 && IDIOMS_OF_ONE.contains(words.get(0))) return null;
        return head < 0 ? null : counted(words.subList(0, head + 1), end);
    }

    /** The end of "U.S." at {@code i}; {@code i} where there is none. */
    private static int abbreviation(Tokens tokens, int i) {
        int end = i;
        while (isInitial(tokens.at(end))
                && tokens.at(end + 1).is(".")
                && (end == i || !tokens.at(end).spaced())) end += 2;
        return end > i + 2 ? end : i;
    }

    private static boolean isInitial(Token token) {
        return token.isCapitalised() && token.text().length() == 1;
    }

    private static boolean isPossessive(Tokens tokens, int i) {
        Token mark = tokens.at(i);
        return !mark.spaced() && (mark.is("'") || mark.is("'s"));
    }

    private boolean continues(Tokens tokens, int at, int first) {
        Token token = tokens.at(at);
        if (token.is("'s")) return at > first && !token.spaced();
        if (!token.isWord() || token.newLine() && at > first || isFunctionWord(token) && !isCompound(tokens, at))
            return false;
        if (!token.spaced() && !tokens.at(at - 1).is("-")) return false;
        if (at == first)
            return !verbs.contains(token.folded())
                    || !casualties.contains(token.folded()) && isNounLike(token)
                    || pluralFollows(tokens, at);
        Token before = tokens.at(at - 1);
        if (before.is("-") || before.folded().endsWith("ly")) return true;
        return !verbs.contains(token.folded())
                && (!isParticiple(token.folded()) || pluralFollows(tokens, at))
                && numberWords.small(token) == null;
    }

    /** "so-called", "off-duty". */
    private static boolean isCompound(Tokens tokens, int i) {
        return tokens.at(i + 1).is("-")
                && !tokens.at(i + 1).spaced()
                && !tokens.at(i + 2).spaced();
    }

    /** "-16" of "two F-16 jets". */
    private static boolean isDesignation(Tokens tokens, int i) {
        return isCompound(tokens, i - 1)
                && tokens.at(i + 1).isDigits()
                && tokens.at(i + 2).spaced();
    }

    /** "-16s" of "three F-16s". */
    private static boolean isPluralDesignation(Tokens tokens, int i) {
        return isCompound(tokens, i - 1)
                && tokens.at(i + 1).isDigits()
                && tokens.at(i + 2).is("s")
                && !tokens.at(i + 2).spaced();
    }

    /** The end of "passers-by" or "sons-in-law" at {@code i}; {@code i} where there is none. */
    private int compoundPlural(Tokens tokens, int i) {
        if (!isCompound(tokens, i)) return i;
        String two = tokens.at(i).folded() + "-" + tokens.at(i + 2).folded();
        if (singulars.isIrregular(two)) return i + 3;
        if (!isCompound(tokens, i + 2)) return i;
        return singulars.isIrregular(two + "-" + tokens.at(i + 4).folded()) ? i + 5 : i;
    }

    private static boolean isNounLike(Token token) {
        return token.folded().endsWith("s") && token.folded().length() > 4 || token.is("long") || token.is("free");
    }

    /** Whether the next words are a plural: "12 wounded civilians", "three missing Israeli soldiers". */
    private boolean pluralFollows(Tokens tokens, int i) {
        for (int at = i + 1; at < i + 3; at++) {
            Token next = tokens.at(at);
            if (!next.isWord() || !next.spaced() || isFunctionWord(next)) return false;
            if (singulars.isPlural(next.folded()) && !verbs.contains(next.folded())) return true;
        }
        return false;
    }

    private static boolean isParticiple(String word) {
        return word.endsWith("ed") && !word.endsWith("eed")
                || word.endsWith("ing") && word.length() > 6 && !word.endsWith("building");
    }

    private Counted counted(List<String> words, int end) {
        String last = words.get(words.size() - 1);
        int hyphen = singulars.isIrregular(last) ? -1 : last.lastIndexOf('-');
        String unit = last.substring(0, hyphen + 1) + singulars.of(last.substring(hyphen + 1));
        StringBuilder thing = new StringBuilder();
        for (String word : words.subList(0, words.size() - 1))
            thing.append(word).append(' ');
        return new Counted(unit, thing.isEmpty() ? null : thing + unit, end);
    }

    /** "12 killed", "59 dead", "12 were killed": people, although nobody says so. */
    private Counted casualty(Tokens tokens, int i) {
        if (tokens.at(i).is("died")) return new Counted(PERSON, null, i);
        if (casualties.contains(tokens.at(i).folded()))
            return new Counted(PERSON, tokens.at(i).folded(), i + 1);
        int at = i;
        while (at < i + 3 && AUXILIARIES.contains(tokens.at(at).folded())) at++;
        if (at > i && tokens.at(at).folded().endsWith("ly")) at++;
        boolean passive = at > i && casualties.contains(tokens.at(at).folded());
        return passive ? new Counted(PERSON, tokens.at(at).folded(), i) : null;
    }
}
