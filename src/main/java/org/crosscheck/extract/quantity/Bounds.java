package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Tables;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.Approximation;
import org.crosscheck.value.Quantity;

/** What "at least", "or more" and "about" make of a number: the table {@code bounds.tsv}. */
final class Bounds {
    /** What words make of the number n that they stand at. */
    enum Bound {
        /** [n, ∞). */
        MIN,
        /** (n, ∞). */
        ABOVE,
        /** (-∞, n]. */
        MAX,
        /** (-∞, n). */
        BELOW,
        ABOUT,
        NEARLY,
        JUST_OVER;

        /** The quantity that is left of the interval from {@code low} to {@code high}. */
        Quantity of(BigDecimal low, BigDecimal high, String unit) {
            boolean negative = low.signum() < 0;
            return switch (this) {
                case MIN -> new Quantity(low, false, null, false, unit);
                case ABOVE -> new Quantity(low, !negative, null, false, unit);
                case MAX -> new Quantity(null, false, high, false, unit);
                case BELOW -> new Quantity(null, false, high, true, unit);
                case ABOUT -> about(low, high, unit);
                case NEARLY -> low.equals(high) ? Approximation.nearly(high, unit) : Quantity.between(low, high, unit);
                case JUST_OVER ->
                    low.equals(high) ? Approximation.justOver(low, unit) : Quantity.between(low, high, unit);
            };
        }

        private static Quantity about(BigDecimal low, BigDecimal high, String unit) {
            return Quantity.between(
                    Approximation.about(low, unit).min(),
                    Approximation.about(high, unit).max(),
                    unit);
        }

        /** Whether it leaves one side open, which weighs more than an approximation within it. */
        boolean isOpen() {
            return ordinal() <= BELOW.ordinal();
        }
    }

    /** How many bounds are read before a number: "up to about 50". */
    private static final int MAX_STACKED = 3;

    private final Wordings<Bound> before;
    private final Wordings<Bound> after;

    Bounds(String language) {
        Map<String, Bound> before = new HashMap<>();
        Map<String, Bound> after = new HashMap<>();
        for (List<String> row : Tables.rows(language, "bounds.tsv")) {
            Bound bound = Bound.valueOf(row.get(2).replace('-', '_').toUpperCase(java.util.Locale.ROOT));
            (row.get(1).equals("before") ? before : after).put(row.get(0), bound);
        }
        this.before = Wordings.folded(before);
        this.after = Wordings.folded(after);
    }

    /** The bound that stands before token {@code i}, from the token of its end on, but not before {@code from}. */
    Match<Bound> before(Tokens tokens, int i, int from) {
        Match<Bound> bound = null;
        for (int n = 0; n < MAX_STACKED; n++) {
            Match<Bound> outer = before.before(tokens, bound == null ? i : bound.end());
            if (outer == null || outer.end() < from) return bound;
            boolean decides =
                    bound == null || outer.value().isOpen() || !bound.value().isOpen();
            bound = new Match<>(decides ? outer.value() : bound.value(), outer.end());
        }
        return bound;
    }

    /** The bound that stands at token {@code i}, after its number. */
    Match<Bound> after(Tokens tokens, int i) {
        int at = tokens.at(i).is("-") && !tokens.at(i).spaced() ? i + 1 : i;
        Match<Bound> bound = after.at(tokens, at);
        boolean sum = bound != null
                && tokens.at(bound.end()).isDigits()
                && tokens.at(bound.end() - 1).is("+");
        return sum ? null : bound;
    }
}
