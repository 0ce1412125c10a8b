package org.crosscheck.report;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.crosscheck.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** From which point of view a story is looked at. */
public class ReportQuery {
    @Parameter(
            description =
                    "Count only sources published until then: an RFC 3339 date-time, or a date for the end of that day in"
                            + " UTC.",
            example = "2017-05-03")
    @QueryParam("asOf")
    String asOf;

    @Parameter(description = "Whether the voice of a party joins that of the party that it is part of.")
    @QueryParam("rollUp")
    @DefaultValue("false")
    boolean rollUp;

    /** Whether what is stored answers it. */
    boolean isStored() {
        return asOf == null && !rollUp;
    }

    /** As it was asked for; null where it was not. */
    public String asOf() {
        return asOf;
    }

    public boolean rollUp() {
        return rollUp;
    }

    /** The instant until which sources count; null for all. */
    public Instant until() {
        if (asOf == null) return null;
        try {
            Instant until = asOf.length() == "2017-05-03".length()
                    ? LocalDate.parse(asOf)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minus(1, ChronoUnit.MICROS)
                    : OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant();
            int year = until.atOffset(ZoneOffset.UTC).getYear();
            if (year > 0 && year < 10_000) return until.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException noTime) {
            // falls through to the same advice
        }
        throw ProblemException.parameter(
                "asOf", "Give an RFC 3339 date-time such as 2017-05-03T12:00:00Z, or a date such as 2017-05-03.");
    }
}
