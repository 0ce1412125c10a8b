package org.crosscheck.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.measure.Dimension;
import javax.measure.IncommensurableException;
import javax.measure.Unit;
import javax.measure.UnitConverter;
import systems.uom.ucum.format.UCUMFormat;
import tech.units.indriya.function.MultiplyConverter;

/**
 * What a unit's numbers count, and how they convert to the axis that they are compared on. Read in this order: a
 * concept of the taxonomy is a counted thing; an ISO 4217 code is money, which never converts; a UCUM code is physical
 * and converts to coherent SI units; anything else is a counted thing of its own. So a word that happens to be a UCUM
 * code ({@code car}, the centiare) counts things once a concept of that name exists.
 *
 * <p>Differences of percentages are counted in percentage points ({@code percentage-point}), which are no percentages: 2
 * points up from 10 % is 12 %, 2 % up is 10.2 %. A hundred basis points ({@code basis-point}) make one.
 */
final class Measure {
    /** Conversions by factors that decimals cannot write exactly are compared to this many significant digits. */
    private static final int SIGNIFICANT = 10;
    /** What a number is cut to before it converts; the library computes with 34 digits, and not all of them are right. */
    private static final MathContext CONVERTIBLE = new MathContext(30, RoundingMode.HALF_EVEN);
    /** A power of two digits or more, as in m10: nothing is measured in it, and high powers take the library seconds. */
    private static final Pattern HIGH_POWER = Pattern.compile("[^0-9./(\\[][+-]?\\d{2}");
    /** How many units are remembered, so that a million values of one unit are parsed once. */
    private static final int REMEMBERED = 1000;

    private static final String PERCENTAGE_POINT = "percentage-point";
    private static final String BASIS_POINT = "basis-point";

    private static final UnitConverter HUNDREDTH = MultiplyConverter.ofRational(1, 100);

    private static final Map<String, Optional<Measure>> PHYSICAL = new ConcurrentHashMap<>();

    private final Axis axis;
    private final UnitConverter toAxis;

    private Measure(Axis axis, UnitConverter toAxis) {
        this.axis = axis;
        this.toAxis = toAxis;
    }

    /** The measure of {@code unit}; null is a plain number, as the UCUM code {@code 1} is. */
    static Measure of(String unit, Taxonomy taxonomy) {
        if (unit == null) return of("1", taxonomy);
        if (taxonomy.contains(unit)) return counted(unit);
        if (isCurrency(unit)) return new Measure(new Axis(Axis.Kind.MONEY, unit), null);
        if (unit.equals(BASIS_POINT)) return new Measure(new Axis(Axis.Kind.COUNTED, PERCENTAGE_POINT), HUNDREDTH);
        return physical(unit).orElseGet(() -> counted(unit));
    }

    Axis axis() {
        return axis;
    }

    /** An interval of the unit, as an interval of the axis. */
    Interval onAxis(Interval interval) {
        if (toAxis == null) return interval;
        BigDecimal low = round(convert(interval.low()));
        BigDecimal high = round(convert(interval.high()));
        // an interval too short for the digits that are compared becomes one number
        boolean point = low != null && high != null && low.compareTo(high) >= 0;
        if (point) return Interval.point(low);
        return new Interval(low, interval.lowExcluded(), high, interval.highExcluded());
    }

    /** The size of a difference of {@code amount} units, in units of the axis. Offsets, as of Celsius, do not count. */
    BigDecimal differenceOnAxis(BigDecimal amount) {
        return toAxis == null
                ? amount
                : convert(amount).subtract(convert(BigDecimal.ZERO)).abs();
    }

    private BigDecimal convert(BigDecimal number) {
        return number == null ? null : decimal(toAxis.convert(number.round(CONVERTIBLE)));
    }

    private static Measure counted(String thing) {
        return new Measure(new Axis(Axis.Kind.COUNTED, thing), null);
    }

    private static boolean isCurrency(String unit) {
        if (unit.length() != 3) return false;
        try {
            return Currency.getInstance(unit) != null;
        } catch (IllegalArgumentException notIso4217) {
            return false;
        }
    }

    private static Optional<Measure> physical(String unit) {
        Optional<Measure> known = PHYSICAL.get(unit);
        if (known != null) return known;
        Optional<Measure> parsed = parse(unit);
        if (PHYSICAL.size() >= REMEMBERED) PHYSICAL.clear();
        PHYSICAL.put(unit, parsed);
        return parsed;
    }

    private static Optional<Measure> parse(String unit) {
        if (!unit.chars().allMatch(c -> c > ' ' && c < 0x7f)) return Optional.empty();
        if (HIGH_POWER.matcher(unit).find()) return Optional.empty();
        try {
            Unit<?> parsed =
                    UCUMFormat.getInstance(UCUMFormat.Variant.CASE_SENSITIVE).parse(unit);
            Unit<?> base = parsed.getSystemUnit();
            UnitConverter converter = parsed.getConverterToAny(base);
            boolean increasing =
                    decimal(converter.convert(BigDecimal.ONE)).compareTo(decimal(converter.convert(BigDecimal.ZERO)))
                            > 0;
            return increasing
                    ? Optional.of(new Measure(new Axis(Axis.Kind.PHYSICAL, dimension(base)), converter))
                    : Optional.empty();
        } catch (IncommensurableException | RuntimeException notUcum) {
            return Optional.empty();
        } catch (Error lexical) { // the parser's tokenizer throws an Error of its own on a character it does not know
            boolean ofTheVm = lexical instanceof VirtualMachineError && !(lexical instanceof StackOverflowError);
            if (ofTheVm || lexical instanceof LinkageError) throw lexical;
            return Optional.empty();
        }
    }

    /**
     * A name for the dimension that does not depend on how the unit was written, as the library's own does. Bits, radians
     * and plain numbers are all dimensionless, and yet do not convert.
     */
    private static String dimension(Unit<?> base) {
        Dimension dimension = base.getDimension();
        Map<? extends Dimension, Integer> powers = dimension.getBaseDimensions();
        if (powers == null || powers.isEmpty())
            return dimension.toString().equals("one") ? base.toString() : dimension.toString();
        return powers.entrySet().stream()
                .map(power ->
                        power.getValue() == 1 ? power.getKey().toString() : power.getKey() + "^" + power.getValue())
                .sorted()
                .collect(Collectors.joining("·"));
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /** Keeps whole numbers exact, and of the rest as many decimals as make up the significant digits. */
    private static BigDecimal round(BigDecimal number) {
        if (number == null || number.signum() == 0) return number;
        int wholeDigits = number.precision() - number.scale();
        return wholeDigits >= SIGNIFICANT
                ? number.setScale(0, RoundingMode.HALF_EVEN)
                : number.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_EVEN));
    }
}
