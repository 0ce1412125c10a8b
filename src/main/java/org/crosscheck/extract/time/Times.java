package org.crosscheck.extract.time;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.quantity.Numbers;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Time;

/**
 * Finds the times and durations of a text. Relative times count from the reference time, such as the source's publication,
 * and "the day after" from the time mentioned last. Immutable, and linear in the length of the text.
 */
public final class Times {
    private final Lexicon lexicon;
    private final Tenses tenses;
    private final Reader times;
    private final SetReader sets;
    private final DurationReader durations;

    /** The times of {@code language}, an ISO 639 code that there are tables for. */
    public Times(String language) {
        Modifiers modifiers = new Modifiers(language);
        lexicon = new Lexicon(language, modifiers.firstWords());
        tenses = new Tenses(language);
        Counts counts = new Counts(new Numbers(language));
        LengthReader lengths = new LengthReader(counts);
        HolidayReader holidays = new HolidayReader(language);
        Reader named = new Longest(
                new DateReader(),
                new NumericDateReader(),
                new WeekdayReader(),
                new YearReader(),
                new YearPartReader(),
                holidays,
                new ShiftReader(holidays, counts));
        Reader parts = new Longest(named, new PhaseReader(named));
        Reader days = new Longest(parts, new OffsetReader(lengths, modifiers, parts));
        times = new RangeReader(new ClockReader(days));
        sets = new SetReader(parts, lengths);
        durations = new DurationReader(language, lengths, modifiers, parts);
    }

    /** The times and durations of {@code tokens}, in order, none overlapping another. */
    public List<Found> find(Tokens tokens, OffsetDateTime reference) {
        Terms terms = new Terms(tokens, lexicon);
        List<Found> found = new ArrayList<>();
        Mentions mentions = Mentions.NONE;
        for (int i = 0; i < terms.size(); ) {
            if (terms.isPlain(i) && !terms.at(i).isDigits() && !terms.isAny(i, "'", "‘")) {
                i++;
                continue;
            }
            int set = sets.after(terms, i);
            if (set > i) {
                i = set;
                continue;
            }
            Reading reading = times.read(terms, i);
            Span span = reading == null ? null : span(terms, i, reading, reference, mentions);
            if (span != null && add(found, terms, i, reading.end(), span, reading.rule())) {
                mentions = mentions.with(span);
                i = reading.end();
                continue;
            }
            DurationReader.Lasting lasting = durations.read(terms, i);
            if (lasting == null) {
                i++;
                continue;
            }
            found.add(new Found(
                    terms.at(i).start(), terms.at(lasting.end() - 1).end(), lasting.duration(), lasting.rule()));
            i = lasting.end();
        }
        return found;
    }

    /** What the reading denotes; null where it denotes nothing, or nothing in the calendar. */
    private Span span(Terms terms, int start, Reading reading, OffsetDateTime reference, Mentions mentions) {
        Tense tense = tenses.near(terms, start, reading.end());
        try {
            return reading.expression().in(new Setting(reference.toLocalDateTime(), mentions, tense));
        } catch (DateTimeException beyondTheCalendar) {
            return null;
        }
    }

    private static boolean add(List<Found> found, Terms terms, int start, int end, Span span, String rule) {
        try {
            Time time = new Time(span.edtf());
            return found.add(
                    new Found(terms.at(start).start(), terms.at(end - 1).end(), time, rule));
        } catch (InvalidValueException impossible) {
            return false;
        }
    }
}
