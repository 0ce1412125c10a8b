package org.crosscheck.verdict;

import java.util.List;
import org.crosscheck.value.Value;

/** Why a flag is there: a code and the values that it rests on, if any. Prose is made of it in {@link Explanation}. */
public record Reason(Code code, List<Value> operands) {
    /** The rule that fired. */
    public enum Code {
        DISJOINT_VALUES,
        INCONSISTENT_VOICE,
        AFFIRMED_AND_DENIED,
        SILENT_WHILE_AFFIRMED,
        INCOMPARABLE_VALUES,
        REPLACED_BY_LATER,
        DIFFERENT_PRECISION,
        EQUAL_VALUES,
        ONE_LINEAGE,
        NOBODY_AFFIRMS
    }
}
