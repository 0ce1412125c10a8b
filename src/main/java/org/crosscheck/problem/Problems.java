package org.crosscheck.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.CharConversionException;
import java.util.List;
import org.jboss.logging.Logger;

/** The problem of one piece of work among many in a request, which goes on with the next piece. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private Problems() {}

    /** What ended that piece. A fault of ours is logged, and says nothing about us. */
    public static Problem of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) return problem.problem();
            if (cause instanceof JsonProcessingException json) return JsonProblems.of(json);
            if (cause instanceof CharConversionException) return of(ProblemType.MALFORMED_JSON, "Send JSON in UTF-8.");
        }
        Problem storage = StorageProblems.of(e);
        if (storage != null) return storage;
        LOG.error("A part of a request failed", e);
        return ProblemMappers.bare(ProblemType.INTERNAL.status());
    }

    /** A problem of that kind. */
    public static Problem of(ProblemType type, String detail) {
        return Problem.of(type, type.status(), detail, List.of());
    }
}
