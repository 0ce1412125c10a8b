package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.quantity.Currencies.Money;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/** Reads a number and the unit that it is written with: money, percentages, measures, ages. */
final class Amounts {
    private static final BigDecimal MILLION = new BigDecimal("1E6");
    /** From this many on, "pounds" are money. */
    private static final BigDecimal MANY_POUNDS = MILLION;
    /** Degrees of weather above this are Fahrenheit's: nothing else is survived. */
    private static final BigDecimal HOTTEST_CELSIUS = BigDecimal.valueOf(58);

    private static final Set<String> OF_THEM = Set.of("them", "whom", "which", "these", "those", "the");
    /** How many tokens before degrees are looked at for weather. */
    private static final int WEATHER_BEFORE = 12;

    private static final int WEATHER_AFTER = 5;

    private record Smaller(String unit, BigDecimal perGreater) {}

    private final Numbers numbers;
    private final Units units;
    private final Currencies currencies;
    private final Nouns nouns;
    private final Set<String> weather;
    private final Map<String, Smaller> smallerUnits = new HashMap<>();

    Amounts(String language, Numbers numbers, Units units, Currencies currencies, Nouns nouns) {
        this.numbers = numbers;
        this.units = units;
        this.currencies = currencies;
        this.nouns = nouns;
        this.weather = Tables.words(language, "weather.tsv");
        for (List<String> row : Tables.rows(language, "compound-units.tsv"))
            smallerUnits.put(row.get(0), new Smaller(row.get(1), new BigDecimal(row.get(2))));
    }

    /** The amount that starts at token {@code i}; null where none does. {@code and} as in {@link Numbers#read}. */
    Amount at(Tokens tokens, int i, boolean and) {
        boolean minus = isSign(tokens.at(i)) && !tokens.at(i + 1).spaced() && currencies.starts(tokens.at(i + 1));
        Match<Money> money = currencies.before(tokens, minus ? i + 1 : i);
        if (money != null) return money(tokens, money, and, minus);
        Numeral number = numbers.read(tokens, i, and, false);
        if (number == null) return null;
        boolean letter =
                tokens.at(number.end()).isWord() && !tokens.at(number.end()).spaced();
        if (letter && currencies.after(tokens, number.end() + 1) != null) number = numbers.read(tokens, i, and, true);
        return withUnit(tokens, Amount.of(number));
    }

    /** The amount at token {@code i} that goes on from {@code low}: "25m" of "$20-25m" is money. */
    Amount after(Tokens tokens, int i, Amount low) {
        boolean money = low.rule().equals(Amount.MONEY) && tokens.at(i).isDigits();
        Numeral number = money ? numbers.read(tokens, i, true, true) : null;
        if (number == null) return at(tokens, i, true);
        Amount withUnit = at(tokens, i, true);
        return withUnit.isPlain() || withUnit.unit().equals("m") ? Amount.of(number) : withUnit;
    }

    private static boolean isSign(Token token) {
        return token.is("-") || token.is("\u2212");
    }

    private Amount money(Tokens tokens, Match<Money> money, boolean and, boolean minus) {
        Token last = tokens.at(money.end() - 1);
        Token first = tokens.at(money.end());
        if (first.newLine() || first.isWord() && !last.isWord()) return null;
        Numeral number = numbers.read(tokens, money.end(), and, true);
        if (number == null) return null;
        Amount amount = Amount.of(minus ? number.negated() : number);
        Match<Money> again = currencies.after(tokens, number.end());
        if (again != null && again.value().worth().compareTo(BigDecimal.ONE) == 0) {
            boolean same = again.value().code().equals(money.value().code());
            if (same || last.is("$") && again.value().code().endsWith("D")) money = again;
        }
        return amount.with(
                amount.value().multiply(money.value().worth()),
                money.value().code(),
                Amount.MONEY,
                Math.max(number.end(), money.end()));
    }

    private Amount withUnit(Tokens tokens, Amount number) {
        Amount height = feetAndInches(tokens, number);
        if (height != null) return height;
        int end = number.end();
        boolean hyphen = tokens.at(end).is("-")
                && !tokens.at(end).spaced()
                && !tokens.at(end + 1).spaced();
        int at = hyphen ? end + 1 : end;
        if (hyphen && number.form() == Numeral.Form.PART && tokens.at(at).is("point"))
            return number.with(number.value(), "percentage-point", Amount.PERCENT, at + 1);
        Amount age = age(tokens, number, at);
        if (age != null) return age;
        Match<String> unit = units.at(tokens, at);
        boolean part = number.form() == Numeral.Form.PART;
        if (unit == null && part) unit = units.at(tokens, pastOfA(tokens, at)); // "half a mile"
        Match<Money> money = currencies.after(tokens, pastOf(tokens, number, at));
        if (isMoney(number, unit, money)) return withMoney(tokens, number, money);
        if (unit == null || isWord(tokens, number, at, unit)) return number;
        if (isMillion(tokens, number, at, unit))
            return new Amount(number.value().multiply(MILLION), at + 1, MILLION, number.form(), null, Amount.NUMBER);
        return measured(tokens, number, unit);
    }

    private static int pastOf(Tokens tokens, Amount number, int i) {
        boolean ofMoney = tokens.at(i).is("of") && number.scale().compareTo(BigDecimal.ONE) > 0;
        return ofMoney ? i + 1 : i;
    }

    private static int pastOfA(Tokens tokens, int i) {
        int at = tokens.at(i).is("of") ? i + 1 : i;
        return tokens.at(at).is("a") || tokens.at(at).is("an") ? at + 1 : at;
    }

    private static boolean isMoney(Amount number, Match<String> unit, Match<Money> money) {
        if (money == null) return false;
        boolean won = money.value().code().equals("KRW") && number.value().compareTo(BigDecimal.valueOf(100)) < 0;
        if (won) return false;
        if (unit == null || money.end() > unit.end()) return true;
        return unit.end() == money.end() && number.value().compareTo(MANY_POUNDS) >= 0;
    }

    private Amount withMoney(Tokens tokens, Amount number, Match<Money> money) {
        Amount whole = number.with(
                number.value().multiply(money.value().worth()), money.value().code(), Amount.MONEY, money.end());
        return money.value().worth().compareTo(BigDecimal.ONE) == 0 ? withMinor(tokens, whole) : whole;
    }

    /** "5 dollars and 20 cents". */
    private Amount withMinor(Tokens tokens, Amount whole) {
        int at = tokens.at(whole.end()).is("and") ? whole.end() + 1 : whole.end();
        if (!tokens.at(at).isDigits() && !tokens.at(at).isWord()) return whole;
        Numeral minor = numbers.read(tokens, at, false, false);
        Match<Money> money = minor == null ? null : currencies.after(tokens, minor.end());
        boolean cents = money != null
                && money.value().worth().compareTo(BigDecimal.ONE) < 0
                && (money.value().code().equals(whole.unit())
                        || tokens.at(minor.end()).folded().startsWith("cent"));
        if (!cents || minor.value().compareTo(BigDecimal.valueOf(100)) >= 0) return whole;
        BigDecimal sum = whole.value().add(minor.value().multiply(money.value().worth()));
        return whole.with(sum, whole.unit(), Amount.MONEY, money.end());
    }

    /** Symbols that are also words: "in", "a"; and a "pound" that nobody weighs. */
    private static boolean isWord(Tokens tokens, Amount number, int i, Match<String> unit) {
        Token token = tokens.at(i);
        if (token.newLine()) return true;
        if (token.text().equals("K") && !token.spaced()) return true; // "4K"
        boolean letter = token.isWord() && unit.end() == i + 1 && token.text().length() == 1;
        if (letter
                && tokens.at(i + 1).is(".")
                && !tokens.at(i + 1).spaced()
                && tokens.at(i + 2).isWord()
                && !tokens.at(i + 2).spaced()) return true;
        return letter && number.form() == Numeral.Form.WORDS;
    }

    /** "2.5m people": metres are not followed by what is counted. */
    private boolean isMillion(Tokens tokens, Amount number, int i, Match<String> unit) {
        boolean metre = unit.value().equals("m")
                && tokens.at(i).is("m")
                && !tokens.at(i).spaced();
        if (!metre || number.form() != Numeral.Form.DIGITS || unit.end() != i + 1) return false;
        if (tokens.at(i + 1).is("of")) return OF_THEM.contains(tokens.at(i + 2).folded());
        Counted counted = nouns.at(tokens, i + 1, false);
        return counted != null && !counted.unit().equals("hurdle");
    }

    private Amount measured(Tokens tokens, Amount number, Match<String> unit) {
        String code = unit.value();
        if (code.equals("deg")) return degrees(tokens, number, unit.end());
        String rule = code.equals("%") || code.equals("[ppth]") ? Amount.PERCENT : Amount.UNIT;
        Amount whole = number.with(number.value(), code, code.endsWith("-point") ? Amount.PERCENT : rule, unit.end());
        return withSmaller(tokens, whole);
    }

    private Amount degrees(Tokens tokens, Amount number, int end) {
        boolean belowZero = tokens.at(end).is("below") && tokens.at(end + 1).is("zero");
        boolean temperature = belowZero || number.value().signum() < 0 || isWeather(tokens, end);
        if (!temperature) return number.with(number.value(), "deg", Amount.UNIT, end);
        String scale = number.value().compareTo(HOTTEST_CELSIUS) > 0 ? "[degF]" : "Cel";
        return belowZero
                ? number.with(number.value().negate(), "Cel", Amount.UNIT, end + 2)
                : number.with(number.value(), scale, Amount.UNIT, end);
    }

    private boolean isWeather(Tokens tokens, int end) {
        for (int i = end - WEATHER_BEFORE; i < end + WEATHER_AFTER; i++)
            if (weather.contains(tokens.at(i).folded())) return true;
        return false;
    }

    /** "5 ft 10 in", "9 stone 4 pounds". */
    private Amount withSmaller(Tokens tokens, Amount whole) {
        Smaller smaller = smallerUnits.get(whole.unit());
        if (smaller == null) return whole;
        int at = whole.end();
        boolean hyphen = tokens.at(at).is("-") && !tokens.at(at).spaced();
        if (hyphen || tokens.at(at).is(",") || tokens.at(at).is("and")) at++;
        if (!tokens.at(at).isDigits() && !tokens.at(at).isWord()) return whole;
        Numeral rest = numbers.read(tokens, at, true, false);
        if (rest == null || rest.value().compareTo(smaller.perGreater()) >= 0) return whole;
        boolean feet = hyphen
                && smaller.unit().equals("[in_i]")
                && tokens.at(rest.end()).spaced();
        int end = feet ? rest.end() : unitEnd(tokens, rest, smaller.unit());
        if (end < 0) return whole;
        BigDecimal sum = whole.value().multiply(smaller.perGreater()).add(rest.value());
        return whole.with(sum, smaller.unit(), Amount.UNIT, end);
    }

    private int unitEnd(Tokens tokens, Numeral rest, String code) {
        int at = tokens.at(rest.end()).is("-") && !tokens.at(rest.end()).spaced() ? rest.end() + 1 : rest.end();
        Match<String> unit = units.at(tokens, at);
        if (unit != null && unit.value().equals(code)) return unit.end();
        boolean inches = code.equals("[in_i]")
                && (tokens.at(rest.end()).is("in") || tokens.at(rest.end()).is("ins"));
        return inches ? rest.end() + 1 : -1;
    }

    /** 6'2". */
    private static Amount feetAndInches(Tokens tokens, Amount number) {
        int i = number.end();
        Token foot = tokens.at(i);
        boolean prime = !foot.spaced() && (foot.is("'") || foot.is("\u2032"));
        Token inches = tokens.at(i + 1);
        if (!prime || !inches.isDigits() || inches.spaced() || number.value().scale() > 0) return null;
        BigDecimal rest = Digits.value(inches);
        Token mark = tokens.at(i + 2);
        boolean closed = !mark.spaced() && (mark.is("\"") || mark.is("\u201D") || mark.is("\u2033"));
        if (!closed || rest == null || rest.compareTo(BigDecimal.valueOf(12)) >= 0) return null;
        return number.with(number.value().multiply(BigDecimal.valueOf(12)).add(rest), "[in_i]", Amount.UNIT, i + 3);
    }

    /** "34-year-old", "two months old", "34 years of age". */
    private Amount age(Tokens tokens, Amount number, int i) {
        String unit = units.time(tokens.at(i));
        if (unit == null || !Ages.UNITS.contains(unit)) return null;
        int at = tokens.at(i + 1).is("-") ? i + 2 : i + 1;
        boolean old = tokens.at(at).is("old") || tokens.at(at).is("olds");
        if (old) return number.with(number.value(), unit, Amount.AGE, at + 1);
        boolean ofAge = tokens.at(at).is("of") && tokens.at(at + 1).is("age");
        return ofAge ? number.with(number.value(), unit, Amount.AGE, at + 2) : null;
    }
}
