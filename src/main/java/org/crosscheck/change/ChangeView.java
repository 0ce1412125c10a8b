package org.crosscheck.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.crosscheck.report.VerdictState;
import org.crosscheck.story.ChangeCause;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of a verdict, in JSON. */
@Schema(
        name = "VerdictChange",
        requiredProperties = {"id", "story", "version", "attribute", "label", "at", "by", "cause", "explanation"},
        description = "That the verdict on an attribute changed, or its flags.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        @Schema(
                description =
                        "Its place among the changes of all stories, without gaps; absent for the moment until it has one.",
                examples = "1042")
        Long number,

        @Schema(description = "Names this change and no other.")
        String id,

        @Schema(examples = "trump-putin-call-2017-05-02") String story,

        @Schema(description = "The version of the story whose report first shows it.")
        long version,

        @Schema(examples = "call-number") String attribute,
        @Schema(examples = "Which call it was") String label,

        @Schema(description = "How the finding stood before; absent where there was none.")
        VerdictState from,

        @Schema(description = "How it stands since; absent where there is none any more.")
        VerdictState to,

        Instant at,

        @Schema(description = "Who brought it about.", examples = "key:desk")
        String by,

        ChangeCause cause,

        @Schema(description = "The new verdict in one plain sentence.")
        String explanation) {

    ChangeView numbered(Long place) {
        return new ChangeView(place, id, story, version, attribute, label, from, to, at, by, cause, explanation);
    }
}
