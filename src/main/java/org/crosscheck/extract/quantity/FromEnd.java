package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Positions from the end: -1 is the last, -2 the last but one. */
final class FromEnd {
    private FromEnd() {}

    static Numeral at(Tokens tokens, int i, Ordinals ordinals) {
        Token token = tokens.at(i);
        if (token.is("penultimate")) return numeral(-2, i + 1);
        if (token.is("antepenultimate")) return numeral(-3, i + 1);
        if (token.is("last")) return lastBut(tokens, i, ordinals);
        if (token.is("next")) return toLast(tokens, i + 1, BigDecimal.valueOf(2));
        if (!token.isWord() && !token.isDigits()) return null;
        Numeral position = ordinals.fromStart(tokens, i);
        return position == null ? null : toLast(tokens, position.end(), position.value());
    }

    /** "last but one", "last but two". */
    private static Numeral lastBut(Tokens tokens, int i, Ordinals ordinals) {
        if (!word(tokens, i + 1, "but")) return null;
        int at = past(tokens, i + 1) + 1;
        if (tokens.at(at).is("-")) at++;
        BigDecimal others = ordinals.small(tokens.at(at));
        return others == null ? null : numeral(-1 - others.intValue(), at + 1);
    }

    /** "second-to-last", "third from last", "second last". */
    private static Numeral toLast(Tokens tokens, int i, BigDecimal position) {
        int at = i;
        if (word(tokens, at, "to") || word(tokens, at, "from")) at = past(tokens, at) + 1;
        else if (position.intValue() > 9 || position.intValue() < 2) return null;
        if (word(tokens, at, "the")) at++;
        return word(tokens, at, "last") ? numeral(-position.intValue(), past(tokens, at) + 1) : null;
    }

    private static boolean word(Tokens tokens, int i, String word) {
        return tokens.at(past(tokens, i)).is(word);
    }

    private static int past(Tokens tokens, int i) {
        return tokens.at(i).is("-") && !tokens.at(i).spaced() ? i + 1 : i;
    }

    private static Numeral numeral(int position, int end) {
        return new Numeral(BigDecimal.valueOf(position), end, BigDecimal.ONE, Numeral.Form.WORDS);
    }
}
