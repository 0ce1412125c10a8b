package org.crosscheck.concept;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.crosscheck.http.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A concept in JSON. */
@Schema(
        name = "Concept",
        description = "A place, kind, organisation or thing that values name, with what is broader than it.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ConceptView(
        @Schema(description = "Id; in a PUT it may be left out, since the path has it.", examples = "hamburg")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String id,

        @Schema(
                description = "Concepts of one scheme that are not nested exclude each other; across schemes they do"
                        + " not compare. Where left out: default.",
                examples = "place")
        @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE)
        String scheme,

        @Schema(examples = "Hamburg") @NotBlank(message = "Give a label.") @Size(max = 300)
        String label,

        @Schema(description = "Other names that texts use.") @Size(max = 200)
        List<@NotBlank(message = "Remove the empty alias.") @Size(max = 300) String> aliases,

        @Schema(description = "Concepts of the same scheme that contain this one.", examples = "[\"germany\"]")
        @Size(max = ConceptView.MAX_BROADER)
        List<@NotNull(message = "Remove the empty link.") @Pattern(regexp = Ids.PATTERN, message = Ids.ADVICE) String>
                broader,

        @Schema(readOnly = true, description = "Counts changes; ignored in requests.")
        Integer revision) {

    static final int MAX_BROADER = 32;
    static final String DEFAULT_SCHEME = "default";

    ConceptView withId(String path) {
        return new ConceptView(path, scheme, label, aliases, broader, null);
    }

    /** Whether {@code stored} already says all that this states. */
    boolean isStatedBy(ConceptView stored) {
        return stored != null
                && label.equals(stored.label)
                && (scheme == null || scheme.equals(stored.scheme))
                && (aliases == null || aliases.equals(stored.aliases))
                && (broader == null || broader.equals(stored.broader));
    }

    static ConceptView of(ConceptEntity concept, boolean withRevision) {
        return new ConceptView(
                concept.id,
                concept.scheme,
                concept.label,
                List.of(concept.aliases),
                List.copyOf(concept.broader),
                withRevision ? concept.revision : null);
    }
}
