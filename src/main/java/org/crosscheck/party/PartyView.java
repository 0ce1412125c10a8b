package org.crosscheck.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A party in JSON. */
@Schema(name = "Party", description = "A person or organisation that publishes or is quoted.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PartyView(
        @Schema(description = "Id; in a PUT it may be left out, since the path has it.", examples = "kremlin")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(examples = "Kremlin") @NotBlank(message = "Give a name.") @Size(max = 300)
        String name,

        @Schema(description = "ORGANISATION where left out.", examples = "GOVERNMENT")
        PartyKind kind,

        @Schema(description = "Other names that texts use.", examples = "[\"Moscow\"]") @Size(max = 200)
        List<@NotBlank(message = "Remove the empty alias.") @Size(max = 300) String> aliases,

        @Schema(description = "The party that this one belongs to, as a spokesman to a government.")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String partOf,

        @Schema(
                description =
                        "That it is only proposed, for a text quotes it; accepting a fact that names it accepts it.")
        Boolean proposed,

        @Schema(readOnly = true, description = "Counts changes; ignored in requests.")
        Integer revision) {

    PartyView withId(String path) {
        return new PartyView(path, name, kind, aliases, partOf, proposed, null);
    }

    /** Whether {@code stored} already says all that this states. */
    boolean isStatedBy(PartyView stored) {
        return stored != null
                && name.equals(stored.name)
                && (kind == null || kind == stored.kind)
                && (aliases == null || aliases.equals(stored.aliases))
                && (partOf == null || partOf.equals(stored.partOf))
                && (proposed == null || proposed.equals(stored.proposed));
    }

    static PartyView of(PartyEntity party, boolean withRevision) {
        return new PartyView(
                party.id,
                party.name,
                party.kind,
                List.of(party.aliases),
                party.partOf,
                party.proposed ? Boolean.TRUE : null,
                withRevision ? party.revision : null);
    }
}
