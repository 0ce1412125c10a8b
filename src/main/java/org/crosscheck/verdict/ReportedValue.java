package org.crosscheck.verdict;

import java.time.Instant;
import java.util.List;
import org.crosscheck.value.Value;

/**
 * One value within a position, and who reports it in which words.
 *
 * @param asOf when it held, for an evolving attribute; else null
 * @param count how many facts say so; {@code wordings} and {@code facts} hold at most {@link ValueGroup#SAMPLE} of them
 */
public record ReportedValue(
        Value value, Instant asOf, long count, List<String> wordings, List<String> sources, List<String> facts) {}
