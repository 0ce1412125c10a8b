package org.crosscheck.value;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One ISO 8601 duration as calendar months and seconds: {@code P1Y2M3DT4H} is 14 months and 273,600 seconds. */
record IsoDuration(BigDecimal months, BigDecimal seconds) {
    /** Digits are bounded so that no duration is longer than arithmetic on it is cheap. */
    private static final String NUMBER = "(\\d{1,9}(?:[.,]\\d{1,9})?)";

    private static final Pattern ISO = Pattern.compile("P(?=[\\dT])"
            + "(?:" + NUMBER + "Y)?(?:" + NUMBER + "M)?(?:" + NUMBER + "W)?(?:" + NUMBER + "D)?"
            + "(?:T(?=\\d)(?:" + NUMBER + "H)?(?:" + NUMBER + "M)?(?:" + NUMBER + "S)?)?");
    private static final long[] UNITS = {12, 1, 604_800, 86_400, 3_600, 60, 1};
    private static final int MONTH_UNITS = 2;

    /** Reads {@code iso}, blaming {@code field} where it is no duration. */
    static IsoDuration parse(String field, String iso) {
        Matcher parts = ISO.matcher(iso);
        if (!parts.matches())
            throw new InvalidValueException(field, "Give an ISO 8601 duration, such as P6Y, P2W or PT1H30M.");
        BigDecimal months = BigDecimal.ZERO;
        BigDecimal seconds = BigDecimal.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            String number = parts.group(i + 1);
            if (number == null) continue;
            BigDecimal amount = new BigDecimal(number.replace(',', '.')).multiply(BigDecimal.valueOf(UNITS[i]));
            if (i < MONTH_UNITS) months = months.add(amount);
            else seconds = seconds.add(amount);
        }
        return new IsoDuration(months, seconds);
    }

    boolean isMonths() {
        return seconds.signum() == 0;
    }

    /** The shortest and the longest that this may last. */
    Interval inSeconds() {
        Interval ofMonths = CalendarLength.seconds(Interval.point(months));
        return new Interval(ofMonths.low().add(seconds), false, ofMonths.high().add(seconds), false);
    }
}
