package org.crosscheck.problem;

import java.util.List;

/** Ends a request with a problem. The message is shown to the client: it says what to do. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemType type;
    private final transient List<Violation> violations;
    /** Seconds; 0 where waiting does not help. */
    private final long retryAfter;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        this(type, detail, violations, 0);
    }

    private ProblemException(ProblemType type, String detail, List<Violation> violations, long retryAfter) {
        super(detail);
        this.type = type;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** Nothing of {@code kind} is called {@code id}. */
    public static ProblemException notFound(String kind, String id) {
        return new ProblemException(ProblemType.NOT_FOUND, "There is no " + kind + " \"" + id + "\".");
    }

    /** The query or path parameter called {@code name} must change. */
    public static ProblemException parameter(String name, String advice) {
        return new ProblemException(
                ProblemType.INVALID_REQUEST, "Change " + name + ": " + advice, List.of(new Violation(name, advice)));
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(ProblemType.CONFLICT, detail);
    }

    /** The client may call again in that many seconds. */
    public static ProblemException tooManyRequests(long seconds) {
        return new ProblemException(
                ProblemType.TOO_MANY_REQUESTS,
                "Wait " + seconds + (seconds == 1 ? " second" : " seconds")
                        + ", as Retry-After says, and send fewer requests.",
                List.of(),
                seconds);
    }

    long retryAfter() {
        return retryAfter;
    }

    public ProblemType type() {
        return type;
    }

    /** What the client is told. */
    public Problem problem() {
        return Problem.of(type, type.status(), getMessage(), violations);
    }
}
