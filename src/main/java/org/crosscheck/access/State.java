package org.crosscheck.access;

/**
 * A state that something has or had.
 *
 * @param body in JSON, as the API showed it
 * @param began what brought it about
 * @param restored whether that brought back what was deleted
 * @param deleted what deleted it; null where it was replaced, or still stands
 */
public record State(int revision, String body, Act began, boolean restored, Act deleted) {}
