package org.crosscheck.http;

/** What to do where something that many bring is there already, and says something else. */
public enum Existing {
    /** Leave it, and refuse what would change it. */
    REFUSE,
    /** Make it what is brought. */
    REPLACE,
    /** Leave it without a word. */
    SKIP
}
