package org.crosscheck.extract.quantity;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;

/** All rules and tables of one language. Immutable. */
final class Grammar {
    final Numbers numbers;
    final NumberWords words;
    final Ordinals ordinals;
    final Units units;
    final Currencies currencies;
    final Nouns nouns;
    final Amounts amounts;
    final Ranges ranges;
    final Bounds bounds;
    final Ages ages;
    final Vagues vagues;
    final Names names;
    final Positions positions;
    private final Set<String> starts = new HashSet<>();

    Grammar(String language) {
        numbers = new Numbers(language);
        words = numbers.words();
        ordinals = new Ordinals(numbers);
        units = new Units(language);
        currencies = new Currencies(language);
        nouns = new Nouns(language, words);
        amounts = new Amounts(language, numbers, units, currencies, nouns);
        ranges = new Ranges(language, amounts);
        bounds = new Bounds(language);
        ages = new Ages(language);
        vagues = new Vagues(language, words, nouns);
        names = new Names(language, nouns);
        positions = new Positions(language, ordinals);
        for (String table : List.of("numbers.tsv", "ordinals.tsv")) starts.addAll(Tables.words(language, table));
        for (List<String> row : Tables.rows(language, "vague.tsv"))
            starts.add(row.get(0).split(" ")[0]);
        starts.addAll(List.of(
                "minus",
                "negative",
                "-",
                "\u2212",
                "\u2013",
                "+",
                ".",
                "last",
                "next",
                "penultimate",
                "antepenultimate"));
        starts.addAll(List.of(
                "teens", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"));
    }

    /** Whether anything that is looked for may start with {@code token}. */
    boolean mayStart(Token token) {
        return token.isDigits() || starts.contains(token.folded()) || currencies.starts(token);
    }
}
