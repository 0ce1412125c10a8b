package org.crosscheck.extract.time;

/**
 * The times that a text mentioned last, by precision: "the next day" counts from a day, "the following year" from a day, a
 * month or a year. Null where there is none.
 */
record Mentions(Span day, Span week, Span month, Span year) {
    static final Mentions NONE = new Mentions(null, null, null, null);

    /** After {@code span} is mentioned too; open ends are no mentions. */
    Mentions with(Span span) {
        if (span.from().equals("..") || span.to().equals("..")) return this;
        return switch (span.unit()) {
            case SECOND, MINUTE, HOUR, DAY -> new Mentions(span, span, span, span);
            case WEEK, WEEKEND, FORTNIGHT -> new Mentions(day, span, span, span);
            case MONTH, QUARTER -> new Mentions(day, week, span, span);
            default -> new Mentions(day, week, month, span);
        };
    }

    /** The last one that is precise enough to count {@code unit}s from. */
    Span anchor(Unit unit) {
        return switch (unit) {
            case SECOND, MINUTE, HOUR, DAY -> day;
            case WEEK, WEEKEND, FORTNIGHT -> week;
            case MONTH, QUARTER -> month;
            default -> year;
        };
    }
}
