package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;

/** The words of numbers of a language: the table {@code numbers.tsv}, and the positions of {@code ordinals.tsv}. */
final class NumberWords {
    private final Map<String, Map<String, BigDecimal>> byKind = new HashMap<>();
    private final Map<String, BigDecimal> ordinals = new HashMap<>();
    private final Map<String, BigDecimal> parts = new HashMap<>();

    NumberWords(String language) {
        for (List<String> row : Tables.rows(language, "numbers.tsv"))
            byKind.computeIfAbsent(row.get(1), kind -> new HashMap<>()).put(row.get(0), value(row.get(2)));
        for (List<String> row : Tables.rows(language, "ordinals.tsv"))
            ordinals.put(row.get(0), new BigDecimal(row.get(1)));
        parts.putAll(byKind.get("part"));
        ordinals.forEach((word, position) -> {
            if (position.intValue() < 3) return; // "two seconds" are a duration
            parts.put(word, position);
            parts.put(word + "s", position);
        });
    }

    private static BigDecimal value(String written) {
        int slash = written.indexOf('/');
        return slash < 0
                ? new BigDecimal(written)
                : Fractions.of(
                        new BigDecimal(written.substring(0, slash)), new BigDecimal(written.substring(slash + 1)));
    }

    private BigDecimal get(String kind, Token token) {
        return byKind.get(kind).get(token.folded());
    }

    /** A number below a hundred in one word. */
    BigDecimal small(Token token) {
        return get("small", token);
    }

    boolean isHundred(Token token) {
        return get("hundred", token) != null;
    }

    /** "a" and "an", which count one before "hundred" or "third". */
    boolean isArticle(Token token) {
        return get("one", token) != null;
    }

    /** "thousand", "dozen". */
    BigDecimal scale(Token token) {
        return get("scale", token);
    }

    /** Twenty where a token is "score". */
    BigDecimal score(Token token) {
        return get("score", token);
    }

    /** The scale that a token after digits is: "bn", "k", and after money also "m". */
    BigDecimal suffix(Token token, boolean money) {
        BigDecimal suffix = get("suffix", token);
        if (suffix == null && !token.spaced() && (money || !token.isCapitalised())) suffix = get("glued", token);
        if (suffix == null && money) suffix = get("money", token);
        return suffix;
    }

    /** Into how many parts "third", "quarters" divide. */
    BigDecimal part(Token token) {
        return parts.get(token.folded());
    }

    boolean isHalf(Token token) {
        return token.is("half");
    }

    /** The value of "½". */
    BigDecimal symbol(Token token) {
        return get("symbol", token);
    }

    /** The position that "third" or "thousandth" is. */
    BigDecimal ordinal(Token token) {
        return ordinals.get(token.folded());
    }
}
