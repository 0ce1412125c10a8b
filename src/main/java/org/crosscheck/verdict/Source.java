package org.crosscheck.verdict;

import java.util.Set;

/**
 * A document, as far as verdicts depend on it.
 *
 * @param publisher null where it is no full account and nobody asks
 * @param complete whether it means to be a full account, so that its silence counts
 * @param covers the attributes that it accounts for; empty means all of the story's
 * @param lineage names the origin that it goes back to; sources of one lineage are not independent
 */
public record Source(String id, String publisher, boolean complete, Set<String> covers, String lineage) {

    /** One that is no full account: only what it goes back to decides. */
    public static Source ofLineage(String id, String lineage) {
        return new Source(id, null, false, Set.of(), lineage);
    }

    boolean accountsFor(String attribute) {
        return complete && (covers.isEmpty() || covers.contains(attribute));
    }
}
