package org.crosscheck.extract.quantity;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crosscheck.extract.Found;
import org.crosscheck.extract.quantity.Bounds.Bound;
import org.crosscheck.extract.quantity.Ranges.Range;
import org.crosscheck.extract.quantity.Wordings.Match;
import org.crosscheck.extract.text.Token;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.value.InvalidValueException;
import org.crosscheck.value.Quantity;

/** One pass over the tokens of a text. */
final class Search {
    /** Words between a number and a unit of time: "two more weeks". */
    private static final Set<String> BEFORE_TIME = Set.of(
            "more",
            "other",
            "consecutive",
            "straight",
            "full",
            "whole",
            "long",
            "working",
            "business",
            "calendar",
            "short",
            "successive",
            "additional",
            "extra",
            "further",
            "light",
            "solid",
            "of",
            "a",
            "an",
            "past",
            "to",
            "the");

    private static final Set<String> AFTER_HALF = Set.of(
            "of", "the", "a", "an", "its", "their", "his", "her", "all", "as", "that", "these", "those", "our", "what");
    private static final Set<String> BEFORE_HALF =
            Set.of("the", "first", "second", "last", "each", "other", "better", "later", "latter", "final");
    private static final Set<String> PRONOUN_BEFORE_ONE =
            Set.of("no", "every", "any", "some", "each", "this", "that", "which", "another");
    private static final Set<String> KILLING =
            Set.of("killed", "killing", "kills", "kill", "injured", "injuring", "wounded", "wounding", "injures");

    /** Words after which "a mile" is one mile, and nouns after which "of a mile" is. */
    private static final Set<String> BEFORE_A_UNIT =
            Set.of("within", "than", "about", "nearly", "almost", "roughly", "around", "approximately");

    private static final Set<String> MEASURED = Set.of(
            "distance",
            "length",
            "width",
            "height",
            "depth",
            "weight",
            "radius",
            "range",
            "speed",
            "area",
            "thickness",
            "diameter",
            "altitude");
    /** Units that are other words too: "more than a bit". */
    private static final Set<String> NO_A_UNIT = Set.of(
            "bit",
            "[cup_us]",
            "bar",
            "C",
            "T",
            "Gy",
            "rad",
            "mol",
            "[stone_av]",
            "[car_m]",
            "A",
            "deg",
            "F",
            "[kn_i]",
            "N",
            "[qt_us]",
            "K",
            "/min",
            "[lb_av]");

    /** How many numbers of a list are given its unit. */
    private static final int LIST = 8;

    private final Grammar grammar;
    private final Tokens tokens;
    private final List<Found> found = new ArrayList<>();
    /** The index of the first token that is not yet part of anything found. */
    private int free;
    /** Up to which token runs without a space were looked at. */
    private int runEnd;

    Search(Grammar grammar, Tokens tokens) {
        this.grammar = grammar;
        this.tokens = tokens;
    }

    List<Found> found() {
        for (int i = 0; i < tokens.size(); ) i = Math.max(i + 1, next(i));
        return found;
    }

    /** Looks at token {@code i}; what to look at next. */
    private int next(int i) {
        Token token = tokens.at(i);
        if (!grammar.mayStart(token)) return i + 1;
        if (i >= runEnd) {
            runEnd = Names.runEnd(tokens, i);
            if (Names.isIdentifier(tokens, i, runEnd)) return runEnd;
        }
        try {
            return read(i, token);
        } catch (InvalidValueException tooLarge) {
            return i + 1;
        }
    }

    private int read(int i, Token token) {
        Found decade = token.isDigits() || Ages.isDecade(token) ? grammar.ages.decade(tokens, i) : null;
        if (decade != null) return add(decade);
        if (token.isDigits() && (Names.isCell(tokens, i) || Names.isGluedBefore(tokens, i))) return i + 1;
        Vagues.Vague vague = token.isWord() ? grammar.vagues.at(tokens, i) : null;
        if (vague != null) return vague(i, vague);
        Amount amount = grammar.amounts.at(tokens, i, !tokens.at(i - 1).is("between"));
        Numeral position = grammar.positions.at(tokens, i);
        if (position != null
                && (amount == null
                        || position.end() > amount.end()
                        || token.isDigits()
                        || tokens.at(i - 1).is("the"))) {
            Found found = grammar.positions.found(tokens, i, position);
            return found == null ? position.end() : add(found);
        }
        if (token.is("last")) return maybe(grammar.positions.last(tokens, i), i + 1);
        if (amount == null) amount = one(i);
        return amount == null ? i + 1 : amount(i, amount);
    }

    /** "A mile" of "within a mile", "less than a mile", "a distance of a mile". */
    private Amount one(int i) {
        if (!grammar.words.isArticle(tokens.at(i))) return null;
        Token before = tokens.at(i - 1);
        boolean measured = BEFORE_A_UNIT.contains(before.folded())
                || before.is("of") && MEASURED.contains(tokens.at(i - 2).folded());
        Match<String> unit = measured && tokens.at(i + 1).text().length() > 2 ? grammar.units.at(tokens, i + 1) : null;
        boolean hyphen = unit != null && tokens.at(unit.end()).is("-");
        if (unit == null || hyphen || NO_A_UNIT.contains(unit.value())) return null;
        Amount one = Amount.of(new Numeral(BigDecimal.ONE, i + 1, BigDecimal.ONE, Numeral.Form.WORDS));
        return one.with(BigDecimal.ONE, unit.value(), Amount.UNIT, unit.end());
    }

    private int maybe(Found one, int next) {
        return one == null ? next : add(one);
    }

    /** "5, 10 and 15 percent": what the last one is in, all are. */
    private void shareUnit(Found last) {
        boolean measured = last.rule().equals(Amount.PERCENT) || last.rule().equals(Amount.UNIT);
        if (!measured || !(last.value() instanceof Quantity quantity)) return;
        String unit = quantity.unit();
        int start = tokens.indexAt(last.start());
        boolean list = quantity.min() != null
                && quantity.max() != null
                && !quantity.min().equals(quantity.max());
        for (int i = found.size() - 1; i >= 0 && i > found.size() - LIST; i--) {
            Found one = found.get(i);
            int end = tokens.indexAt(one.end());
            Token joint = tokens.at(start - 1);
            boolean and = joint.is("and") || joint.is("or");
            list |= and
                    || joint.is("to")
                            && tokens.at(tokens.indexAt(one.start()) - 1).is("from");
            int at = and && tokens.at(start - 2).is(",") ? start - 2 : start - 1;
            boolean joined = list && end == at && (and || joint.is(",") || joint.is("to"));
            if (!joined || !one.rule().equals(Amount.NUMBER)) return;
            Quantity number = (Quantity) one.value();
            Quantity shared =
                    new Quantity(number.min(), number.minExclusive(), number.max(), number.maxExclusive(), unit);
            found.set(i, new Found(one.start(), one.end(), shared, last.rule()));
            start = tokens.indexAt(one.start());
        }
    }

    private int add(Found one) {
        if (!found.isEmpty() && found.get(found.size() - 1).end() > one.start()) return free;
        shareUnit(one);
        found.add(one);
        free = tokens.indexAt(one.end());
        return free;
    }

    private int amount(int i, Amount amount) {
        Numeral ratio = ratio(i, amount);
        if (ratio != null) return add(ratio(i, ratio));
        Range range = grammar.ranges.at(tokens, i, amount);
        Reading reading = new Reading(i, amount, range);
        return reading.isTime() || !reading.isMeant() ? reading.high.end() : add(reading.found());
    }

    private Found ratio(int i, Numeral ratio) {
        Match<Bound> bound = grammar.bounds.before(tokens, i, free);
        Quantity value = bound == null
                ? Quantity.exactly(ratio.value(), null)
                : bound.value().of(ratio.value(), ratio.value(), null);
        return quantity(bound == null ? i : bound.end(), ratio.end(), value, "quantity.ratio", null);
    }

    private Found quantity(int first, int end, Quantity value, String rule, String thing) {
        return new Found(tokens.at(first).start(), tokens.at(end - 1).end(), value, rule, thing);
    }

    /** "one in five", "nine out of ten". */
    private Numeral ratio(int i, Amount amount) {
        int at = amount.end();
        boolean out = tokens.at(at).is("out") && tokens.at(at + 1).is("of");
        if (!amount.isPlain() || !out && !tokens.at(at).is("in")) return null;
        int next = !out ? at + 1 : tokens.at(at + 2).is("every") ? at + 3 : at + 2;
        Numeral whole = grammar.numbers.read(tokens, next, true, false);
        if (whole == null || amount.value().signum() <= 0 || whole.value().compareTo(amount.value()) <= 0) return null;
        Amount of = Amount.of(whole);
        if (Years.isYear(tokens, next, of)
                || isTime(whole.end())
                || !grammar.amounts.at(tokens, next, true).isPlain()) return null;
        boolean round = whole.value().compareTo(BigDecimal.TEN) <= 0
                || whole.value().remainder(BigDecimal.TEN).signum() == 0;
        if (!out && (!round || amount.value().compareTo(BigDecimal.TEN) >= 0)) return null;
        return new Numeral(Fractions.of(amount.value(), whole.value()), whole.end(), BigDecimal.ONE, Numeral.Form.PART);
    }

    private boolean isTime(int end) {
        int at = tokens.at(end).is("-") && !tokens.at(end).spaced() ? end + 1 : end;
        for (int n = 0; n < 3; n++, at++) {
            if (grammar.units.time(tokens.at(at)) != null)
                return n == 0 || !tokens.at(at).is("second");
            if (tokens.at(at).is("-") && !tokens.at(at).spaced()) at++;
            else if (!BEFORE_TIME.contains(tokens.at(at).folded())) return false;
            if (grammar.units.time(tokens.at(at)) != null) return true;
        }
        return false;
    }

    private int vague(int i, Vagues.Vague vague) {
        int end = vague.end();
        if (isTime(end)) return end;
        Match<Currencies.Money> money =
                grammar.currencies.after(tokens, tokens.at(end).is("of") ? end + 1 : end);
        Match<String> unit = money == null ? grammar.units.at(tokens, end) : null;
        Counted counted = money == null && unit == null ? grammar.nouns.at(tokens, end, false) : null;
        if (money == null && unit == null && counted == null && vague.needsNoun()) return end;
        String code = money != null
                ? money.value().code()
                : unit != null ? unit.value() : counted != null ? counted.unit() : null;
        int last = money != null ? money.end() : unit != null ? unit.end() : counted != null ? counted.end() : end;
        if (last == end && tokens.at(end - 1).is("of")) last--;
        Quantity known = vague.quantity();
        Match<Bound> bound = grammar.bounds.before(tokens, i, free);
        Quantity value = Quantity.between(known.min(), known.max(), code);
        if (bound != null && bound.value().isOpen()) value = bound.value().of(known.min(), known.max(), code);
        int first = bound == null ? i : bound.end();
        return add(quantity(first, last, value, "quantity.vague", counted == null ? null : counted.thing()));
    }

    /** A number or range, and what stands around it. */
    private final class Reading {
        private final int start;
        private final Amount low;
        private final Amount high;
        private final boolean range;
        private final BigDecimal min;
        private final Match<Bound> inner;
        private final Counted counted;

        Reading(int start, Amount low, Range range) {
            this.start = start;
            this.low = low;
            this.range = range != null;
            this.high = range == null ? low : range.high();
            this.min = range == null ? low.value() : range.low();
            this.inner = bound(high.end());
            this.counted = high.isPlain() && high.form() != Numeral.Form.PART ? counted() : null;
        }

        private Match<Bound> bound(int i) {
            Match<Bound> bound = grammar.bounds.after(tokens, i);
            if (bound == null) return null;
            Token next = tokens.at(bound.end());
            return next.isDigits() || next.is("to") || next.is("than") || grammar.words.small(next) != null
                    ? null
                    : bound;
        }

        private Counted counted() {
            boolean one = !range && high.value().compareTo(BigDecimal.ONE) == 0;
            return grammar.nouns.at(tokens, inner == null ? high.end() : inner.end(), one);
        }

        /** Whether it is of time: a duration, a time of day, a date. */
        boolean isTime() {
            if (!high.isPlain()) return false;
            int end = inner == null ? high.end() : inner.end();
            if (Search.this.isTime(end) || Search.this.isTime(high.end())) return true;
            if (counted != null && isTimeUnit(tokens.at(counted.end() - 1))) return true;
            boolean day = high.value().compareTo(BigDecimal.valueOf(31)) <= 0;
            if (day && (Names.isMonth(tokens.at(high.end())) || Names.isMonth(tokens.at(start - 1)))) return true;
            if (tokens.at(end).is("o") && tokens.at(end + 1).is("'clock")) return true;
            boolean clock = tokens.at(end).is("a") || tokens.at(end).is("p");
            return clock && tokens.at(end + 1).is(".") && tokens.at(end + 2).is("m");
        }

        /** Not the s of "three F-16s". */
        private boolean isTimeUnit(Token last) {
            return grammar.units.time(last) != null && (last.spaced() || !last.is("s"));
        }

        /** Whether it is a quantity rather than a name, a year or a pronoun. */
        boolean isMeant() {
            Token first = tokens.at(start);
            int end = high.end();
            boolean counts = counted != null && counted.end() > end;
            if (high.isPlain()
                    && Names.isGluedAfter(
                            tokens,
                            inner != null && !tokens.at(inner.end() - 1).isWord()
                                    ? inner.end()
                                    : counts ? counted.end() : end)) return false;
            if (!high.isPlain())
                return !tokens.at(end).isWord()
                        || tokens.at(end).spaced()
                        || tokens.at(end).is("'s");
            if (high.form() == Numeral.Form.PART) return isPart(first);
            if (high.scale().compareTo(BigDecimal.ONE) == 0 && Digits.isDecimalComma(tokens, start)) return false;
            if (!counts && isModel()) return false;
            if (isOne() && PRONOUN_BEFORE_ONE.contains(tokens.at(start - 1).folded())) return false;
            if (isOne() && (!counts || tokens.at(end).is("of"))) return false;
            if (range) return counts || !Years.isYear(tokens, start, low) || low.end() != start + 1;
            if (Names.isDimension(tokens, start, end)) return false;
            if (tokens.at(end - 1).isDigits() && Names.isRow(tokens, start, end)) return false;
            if (grammar.names.isNamed(tokens, start)) return false;
            boolean person = counts && counted.unit().equals("person");
            if (Years.isYear(tokens, start, high))
                return person || counts && grammar.bounds.before(tokens, start, free) != null;
            return !isProperName(first, counts, person) && !isEnumerator(first);
        }

        /** "The 737 MAX". */
        private boolean isModel() {
            Token name = tokens.at(start + 1);
            boolean capitals = name.isCapitalised()
                    && name.text().length() > 2
                    && name.text().chars().allMatch(Character::isUpperCase);
            return capitals
                    && name.spaced()
                    && tokens.at(start).isDigits()
                    && high.end() == start + 1
                    && (tokens.at(start - 1).is("the") || tokens.at(start - 1).is("a"));
        }

        private boolean isOne() {
            return tokens.at(start).is("one") && high.end() == start + 1;
        }

        private boolean isPart(Token first) {
            if (!first.is("half")) return true;
            boolean bare = high.end() == start + 1;
            return !bare
                    || grammar.bounds.before(tokens, start, free) != null
                    || AFTER_HALF.contains(tokens.at(start + 1).folded())
                            && !BEFORE_HALF.contains(tokens.at(start - 1).folded());
        }

        private boolean isProperName(Token first, boolean counts, boolean person) {
            boolean decimals = first.isDigits() && tokens.at(start + 1).is(".") && high.end() == start + 3;
            boolean single = high.end() == start + 1 || decimals;
            if (!single || inner != null || person) return false;
            boolean capitalised = first.isCapitalised() && !Names.isSentenceStart(tokens, start);
            boolean after = grammar.names.isAfterProperName(tokens, start)
                    && grammar.bounds.before(tokens, start, free) == null;
            if (first.isDigits()) return after && !(counts && looksLikeVerb(tokens.at(start - 1)));
            if (!capitalised) return false;
            return after || !counts || !tokens.at(start - 1).isCapitalised();
        }

        private boolean looksLikeVerb(Token token) {
            return token.folded().endsWith("s") && !token.folded().endsWith("ss");
        }

        /** "1." and "2)" at the start of a line. */
        private boolean isEnumerator(Token first) {
            Token mark = tokens.at(start + 1);
            boolean marked = (mark.is(".") || mark.is(")"))
                    && !mark.spaced()
                    && tokens.at(start + 2).isWord();
            return first.newLine() && first.isDigits() && high.end() == start + 1 && marked;
        }

        Found found() {
            String unit = high.unit();
            String rule = high.rule();
            String thing = null;
            int end = high.end();
            if (inner != null) end = inner.end();
            if (counted != null) {
                unit = counted.unit();
                thing = counted.thing();
                rule = "quantity.counted";
                end = Math.max(end, counted.end());
            }
            int first = start;
            boolean introduced = tokens.at(start - 1).is("between")
                    || range && tokens.at(start - 1).is("from");
            if (introduced && range && start > free) first--;
            Match<Bound> outer = grammar.bounds.before(tokens, first, free);
            if (outer != null) first = outer.end();
            Match<Bound> after = inner == null && end > high.end() || inner == null && unit != null ? bound(end) : null;
            if (after != null) end = after.end();
            if (unit == null && first > free) {
                int aged = grammar.ages.introduction(tokens, first, high.value());
                boolean apposition = aged < 0
                        && !range
                        && outer == null
                        && high.end() == start + 1
                        && tokens.at(start).isDigits()
                        && grammar.ages.isApposition(tokens, start, high.value());
                if (aged >= free) {
                    first = aged;
                    int the = tokens.at(first - 1).is("the") ? first - 1 : first;
                    Match<Bound> limit = outer == null ? grammar.bounds.before(tokens, the, free) : null;
                    if (limit != null) {
                        outer = limit;
                        first = limit.end();
                    }
                }
                boolean limit = outer != null && grammar.ages.isLimit(tokens, first, high.value());
                if (aged >= free || apposition || limit || isAnotherAge(first)) {
                    unit = "a";
                    rule = Amount.AGE;
                }
            }
            if (unit == null && KILLING.contains(tokens.at(first - 1).folded())) {
                unit = "person";
                rule = "quantity.counted";
            }
            if (rule.equals(Amount.NUMBER) && range) rule = "quantity.range";
            return quantity(first, end, value(outer, after, unit), rule, thing);
        }

        /** "aged 22 and 25". */
        private boolean isAnotherAge(int first) {
            Token and = tokens.at(first - 1);
            boolean after = free == first - 1 && (and.is("and") || and.is(",") || and.is("or")) && !found.isEmpty();
            return after && found.get(found.size() - 1).rule().equals(Amount.AGE) && Ages.isPossible(high.value());
        }

        private Quantity value(Match<Bound> outer, Match<Bound> after, String unit) {
            Match<Bound> bound = outer != null ? outer : inner != null ? inner : after;
            if (bound != null) return bound.value().of(min, high.value(), unit);
            return Quantity.between(min, high.value(), unit);
        }
    }
}
