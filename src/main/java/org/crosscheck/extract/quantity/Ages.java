package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Quantity;

/** Ages that are not written with "old": "aged 34", "in her 30s", and the apposition "Smith, 34,". */
final class Ages {
    /** The units of ages, in UCUM. */
    static final Set<String> UNITS = Set.of("a", "mo", "wk", "d");

    private static final BigDecimal OLDEST = BigDecimal.valueOf(122); // Jeanne Calment, died in 1997
    private static final Set<String> BEFORE = Set.of("aged", "age", "ages", "turned", "turns", "turning");
    private static final Map<String, Integer> DECADES = Map.of(
            "twenties",
            20,
            "thirties",
            30,
            "forties",
            40,
            "fifties",
            50,
            "sixties",
            60,
            "seventies",
            70,
            "eighties",
            80,
            "nineties",
            90);

    private static final Set<String> SUBJECTS = Set.of("who", "he", "she");
    private static final Set<String> SIDES = Set.of("over", "under", "above", "below");
    private static final Set<String> PEOPLE = Set.of(
            "children",
            "child",
            "people",
            "those",
            "anyone",
            "adults",
            "women",
            "men",
            "kids",
            "boys",
            "girls",
            "persons",
            "patients",
            "youths",
            "residents",
            "everyone",
            "players",
            "americans",
            "drivers",
            "minors",
            "voters");

    private static final Set<String> ONE_OF_AGE = Set.of(
            "man",
            "woman",
            "boy",
            "girl",
            "son",
            "daughter",
            "brother",
            "sister",
            "wife",
            "husband",
            "student",
            "father",
            "mother",
            "teenager",
            "suspect",
            "gunman");

    private final Set<String> possessives;

    Ages(String language) {
        this.possessives = Tables.words(language, "possessives.tsv");
    }

    static boolean isDecade(Token token) {
        return DECADES.containsKey(token.folded()) || token.is("teens");
    }

    /** "30s" and "thirties" after "his", "in her early 30s"; null where none starts at {@code i}. */
    Found decade(Tokens tokens, int i) {
        int whose = i - 1;
        Part part = Part.WHOLE;
        if (tokens.at(whose).is("-") && !tokens.at(whose).spaced()) whose--;
        for (Part some : Part.values()) if (tokens.at(whose).is(some.word)) part = some;
        if (part != Part.WHOLE) whose--;
        if (!possessives.contains(tokens.at(whose).folded())) return null;
        int end = i;
        int from;
        if (tokens.at(i).is("teens")) return found(tokens, whose + 1, i, 13, 19);
        if (tokens.at(i).isDigits()) {
            BigDecimal digits = Digits.value(tokens.at(i));
            boolean plural = !tokens.at(i + 1).spaced()
                    && (tokens.at(i + 1).is("s")
                            || tokens.at(i + 1).is("'") && tokens.at(i + 2).is("s"));
            if (digits == null
                    || !plural
                    || digits.intValue() % 10 != 0
                    || digits.intValue() < 20
                    || digits.intValue() > 100) return null;
            from = digits.intValue();
            end = tokens.at(i + 1).is("s") ? i + 1 : i + 2;
        } else from = DECADES.get(tokens.at(i).folded());
        return found(tokens, whose + 1, end, from + part.from, from + part.to);
    }

    private enum Part {
        WHOLE("", 0, 9),
        EARLY("early", 0, 3),
        MID("mid", 4, 6),
        MIDDLE("middle", 4, 6),
        LATE("late", 7, 9);

        private final String word;
        private final int from;
        private final int to;

        Part(String word, int from, int to) {
            this.word = word;
            this.from = from;
            this.to = to;
        }
    }

    private static Found found(Tokens tokens, int first, int last, int from, int to) {
        Quantity age = Quantity.between(BigDecimal.valueOf(from), BigDecimal.valueOf(to), "a");
        return new Found(tokens.at(first).start(), tokens.at(last).end(), age, Amount.AGE);
    }

    /** The index of "aged" or "the age of" before token {@code i}, where it makes {@code number} an age; -1 where nothing does. */
    int introduction(Tokens tokens, int i, BigDecimal number) {
        if (number.compareTo(OLDEST) > 0 || number.signum() < 0) return -1;
        if (BEFORE.contains(tokens.at(i - 1).folded())) return i - 1;
        boolean is = tokens.at(i - 1).is("is") || tokens.at(i - 1).is("was");
        if (is && SUBJECTS.contains(tokens.at(i - 2).folded())) return i;
        boolean ageOf = tokens.at(i - 1).is("of")
                && (tokens.at(i - 2).is("age") || tokens.at(i - 2).is("ages"));
        return ageOf ? i - 2 : -1;
    }

    static boolean isPossible(BigDecimal number) {
        return number.signum() > 0 && number.compareTo(OLDEST) <= 0;
    }

    /** Whether a bound that starts at {@code i} is one of age: "children under five", "people over 65". */
    boolean isLimit(Tokens tokens, int i, BigDecimal number) {
        boolean side = SIDES.contains(tokens.at(i).folded());
        return side
                && number.compareTo(OLDEST) <= 0
                && PEOPLE.contains(tokens.at(i - 1).folded());
    }

    /** Whether {@code number}, the one token {@code i}, stands between commas or in parentheses after a name. */
    boolean isApposition(Tokens tokens, int i, BigDecimal number) {
        if (number.compareTo(OLDEST) > 0 || number.compareTo(BigDecimal.ONE) < 0 || number.scale() > 0) return false;
        Token before = tokens.at(i - 1);
        Token after = tokens.at(i + 1);
        Token name = tokens.at(i - 2);
        if (name.is(".")) name = tokens.at(i - 3); // "Jr."
        boolean named = name.isCapitalised() && name.text().length() > 1 || ONE_OF_AGE.contains(name.folded());
        if (before.is("(") && !tokens.at(i).spaced()) return named && (after.is(")") || after.is(","));
        boolean ended = after.is(",")
                || after.is(";")
                || after.is(".") && (tokens.at(i + 2).newLine() || i + 2 >= tokens.size());
        return before.is(",") && ended && named && !isOfCalendar(name);
    }

    private static boolean isOfCalendar(Token name) {
        return name.folded().endsWith("day") || Names.MONTHS.contains(name.folded());
    }
}
