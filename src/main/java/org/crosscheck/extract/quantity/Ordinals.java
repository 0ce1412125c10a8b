package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Reads positions: "third", "21st", "twenty-first", "one hundred and fifth", and from the end "second-to-last", "last but
 * one", "penultimate", which are negative. Immutable.
 */
public final class Ordinals {
    private static final Set<String> SUFFIXES = Set.of("st", "nd", "rd", "th");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private final Numbers numbers;
    private final NumberWords words;

    public Ordinals(Numbers numbers) {
        this.numbers = numbers;
        this.words = numbers.words();
    }

    /** The position that starts at token {@code i}. */
    public Optional<Numeral> at(Tokens tokens, int i) {
        return Optional.ofNullable(read(tokens, i));
    }

    Numeral read(Tokens tokens, int i) {
        Numeral fromEnd = FromEnd.at(tokens, i, this);
        return fromEnd != null ? fromEnd : fromStart(tokens, i);
    }

    /** A number below a hundred in one word; null where {@code token} is none. */
    BigDecimal small(Token token) {
        return words.small(token);
    }

    /** A position counted from the start. */
    Numeral fromStart(Tokens tokens, int i) {
        Token token = tokens.at(i);
        if (token.isDigits()) return digits(tokens, i);
        if (!token.isWord()) return null;
        BigDecimal one = words.ordinal(token);
        if (one != null) return numeral(one, i + 1, Numeral.Form.WORDS);
        if (words.isHundred(token)) return ofHundred(tokens, i);
        if (words.small(token) == null && !words.isArticle(token)) return null;
        Numeral number = numbers.read(tokens, i, true, false);
        if (number == null) return null;
        boolean part = number.form() == Numeral.Form.PART; // "one hundredth" is also the hundredth
        if (part && words.small(token) == null) return null;
        return spelled(tokens, part ? numeral(words.small(token), i + 1, Numeral.Form.WORDS) : number);
    }

    /** "The hundred and fifth". */
    private Numeral ofHundred(Tokens tokens, int i) {
        if (!tokens.at(i - 1).is("the") || !tokens.at(i + 1).is("and") || words.isHundred(tokens.at(i + 2)))
            return null;
        Numeral rest = fromStart(tokens, i + 2);
        return rest == null || rest.value().compareTo(HUNDRED) >= 0
                ? null
                : numeral(rest.value().add(HUNDRED), rest.end(), Numeral.Form.WORDS);
    }

    private Numeral digits(Tokens tokens, int i) {
        Numeral number = Digits.at(tokens, i);
        if (number == null || number.value().scale() > 0 || number.value().signum() == 0) return null;
        Token suffix = tokens.at(number.end());
        if (suffix.spaced() || !SUFFIXES.contains(suffix.folded())) return null;
        return suffix.is(suffix(number.value())) ? numeral(number.value(), number.end() + 1, number.form()) : null;
    }

    private static String suffix(BigDecimal number) {
        int lastTwo = number.remainder(HUNDRED).intValue();
        if (lastTwo / 10 == 1) return "th";
        return switch (lastTwo % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    /** "twenty-first", "two hundred and third", "two thousandth". */
    private Numeral spelled(Tokens tokens, Numeral number) {
        int at = number.end();
        if (tokens.at(at).is("-") && !tokens.at(at).spaced()) at++;
        else if (tokens.at(at).is("and") && number.value().remainder(HUNDRED).signum() == 0) at++;
        BigDecimal last = words.ordinal(tokens.at(at));
        if (last == null) return null;
        if (last.compareTo(HUNDRED) >= 0) return numeral(multiplied(number.value(), last), at + 1, Numeral.Form.WORDS);
        boolean hundreds = number.value().remainder(HUNDRED).signum() == 0;
        boolean tens = number.value().remainder(BigDecimal.TEN).signum() == 0
                && number.value().remainder(HUNDRED).intValue() >= 20
                && last.compareTo(BigDecimal.TEN) < 0;
        return hundreds || tens ? numeral(number.value().add(last), at + 1, Numeral.Form.WORDS) : null;
    }

    /** "one thousand two" and "hundredth" are the 1200th: only what comes after the greater scales is multiplied. */
    private static BigDecimal multiplied(BigDecimal number, BigDecimal last) {
        BigDecimal rest = number.remainder(last.multiply(last.equals(HUNDRED) ? BigDecimal.TEN : THOUSAND));
        return number.subtract(rest).add(rest.multiply(last));
    }

    private static Numeral numeral(BigDecimal value, int end, Numeral.Form form) {
        return new Numeral(value, end, BigDecimal.ONE, form);
    }
}
