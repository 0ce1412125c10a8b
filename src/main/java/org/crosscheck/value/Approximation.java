package org.crosscheck.value;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The intervals that approximate wordings denote. "About n" allows a tenth of n more or less, the rounding that readers
 * take from a round number (Krifka, "Approximate interpretation of number words", 2007, gives the principle; the tenth is
 * ours). "Nearly n" is the half of that interval below n, "just over n" the half above, n itself left out. Vague plurals
 * start at two of their kind and end below the next kind.
 */
public final class Approximation {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private static final Map<String, long[]> VAGUE = Map.ofEntries(
            Map.entry("a couple", new long[] {2, 3}),
            Map.entry("a few", new long[] {3, 9}),
            Map.entry("several", new long[] {3, 19}),
            Map.entry("tens", new long[] {20, 199}),
            Map.entry("dozens", new long[] {24, 199}),
            Map.entry("scores", new long[] {40, 199}),
            Map.entry("hundreds", new long[] {200, 1_999}),
            Map.entry("thousands", new long[] {2_000, 19_999}),
            Map.entry("tens of thousands", new long[] {20_000, 199_999}),
            Map.entry("hundreds of thousands", new long[] {200_000, 1_999_999}),
            Map.entry("millions", new long[] {2_000_000, 1_999_999_999}),
            Map.entry("tens of millions", new long[] {20_000_000, 199_999_999}),
            Map.entry("hundreds of millions", new long[] {200_000_000, 1_999_999_999}),
            Map.entry("billions", new long[] {2_000_000_000L, 1_999_999_999_999L}),
            Map.entry("tens of billions", new long[] {20_000_000_000L, 199_999_999_999L}),
            Map.entry("hundreds of billions", new long[] {200_000_000_000L, 1_999_999_999_999L}),
            Map.entry("trillions", new long[] {2_000_000_000_000L, 1_999_999_999_999_999L}));

    private Approximation() {}

    /** "About {@code number}", "some 60", "60 or so". */
    public static Quantity about(BigDecimal number, String unit) {
        BigDecimal margin = number.abs().multiply(TENTH);
        return Quantity.between(number.subtract(margin), number.add(margin), unit);
    }

    /** "Nearly {@code number}", "almost 60", "just under 60": at most a tenth below it, and not it. */
    public static Quantity nearly(BigDecimal number, String unit) {
        Quantity about = about(number, unit);
        return number.signum() == 0 ? about : new Quantity(about.min(), false, number, true, unit);
    }

    /** "Just over {@code number}": at most a tenth above it, and not it. */
    public static Quantity justOver(BigDecimal number, String unit) {
        Quantity about = about(number, unit);
        return number.signum() == 0 ? about : new Quantity(number, true, about.max(), false, unit);
    }

    /**
     * A vague number of a scale, such as "several hundred" or "a few million"; it ends below the next number of that scale.
     * None where {@code words} is not one.
     */
    public static Optional<Quantity> vague(String words, BigDecimal scale, String unit) {
        return vague(words, unit)
                .map(vague -> Quantity.between(
                        vague.min().multiply(scale),
                        vague.max().add(BigDecimal.ONE).multiply(scale).subtract(BigDecimal.ONE),
                        unit));
    }

    /** A vague plural such as "dozens" or "hundreds of thousands"; none where {@code words} is not one. */
    public static Optional<Quantity> vague(String words, String unit) {
        long[] bounds = VAGUE.get(words.strip().toLowerCase(Locale.ROOT));
        return bounds == null
                ? Optional.empty()
                : Optional.of(Quantity.between(BigDecimal.valueOf(bounds[0]), BigDecimal.valueOf(bounds[1]), unit));
    }
}
