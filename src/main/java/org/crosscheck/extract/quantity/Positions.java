package org.crosscheck.extract.quantity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Ordinal;

/** Positions in a text that are meant as such: not "First Lady", "Fifth Avenue", "at first", "per second". */
final class Positions {
    private static final int MAX_DIGITS = 18;
    private static final Set<String> OF_THE_LAST =
            Set.of("place", "person", "man", "woman", "one", "position", "of", "remaining", "surviving");
    private static final Set<String> CAME =
            Set.of("finished", "came", "finishing", "placed", "dead", "finish", "ranked", "ranks", "second-to");

    private final Ordinals ordinals;
    private final Set<String> namesAfter;
    private final Set<String> idiomsAfter;
    private final Set<String> idiomsBefore;

    Positions(String language, Ordinals ordinals) {
        this.ordinals = ordinals;
        this.namesAfter = side(language, "after");
        this.idiomsAfter = side(language, "idiom");
        this.idiomsBefore = side(language, "before");
    }

    private static Set<String> side(String language, String side) {
        return Tables.rows(language, "ordinal-names.tsv").stream()
                .filter((List<String> row) -> row.get(1).equals(side))
                .map(row -> row.get(0))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The position that starts at token {@code i}; null where none does. */
    Numeral at(Tokens tokens, int i) {
        Numeral position = ordinals.read(tokens, i);
        return position == null || position.value().precision() > MAX_DIGITS ? null : position;
    }

    /** The position as a value; null where it is a name or an idiom. */
    Found found(Tokens tokens, int i, Numeral position) {
        if (isName(tokens, i, position)) return null;
        long number = position.value().longValueExact();
        String rule = number < 0
                ? "ordinal.from-end"
                : position.form() == Numeral.Form.DIGITS ? "ordinal.digits" : "ordinal.words";
        return new Found(tokens.at(i).start(), tokens.at(position.end() - 1).end(), new Ordinal(number), rule);
    }

    private boolean isName(Tokens tokens, int i, Numeral position) {
        int end = position.end();
        Token after = tokens.at(end);
        boolean hyphen = after.is("-") && !after.spaced();
        if (hyphen) after = tokens.at(end + 1);
        Token before = tokens.at(i - 1);
        if (!after.isWord()) return idiomsBefore.contains(before.folded());
        if (!after.spaced() && !hyphen) return true;
        if (before.is("-") && !before.spaced()) return true;
        if (idiomsBefore.contains(before.folded())
                || tokens.at(end).is("of") && tokens.at(end + 1).is("all")) return true;
        if (idiomsAfter.contains(after.folded())) return true;
        boolean capitalised = after.isCapitalised() || hyphen;
        return namesAfter.contains(after.folded()) && capitalised
                || position.value().intValue() == 2 && isSecond(tokens, i);
    }

    /** "a second" at the end of a phrase is a unit of time. */
    private static boolean isSecond(Tokens tokens, int i) {
        boolean article = tokens.at(i - 1).is("a") || tokens.at(i - 1).is("one");
        return article && !tokens.at(i + 1).isWord();
    }

    /** "the last of them", "finished last": the last position, and not "last week". */
    Found last(Tokens tokens, int i) {
        boolean the = tokens.at(i - 1).is("the");
        boolean position = the
                        && OF_THE_LAST.contains(tokens.at(i + 1).folded())
                        && !tokens.at(i + 2).isDigits()
                || CAME.contains(tokens.at(i - 1).folded());
        if (!position
                || tokens.at(i + 1).is("of")
                        && !tokens.at(i + 2).is("the")
                        && !tokens.at(i + 2).is("them")) return null;
        return new Found(tokens.at(i).start(), tokens.at(i).end(), new Ordinal(-1), "ordinal.from-end");
    }
}
