package org.crosscheck.web;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crosscheck.fact.ValueView;
import org.crosscheck.fact.ValueView.ConceptRefView;
import org.crosscheck.fact.ValueView.DurationView;
import org.crosscheck.fact.ValueView.OrdinalView;
import org.crosscheck.fact.ValueView.QuantityView;
import org.crosscheck.fact.ValueView.TextView;
import org.crosscheck.fact.ValueView.TimeView;

/** Normalized values in the words of a language: "at least 12 miles", "mindestens 12 Meilen". */
final class ShownValues {
    /** The UCUM codes that have names in every language, as ICU calls them. Others are shown as codes. */
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("%", "percent"),
            Map.entry("m", "meter"),
            Map.entry("km", "kilometer"),
            Map.entry("cm", "centimeter"),
            Map.entry("mm", "millimeter"),
            Map.entry("[mi_i]", "mile"),
            Map.entry("[nmi_i]", "nautical-mile"),
            Map.entry("[yd_i]", "yard"),
            Map.entry("[ft_i]", "foot"),
            Map.entry("[in_i]", "inch"),
            Map.entry("km2", "square-kilometer"),
            Map.entry("m2", "square-meter"),
            Map.entry("[sft_i]", "square-foot"),
            Map.entry("har", "hectare"),
            Map.entry("[acr_us]", "acre"),
            Map.entry("m3", "cubic-meter"),
            Map.entry("L", "liter"),
            Map.entry("l", "liter"),
            Map.entry("[gal_us]", "gallon"),
            Map.entry("g", "gram"),
            Map.entry("kg", "kilogram"),
            Map.entry("t", "tonne"),
            Map.entry("[ston_av]", "ton"),
            Map.entry("[lb_av]", "pound"),
            Map.entry("[oz_av]", "ounce"),
            Map.entry("km/h", "kilometer-per-hour"),
            Map.entry("[mi_i]/h", "mile-per-hour"),
            Map.entry("m/s", "meter-per-second"),
            Map.entry("Cel", "celsius"),
            Map.entry("[degF]", "fahrenheit"),
            Map.entry("K", "kelvin"),
            Map.entry("W", "watt"),
            Map.entry("kW", "kilowatt"),
            Map.entry("MW", "megawatt"),
            Map.entry("GW", "gigawatt"),
            Map.entry("kW.h", "kilowatt-hour"),
            Map.entry("a", "year"),
            Map.entry("mo", "month"),
            Map.entry("wk", "week"),
            Map.entry("d", "day"),
            Map.entry("h", "hour"),
            Map.entry("min", "minute"),
            Map.entry("s", "second"));

    /** A part of an ISO 8601 duration, or the letter before its hours. */
    private static final Pattern PART = Pattern.compile("T|([\\d.,]+)([YMWDHS])");

    private static final Map<String, MeasureUnit> DATE_PARTS =
            Map.of("Y", MeasureUnit.YEAR, "M", MeasureUnit.MONTH, "W", MeasureUnit.WEEK, "D", MeasureUnit.DAY);
    private static final Map<String, MeasureUnit> TIME_PARTS =
            Map.of("H", MeasureUnit.HOUR, "M", MeasureUnit.MINUTE, "S", MeasureUnit.SECOND);
    private static final String ORDINALS = "%digits-ordinal";

    private final Locale language;
    private final ValueMessages say;
    private final Map<String, String> labels;
    private final LocalizedNumberFormatter numbers;

    /** @param labels the labels of concepts */
    ShownValues(Locale language, ValueMessages say, Map<String, String> labels) {
        this.language = ShownTimes.region(language);
        this.say = say;
        this.labels = labels;
        this.numbers = NumberFormatter.withLocale(this.language)
                .precision(Precision.unlimited())
                .unitWidth(UnitWidth.FULL_NAME);
    }

    String shown(ValueView value) {
        if (value instanceof QuantityView quantity) return quantity(quantity);
        if (value instanceof OrdinalView ordinal) return ordinal(ordinal.number());
        if (value instanceof TimeView time) return new ShownTimes(language, say).shown(time.edtf());
        if (value instanceof DurationView duration) return duration(duration);
        if (value instanceof ConceptRefView concept) return labels.getOrDefault(concept.concept(), concept.concept());
        if (value instanceof TextView text) return say.quoted(text.text());
        return say.topic();
    }

    private String quantity(QuantityView quantity) {
        Function<BigDecimal, String> measured = measured(quantity.unit());
        BigDecimal min = quantity.min();
        BigDecimal max = quantity.max();
        if (min != null && max != null && min.compareTo(max) == 0) return measured.apply(min);
        return bounds(
                min == null ? null : max == null ? measured.apply(min) : number(min),
                quantity.minExclusive(),
                max == null ? null : measured.apply(max),
                quantity.maxExclusive());
    }

    /** An interval with at least one end. */
    private String bounds(String low, Boolean lowExcluded, String high, Boolean highExcluded) {
        if (low == null) return Boolean.TRUE.equals(highExcluded) ? say.lessThan(high) : say.atMost(high);
        if (high == null) return Boolean.TRUE.equals(lowExcluded) ? say.moreThan(low) : say.atLeast(low);
        return say.between(
                Boolean.TRUE.equals(lowExcluded) ? say.moreThan(low) : low,
                Boolean.TRUE.equals(highExcluded) ? say.lessThan(high) : high);
    }

    private String number(BigDecimal number) {
        return numbers.format(number).toString();
    }

    /** How numbers of {@code unit} are said, read in the order that the engine reads it: concept, money, physical, thing. */
    private Function<BigDecimal, String> measured(String unit) {
        if (unit == null || unit.equals("1")) return this::number;
        if (labels.containsKey(unit)) return number -> say.counted(number(number), labels.get(unit));
        if (unit.length() == 3 && Currency.isAvailable(unit, null, null)) return of(Currency.getInstance(unit));
        if (UNITS.containsKey(unit)) return of(MeasureUnit.forIdentifier(UNITS.get(unit)));
        return switch (unit) {
            case "percentage-point" -> number -> say.percentagePoints(number(number), isOne(number));
            case "basis-point" -> number -> say.basisPoints(number(number), isOne(number));
            default -> number -> number(number) + " " + unit;
        };
    }

    private Function<BigDecimal, String> of(MeasureUnit unit) {
        LocalizedNumberFormatter measured =
                numbers.unit(unit).unitWidth(unit.equals(MeasureUnit.PERCENT) ? UnitWidth.SHORT : UnitWidth.FULL_NAME);
        return number -> measured.format(number).toString();
    }

    private static boolean isOne(BigDecimal number) {
        return number.abs().compareTo(BigDecimal.ONE) == 0;
    }

    private String ordinal(long number) {
        if (number == -1) return say.last();
        String digits =
                new RuleBasedNumberFormat(language, RuleBasedNumberFormat.ORDINAL).format(Math.abs(number), ORDINALS);
        return number > 0 ? digits : say.fromTheEnd(digits);
    }

    private String duration(DurationView duration) {
        String min = duration.min() == null ? null : iso(duration.min());
        if (duration.min() != null && duration.min().equals(duration.max())) return min;
        return bounds(
                min,
                duration.minExclusive(),
                duration.max() == null ? null : iso(duration.max()),
                duration.maxExclusive());
    }

    private String iso(String duration) {
        List<String> parts = new ArrayList<>();
        Map<String, MeasureUnit> units = DATE_PARTS;
        Matcher part = PART.matcher(duration);
        while (part.find()) {
            if (part.group(1) == null) units = TIME_PARTS;
            else
                parts.add(of(units.get(part.group(2)))
                        .apply(new BigDecimal(part.group(1).replace(',', '.'))));
        }
        return String.join(", ", parts);
    }
}
