package org.crosscheck.verdict;

/** What can be said of an attribute, in the order of weight: the verdict of a finding is the first that applies. */
public enum Flag {
    /** Two positions are disjoint, one is inconsistent, or an affirmed region lies inside a denied one. */
    CONTRADICTION,
    /** A voice that others speak for is silent: a source reports so, or its own full account has no word on it. */
    OMISSION,
    /** Two positions are incomparable: an editor must judge. */
    UNDETERMINED,
    /** An evolving attribute has been given a later value that its earlier one excludes. */
    UPDATE,
    /** Positions are compatible and differ in precision. */
    REFINEMENT,
    /** All affirmed positions are equal, in facts of two lineages or more, and nobody is silent. */
    AGREEMENT,
    /** The affirming facts come from one lineage only, or nobody affirms. */
    UNCORROBORATED
}
