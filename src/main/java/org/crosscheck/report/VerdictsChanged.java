package org.crosscheck.report;

import java.util.List;
import org.crosscheck.story.ChangeCause;

/**
 * Verdicts of a story have changed; fired in the transaction that changes them.
 *
 * @param version the version of the story that first shows them
 */
public record VerdictsChanged(String story, long version, List<Change> changes) {

    /**
     * The change of one.
     *
     * @param from null where there was no finding before
     * @param to null where there is none any more
     */
    public record Change(
            String attribute,
            String label,
            VerdictState from,
            VerdictState to,
            String explanation,
            ChangeCause cause) {}
}
