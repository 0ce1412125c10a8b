package org.crosscheck.extract.time;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.quantity.Numbers;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Time;
import org.crosscheck.value.Value;

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
        lexicon = new Lexicon(language, modifiers.words());
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
        return new Pass(new Terms(tokens, lexicon), reference.toLocalDateTime()).found();
    }

    /** One pass over a text. */
    private final class Pass {
        private final Terms terms;
        private final LocalDateTime now;
        private final List<Found> found = new ArrayList<>();
        private final Told told = new Told();
        private Mentions mentions = Mentions.NONE;

        Pass(Terms terms, LocalDateTime now) {
            this.terms = terms;
            this.now = now;
        }

        List<Found> found() {
            for (int i = 0; i < terms.size(); ) i = terms.mayStart(i) ? after(i) : i + 1;
            return found;
        }

        /** The index after what stands at {@code i}, which is added where it has a value. */
        private int after(int i) {
            int set = sets.after(terms, i);
            if (set > i) return set;
            Reading time = times.read(terms, i);
            if (time != null && addTime(i, time)) return time.end();
            DurationReader.Lasting lasting = durations.read(terms, i);
            if (lasting == null) return i + 1;
            add(i, lasting.end(), lasting.duration(), lasting.rule());
            return lasting.end();
        }

        private boolean addTime(int i, Reading time) {
            Tense tense = tenses.near(terms, i, time.end());
            try {
                Span span = time.expression().in(new Setting(now, mentions, told.before(terms, i), tense));
                if (span == null) return false;
                add(i, time.end(), new Time(span.edtf()), time.rule());
                mentions = mentions.with(span);
                told.tell(terms, i, time.end(), span, now.getYear());
                return true;
            } catch (DateTimeException | InvalidValueException beyondTheCalendar) {
                return false;
            }
        }

        private void add(int start, int end, Value value, String rule) {
            found.add(new Found(terms.at(start).start(), terms.at(end - 1).end(), value, rule));
        }
    }
}
