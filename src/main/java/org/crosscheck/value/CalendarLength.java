package org.crosscheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long calendar months are in the Gregorian calendar. A month has 28 to 31 days and a year 365 or 366, so a length
 * in months is a range of seconds: comparing never claims more precision than the words had.
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
                months.low() == null ? null : shortest(months.low()),
                months.lowExcluded(),
                months.high() == null ? null : longest(months.high()),
                months.highExcluded() && months.high().signum() == 0);
    }

    private static BigDecimal shortest(BigDecimal months) {
        BigDecimal[] whole = months.setScale(0, RoundingMode.FLOOR).divideAndRemainder(MONTHS_A_YEAR);
        BigDecimal years = whole[0];
        BigDecimal leapDays = ratio(years, 4, RoundingMode.FLOOR)
                .subtract(ratio(years, 100, RoundingMode.CEILING))
                .max(BigDecimal.ZERO);
        return days(years, leapDays, SHORTEST[whole[1].intValueExact()]);
    }

    private static BigDecimal longest(BigDecimal months) {
        BigDecimal[] whole = months.setScale(0, RoundingMode.CEILING).divideAndRemainder(MONTHS_A_YEAR);
        BigDecimal years = whole[0];
        return days(years, ratio(years, 4, RoundingMode.CEILING), LONGEST[whole[1].intValueExact()]);
    }

    private static BigDecimal days(BigDecimal years, BigDecimal leapDays, int rest) {
        return years.multiply(BigDecimal.valueOf(365))
                .add(leapDays)
                .add(BigDecimal.valueOf(rest))
                .multiply(SECONDS_A_DAY);
    }

    private static BigDecimal ratio(BigDecimal years, int every, RoundingMode rounding) {
        return years.divide(BigDecimal.valueOf(every), 0, rounding);
    }
}
