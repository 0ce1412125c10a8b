package org.crosscheck.extract.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;

/** What the words of a language mean in time expressions: its {@code times.tsv}, and CLDR's names of months and weekdays. */
final class Lexicon {
    /** A word without a sense. */
    static final Map<Sense, String> NOTHING = Map.of();

    /** Senses of words that start a time only together with the next word. */
    private static final Set<Sense> CONTEXT = EnumSet.of(
            Sense.WEEKDAYS,
            Sense.SAYING,
            Sense.NEAR,
            Sense.PREPOSITION,
            Sense.MONTHLY,
            Sense.COUNTED,
            Sense.NUMBERED,
            Sense.THING,
            Sense.HABIT,
            Sense.NAMING,
            Sense.LASTING,
            Sense.SPANNING,
            Sense.OWNER,
            Sense.TO,
            Sense.TH,
            Sense.WORD,
            Sense.MODIFIER,
            Sense.ADJECTIVE,
            Sense.OPEN,
            Sense.NAME,
            Sense.DOUBTFUL);

    private final Map<String, Map<Sense, String>> words = new HashMap<>();

    Lexicon(String language, Iterable<String> modifiers) {
        Locale locale = Locale.forLanguageTag(language);
        for (TextStyle style : List.of(TextStyle.SHORT, TextStyle.FULL)) {
            for (Month month : Month.values())
                add(month.getDisplayName(style, locale), style, Sense.MONTH, month.getValue());
            for (DayOfWeek day : DayOfWeek.values())
                add(day.getDisplayName(style, locale), style, Sense.WEEKDAY, day.getValue());
        }
        for (List<String> row : Tables.rows(language, "times.tsv"))
            add(row.get(0), Sense.valueOf(row.get(1)), row.get(2));
        Tables.rows(language, "ordinals.tsv").forEach(row -> add(row.get(0), Sense.ORDINAL, row.get(1)));
        for (List<String> row : Tables.rows(language, "numbers.tsv"))
            if (row.get(1).equals("small")) add(row.get(0), Sense.CARDINAL, row.get(2));
        for (String word : modifiers) add(word, Sense.MODIFIER, "-");
        for (List<String> row : Tables.rows(language, "holidays.tsv"))
            add(Tokens.of(row.get(0)).at(0).folded(), Sense.HOLIDAY, "-");
        words.values().forEach(Lexicon::markAlone);
    }

    private static void markAlone(Map<Sense, String> senses) {
        if (!CONTEXT.containsAll(senses.keySet())) senses.put(Sense.ALONE, "-");
    }

    private void add(String name, TextStyle style, Sense sense, int number) {
        add(name, sense, String.valueOf(number));
        if (style == TextStyle.FULL) add(name, Sense.NAME, "-");
    }

    private void add(String word, Sense sense, String value) {
        words.computeIfAbsent(word.toLowerCase(Locale.ROOT), unseen -> new EnumMap<>(Sense.class))
                .put(sense, value);
    }

    /** The senses of a folded word, with their values. */
    Map<Sense, String> senses(String folded) {
        return words.getOrDefault(folded, NOTHING);
    }
}
