package org.crosscheck.extract.quantity;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;

/**
 * Money by code, name and symbol. Codes are those of ISO 4217 as the JDK knows them; names ("Swiss francs") those of the
 * Unicode Common Locale Data Repository; symbols, minor units, and which of its namesakes a bare "dollar" means stand in
 * {@code currencies.tsv}.
 */
final class Currencies {
    /** One unit of money: a currency, or a part of it. */
    record Money(String code, BigDecimal worth) {}

    private static final String NONE = "none";

    private final Wordings<Money> prefixes;
    private final Wordings<Money> codesAfter;
    private final Wordings<Money> names;
    private final Set<String> starts = new HashSet<>();

    Currencies(String language) {
        Map<String, Money> before = new HashMap<>();
        Map<String, Money> codes = new HashMap<>();
        Map<String, Money> called = new HashMap<>();
        for (java.util.Currency currency : java.util.Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            if (code.startsWith("X") && !code.startsWith("XA") && !code.startsWith("XO") && !code.startsWith("XP"))
                continue;
            Money money = new Money(code, BigDecimal.ONE);
            before.put(code, money);
            codes.put(code, money);
            putNames(called, money, ULocale.forLanguageTag(language));
        }
        bareNames(called);
        for (List<String> row : Tables.rows(language, "currencies.tsv")) override(row, before, codes, called);
        before.keySet().forEach(written -> starts.add(Tokens.of(written).at(0).text()));
        prefixes = Wordings.exact(before);
        codesAfter = Wordings.exact(codes);
        names = Wordings.folded(called);
    }

    private static void putNames(Map<String, Money> names, Money money, ULocale language) {
        Currency currency = Currency.getInstance(money.code());
        for (String count : new String[] {"one", "other"}) {
            String name = currency.getName(language, Currency.PLURAL_LONG_NAME, count, null);
            if (name.indexOf('(') < 0 && name.indexOf(' ') > 0) names.put(name.toLowerCase(Locale.ROOT), money);
        }
    }

    /** "baht" is enough where all names that end in it mean one currency. */
    private static void bareNames(Map<String, Money> names) {
        Map<String, Set<String>> codes = new HashMap<>();
        Map<String, Money> any = new HashMap<>();
        names.forEach((name, money) -> {
            String last = name.substring(name.lastIndexOf(' ') + 1);
            codes.computeIfAbsent(last, word -> new HashSet<>()).add(money.code());
            any.put(last, money);
        });
        codes.forEach((word, meant) -> {
            if (meant.size() == 1) names.putIfAbsent(word, any.get(word));
        });
    }

    private static void override(
            List<String> row, Map<String, Money> before, Map<String, Money> codes, Map<String, Money> names) {
        String written = row.get(0);
        Money money = new Money(row.get(1), new BigDecimal(row.get(2)));
        boolean named = row.get(3).equals("after") && written.length() > 2;
        if (money.code().equals(NONE)) {
            names.remove(written);
            before.remove(written);
            codes.remove(written);
        } else if (named) names.put(written.toLowerCase(Locale.ROOT), money);
        else codes.put(written, money);
        if (!named && !row.get(3).equals("after") && !money.code().equals(NONE)) before.put(written, money);
    }

    /** Whether money may start with {@code token}. */
    boolean starts(Token token) {
        return starts.contains(token.text());
    }

    /** Money that is named before its amount, from token {@code i}: "$", "USD". */
    Match<Money> before(Tokens tokens, int i) {
        if (!starts(tokens.at(i))) return null;
        Match<Money> match = prefixes.at(tokens, i);
        boolean parted = match != null
                && match.end() > i + 1
                && tokens.at(match.end() - 1).spaced();
        boolean article =
                parted && tokens.at(i).text().length() == 1 && !tokens.at(i + 1).is("."); // "A $5 bill"
        return article ? null : match;
    }

    /** Money that is named after its amount, from token {@code i}: "dollars", "EUR", "€". */
    Match<Money> after(Tokens tokens, int i) {
        Match<Money> name = names.at(tokens, i);
        Match<Money> code = codesAfter.at(tokens, i);
        boolean letter = code != null
                && code.end() == i + 1
                && Character.isLowerCase(tokens.at(i).text().charAt(0));
        if (letter && tokens.at(i).text().length() == 1 && tokens.at(i).spaced()) code = null;
        if (code != null && (name == null || code.end() > name.end())) return code;
        return name;
    }
}
