package org.crosscheck.verdict;

import java.util.List;

/**
 * What one voice says of one attribute, over all sources that report it.
 *
 * @param stance AFFIRMS or DENIES
 * @param inconsistent whether its affirmed values cannot all hold, or the voice also denies what it affirms
 * @param sources how many sources report {@code values}
 * @param lineages how many independent origins their facts have
 * @param values what the position rests on; for an evolving attribute, those of the voice's latest time
 * @param earlier for an evolving attribute, what {@code values} replaced
 */
public record Position(
        String voice,
        Stance stance,
        boolean inconsistent,
        int sources,
        int lineages,
        List<ReportedValue> values,
        List<ReportedValue> earlier) {}
