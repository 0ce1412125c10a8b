package org.crosscheck.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.List;

/** What the database refused, by SQLSTATE; its messages stay inside. */
final class StorageProblems {
    private static final String FOREIGN_KEY = "23503";
    private static final String UNIQUE = "23505";

    private StorageProblems() {}

    /** The problem behind {@code e}, or null where the database is not to blame. */
    static Problem of(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return of(sql);
            if (cause instanceof RollbackException) return tooLong();
            if (cause.getCause() == cause) return null;
        }
        return null;
    }

    /** Nothing but its time-out ends a transaction behind our back. */
    private static Problem tooLong() {
        return problem(
                ProblemType.UNAVAILABLE,
                "It took too long, and nothing was stored. Try again in a moment, or send less at a time.");
    }

    private static Problem of(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (state.equals(FOREIGN_KEY))
            return problem(
                    ProblemType.CONFLICT,
                    "Something else still refers to it, or what it refers to has just gone. Read again what you change.");
        if (state.equals(UNIQUE))
            return problem(ProblemType.CONFLICT, "Somebody else has just created it. Read it and try again.");
        return isPassing(state) ? ProblemMappers.bare(ProblemType.UNAVAILABLE.status()) : null;
    }

    /** Connection lost or refused, serialization failure, deadlock, lock timeout, cancelled, too many connections, starting up. */
    private static boolean isPassing(String state) {
        return state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }

    private static Problem problem(ProblemType type, String detail) {
        return Problem.of(type, type.status(), detail, List.of());
    }
}
