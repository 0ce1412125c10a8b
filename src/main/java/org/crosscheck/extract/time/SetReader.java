package org.crosscheck.extract.time;

/** Recurring times, which are no value of ours: "every Monday", "twice a week", "each year". Says where they end. */
final class SetReader {
    private static final int LONGEST = 12;

    private final Reader times;
    private final LengthReader lengths;

    SetReader(Reader times, LengthReader lengths) {
        this.times = times;
        this.lengths = lengths;
    }

    /** The index after the set at {@code i}; {@code i} where there is none. */
    int after(Terms terms, int i) {
        if (terms.has(i, Sense.SET)) return members(terms, i + 1, i + LONGEST);
        if (terms.has(i, Sense.TIMES)
                && terms.isAny(i + 1, "a", "an", "per", "each", "every")
                && terms.has(i + 2, Sense.UNIT)) return i + 3;
        return i;
    }

    private int members(Terms terms, int i, int limit) {
        int at = i;
        while (at < limit) {
            if (terms.isAny(at, "other", "single", "few", "of", "the") || terms.has(at, Sense.ORDINAL)) at++;
            Reading time = times.read(terms, at);
            Length length = time == null ? lengths.read(terms, at) : null;
            int end = time != null
                    ? time.end()
                    : length != null
                            ? length.end()
                            : terms.has(at, Sense.UNIT) || terms.has(at, Sense.PART) ? at + 1 : at;
            if (end == at || !terms.isAny(end, "and", "or")) return end;
            at = end + 1;
            if (times.read(terms, at) == null) return end;
        }
        return at;
    }
}
