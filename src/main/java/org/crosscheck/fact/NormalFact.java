package org.crosscheck.fact;

import java.time.Instant;
import org.crosscheck.http.Sha256;
import org.crosscheck.source.Copies;
import org.crosscheck.value.Value;
import org.crosscheck.verdict.Fact;

/**
 * A fact that has been checked, with nothing left to default.
 *
 * @param fact with id, source, stance, certainty, status and origin
 * @param value null where the stance is OMITS
 * @param concept the concept that the value is or that its unit is; else null
 */
public record NormalFact(FactView fact, Value value, String concept) {
    private static final int ID_DIGITS = 32;

    /** The source that its sentence is a copy of; null where it is its own source's. */
    public String copiedFrom(Copies copies) {
        return Evidence.origin(fact.evidence(), fact.source(), copies);
    }

    /**
     * As the engine takes it, from a source of that publisher and publication.
     *
     * @param copiedFrom the source that its sentence is a copy of, or null
     */
    public Fact toFact(String publisher, Instant publishedAt, String copiedFrom) {
        return new Fact(
                fact.id(),
                fact.source(),
                fact.attribute(),
                fact.claimant() == null ? publisher : fact.claimant(),
                fact.stance(),
                value,
                fact.wording(),
                fact.asOf() == null ? publishedAt : fact.asOf(),
                copiedFrom == null ? fact.source() : copiedFrom);
    }

    /** The id of a fact that was given none: the start of the SHA-256 of what it says. */
    static String derivedId(String source, FactView fact, Value value) {
        String said = String.join(
                "\u001f",
                source,
                fact.attribute(),
                fact.claimant() == null ? "" : fact.claimant(),
                fact.stance().name(),
                value == null ? "" : value.key(),
                fact.wording() == null ? "" : fact.wording());
        return Sha256.hex(said).substring(0, ID_DIGITS);
    }
}
