package org.crosscheck.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.crosscheck.proposal.Proposed;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the proposals that were read from a source's text, in JSON. */
@Schema(name = "Extraction", description = "What was read from the text, and what became of earlier proposals.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Extraction(
        @Schema(description = "Who read it: the built-in rules, or the language model that is configured.")
        Proposed.By by,

        @Schema(description = "What an editor should know of that, such as that the model did not answer.")
        String note,

        @Schema(description = "Ids of facts that are proposed for the first time.")
        List<String> proposed,

        @Schema(description = "Ids of facts read from sentences that have not changed; what was decided on them stays.")
        List<String> kept,

        @Schema(description = "Ids of facts whose sentences are gone, and which are withdrawn with them.")
        List<String> withdrawn) {}
