package org.crosscheck.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong with a body, so that a client learns all of it at once. */
public final class Violations {
    /** More than this many are not listed: the first ones usually explain the rest. */
    private static final int LISTED = 100;

    private final List<Violation> found = new ArrayList<>();

    /** Notes that {@code message} must change at {@code pointer}. */
    public void add(String pointer, String message) {
        if (found.size() < LISTED) found.add(new Violation(pointer, message));
    }

    /** Adds all of these to {@code other}. */
    public void copyTo(Violations other) {
        found.forEach(violation -> other.add(violation.pointer(), violation.message()));
    }

    /** What was found, in the order in which it was. */
    public List<Violation> all() {
        return List.copyOf(found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Ends the request with a 422 problem if anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) throw problem(ProblemType.VALIDATION);
    }

    /** Ends the request with a 409 problem if anything was found: what is there does not fit, though the request is as it should be. */
    public void throwConflictIfAny(String advice) {
        if (found.isEmpty()) return;
        throw new ProblemException(
                ProblemType.CONFLICT, advice + " " + found.get(0).message(), found);
    }

    /** What was found, which must be something, as a problem. */
    ProblemException problem(ProblemType type) {
        Violation first = found.get(0);
        String where = first.pointer().isEmpty() ? "the body" : first.pointer();
        String more = found.size() == 1 ? "" : " (and " + (found.size() - 1) + " more violations)";
        return new ProblemException(type, "Change " + where + ": " + first.message() + more, found);
    }
}
