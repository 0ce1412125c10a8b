package org.crosscheck.verdict;

import java.time.Instant;
import java.util.List;
import org.crosscheck.value.Intersection;
import org.crosscheck.value.Region;

/**
 * What is compared: what a voice allows at a time.
 *
 * @param asOf null unless the attribute is evolving
 */
record Stand(String voice, Instant asOf, Intersection region) {

    static Stand of(String voice, Instant asOf, Region region) {
        return new Stand(voice, asOf, new Intersection(List.of(region)));
    }

    /** Whether the voice gives words, however many. */
    boolean isText() {
        return region.parts().stream().allMatch(Region.Phrase.class::isInstance);
    }

    /** The one region of this stand, or null where several stand side by side. */
    Region only() {
        return region.parts().size() == 1 ? region.parts().get(0) : null;
    }
}
