package org.crosscheck.extract.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Units of measurement, as UCUM codes (The Unified Code for Units of Measure, version 2.1): the table {@code units.tsv}, the
 * metric prefixes, and what is made of both with "square", "cubic", "per" and exponents.
 */
final class Units {
    /** Prefixes of the SI: name, symbol, UCUM code. */
    private static final String[][] METRIC = {
        {"kilo", "k", "k"}, {"mega", "M", "M"}, {"giga", "G", "G"}, {"tera", "T", "T"}, {"peta", "P", "P"},
        {"hecto", "h", "h"}, {"deci", "d", "d"}, {"centi", "c", "c"}, {"milli", "m", "m"}, {"micro", "µ", "u"},
        {"micro", "μ", "u"}, {"nano", "n", "n"}, {"pico", "p", "p"},
    };

    private static final String[][] BINARY = {
        {"kilo", "k", "k"},
        {"kilo", "K", "k"},
        {"mega", "M", "M"},
        {"giga", "G", "G"},
        {"tera", "T", "T"},
        {"peta", "P", "P"},
        {"exa", "E", "E"},
        {"zetta", "Z", "Z"},
    };

    private static final Map<String, String> POWERS =
            Map.of("square", "2", "sq", "2", "cubic", "3", "cu", "3", "²", "2", "³", "3", "2", "2", "3", "3");
    private static final Set<String> POWER_WORDS = Set.of("square", "sq", "cubic", "cu");
    /** Codes that stand alone. */
    private static final Set<String> PLAIN = Set.of("%", "[ppth]", "percentage-point", "basis-point", "Cel", "[degF]");

    private final Wordings<String> names;
    private final Wordings<String> symbols;
    private final Wordings<String> gluedSymbols;
    private final Map<String, String> times;

    Units(String language) {
        Map<String, String> names = new HashMap<>();
        Map<String, String> symbols = new HashMap<>();
        Map<String, String> glued = new HashMap<>();
        for (List<String> row : Tables.rows(language, "units.tsv")) {
            String code = row.get(0);
            for (String name : list(row.get(1))) putName(names, name, code, prefixes(row.get(3)));
            for (String symbol : list(row.get(2))) {
                boolean onlyGlued = symbol.endsWith("!");
                String written = onlyGlued ? symbol.substring(0, symbol.length() - 1) : symbol;
                putSymbol(onlyGlued ? glued : symbols, symbols, written, code, prefixes(row.get(3)));
            }
        }
        bytes(symbols);
        this.names = Wordings.folded(names);
        this.symbols = Wordings.exact(symbols);
        this.gluedSymbols = Wordings.exact(glued);
        this.times = Tables.pairs(language, "time-units.tsv");
    }

    private static String[] list(String cell) {
        return cell.equals("-") ? new String[0] : cell.split(",");
    }

    private static String[][] prefixes(String kind) {
        return switch (kind) {
            case "metric" -> METRIC;
            case "binary" -> BINARY;
            default -> new String[0][];
        };
    }

    private static void putName(Map<String, String> names, String name, String code, String[][] prefixes) {
        names.put(name, code);
        names.putIfAbsent(plural(name), code);
        for (String[] prefix : prefixes) {
            names.putIfAbsent(prefix[0] + name, prefixed(prefix[2], code));
            names.putIfAbsent(prefix[0] + plural(name), prefixed(prefix[2], code));
        }
    }

    /** "pounds per square inch" and "degrees Celsius" take their s in the first word. */
    private static String plural(String name) {
        int of = name.startsWith("degree ") ? name.indexOf(' ') : name.indexOf(" per ");
        if (of < 0) of = name.indexOf(" of ");
        return of < 0 ? name + "s" : name.substring(0, of) + "s" + name.substring(of);
    }

    private static void putSymbol(
            Map<String, String> own, Map<String, String> prefixed, String symbol, String code, String[][] prefixes) {
        own.put(symbol, code);
        for (String[] prefix : prefixes) prefixed.putIfAbsent(prefix[1] + symbol, prefixed(prefix[2], code));
    }

    private static String prefixed(String prefix, String code) {
        return prefix + code;
    }

    /** "GB", but never "B", which is also a billion. */
    private static void bytes(Map<String, String> symbols) {
        for (String[] prefix : BINARY) {
            symbols.putIfAbsent(prefix[1] + "B", prefix[2] + "By");
            symbols.putIfAbsent(prefix[1] + "bit", prefix[2] + "bit");
        }
    }

    /** The UCUM code of the unit that starts at token {@code i}, and where it ends; null where none does. */
    Match<String> at(Tokens tokens, int i) {
        Match<String> unit = powered(tokens, i, false);
        return unit == null || PLAIN.contains(unit.value()) ? unit : per(tokens, unit);
    }

    /** The unit of time that a word is, as a UCUM code or "-"; null where it is none. */
    String time(Token token) {
        return token.isWord() ? times.get(token.folded()) : null;
    }

    private Match<String> powered(Tokens tokens, int i, boolean below) {
        Token first = tokens.at(i);
        if (POWER_WORDS.contains(first.folded())) {
            int at = tokens.at(i + 1).is(".") || tokens.at(i + 1).is("-") ? i + 2 : i + 1;
            Match<String> base = base(tokens, at, below);
            if (base != null && isLength(base.value()))
                return new Match<>(base.value() + POWERS.get(first.folded()), base.end());
        }
        Match<String> base = base(tokens, i, below);
        return base == null ? null : withExponent(tokens, base);
    }

    private static boolean isLength(String code) {
        return code.endsWith("m") || code.endsWith("_i]");
    }

    private Match<String> base(Tokens tokens, int i, boolean below) {
        Match<String> name = names.at(tokens, i);
        Match<String> symbol = symbols.at(tokens, i);
        Match<String> longest = longer(name, symbol);
        if (!tokens.at(i).spaced() && tokens.at(i - 1).isDigits())
            longest = longer(longest, gluedSymbols.at(tokens, i));
        if (below && longest == null) {
            String time = time(tokens.at(i));
            if (time != null && !time.equals("-")) return new Match<>(time, i + 1);
        }
        return longest;
    }

    private static <T> Match<T> longer(Match<T> one, Match<T> other) {
        if (one == null) return other;
        return other == null || one.end() >= other.end() ? one : other;
    }

    /** "m²", "m2", "m^2". */
    private static Match<String> withExponent(Tokens tokens, Match<String> base) {
        int at = base.end();
        if (!isLength(base.value()) || tokens.at(at).spaced()) return base;
        if (tokens.at(at).is("^")) at++;
        String power = tokens.at(at).isWord() ? null : POWERS.get(tokens.at(at).folded());
        return power == null ? base : new Match<>(base.value() + power, at + 1);
    }

    /** "km/h", "miles per hour", "barrels a day". */
    private Match<String> per(Tokens tokens, Match<String> unit) {
        int at = unit.end();
        boolean hyphen = tokens.at(at).is("-") && !tokens.at(at).spaced();
        if (hyphen) at++;
        Token bar = tokens.at(at);
        boolean slash = bar.is("/") && !bar.spaced();
        boolean article = bar.is("a") || bar.is("an");
        if (!slash && !article && !bar.is("per")) return unit;
        int next = tokens.at(at + 1).is("-") ? at + 2 : at + 1;
        String time = time(tokens.at(next));
        Match<String> below = time != null && !time.equals("-")
                ? new Match<>(time, next + 1)
                : article ? null : powered(tokens, next, true);
        if (below == null || unit.value().contains("/") || PLAIN.contains(below.value())) return unit;
        return new Match<>(unit.value() + "/" + below.value(), below.end());
    }
}
