package org.crosscheck.access;

import java.time.Instant;

/**
 * What somebody did once.
 *
 * @param by as {@link Caller#name} gives it
 * @param at null where it was done before histories were kept
 * @param reason null where none was given
 */
public record Act(String by, Instant at, String reason) {
    /** Whatever was done before histories were kept. */
    public static final Act UNKNOWN = new Act("unknown", null, null);
}
