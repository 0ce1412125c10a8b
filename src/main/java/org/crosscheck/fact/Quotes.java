package org.crosscheck.fact;

import org.crosscheck.problem.Violations;

/** Finds quotes in the text of their source. */
final class Quotes {
    private Quotes() {}

    /**
     * The evidence with its place in {@code text}, found by its prefix and suffix where it gives none. Without a text the
     * evidence stays as it is. A quote that is not there is a violation.
     */
    static Evidence locate(Evidence given, String text, String pointer, Violations violations) {
        if (given == null) return null;
        if ((given.start() == null) != (given.end() == null)) {
            violations.add(
                    pointer + (given.start() == null ? "/start" : "/end"), "Give both start and end, or neither.");
            return null;
        }
        if (given.start() != null
                && given.end() - given.start() != given.exact().length()) {
            violations.add(
                    pointer + "/end",
                    "The quote has " + given.exact().length() + " characters; end must be start + that.");
            return null;
        }
        if (text == null) return given;
        if (given.start() != null) {
            if (text.startsWith(given.exact(), given.start())) return given;
            violations.add(
                    pointer + "/start",
                    "The source's text has other words there; leave start and end out to have them found.");
            return null;
        }
        int at = find(given, text);
        if (at >= 0)
            return new Evidence(
                    given.exact(),
                    given.prefix(),
                    given.suffix(),
                    at,
                    at + given.exact().length());
        violations.add(pointer + "/exact", "The source's text does not have these words; quote it exactly.");
        return null;
    }

    private static int find(Evidence given, String text) {
        String before = given.prefix() == null ? "" : given.prefix();
        String after = given.suffix() == null ? "" : given.suffix();
        int inContext = text.indexOf(before + given.exact() + after);
        return inContext >= 0 ? inContext + before.length() : text.indexOf(given.exact());
    }
}
