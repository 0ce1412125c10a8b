package org.crosscheck.extract;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.crosscheck.extract.quantity.Quantities;
import org.crosscheck.extract.text.Tokens;
import org.crosscheck.extract.time.Times;

/**
 * Reads the values that a text states: quantities, positions, times and durations. Where two readings overlap the longer is
 * meant, and of two as long the time: "2017" after "in" is a year.
 */
public final class Values {
    private final Quantities quantities;
    private final Times times;

    /** Values as {@code language}, an ISO 639 code, writes them. */
    public Values(String language) {
        this.quantities = new Quantities(language);
        this.times = new Times(language);
    }

    /**
     * The values in the order of the text; none overlaps another.
     *
     * @param reference when the text was written, for "yesterday"
     */
    public List<Found> find(Tokens tokens, OffsetDateTime reference) {
        List<Found> readings = new ArrayList<>(times.find(tokens, reference));
        readings.addAll(quantities.find(tokens));
        readings.sort(Comparator.comparingInt(Found::length).reversed().thenComparingInt(Found::start));
        TreeMap<Integer, Found> chosen = new TreeMap<>();
        for (Found reading : readings) {
            var before = chosen.floorEntry(reading.start());
            var after = chosen.ceilingEntry(reading.start());
            boolean free = (before == null || before.getValue().end() <= reading.start())
                    && (after == null || after.getValue().start() >= reading.end());
            if (free) chosen.put(reading.start(), reading);
        }
        return List.copyOf(chosen.values());
    }
}
