package org.crosscheck.verdict;

import java.time.Instant;
import java.util.Objects;
import org.crosscheck.value.Value;

/**
 * In a source, a voice takes a stance on an attribute.
 *
 * @param voice the claimant, or the source's publisher where the source speaks for itself
 * @param value null where the stance is OMITS
 * @param wording the source's words, or null
 * @param asOf when it held; by default when the source was published
 * @param origin the source that its sentence goes back to: an earlier one where it is a copy, else {@code source}
 */
public record Fact(
        String id,
        String source,
        String attribute,
        String voice,
        Stance stance,
        Value value,
        String wording,
        Instant asOf,
        String origin) {
    public Fact {
        Objects.requireNonNull(id);
        Objects.requireNonNull(source);
        Objects.requireNonNull(attribute);
        Objects.requireNonNull(voice);
        Objects.requireNonNull(asOf);
        Objects.requireNonNull(origin);
        if ((stance == Stance.OMITS) != (value == null))
            throw new IllegalArgumentException("a fact has a value unless its stance is OMITS: " + id);
    }

    /** A fact in its source's own words. */
    public Fact(
            String id,
            String source,
            String attribute,
            String voice,
            Stance stance,
            Value value,
            String wording,
            Instant asOf) {
        this(id, source, attribute, voice, stance, value, wording, asOf, source);
    }
}
