package org.crosscheck.webhook;

import java.time.Instant;

/**
 * One attempt to deliver a message.
 *
 * @param status what the receiver answered; null where it did not
 * @param error why there was no answer; null where there was one
 */
record Attempt(Instant at, int millis, Integer status, String error) {
    private static final int GONE = 410;

    boolean isDelivered() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver says that it wants no more of this. */
    boolean isUnwanted() {
        return status != null && status == GONE;
    }
}
