package org.crosscheck.problem;

import java.util.List;

/** Ends a request with a problem. The message is shown to the client: it says what to do. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ProblemType type;
    private final transient List<Violation> violations;

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public ProblemException(ProblemType type, String detail, List<Violation> violations) {
        super(detail);
        this.type = type;
        this.violations = List.copyOf(violations);
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

    public ProblemType type() {
        return type;
    }

    Problem problem() {
        return Problem.of(type, type.status(), getMessage(), violations);
    }
}
