package org.crosscheck.extract.time;

/** From one time to another: what the first lacks it takes from the second, and the second comes after the first. */
record RangeOf(Expression start, Expression end) implements Expression {
    @Override
    public Span in(Setting setting) {
        Expression from = start;
        if (start instanceof CalendarDate s && end instanceof CalendarDate e && s.year() == null && e.year() != null)
            from = s.withYear(s.month() > e.month() && e.month() != 0 ? Integer.valueOf(e.year() - 1) : e.year());
        Expression to = end;
        if (start instanceof Clock s && end instanceof Clock e) {
            if (s.date() == null) from = s.on(e.date());
            if (e.date() == null) to = e.on(s.date());
        }
        Span first = from.in(setting);
        if (first == null) return null;
        Span last = end instanceof CalendarDate e ? e.following(first) : to.in(setting);
        if (last == null || last.last().isBefore(first.first())) return null;
        return Span.between(first, last);
    }
}
