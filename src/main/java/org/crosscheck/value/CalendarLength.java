package org.crosscheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/**
 * How long calendar months are in the Gregorian calendar. A month has 28 to 31 days and a year 365 or 366, so a length
 * in months is a range of seconds: comparing never claims more precision than the words had. Part of a month is that part
 * of the step to the next whole month, so a longer length in months has later bounds, and nested lengths stay nested.
 */
final class CalendarLength {
    private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    /** Days of the shortest and of the longest run of so many months, anywhere in a year. */
    private static final int[] SHORTEST = {0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334};

    private static final int[] LONGEST = {0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337};

    private CalendarLength() {}

    /** An interval of months, as the interval of seconds that it may last. */
    static Interval seconds(Interval months) {
        return new Interval(
                seconds(months.low(), CalendarLength::shortestDays),
                months.lowExcluded(),
                seconds(months.high(), CalendarLength::longestDays),
                months.highExcluded());
    }

    private static BigDecimal seconds(BigDecimal months, UnaryOperator<BigDecimal> daysOfWhole) {
        if (months == null) return null;
        BigDecimal whole = months.setScale(0, RoundingMode.FLOOR);
        BigDecimal days = daysOfWhole.apply(whole);
        BigDecimal step = daysOfWhole.apply(whole.add(BigDecimal.ONE)).subtract(days);
        return months.subtract(whole).multiply(step).add(days).multiply(SECONDS_A_DAY);
    }

    private static BigDecimal shortestDays(BigDecimal months) {
        BigDecimal[] whole = months.divideAndRemainder(MONTHS_A_YEAR);
        BigDecimal leapDays = ratio(whole[0], 4, RoundingMode.FLOOR)
                .subtract(ratio(whole[0], 100, RoundingMode.CEILING))
                .max(BigDecimal.ZERO);
        return days(whole, leapDays, SHORTEST);
    }

    private static BigDecimal longestDays(BigDecimal months) {
        BigDecimal[] whole = months.divideAndRemainder(MONTHS_A_YEAR);
        return days(whole, ratio(whole[0], 4, RoundingMode.CEILING), LONGEST);
    }

    private static BigDecimal days(BigDecimal[] yearsAndMonths, BigDecimal leapDays, int[] daysOfMonths) {
        return yearsAndMonths[0]
                .multiply(BigDecimal.valueOf(365))
                .add(leapDays)
                .add(BigDecimal.valueOf(daysOfMonths[yearsAndMonths[1].intValueExact()]));
    }

    private static BigDecimal ratio(BigDecimal years, int every, RoundingMode rounding) {
        return years.divide(BigDecimal.valueOf(every), 0, rounding);
    }
}
