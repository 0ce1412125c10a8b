package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Approximation;
import org.crosscheck.value.Quantity;

/** "dozens", "a few", "several thousand", "hundreds of thousands": the table {@code vague.tsv}. */
final class Vagues {
    /** A vague number; {@code needsNoun} where it is none without a noun, "a few" being also "a little". */
    record Vague(Quantity quantity, int end, boolean needsNoun) {}

    private record Wording(String approximation, String needs) {}

    private final Wordings<Wording> wordings;
    private final NumberWords words;
    private final Nouns nouns;

    Vagues(String language, NumberWords words, Nouns nouns) {
        this.nouns = nouns;
        Map<String, Wording> wordings = new HashMap<>();
        for (List<String> row : Tables.rows(language, "vague.tsv"))
            wordings.put(row.get(0), new Wording(row.get(1), row.get(2)));
        this.wordings = Wordings.folded(wordings);
        this.words = words;
    }

    /** The vague number that starts at token {@code i}; null where none does. */
    Vague at(Tokens tokens, int i) {
        Match<Wording> match = wordings.at(tokens, i);
        if (match == null) return null;
        BigDecimal scale = BigDecimal.ONE;
        int end = match.end();
        for (int n = 0; n < 2; n++) {
            BigDecimal next = words.isHundred(tokens.at(end)) ? BigDecimal.valueOf(100) : words.scale(tokens.at(end));
            if (next == null) break;
            scale = scale.multiply(next);
            end++;
        }
        boolean scaled = scale.compareTo(BigDecimal.ONE) > 0;
        Wording wording = match.value();
        if (!scaled && wording.needs().equals("scale")) return null;
        if (wording.needs().equals("harm") && !nouns.isHarm(tokens, end)) return null;
        Quantity quantity =
                Approximation.vague(wording.approximation(), scale, null).orElseThrow();
        return new Vague(quantity, end, !scaled && wording.needs().equals("noun"));
    }
}
