package org.crosscheck.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.crosscheck.problem.Problem;

/**
 * A line of the answer to an import of many dossiers.
 *
 * @param line of the request, from 1; null in the last line, which has only {@code totals}
 * @param story null where the line does not tell
 * @param status as a PUT of the dossier would have answered; 200 where nothing had to be done
 * @param version of the story; null where the line was refused
 * @param again true where the same import has done this line before, else null
 * @param problem why the line was refused
 * @param totals of the import
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportLine(
        Long line,
        String story,
        Integer status,
        Outcome outcome,
        Long version,
        Boolean again,
        Problem problem,
        ImportView totals) {

    /** What became of a dossier. */
    enum Outcome {
        CREATED(201),
        REPLACED(200),
        UNCHANGED(200),
        SKIPPED(200),
        REFUSED(422);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }

        static Outcome of(boolean created, boolean changed) {
            if (created) return CREATED;
            return changed ? REPLACED : UNCHANGED;
        }
    }

    static ImportLine done(long line, String story, Outcome outcome, long version, boolean again) {
        return new ImportLine(
                line, story, again ? 200 : outcome.status, outcome, version, again ? Boolean.TRUE : null, null, null);
    }

    static ImportLine refused(long line, String story, Problem problem) {
        return new ImportLine(line, story, problem.status(), Outcome.REFUSED, null, null, problem, null);
    }

    static ImportLine last(ImportView totals) {
        return new ImportLine(null, null, null, null, null, null, null, totals);
    }
}
