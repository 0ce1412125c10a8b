package org.crosscheck.value;

/** A normalized, typed answer. It denotes a region; the wording of the source is kept elsewhere. */
public sealed interface Value permits Quantity, Ordinal, Time, Duration, Concept, Text, Topic {

    /** The type, as the JSON of a value names it. */
    enum Type {
        QUANTITY,
        ORDINAL,
        TIME,
        DURATION,
        CONCEPT,
        TEXT,
        TOPIC
    }

    Type type();

    /** What this denotes. {@code taxonomy} tells whether a unit names a counted thing. */
    Region region(Taxonomy taxonomy);

    /**
     * A name for this notation: values with one key are EQUAL whatever the taxonomy. The converse does not hold, since
     * 1 km and 1000 m have different keys.
     */
    String key();

    /** This value in a few words, for sentences. */
    String describe();

    /** The relation of this value to {@code other}. */
    default Relation relate(Value other, Taxonomy taxonomy) {
        return region(taxonomy).relate(other.region(taxonomy), taxonomy);
    }
}
