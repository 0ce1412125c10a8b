package org.crosscheck.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a finding was judged again. */
@Schema(
        name = "ChangeCause",
        requiredProperties = {"kind"},
        description =
                "What brought a change about. Each list has at most 20 ids; a list that would be empty is absent.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ChangeCause(
        @Schema(
                description =
                        "SOURCES: sources or facts came, changed or went. ATTRIBUTE: the question did. AUTHORITY: a party"
                                + " or a concept changed. STORY: the story was deleted.")
        CauseKind kind,

        @Schema(
                description = "The sources that came, changed or went, or of which facts did.",
                examples = "[\"ap-2017-05-02\"]")
        List<String> sources,

        @Schema(description = "The facts that came, changed or went.")
        List<String> facts,

        @Schema(description = "The parties that changed.") List<String> parties,
        @Schema(description = "The concepts that changed.") List<String> concepts) {

    /** How many ids each list has at most. */
    public static final int SHOWN = 20;

    /** One that needs no names. */
    public static ChangeCause of(CauseKind kind) {
        return new ChangeCause(kind, List.of(), List.of(), List.of(), List.of());
    }
}
