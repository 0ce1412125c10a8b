package org.crosscheck.http;

import org.crosscheck.problem.Violations;

/** The shape of ids: what editors choose, URLs carry and people read. */
public final class Ids {
    /** Lower-case letters and digits, and between them hyphens, dots and underscores. */
    public static final String PATTERN = "^[a-z0-9](?:[a-z0-9._-]{0,126}[a-z0-9])?$";

    public static final String ADVICE =
            "Use 1 to 128 lower-case letters a-z, digits, hyphens, dots and underscores, a letter or digit first and last.";

    private Ids() {}

    /** Refuses a body whose id, if it has one, is not the one in the path. */
    public static void same(String path, String body) {
        same(path, body, "/id");
    }

    /** The same of a body that has its id at {@code pointer}. */
    public static void same(String path, String body, String pointer) {
        Violations violations = new Violations();
        if (body != null && !body.equals(path))
            violations.add(pointer, "The path says \"" + path + "\"; give the same id, or leave it out.");
        violations.throwIfAny();
    }
}
