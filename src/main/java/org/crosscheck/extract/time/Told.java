package org.crosscheck.extract.time;

/**
 * The year that a text tells of: after "In 1969 he left", "in May" of the same sentence or the next is May 1969. Only years
 * given in digits, and not that of the reference, in which months mean themselves.
 */
final class Told {
    private static final int REACH = 40;
    /** How many words after a time of another sentence are looked at for who says so. */
    private static final int NEWS = 10;

    private Span span;
    private int at = -REACH - 1;

    /** A time was told in the terms from {@code start} to before {@code end}. */
    void tell(Terms terms, int start, int end, Span time, int now) {
        boolean same = span != null
                && at >= start - REACH
                && time.first().getYear() == span.first().getYear();
        boolean told = (same || hasYear(terms, start, end))
                && time.from().equals(time.to())
                && time.unit().compareTo(Unit.YEAR) <= 0;
        if (!told || time.first().getYear() == now) {
            if (hasYear(terms, start, end)) span = null;
            return;
        }
        span = time;
        at = end;
    }

    /** What was told in the sentence of {@code i} or the one before; null where nothing was. */
    Span before(Terms terms, int i) {
        if (span == null || i - at > REACH) return null;
        int sentences = 0;
        for (int k = at; k <= i; k++) {
            if (terms.startsSentence(k)) sentences++;
            if (sentences > 0 && terms.has(k, Sense.SAYING)) return null;
            if (sentences > 1 || terms.at(k).newLine() && k > at) return null;
        }
        return isNews(terms, i, sentences > 0) ? null : span;
    }

    /** "On April 25, the ministry said", "said on April 25": news of the reference time, whatever was told before. */
    private static boolean isNews(Terms terms, int i, boolean another) {
        if (terms.has(i - 1, Sense.SAYING) || terms.has(i - 2, Sense.SAYING)) return true;
        for (int k = i; another && k < i + NEWS && !(k > i && terms.startsSentence(k)); k++)
            if (terms.has(k, Sense.SAYING)) return true;
        return false;
    }

    private static boolean hasYear(Terms terms, int start, int end) {
        for (int k = start; k < end; k++) if (terms.fourDigits(k) > 0) return true;
        return false;
    }
}
