package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A time of day on a date. EDTF writes whole seconds only (ISO 8601-2 level 0), so an hour or a minute is the interval of its
 * seconds: 3 p.m. is 15:00:00 to 15:59:59.
 *
 * @param minute of the day
 * @param unit how precise it is: HOUR, MINUTE or SECOND
 * @param zone null where none is given
 * @param date the date; null where none is beside it: then the day mentioned last, else the reference's
 */
record Clock(int minute, int second, Unit unit, ZoneId zone, Expression date) implements Expression {
    private static final int MINUTES_A_DAY = 1440;

    Clock on(Expression date) {
        return new Clock(minute, second, unit, zone, date);
    }

    Clock in(ZoneId zone) {
        return new Clock(minute, second, unit, zone, date);
    }

    @Override
    public Span in(Setting setting) {
        Span day = date != null ? date.in(setting) : setting.mentions().day();
        if (date != null && (day == null || !day.first().equals(day.last()))) return null;
        LocalDate on = day == null ? setting.today() : day.first();
        LocalDateTime start =
                on.atStartOfDay().plusMinutes(minute % MINUTES_A_DAY).plusSeconds(second);
        if (minute == MINUTES_A_DAY) start = start.plusDays(1);
        return span(start, unit, offset(start));
    }

    private String offset(LocalDateTime at) {
        if (zone == null) return "";
        ZoneOffset offset = zone.getRules().getOffset(at);
        return offset.getTotalSeconds() == 0 ? "Z" : offset.getId();
    }

    /** The hour, minute or second that {@code time} lies in, without a zone. */
    static Span span(LocalDateTime time, Unit unit) {
        return span(time, unit, "");
    }

    private static Span span(LocalDateTime time, Unit unit, String zone) {
        ChronoUnit precision =
                unit == Unit.HOUR ? ChronoUnit.HOURS : unit == Unit.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
        LocalDateTime first = time.truncatedTo(precision);
        LocalDateTime last = first.plus(1, precision).minusSeconds(1);
        return Span.clock(unit, first.toLocalDate(), iso(first) + zone, iso(last) + zone);
    }

    private static String iso(LocalDateTime time) {
        return Span.iso(time.toLocalDate()) + "T" + Span.iso(time.getHour(), 2) + ":" + Span.iso(time.getMinute(), 2)
                + ":" + Span.iso(time.getSecond(), 2);
    }
}
