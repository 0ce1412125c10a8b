package org.crosscheck.report;

import java.util.Map;

/** Knows how verdicts stood before: whoever writes their changes down. */
public interface EarlierVerdicts {

    /** How an attribute stood, and how it stands; null where there was no finding. */
    record Change(VerdictState from, VerdictState to) {}

    /** What is not as it was: by attribute, between two versions of a story. */
    Map<String, Change> between(String story, long since, long until);
}
