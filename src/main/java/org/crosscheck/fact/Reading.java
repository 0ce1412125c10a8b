package org.crosscheck.fact;

import java.util.List;
import java.util.Set;
import org.crosscheck.extract.fit.Proposal;
import org.crosscheck.proposal.Proposed;

/**
 * What was read from a submitted text, before anything is stored.
 *
 * @param proposals those from sentences that the stored text of the source does not have
 * @param unchanged the sentences that it has too
 */
record Reading(List<Proposal> proposals, Set<String> unchanged, Proposed.By by, String note) {}
