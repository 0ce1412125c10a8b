package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.crosscheck.extract.quantity.Numeral.Form;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Reads plain numbers: digits ("1,234.5", "2.5 million"), words ("two hundred and five", "a dozen"), fractions ("two
 * thirds", "¾", "half a million") and both ("two and a half", "1 1/2"). Immutable.
 *
 * <p>What a number is about is not looked at: "two" of "two weeks" is read like that of "two people", and "one" like the
 * pronoun.
 */
public final class Numbers {
    /** Scales that may follow one another, as in "hundred thousand million". */
    private static final int MAX_SCALES = 3;
    /** Decimals that may be spelled after "point". */
    private static final int MAX_SPELLED_DECIMALS = 20;

    private static final Set<String> SCORED = Set.of("of", "years", "and", "men", "women", "people");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final NumberWords words;
    private final Set<String> functionWords;

    public Numbers(String language) {
        this.words = new NumberWords(language);
        this.functionWords = Tables.words(language, "function-words.tsv");
    }

    NumberWords words() {
        return words;
    }

    /** The number that starts at token {@code i}, as long as it gets; also a negative one, "-5" or "minus five". */
    public Optional<Numeral> at(Tokens tokens, int i) {
        return Optional.ofNullable(read(tokens, i, true, false));
    }

    /**
     * As {@link #at}.
     *
     * @param and whether "and" may join parts of the number; not in "between one hundred and two hundred"
     * @param money whether an "m" or "b" behind digits is a scale
     */
    Numeral read(Tokens tokens, int i, boolean and, boolean money) {
        Token first = tokens.at(i);
        Token next = tokens.at(i + 1);
        boolean dash = first.is("-") || first.is("\u2212") || first.is("\u2013");
        boolean sign = dash && !next.spaced() && isFree(tokens, i) || first.is("minus") || first.is("negative");
        boolean plus = first.is("+") && !next.spaced() && isFree(tokens, i);
        if (!sign && !plus) return new Reading(tokens, and, money).from(i);
        if (!first.isWord() && !next.isDigits() && !next.is(".")) return null;
        Numeral number = new Reading(tokens, and, money).from(i + 1);
        return number == null || plus ? number : number.negated();
    }

    /** Whether a sign at {@code i} is not glued to what stands before it, and not between two numbers. */
    private static boolean isFree(Tokens tokens, int i) {
        Token before = tokens.at(i - 1);
        if (tokens.at(i).spaced()) return !before.isDigits();
        return before.is("(")
                || before.is("$")
                || before.is("\u20AC")
                || before.is("\u00A3")
                || before.is("[")
                || before.is("\"")
                || before.is("\u201C");
    }

    /** One pass over the tokens of one number. */
    private final class Reading {
        private final Tokens tokens;
        private final boolean and;
        private final boolean money;

        Reading(Tokens tokens, boolean and, boolean money) {
            this.tokens = tokens;
            this.and = and;
            this.money = money;
        }

        Numeral from(int i) {
            Numeral part = part(i, false);
            if (part != null) return scaledPart(part);
            Numeral sum = null;
            for (int at = i; ; at = joint(sum)) {
                Numeral group = at < 0 ? null : scaled(group(at));
                if (group == null || sum != null && !continues(sum, group, at)) return withHalf(sum);
                sum = sum == null
                        ? group
                        : new Numeral(sum.value().add(group.value()), group.end(), group.scale(), sum.form());
                if (group.scale().equals(BigDecimal.ONE)) return sum;
            }
        }

        /** Whether {@code group} is the smaller rest of a number, as "two hundred" is after "one thousand". */
        private boolean continues(Numeral sum, Numeral group, int at) {
            if (group.form() != sum.form() || group.value().compareTo(sum.scale()) >= 0) return false;
            if (group.form() == Form.DIGITS && group.scale().equals(BigDecimal.ONE)) return false;
            return !tokens.at(at - 1).is(",") || group.value().compareTo(HUNDRED) >= 0;
        }

        /** Where the next group of a number starts, past "and" or a comma; -1 where none can. */
        private int joint(Numeral sum) {
            int i = sum.end();
            Token token = tokens.at(i);
            if (sum.scale().compareTo(HUNDRED) < 0) return -1;
            if (token.is("and")) return and ? i + 1 : -1;
            if (token.is(",") && sum.form() == Form.WORDS && !token.spaced())
                return tokens.at(i + 1).is("and") ? -1 : i + 1;
            return token.isWord() || token.isDigits() ? i : hyphen(i);
        }

        private int hyphen(int i) {
            return tokens.at(i).is("-")
                            && !tokens.at(i).spaced()
                            && !tokens.at(i + 1).spaced()
                    ? i + 1
                    : -1;
        }

        /** The index of the next word, past a hyphen. */
        private int next(int i) {
            int past = hyphen(i);
            return past < 0 ? i : past;
        }

        // a group: what stands before a scale

        private Numeral group(int i) {
            Numeral digits = Digits.at(tokens, i);
            if (digits != null) return withPart(digits);
            Numeral spelled = spelled(i);
            return spelled == null ? null : withPart(point(spelled));
        }

        /** "five", "twenty-one", "two hundred and five", "a" before a hundred. */
        private Numeral spelled(int i) {
            Token first = tokens.at(i);
            if (words.isArticle(first)) return multiplies(next(i + 1)) ? words(BigDecimal.ONE, i + 1) : null;
            Numeral small = small(i);
            if (small == null || !words.isHundred(tokens.at(next(small.end())))) return small;
            return hundreds(small);
        }

        private Numeral hundreds(Numeral small) {
            int end = next(small.end()) + 1;
            Numeral hundreds = words(small.value().multiply(HUNDRED), end);
            boolean joined = tokens.at(end).is("and");
            if (joined && !and) return hundreds;
            Numeral rest = small(joined ? end + 1 : next(end));
            boolean own = rest != null && multiplies(next(rest.end())) && words.isHundred(tokens.at(next(rest.end())));
            if (rest == null || own || rest.value().signum() == 0) return hundreds;
            return words(hundreds.value().add(rest.value()), rest.end());
        }

        private boolean multiplies(int i) {
            return words.isHundred(tokens.at(i)) || words.scale(tokens.at(i)) != null;
        }

        private Numeral small(int i) {
            BigDecimal tens = words.small(tokens.at(i));
            if (tens == null) return null;
            int at = next(i + 1);
            BigDecimal unit = words.small(tokens.at(at));
            boolean both =
                    unit != null && tens.intValue() >= 20 && unit.signum() > 0 && unit.compareTo(BigDecimal.TEN) < 0;
            return both ? words(tens.add(unit), at + 1) : words(tens, i + 1);
        }

        /** "three point one four". */
        private Numeral point(Numeral number) {
            if (!tokens.at(number.end()).is("point")) return number;
            StringBuilder decimals = new StringBuilder();
            int at = number.end() + 1;
            for (; decimals.length() < MAX_SPELLED_DECIMALS; at++) {
                BigDecimal digit = words.small(tokens.at(at));
                if (digit == null || digit.compareTo(BigDecimal.TEN) >= 0) break;
                decimals.append(digit);
            }
            if (decimals.length() == 0) return number;
            return words(number.value().add(new BigDecimal("0." + decimals)), at);
        }

        private Numeral words(BigDecimal value, int end) {
            return new Numeral(value, end, BigDecimal.ONE, Form.WORDS);
        }

        // scales

        /** "2.5 million", "two hundred thousand", "5 dozen", "2.5bn". */
        private Numeral scaled(Numeral number) {
            if (number == null) return null;
            Numeral scaled = number;
            for (int n = 0; n < MAX_SCALES; n++) {
                int at = next(scaled.end());
                BigDecimal scale = scale(at, number.form());
                if (scale == null) break;
                scaled = new Numeral(
                        scaled.value().multiply(scale), at + 1, scaled.scale().multiply(scale), scaled.form());
            }
            return scaled;
        }

        private BigDecimal scale(int i, Form form) {
            Token token = tokens.at(i);
            if (!token.isWord()) return null;
            BigDecimal scale = words.scale(token);
            if (scale == null && words.isHundred(token)) scale = HUNDRED;
            if (scale == null && form == Form.WORDS && isScore(i)) scale = words.score(token);
            return scale == null && form == Form.DIGITS ? words.suffix(token, money) : scale;
        }

        /** "Three score years", "two score of": people also score goals. */
        private boolean isScore(int i) {
            return words.score(tokens.at(i)) != null
                    && SCORED.contains(tokens.at(i + 1).folded());
        }

        // parts

        /** "half", "two thirds", "a quarter", "3/4", "½". */
        private Numeral part(int i, boolean mixed) {
            Token first = tokens.at(i);
            if (words.symbol(first) != null) return part(words.symbol(first), i + 1);
            if (first.isDigits()) return Fractions.at(tokens, i);
            if (words.isHalf(first)) return part(new BigDecimal("0.5"), i + 1);
            if (first.is("quarter"))
                return multiplies(pastOf(i + 1)) || isOfAPoint(i + 1) ? part(new BigDecimal("0.25"), i + 1) : null;
            boolean article = words.isArticle(first);
            Numeral counted = article ? words(BigDecimal.ONE, i + 1) : small(i);
            if (counted == null) return null;
            int at = next(counted.end());
            BigDecimal parts = words.part(tokens.at(at));
            if (parts == null || !Fractions.isProper(counted.value(), parts)) return null;
            boolean single = counted.value().equals(BigDecimal.ONE);
            if (single == isPlural(tokens.at(at))) return null;
            if (article && !mixed && !endsPhrase(at + 1)) return null;
            return part(Fractions.of(counted.value(), parts), at + 1);
        }

        /** "a quarter-point", "quarter-percentage-point". */
        private boolean isOfAPoint(int i) {
            Token of = tokens.at(hyphen(i));
            return of.is("point") || of.is("percent") || of.is("percentage");
        }

        private boolean isPlural(Token part) {
            return part.folded().endsWith("s");
        }

        /** Whether a noun phrase cannot go on at {@code i}: "a third of", but not "a third man". */
        private boolean endsPhrase(int i) {
            Token token = tokens.at(i);
            return !token.isWord() && !token.is("-") || functionWords.contains(token.folded()) || multiplies(next(i));
        }

        private Numeral part(BigDecimal value, int end) {
            return new Numeral(value, end, BigDecimal.ONE, Form.PART);
        }

        /** "half a million", "half-million", "three quarters of a million", "½ million". */
        private Numeral scaledPart(Numeral part) {
            int at = pastOf(part.end());
            if (!multiplies(at)) return part;
            Numeral scaled = scaled(new Numeral(part.value(), at, BigDecimal.ONE, Form.WORDS));
            return scaled.end() > at ? scaled : part;
        }

        private int pastOf(int i) {
            int at = next(i);
            if (tokens.at(at).is("of")) at++;
            return words.isArticle(tokens.at(at)) ? next(at + 1) : at;
        }

        /** "two and a half", "1 1/2", "1½". */
        private Numeral withPart(Numeral number) {
            if (number.value().scale() > 0) return number;
            int at = next(number.end());
            Numeral part = null;
            if (number.form() == Form.DIGITS) {
                BigDecimal symbol = words.symbol(tokens.at(at));
                part = symbol != null ? part(symbol, at + 1) : Fractions.at(tokens, at);
            }
            if (part == null) part = andPart(number);
            return part == null
                    ? number
                    : new Numeral(number.value().add(part.value()), part.end(), BigDecimal.ONE, number.form());
        }

        private Numeral andPart(Numeral number) {
            int at = number.end();
            if (!and) return null;
            int hyphen = hyphen(at);
            if (!tokens.at(hyphen < 0 ? at : hyphen).is("and")) return null;
            Numeral part = part(next((hyphen < 0 ? at : hyphen) + 1), true);
            boolean bare = part != null && part.end() == at + 2; // "two and half of them"
            return bare && tokens.at(at + 1).isWord() ? null : part;
        }

        /** "a million and a half". */
        private Numeral withHalf(Numeral number) {
            if (number == null || number.scale().compareTo(HUNDRED) <= 0) return number;
            Numeral part = andPart(number);
            boolean another = part == null || multiplies(pastOf(part.end()));
            if (another) return number;
            BigDecimal value = number.value().add(part.value().multiply(number.scale()));
            return new Numeral(value, part.end(), number.scale(), number.form());
        }
    }
}
