package org.crosscheck.story;

/** What made a finding be judged again; the first that applies. */
public enum CauseKind {
    /** Sources or facts came, changed or went. */
    SOURCES,
    /** The question came, changed or went. */
    ATTRIBUTE,
    /** A party or a concept changed. */
    AUTHORITY,
    /** The story was deleted. */
    STORY
}
