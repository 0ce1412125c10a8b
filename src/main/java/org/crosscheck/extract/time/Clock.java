package org.crosscheck.extract.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A time of day on a date. EDTF writes whole seconds only (ISO 8601-2 level 0), so an hour or a minute is the interval of its
 * seconds: 3 p.m. is 15:00:00 to 15:59:59. Around an hour is half an hour before it to half an hour after it, around a minute a
 * quarter of an hour; shortly before it is the hour that ends with it, and shortly after it the hour that it starts.
 *
 * @param minute of the day
 * @param unit how precise it is: HOUR, MINUTE or SECOND
 * @param zone null where none is given
 * @param near how near it is
 * @param date the date; null where none is beside it: then the day mentioned last, else the reference's
 */
record Clock(int minute, int second, Unit unit, ZoneId zone, Near near, Expression date) implements Expression {
    /** How near to a time of day another one is. */
    enum Near {
        AT,
        BEFORE,
        AROUND,
        AFTER
    }

    Clock(int minute, int second, Unit unit, ZoneId zone, Expression date) {
        this(minute, second, unit, zone, Near.AT, date);
    }

    private static final int MINUTES_A_DAY = 1440;
    private static final int MINUTES_AN_HOUR = 60;
    private static final int AROUND_AN_HOUR = 30;
    private static final int AROUND_A_MINUTE = 15;

    Clock on(Expression date) {
        return new Clock(minute, second, unit, zone, near, date);
    }

    Clock in(ZoneId zone) {
        return new Clock(minute, second, unit, zone, near, date);
    }

    Clock near(Near near) {
        return new Clock(minute, second, unit, zone, near, date);
    }

    @Override
    public Span in(Setting setting) {
        Span day = date != null ? date.in(setting) : setting.mentions().day();
        if (date != null && (day == null || !day.first().equals(day.last()))) return null;
        LocalDate on = day == null ? setting.today() : day.first();
        LocalDateTime start =
                on.atStartOfDay().plusMinutes(minute % MINUTES_A_DAY).plusSeconds(second);
        if (minute == MINUTES_A_DAY) start = start.plusDays(1);
        if (near == Near.AT) return span(start, unit, offset(start));
        // midnight that something is before ends the day
        if (minute == 0 && near != Near.AFTER) start = start.plusDays(1);
        return near(on, start);
    }

    private Span near(LocalDate on, LocalDateTime time) {
        int around = unit == Unit.HOUR ? AROUND_AN_HOUR : AROUND_A_MINUTE;
        int back = near == Near.AFTER ? 0 : near == Near.BEFORE ? MINUTES_AN_HOUR : around;
        int ahead = near == Near.BEFORE ? 0 : near == Near.AFTER ? MINUTES_AN_HOUR : around;
        LocalDateTime first = time.minusMinutes(back);
        LocalDateTime last = time.plusMinutes(ahead);
        return Span.clock(unit, on, iso(first) + offset(first), iso(last) + offset(last));
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
