package org.crosscheck.verdict;

/** What a claimant does with an attribute, as a source reports it. */
public enum Stance {
    /** Says that the answer lies in the value's region. */
    AFFIRMS,
    /** Says that the answer lies outside of it. */
    DENIES,
    /** Does not mention the matter, and the source says so. Has no value and is never agreement. */
    OMITS
}
