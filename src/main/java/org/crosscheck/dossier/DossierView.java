package org.crosscheck.dossier;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.crosscheck.concept.ConceptView;
import org.crosscheck.fact.SubmittedSource;
import org.crosscheck.party.PartyView;
import org.crosscheck.story.AttributeView;
import org.crosscheck.story.StoryView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A dossier in JSON. */
@Schema(
        name = "Dossier",
        description =
                "A story with its parties, concepts, attributes, sources and facts in one document. Parties and concepts"
                        + " may also be ones that are stored already.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DossierView(
        @Valid @NotNull(message = "Describe the story.") StoryView story,

        @Schema(description = "What is stated replaces what is stored, what is left out stays.") @Size(max = 20_000)
        List<@Valid @NotNull(message = "Remove the empty party.") PartyView> parties,

        @Schema(description = "What is stated replaces what is stored, what is left out stays.") @Size(max = 50_000)
        List<@Valid @NotNull(message = "Remove the empty concept.") ConceptView> concepts,

        @Size(max = 2_000) List<@Valid @NotNull(message = "Remove the empty attribute.") AttributeView> attributes,
        @Size(max = 20_000) List<@Valid @NotNull(message = "Remove the empty source.") SubmittedSource> sources) {

    public DossierView {
        parties = parties == null ? List.of() : parties;
        concepts = concepts == null ? List.of() : concepts;
        attributes = attributes == null ? List.of() : attributes;
        sources = sources == null ? List.of() : sources;
    }

    /** Short: Bean Validation puts what it refuses into a message, and that may have millions of items. */
    @Override
    public String toString() {
        return "dossier of " + story;
    }

    /** The same dossier, of a story called {@code id}. */
    DossierView named(String id) {
        return new DossierView(story.withId(id), parties, concepts, attributes, sources);
    }
}
