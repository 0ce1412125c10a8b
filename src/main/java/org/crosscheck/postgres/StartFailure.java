package org.crosscheck.postgres;

/** Why the embedded server cannot start. The message is for the operator, and says what to do about it. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartFailure(String message, Object... arguments) {
        super(String.format(message, arguments));
    }

    /** For what we have no advice on: what was tried, and the machine's own words. */
    static StartFailure of(String attempt, Exception cause) {
        var failure = new StartFailure("%s failed: %s", attempt, cause);
        failure.initCause(cause);
        return failure;
    }
}
